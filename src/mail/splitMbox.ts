import { separatorTime } from './mailTime.ts';

/** A message of an mbox file. */
export interface MboxMessage {
  /** When it came, as the line before it says. */
  readonly delivered: Date | undefined;
  /** Or its size at least, where that is over the limit. */
  readonly content: { readonly bytes: Uint8Array } | { readonly size: number };
}

/**
 * The messages of an mbox file of any size, which comes in pieces. A message begins after an empty line with a line such as
 * `From a@b.example Tue Nov 17 10:00:00 2026`; a line of a letter that begins with "From " has no such date. Lines that
 * were quoted for that reason (`>From `) stay so: there are none in what is attached.
 */
export function* splitMbox(pieces: Iterable<Uint8Array>, limit: number): Generator<MboxMessage> {
  let pending: Buffer = Buffer.alloc(0);
  /** Bytes of the message that were let go because it is too large. */
  let dropped = 0;
  const message = (bytes: Buffer): MboxMessage => {
    const size = dropped + bytes.length;
    dropped = 0;
    return { delivered, content: size > limit ? { size } : { bytes } };
  };
  let delivered: Date | undefined;
  let isFirst = true;
  for (const piece of pieces) {
    pending = Buffer.concat([pending, piece]);
    for (let next = separator(pending, isFirst); next !== undefined; next = separator(pending, isFirst)) {
      if (!isFirst) yield message(pending.subarray(0, next.start));
      isFirst = false;
      delivered = separatorTime(next.line);
      pending = pending.subarray(next.end);
    }
    if (pending.length > limit + longestSeparator && !isFirst) {
      dropped += pending.length - longestSeparator;
      pending = pending.subarray(-longestSeparator);
    }
  }
  if (pending.length + dropped > 0 && !isFirst) yield message(pending);
}

/** Characters: an address may have 254, and some programs add words of their own. */
const longestSeparator = 1000;

interface Separator {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/** The first line that begins a message and is there whole. */
function separator(buffer: Buffer, isFirst: boolean): Separator | undefined {
  if (isFirst) return lineAt(buffer, 0);
  for (let at = buffer.indexOf('\nFrom '); at !== -1; at = buffer.indexOf('\nFrom ', at + 1)) {
    const isAfterEmpty = buffer[at - 1] === 0x0a || (buffer[at - 1] === 0x0d && buffer[at - 2] === 0x0a) || at === 0;
    const found = lineAt(buffer, at + 1);
    if (found === undefined) return undefined;
    if (isAfterEmpty && separatorTime(found.line) !== undefined) return found;
  }
  return undefined;
}

function lineAt(buffer: Buffer, start: number): Separator | undefined {
  const feed = buffer.indexOf('\n', start);
  return feed === -1 ? undefined : { line: buffer.toString('latin1', start, feed).trimEnd(), start, end: feed + 1 };
}
