import { separatorTime } from '../message/mailTime.ts';

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
  let current: Current | undefined;
  /** What came and does not belong to the message yet: a line may begin in it that begins the next one. */
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of pieces) {
    rest = Buffer.concat([rest, piece]);
    if (current === undefined) {
      const first = lineAt(rest, 0, rest.length);
      if (first === undefined) continue;
      current = begun(first);
      rest = rest.subarray(first.end);
    }
    for (let next = separator(rest, current); next !== undefined; next = separator(rest, current)) {
      yield ended(current, rest.subarray(0, next.start), limit);
      current = begun(next);
      rest = rest.subarray(next.end);
    }
    const settled = Math.max(0, rest.length - heldBack);
    add(current, rest.subarray(0, settled), limit);
    rest = rest.subarray(settled);
  }
  if (current !== undefined && current.size + rest.length > 0) yield ended(current, rest, limit);
}

/** Bytes: an address may have 254, and some programs add words of their own. */
const longestSeparator = 1000;

/** The longest line that may begin a message, with the empty line before it. */
const heldBack = longestSeparator + 3;

/** The message that is being read. */
interface Current {
  readonly delivered: Date | undefined;
  /** Its bytes so far; none any more once it is too large. */
  readonly chunks: Buffer[];
  size: number;
}

const begun = ({ line }: Separator): Current => ({ delivered: separatorTime(line), chunks: [], size: 0 });

function add(current: Current, bytes: Buffer, limit: number): void {
  if (bytes.length === 0) return;
  current.size += bytes.length;
  if (current.size > limit) current.chunks.length = 0;
  else current.chunks.push(bytes);
}

function ended(current: Current, bytes: Buffer, limit: number): MboxMessage {
  add(current, bytes, limit);
  const { delivered, chunks, size } = current;
  return { delivered, content: size > limit ? { size } : { bytes: Buffer.concat(chunks) } };
}

interface Separator {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/** The first line that begins a message and is there whole. */
function separator(buffer: Buffer, { size }: Current): Separator | undefined {
  // Before these bytes of a message that is read already, lines have been looked at, and their line ends are needed.
  const from = size === 0 ? 0 : 2;
  for (let at = buffer.indexOf('\nFrom ', from); at !== -1; at = buffer.indexOf('\nFrom ', at + 1)) {
    const isAfterEmpty = at === 0 || buffer[at - 1] === 0x0a || (buffer[at - 1] === 0x0d && buffer[at - 2] === 0x0a);
    const found = isAfterEmpty ? lineAt(buffer, at + 1) : undefined;
    if (found !== undefined && separatorTime(found.line) !== undefined) return found;
  }
  return undefined;
}

/** The line that begins there, where it is no longer than so many bytes. */
function lineAt(buffer: Buffer, start: number, longest = longestSeparator): Separator | undefined {
  const feed = buffer.subarray(start, start + longest).indexOf('\n');
  if (feed === -1) return undefined;
  return { line: buffer.toString('latin1', start, start + feed).trimEnd(), start, end: start + feed + 1 };
}
