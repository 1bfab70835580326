import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';

/**
 * Parses a message with bounded memory. postal-mime stores each line of a part, and each padded piece of base64, as a piece of a Blob,
 * which takes some 300 bytes for a line of five: a message of 20 MB of short lines would take all memory. Here its decoders
 * join their pieces as they arrive.
 */
export const parseMail = (bytes: Uint8Array, options: PostalMimeOptions): Promise<Email> =>
  new Parser(options).parse(bytes);

class Parser extends PostalMime {
  /** Overrides a method that postal-mime calls for each line and does not declare. */
  async processLine(line: Uint8Array, isFinal: boolean): Promise<void> {
    await Reflect.get(PostalMime.prototype, 'processLine').call(this, line, isFinal);
    const decoder = propertyOf(propertyOf(this, 'currentNode'), 'contentDecoder');
    const pieces = propertyOf(decoder, 'chunks');
    if (typeof decoder !== 'object' || decoder === null || !Array.isArray(pieces) || pieces instanceof Pieces) return;
    const joined = new Pieces();
    for (const piece of pieces) joined.push(piece);
    Reflect.set(decoder, 'chunks', joined);
  }
}

const propertyOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

const blockBytes = 64 * 1024;

/** The pieces of a body, joined into blocks. Pieces are added, and the list is iterated once. */
class Pieces extends Array<Uint8Array> {
  #block = Buffer.alloc(0);
  #used = 0;

  override push(...pieces: (Uint8Array | ArrayBuffer | string)[]): number {
    for (const piece of pieces) {
      if (piece === '\n') this.#add(lineFeed);
      else this.#add(typeof piece === 'string' ? Buffer.from(piece) : new Uint8Array(piece));
    }
    return this.length;
  }

  override *[Symbol.iterator](): ArrayIterator<Uint8Array> {
    yield* super[Symbol.iterator]();
    yield this.#block.subarray(0, this.#used);
  }

  #add(piece: Uint8Array): void {
    if (piece.length > this.#block.length - this.#used) {
      super.push(this.#block.subarray(0, this.#used));
      this.#block = Buffer.alloc(Math.max(blockBytes, piece.length));
      this.#used = 0;
    }
    this.#block.set(piece, this.#used);
    this.#used += piece.length;
  }
}

const lineFeed = Uint8Array.of(0x0a);
