/** The bytes of a file that comes piece by piece. */
export async function bytesOf(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Its text. */
export const textOf = async (pieces: Parameters<typeof bytesOf>[0]): Promise<string> =>
  (await bytesOf(pieces)).toString();
