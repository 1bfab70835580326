/** The fault of a compound file, as a clause: "its directory is missing". Callers turn it into a finding. */
export class CompoundFault extends Error {}

/** A file system inside a file (MS-CFB), such as an Outlook message or an embedded object. */
export interface Compound {
  /** All entries of the directory, in its order, including those that nothing refers to. */
  readonly entries: readonly CompoundEntry[];
  /** The content of a stream at the top level; undefined if there is none of the name. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

export interface CompoundEntry {
  /** Its offset in the file, in bytes. */
  readonly at: number;
  readonly name: string;
}

/**
 * Opens a compound file that may be hostile. The file consists of chains and a tree: a cycle in one of them has no end,
 * and a stated size reserves memory. So all of them are first followed to their ends.
 *
 * @throws CompoundFault
 */
export function openCompound(bytes: Uint8Array): Compound {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const sectors = sectorsOf(file);
    const { entries, top } = checkedEntries(file, sectors);
    return {
      entries,
      stream: (name) => {
        const entry = top.find((one) => one.type === types.stream && one.name.toLowerCase() === name.toLowerCase());
        return entry === undefined ? undefined : orFault(() => contentOf(file, sectors, entries[0], entry));
      },
    };
  } catch (failure) {
    throw asFault(failure);
  }
}

function orFault<T>(read: () => T): T {
  try {
    return read();
  } catch (failure) {
    throw asFault(failure);
  }
}

/** Reading outside the file throws a RangeError, which is turned into a fault. */
const asFault = (failure: unknown): unknown =>
  failure instanceof RangeError ? new CompoundFault('parts of it are missing') : failure;

const endOfChain = -2;
const noEntry = -1;
const entryBytes = 128;
const smallSector = 64;
/** Streams below this size are stored in small sectors. */
const smallStreams = 4096;
const types = { folder: 1, stream: 2 };
/** Offsets in the header, and the number of sectors that the header can list. */
const header = {
  sectorMark: 30,
  tables: 0x2c,
  directory: 0x30,
  smallTable: 0x3c,
  extraTables: 0x44,
  list: 0x4c,
  listed: 109,
};

