import { separatorTime } from '../message/mailTime.ts';

/** A message of an mbox file. */
export interface MboxMessage {
  /** The time of delivery in the line before the message. */
  readonly delivered: Date | undefined;
  /** The size only, if it is above the limit. */
  readonly content: { readonly bytes: Uint8Array } | { readonly size: number };
}

/**
 * Splits an mbox file of any size, read in pieces, into messages. A message begins after an empty line with a line such as
 * `From a@b.example Tue Nov 17 10:00:00 2026`; a line of text that begins with "From " has no such date. Lines that
 * were quoted for that reason (`>From `) are not unquoted: attachments, which are encoded, have none.
 */
export function* splitMbox(pieces: Iterable<Uint8Array>, limit: number): Generator<MboxMessage> {
  let current: Current | undefined;
  /** Bytes that are not yet assigned to the message: the first line of the next one may begin in them. */
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
    const assigned = Math.max(0, rest.length - maxUnassigned);
    add(current, rest.subarray(0, assigned), limit);
    rest = rest.subarray(assigned);
  }
  if (current !== undefined && current.size + rest.length > 0) yield ended(current, rest, limit);
}

/** Bytes. An address may have 254, and some programs add words of their own. */
const maxSeparator = 1000;

/** Bytes of the longest line that may begin a message, with the empty line before it. */
const maxUnassigned = maxSeparator + 3;

/** The message that is being read. */
interface Current {
  readonly delivered: Date | undefined;
  /** The bytes so far; emptied once the message is too large. */
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

/** Finds the first complete line that begins a message. */
function separator(buffer: Buffer, { size }: Current): Separator | undefined {
  // The first two bytes of a message in progress were searched before: they are here only as the line end before a separator.
  const from = size === 0 ? 0 : 2;
  for (let at = buffer.indexOf('\nFrom ', from); at !== -1; at = buffer.indexOf('\nFrom ', at + 1)) {
    const isAfterEmpty = at === 0 || buffer[at - 1] === 0x0a || (buffer[at - 1] === 0x0d && buffer[at - 2] === 0x0a);
    const found = isAfterEmpty ? lineAt(buffer, at + 1) : undefined;
    if (found !== undefined && separatorTime(found.line) !== undefined) return found;
  }
  return undefined;
}

/** Returns the line that begins at an offset; undefined if it is longer than the maximum, in bytes. */
function lineAt(buffer: Buffer, start: number, maxLength = maxSeparator): Separator | undefined {
  const feed = buffer.subarray(start, start + maxLength).indexOf('\n');
  if (feed === -1) return undefined;
  return { line: buffer.toString('latin1', start, start + feed).trimEnd(), start, end: start + feed + 1 };
}
