import { inflateEntry, inflateStart, inflateUpTo } from './inflateEntry.ts';
import type { ReadLimits } from './limits.ts';
import { damaged, encrypted, tooLarge, tooMany } from './readErrors.ts';
import type { Zip } from './zip.ts';
import { partText, type ZipEntry, zipDirectory } from './zipDirectory.ts';
import { ZipFault } from './zipFault.ts';

/**
 * Reads the directory of a zip archive and nothing else. The stated sizes are checked against the limits before
 * anything is inflated and enforced while inflating, so that a false size gains nothing (rule E43).
 *
 * @throws FindingsError with `return.damaged` (also for anything that honest writers of workbooks never do: duplicate
 * names, absolute ones or those with `..`, entries that overlap, several disks), `return.over-limit` or
 * `return.encrypted`.
 */
export function readZip(bytes: Uint8Array, limits: ReadLimits): Zip {
  const entries = byName(
    withFindings(() => zipDirectory(bytes)),
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
      // Built from the end, so that the first of several spellings wins.
      folded ??= new Map(names.map((known): [string, string] => [known.toLowerCase(), known]).reverse());
      return folded.get(name.toLowerCase());
    },
    stated(name) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : { size: entry.size, crc: entry.crc };
    },
    beginning(name, wanted) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : inflateStart(entry, bytes, wanted);
    },
    readBeginning(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const room = limits.passedBytes - passed;
      if (room < limits.entryBytes) return { bytes: new Uint8Array(), isWhole: false };
      // Of an entry larger than the remaining room, only the beginning is read.
      const wanted = entry.size <= room ? entry.size : Math.min(room, 4 * limits.entryBytes);
      passed += wanted;
      return withFindings(() => inflateUpTo(entry, bytes, wanted));
    },
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > limits.entryBytes) throw tooLarge(partText(name), entry.size, limits.entryBytes);
      inflated += entry.size;
      if (inflated > limits.inflatedBytes) throw tooLarge('unpacked content', inflated, limits.inflatedBytes);
      return withFindings(() => inflateEntry(entry, bytes));
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

function withFindings<T>(read: () => T): T {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof ZipFault) throw damaged(failure.message);
    throw failure;
  }
}
