/** Characters of a piece: large enough to be fast, small enough to fit in memory beside the data. */
const pieceLength = 1 << 18;

/** Encodes text as UTF-8, piece by piece: the whole may be longer than a string can be. */
export function* inPieces(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece: string[] = [];
  let length = 0;
  for (const text of texts) {
    piece.push(text);
    length += text.length;
    if (length >= pieceLength) {
      yield encoder.encode(piece.join(''));
      piece = [];
      length = 0;
    }
  }
  if (length > 0) yield encoder.encode(piece.join(''));
}
