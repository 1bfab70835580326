/** Bytes of a piece: large enough to be fast, small enough to fit in memory beside the data. */
const pieceSize = 1 << 19;
/** The maximum number of bytes of a UTF-16 unit in UTF-8. */
const maxBytes = 3;

/** Encodes texts as UTF-8, piece by piece: the whole may be longer than a string can be. */
export function* inPieces(texts: Iterable<string>): Generator<Uint8Array> {
  let piece = Buffer.allocUnsafe(pieceSize);
  let used = 0;
  for (const text of texts) {
    const room = text.length * maxBytes;
    if (used + room > piece.length) {
      yield piece.subarray(0, used);
      piece = Buffer.allocUnsafe(Math.max(pieceSize, room));
      used = 0;
    }
    used += piece.write(text, used);
  }
  yield piece.subarray(0, used);
}
