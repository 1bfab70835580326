import { mailDamaged } from './mailRefusals.ts';

/**
 * A copy of an Outlook message that is safe to hand to a reader that trusts it. The file system inside such a file
 * (MS-CFB) consists of chains and of a tree: a circle in one of them has no end, and a stated size reserves memory.
 * The table of named properties is hidden in the copy: they belong to appointments and the like, and nothing is read of them.
 *
 * @throws FindingsError with `message.damaged`.
 */
export function checkedCompound(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = new Uint8Array(bytes);
  const copy = Buffer.from(buffer);
  try {
    const entries = checkedEntries(copy);
    for (const { name, at } of entries) if (name.startsWith(namedProperties)) copy.write('x', at, 'latin1');
    return buffer;
  } catch (failure) {
    // What is outside the file cannot be read.
    if (failure instanceof RangeError) throw mailDamaged('parts of it are missing');
    throw failure;
  }
}

const namedProperties = '__nameid';
const endOfChain = -2;
const noEntry = -1;
const entryBytes = 128;
const smallSector = 64;
/** Streams below this size lie in small sectors. */
const smallStreams = 4096;
const types = { folder: 1, stream: 2 };
/** Positions in the header, and of sectors that the header has room to list. */
const header = {
  sectorMark: 30,
  tables: 0x2c,
  directory: 0x30,
  smallTable: 0x3c,
  extraTables: 0x44,
  list: 0x4c,
  listed: 109,
};

interface Entry {
  /** Where it stands in the file. */
  readonly at: number;
  readonly name: string;
  readonly type: number;
  readonly previous: number;
  readonly next: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

interface Sectors {
  readonly size: number;
  /** How many there are at most. */
  readonly count: number;
  readonly next: (sector: number) => number;
  readonly nextSmall: (sector: number) => number;
  readonly smallCount: number;
}

/** Every entry of the directory, all chains and the tree having been followed to their ends. */
function checkedEntries(file: Buffer): readonly Entry[] {
  const sectors = sectorsOf(file);
  const entries = [...chain(file.readInt32LE(header.directory), sectors.next, sectors.count)].flatMap((sector) =>
    Array.from({ length: sectors.size / entryBytes }, (_, index) =>
      entryAt(file, (sector + 1) * sectors.size + index * entryBytes),
    ),
  );
  const [root] = entries;
  if (root === undefined) throw mailDamaged('its directory is missing');
  for (const _ of chain(root.start, sectors.next, sectors.count));
  let bytes = 0;
  for (const { type, size, start } of reachable(entries, root)) {
    if (type !== types.stream || size === 0) continue;
    bytes += size;
    if (size < 0 || bytes > file.length) throw mailDamaged('it states more content than it has');
    if (size < smallStreams) for (const _ of chain(start, sectors.nextSmall, Math.ceil(size / smallSector)));
  }
  return entries;
}

function sectorsOf(file: Buffer): Sectors {
  const size = file.readUInt8(header.sectorMark) === 12 ? 4096 : 512;
  const count = Math.ceil(file.length / size);
  const inSector = size / 4;
  const counted = (at: number): number => {
    const found = file.readInt32LE(at);
    if (found < 0 || found > count) throw mailDamaged('its tables are larger than itself');
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
  if (found.length > count) throw mailDamaged('its tables are larger than itself');
  return found;
}

function* chain(start: number, next: (sector: number) => number, most: number): Generator<number> {
  let steps = 0;
  for (let sector = start; sector !== endOfChain; sector = next(sector)) {
    steps += 1;
    if (steps > most) throw mailDamaged('its parts follow one another in a circle');
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

/** The entries below the root, each of which must be reached once. */
function reachable(entries: readonly Entry[], root: Entry): readonly Entry[] {
  const seen = new Set<Entry>([root]);
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === noEntry) continue;
    const entry = entries[index];
    if (entry === undefined || seen.has(entry)) throw mailDamaged('its directory leads in a circle');
    seen.add(entry);
    waiting.push(entry.previous, entry.next, ...(entry.type === types.folder ? [entry.child] : []));
  }
  return [...seen];
}
