import { crc32, inflateRawSync } from 'node:zlib';
import type { ReadLimits } from './limits.ts';
import { damaged, encrypted, safeText, tooLarge, tooMany } from './refusals.ts';

/** A zip archive whose directory was read and checked; parts are inflated one at a time, when asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** The name under which a part is stored: spelt exactly so or, failing that, differing in case only. */
  find(name: string): string | undefined;
  /** A part's bytes, or undefined when there is none of this exact name. Throws as `readZip` does. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Reads the directory of a zip archive and nothing else. Sizes that the directory states are checked against the limits
 * before anything is inflated and hold while inflating, so that lying about them gains nothing (rule E43).
 *
 * Throws a `FindingsError`: `return.damaged` (also for what honest writers of workbooks never do: names twice, absolute
 * or with `..`, entries that overlap, ZIP64, several disks), `return.over-limit`, `return.encrypted`.
 */
export function readZip(bytes: Uint8Array, limits: ReadLimits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, limits);
  const names = [...entries.keys()];
  let inflated = 0;
  let folded: ReadonlyMap<string, string> | undefined;
  return {
    names,
    find(name) {
      if (entries.has(name)) return name;
      // Built from the end, so that the first of several spellings is the one that stays.
      folded ??= new Map(names.map((known): [string, string] => [known.toLowerCase(), known]).reverse());
      return folded.get(name.toLowerCase());
    },
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > limits.entryBytes) throw tooLarge(partText(name), entry.size, limits.entryBytes);
      inflated += entry.size;
      if (inflated > limits.inflatedBytes) throw tooLarge('unpacked content', inflated, limits.inflatedBytes);
      return inflate(entry, bytes.subarray(entry.start, entry.start + entry.packed));
    },
  };
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes after inflating, as the directory states. */
  readonly size: number;
  /** Offset of the local header. */
  readonly header: number;
  /** Offset of the content. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const directoryBytes = 46;
const localBytes = 30;
/** What stands in a field whose value is in a ZIP64 record instead. */
const inZip64 = 0xffffffff;

function readDirectory(bytes: Uint8Array, view: DataView, limits: ReadLimits): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === 0xffff || length === inZip64 || offset === inZip64) throw damaged(zip64);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    throw damaged('it is one piece of a zip archive split over several files');
  }
  if (count > limits.entries) throw tooMany('number of parts', count, limits.entries);
  if (offset + length > end) throw damaged(brokenDirectory);

  const entries = new Map<string, Entry>();
  let position = offset;
  for (let index = 0; index < count; index += 1) {
    if (position + directoryBytes > end || view.getUint32(position, true) !== directorySignature) {
      throw damaged(brokenDirectory);
    }
    const next = position + directoryBytes + trailerLength(view, position);
    if (next > end) throw damaged(brokenDirectory);
    const entry = readEntry(bytes, view, position, offset);
    if (entries.has(entry.name)) throw damaged(`it holds ${partText(entry.name)} twice`);
    entries.set(entry.name, entry);
    position = next;
  }
  refuseOverlaps(entries.values());
  return entries;
}

const zip64 = 'it is a ZIP64 archive, a form for files of over 4 GB';
const brokenDirectory = 'its table of contents is broken';

/** The end record lies at the end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endBytes;
  const first = Math.max(0, last - 0xffff);
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    // "At most", because mail gateways have been seen to append bytes.
    if (at + endBytes + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw damaged('its end is missing, as after a transfer that broke off');
}

/** Bytes of name, extra field and comment that follow a record of the directory. */
const trailerLength = (view: DataView, position: number): number =>
  view.getUint16(position + 28, true) + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);

function readEntry(bytes: Uint8Array, view: DataView, position: number, directory: number): Entry {
  const flags = view.getUint16(position + 8, true);
  const nameStart = position + directoryBytes;
  const name = decodeName(bytes.subarray(nameStart, nameStart + view.getUint16(position + 28, true)), flags);
  if ((flags & 1) !== 0) throw encrypted();
  const packed = view.getUint32(position + 20, true);
  const size = view.getUint32(position + 24, true);
  const header = view.getUint32(position + 42, true);
  if (packed === inZip64 || size === inZip64 || header === inZip64) throw damaged(zip64);
  if (header + localBytes > directory || view.getUint32(header, true) !== localSignature) {
    throw damaged(`${partText(name)} is not where the table of contents says`);
  }
  // The local header repeats the name, but its extra field has a length of its own.
  const start = header + localBytes + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > directory) throw damaged(`${partText(name)} is cut off`);
  const method = view.getUint16(position + 10, true);
  return {
    name,
    method,
    crc: view.getUint32(position + 16, true),
    packed,
    size,
    header,
    start,
  };
}

const utf8Names = 0x800;

/** Names are only compared and never used as paths; the unsafe ones betray what the file is for. */
function decodeName(bytes: Uint8Array, flags: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Backslashes come from old .NET programs, which took the separator of their own system.
  const name = buffer.toString((flags & utf8Names) !== 0 ? 'utf8' : 'latin1').replaceAll('\\', '/');
  const unsafe = name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..');
  if (unsafe) throw damaged(`the name ${partText(name)} points outside the archive`);
  return name;
}

/** Entries that share bytes make small archives of endless content. */
function refuseOverlaps(entries: Iterable<Entry>): void {
  let reached = 0;
  for (const entry of [...entries].sort((a, b) => a.header - b.header)) {
    if (entry.header < reached) throw damaged(`${partText(entry.name)} overlaps another part`);
    reached = entry.start + entry.packed;
  }
}

/** Output is collected in pieces of at most this size, so that a stated size reserves no more before it is met. */
const pieceBytes = 1024 * 1024;

function inflate(entry: Entry, content: Uint8Array): Uint8Array {
  const plain = entry.method === 0 ? content : inflateDeflated(entry, content);
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) {
    throw damaged(`${partText(entry.name)} does not unpack to what was packed`);
  }
  return plain;
}

function inflateDeflated(entry: Entry, content: Uint8Array): Uint8Array {
  if (entry.method !== 8) throw damaged(`${partText(entry.name)} is packed in an unknown way (${entry.method})`);
  try {
    return inflateRawSync(content, {
      maxOutputLength: Math.max(1, entry.size),
      // One byte more than is needed ends the work in one piece; 64 is the least that zlib takes.
      chunkSize: Math.min(Math.max(64, entry.size + 1), pieceBytes),
    });
  } catch {
    // zlib throws for broken data and for more data than stated; either way the part is not what was packed.
    throw damaged(`${partText(entry.name)} cannot be unpacked`);
  }
}

const partText = (name: string): string => `part "${safeText(name)}"`;
