import { beginningOf, inflateEntry, inflateUpTo } from './inflateEntry.ts';
import type { ReadLimits } from './limits.ts';
import { damaged, encrypted, tooLarge, tooMany } from './refusals.ts';
import { partText, type ZipEntry, zipDirectory } from './zipDirectory.ts';
import { ZipFault } from './zipFault.ts';

/** A zip archive whose directory was read and checked; parts are inflated one at a time, when asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** The name under which a part is stored: spelt exactly so or, failing that, differing in case only. */
  find(name: string): string | undefined;
  /** What the directory says of a part: its bytes after unpacking, and their CRC-32. */
  stated(name: string): { readonly size: number; readonly crc: number } | undefined;
  /**
   * At least so many of a part's first bytes, or all that there are, without a look at the rest; fewer where the part is
   * damaged. Undefined when there is none of this exact name.
   */
  beginning(name: string, bytes: number): Uint8Array | undefined;
  /** The beginning of a part that is too large to be read, as far as there is room to pass it over. */
  readBeginning(name: string): { readonly bytes: Uint8Array; readonly isWhole: boolean } | undefined;
  /** A part's bytes, or undefined when there is none of this exact name. Throws as `readZip` does. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Reads the directory of a zip archive and nothing else. Sizes that the directory states are checked against the limits
 * before anything is inflated and hold while inflating, so that lying about them gains nothing (rule E43).
 *
 * Throws a `FindingsError`: `return.damaged` (also for what honest writers of workbooks never do: names twice, absolute
 * or with `..`, entries that overlap, several disks), `return.over-limit`, `return.encrypted`.
 */
export function readZip(bytes: Uint8Array, limits: ReadLimits): Zip {
  const entries = byName(
    inWords(() => zipDirectory(bytes)),
    limits,
  );
  const names = [...entries.keys()];
  let inflated = 0;
  let passed = 0;
  let folded: ReadonlyMap<string, string> | undefined;
  return {
    names,
    find(name) {
      if (entries.has(name)) return name;
      // Built from the end, so that the first of several spellings is the one that stays.
      folded ??= new Map(names.map((known): [string, string] => [known.toLowerCase(), known]).reverse());
      return folded.get(name.toLowerCase());
    },
    stated(name) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : { size: entry.size, crc: entry.crc };
    },
    beginning(name, wanted) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : beginningOf(entry, bytes, wanted);
    },
    readBeginning(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const room = limits.passedBytes - passed;
      if (room < limits.entryBytes) return { bytes: new Uint8Array(), isWhole: false };
      // Of one that is larger than all room there is, the beginning has to do.
      const wanted = entry.size <= room ? entry.size : Math.min(room, 4 * limits.entryBytes);
      passed += wanted;
      return inWords(() => inflateUpTo(entry, bytes, wanted));
    },
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > limits.entryBytes) throw tooLarge(partText(name), entry.size, limits.entryBytes);
      inflated += entry.size;
      if (inflated > limits.inflatedBytes) throw tooLarge('unpacked content', inflated, limits.inflatedBytes);
      return inWords(() => inflateEntry(entry, bytes));
    },
  };
}

function byName(entries: readonly ZipEntry[], limits: ReadLimits): ReadonlyMap<string, ZipEntry> {
  if (entries.length > limits.entries) throw tooMany('number of parts', entries.length, limits.entries);
  const named = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.isUnsafe) throw damaged(`the name of ${partText(entry.name)} points outside the archive`);
    if (entry.isEncrypted) throw encrypted();
    if (named.has(entry.name)) throw damaged(`it holds ${partText(entry.name)} twice`);
    named.set(entry.name, entry);
  }
  return named;
}

function inWords<T>(read: () => T): T {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof ZipFault) throw damaged(failure.message);
    throw failure;
  }
}
