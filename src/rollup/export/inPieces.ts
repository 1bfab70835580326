/** Characters to a piece: large enough to be quick, small enough to be kept beside the data. */
const pieceLength = 1 << 18;

/** Text as UTF-8, piece by piece: all of it together may be longer than a string can be. */
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
