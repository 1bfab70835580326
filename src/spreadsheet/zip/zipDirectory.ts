import { isUtf8 } from 'node:buffer';
import { safeText } from './readErrors.ts';
import { inZip64, zip64End, zip64Sizes } from './zip64.ts';
import { ZipFault } from './zipFault.ts';

/** An entry of the directory, checked: its content lies within the archive. */
export interface ZipEntry {
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
  /** Whether it is encrypted. */
  readonly isEncrypted: boolean;
  /** Whether the name, used as a path, would lead out of the archive. */
  readonly isUnsafe: boolean;
}

/**
 * Reads the directory of a zip archive, in its order, and nothing else.
 *
 * @throws ZipFault when it is broken, or has what honest writers never write: entries that overlap, several disks.
 */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const stated = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ] as const;
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== stated[0]) {
    throw new ZipFault('it is one piece of a zip archive split over several files');
  }
  const isZip64 = stated[0] === 0xffff || stated[1] === inZip64 || stated[2] === inZip64;
  const [count, length, offset] = isZip64 ? zip64End(view, end) : stated;
  if (offset + length > end || count * directoryBytes > length) throw new ZipFault(brokenDirectory);

  const entries: ZipEntry[] = [];
  let position = offset;
  for (let index = 0; index < count; index += 1) {
    if (position + directoryBytes > end || view.getUint32(position, true) !== directorySignature) {
      throw new ZipFault(brokenDirectory);
    }
    const next = position + directoryBytes + trailerLength(view, position);
    if (next > end) throw new ZipFault(brokenDirectory);
    entries.push(readEntry(bytes, view, position, offset));
    position = next;
  }
  refuseOverlaps(entries);
  return entries;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const directoryBytes = 46;
const localBytes = 30;
const brokenDirectory = 'its table of contents is broken';

/** The end record is at the end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endBytes;
  const first = Math.max(0, last - 0xffff);
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    // "At most", because mail gateways have been seen to append bytes.
    if (at + endBytes + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw new ZipFault('its end is missing, as after a transfer that broke off');
}

/** Bytes of name, extra field and comment that follow a record of the directory. */
const trailerLength = (view: DataView, position: number): number =>
  view.getUint16(position + 28, true) + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);

function readEntry(bytes: Uint8Array, view: DataView, position: number, directory: number): ZipEntry {
  const flags = view.getUint16(position + 8, true);
  const nameStart = position + directoryBytes;
  const extra = nameStart + view.getUint16(position + 28, true);
  const name = decodeName(bytes.subarray(nameStart, extra), flags);
  const stated = {
    size: view.getUint32(position + 24, true),
    packed: view.getUint32(position + 20, true),
    header: view.getUint32(position + 42, true),
  };
  const { size, packed, header } = zip64Sizes(view, stated, extra, extra + view.getUint16(position + 30, true));
  if (header + localBytes > directory || view.getUint32(header, true) !== localSignature) {
    throw new ZipFault(`${partText(name)} is not where the table of contents says`);
  }
  // The local header repeats the name, but its extra field has a length of its own.
  const start = header + localBytes + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > directory) throw new ZipFault(`${partText(name)} is cut off`);
  const method = view.getUint16(position + 10, true);
  return {
    name,
    method,
    crc: view.getUint32(position + 16, true),
    packed,
    size,
    header,
    start,
    isEncrypted: (flags & 1) !== 0,
    isUnsafe: name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..'),
  };
}

const utf8Names = 0x800;

/** Names are compared and shown, and never used as paths. Macs do not mark theirs as UTF-8. */
function decodeName(bytes: Uint8Array, flags: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isUnicode = (flags & utf8Names) !== 0 || isUtf8(bytes);
  // Backslashes come from old .NET programs, which used the separator of their own system.
  return buffer.toString(isUnicode ? 'utf8' : 'latin1').replaceAll('\\', '/');
}

/** Entries that share bytes make small archives of endless content. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let reached = 0;
  for (const entry of [...entries].sort((a, b) => a.header - b.header)) {
    if (entry.header < reached) throw new ZipFault(`${partText(entry.name)} overlaps another part`);
    reached = entry.start + entry.packed;
  }
}

export const partText = (name: string): string => `part "${safeText(name)}"`;