interface Entry extends CompoundEntry {
  readonly type: number;
  readonly previous: number;
  readonly next: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

interface Sectors {
  readonly size: number;
  /** Maximum number of sectors. */
  readonly count: number;
  readonly next: (sector: number) => number;
  readonly nextSmall: (sector: number) => number;
  readonly smallCount: number;
}

/** Every entry of the directory, and those at the top, after following all chains and the tree to their ends. */
function checkedEntries(
  file: Buffer,
  sectors: Sectors,
): { readonly entries: readonly Entry[]; readonly top: readonly Entry[] } {
  const entries = [...chain(file.readInt32LE(header.directory), sectors.next, sectors.count)].flatMap((sector) =>
    Array.from({ length: sectors.size / entryBytes }, (_, index) =>
      entryAt(file, (sector + 1) * sectors.size + index * entryBytes),
    ),
  );
  const [root] = entries;
  if (root === undefined) throw new CompoundFault('its directory is missing');
  for (const _ of chain(root.start, sectors.next, sectors.count));
  let bytes = 0;
  const { all, top } = reachable(entries, root);
  for (const { type, size, start } of all) {
    if (type !== types.stream || size === 0) continue;
    bytes += size;
    if (size < 0 || bytes > file.length) throw new CompoundFault('it states more content than it has');
    if (size < smallStreams) for (const _ of chain(start, sectors.nextSmall, Math.ceil(size / smallSector)));
  }
  return { entries, top };
}

/** No longer than the file, as all streams together cannot be. Small streams are stored in that of the root. */
function contentOf(file: Buffer, sectors: Sectors, root: Entry | undefined, { start, size }: Entry): Uint8Array {
  const joined = (from: number): Buffer =>
    Buffer.concat(
      [...chain(from, sectors.next, sectors.count)].map((sector) =>
        file.subarray((sector + 1) * sectors.size, (sector + 2) * sectors.size),
      ),
    );
  const isSmall = size < smallStreams;
  const small = isSmall && root !== undefined ? joined(root.start) : Buffer.alloc(0);
  const content = isSmall
    ? Buffer.concat(
        [...chain(start, sectors.nextSmall, Math.ceil(size / smallSector))].map((sector) =>
          small.subarray(sector * smallSector, (sector + 1) * smallSector),
        ),
      )
    : joined(start);
  if (content.length < size) throw new CompoundFault('parts of it are missing');
  return content.subarray(0, size);
}

function sectorsOf(file: Buffer): Sectors {
  const size = file.readUInt8(header.sectorMark) === 12 ? 4096 : 512;
  const count = Math.ceil(file.length / size);
  const inSector = size / 4;
  const counted = (at: number): number => {
    const found = file.readInt32LE(at);
    if (found < 0 || found > count) throw new CompoundFault('its tables are larger than itself');
    return found;
  };
  const tables = tablesOf(file, {
    size,
    count,
    tables: counted(header.tables),
    extra: counted(header.extraTables + 4),
  });
  const lookUp =
    (from: readonly number[]) =>
    (sector: number): number => {
      const table = from[Math.floor(sector / inSector)];
      return table === undefined ? endOfChain : file.readInt32LE((table + 1) * size + 4 * (sector % inSector));
    };
  const next = lookUp(tables);
  const smallTables = counted(header.smallTable + 4);
  const small = [...chain(file.readInt32LE(header.smallTable), next, count)].slice(0, smallTables);
  return { size, count, next, nextSmall: lookUp(small), smallCount: small.length * inSector };
}

/** The sectors that hold the table of chains: listed in the header and, in large files, in further sectors. */
function tablesOf(
  file: Buffer,
  { size, count, tables, extra }: { size: number; count: number; tables: number; extra: number },
): readonly number[] {
  const found = Array.from({ length: Math.min(tables, header.listed) }, (_, index) =>
    file.readInt32LE(header.list + 4 * index),
  );
  let sector = file.readInt32LE(header.extraTables);
  for (let read = 0; read < extra && sector >= 0; read += 1) {
    const start = (sector + 1) * size;
    for (let index = 0; index < size / 4 - 1 && found.length < tables; index += 1) {
      found.push(file.readInt32LE(start + 4 * index));
    }
    sector = file.readInt32LE(start + size - 4);
  }
  if (found.length > count) throw new CompoundFault('its tables are larger than itself');
  return found;
}

function* chain(start: number, next: (sector: number) => number, max: number): Generator<number> {
  let steps = 0;
  for (let sector = start; sector !== endOfChain; sector = next(sector)) {
    steps += 1;
    if (steps > max) throw new CompoundFault('its parts follow one another in a circle');
    yield sector;
  }
}

function entryAt(file: Buffer, at: number): Entry {
  return {
    at,
    name: file.toString('utf16le', at, at + Math.max(0, Math.min(64, file.readUInt16LE(at + 64)) - 2)),
    type: file.readUInt8(at + 66),
    previous: file.readInt32LE(at + 68),
    next: file.readInt32LE(at + 72),
    child: file.readInt32LE(at + 76),
    start: file.readInt32LE(at + 116),
    size: file.readInt32LE(at + 120),
  };
}

/** The entries below the root, each of which must be reached exactly once, and those of them that are in no folder. */
function reachable(
  entries: readonly Entry[],
  root: Entry,
): { readonly all: readonly Entry[]; readonly top: readonly Entry[] } {
  const seen = new Set<Entry>([root]);
  const top: Entry[] = [];
  const waiting = [{ index: root.child, isTop: true }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { index, isTop } = one;
    if (index === noEntry) continue;
    const entry = entries[index];
    if (entry === undefined || seen.has(entry)) throw new CompoundFault('its directory leads in a circle');
    seen.add(entry);
    if (isTop) top.push(entry);
    waiting.push({ index: entry.previous, isTop }, { index: entry.next, isTop });
    if (entry.type === types.folder) waiting.push({ index: entry.child, isTop: false });
  }
  return { all: [...seen], top };
}
