import { type Finding, finding } from '../../finding/index.ts';
import { printable } from '../model/printable.ts';
import { inflateEntry } from './inflateEntry.ts';
import { type ArchiveLimits, defaultArchiveLimits } from './limits.ts';
import { bytesText, countText } from './readErrors.ts';
import { signatureOf } from './signature.ts';
import { isSystemFile } from './systemFiles.ts';
import { type ZipEntry, zipDirectory } from './zipDirectory.ts';
import { ZipFault } from './zipFault.ts';

/** One file of an archive, or a finding instead of it. */
export interface ArchiveFile {
  /** Safe to be shown: `folder/name.xlsx`, `inner.zip > name.xlsx`; empty for the archive itself. */
  readonly path: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly finding: Finding };
  /** Files known to come after this one. */
  readonly following: number;
}

/** Whether a file is a zip archive of files, and not a document that is itself a zip archive, such as a workbook. */
export function isArchive(bytes: Uint8Array): boolean {
  if (signatureOf(bytes).kind !== 'zip') return false;
  try {
    return !zipDirectory(bytes).some(({ name }) => documentParts.test(name));
  } catch (failure) {
    // Its kind is unknown: as a workbook it is reported as damaged.
    if (failure instanceof ZipFault) return false;
    throw failure;
  }
}

/**
 * Walks through an archive that may be hostile, and those inside it, by name. Files are unpacked one at a time, so that
 * only one is in memory besides the archives around it. Files left by operating systems are skipped. Nothing is thrown:
 * a file that cannot be unpacked, or is over a limit, gives a finding.
 *
 * @param limits those that differ from `defaultArchiveLimits`
 */
export function* readArchive(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Generator<ArchiveFile> {
  yield* walk(bytes, [], { limits: { ...defaultArchiveLimits, ...limits }, entries: 0, inflated: 0, following: 0 });
}

interface Walk {
  readonly limits: ArchiveLimits;
  /** Entries of all archives opened so far. */
  entries: number;
  /** Bytes unpacked so far. */
  inflated: number;
  following: number;
}

/** Parts that identify documents of Office, OpenDocument and Apple. */
const documentParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|mimetype|xl\/workbook\.(?:xml|bin)|word\/document\.xml|ppt\/presentation\.xml|Index\.zip|Index\/.*\.iwa)$/i;

function* walk(bytes: Uint8Array, archives: readonly string[], state: Walk): Generator<ArchiveFile> {
  const refused = (found: Finding, ...names: readonly string[]): ArchiveFile => ({
    path: shown([...archives, ...names]),
    content: { finding: found },
    following: state.following,
  });
  const { limits } = state;
  if (archives.length >= limits.depth) {
    yield refused(overLimit('depth of archives inside archives', archives.length + 1, limits.depth));
    return;
  }
  const entries = attempt(() => zipDirectory(bytes));
  if ('problem' in entries) {
    yield refused(finding('archive.damaged', {}, entries));
    return;
  }
  state.entries += entries.value.length;
  if (state.entries > limits.entries) {
    yield refused(overLimit('number of files', state.entries, limits.entries));
    return;
  }
  const unpackedWorkbooks = workbookFolders(entries.value);
  for (const folder of unpackedWorkbooks) yield refused(finding('archive.unpacked-workbook', {}, {}), folder);
  const files = entries.value
    .filter(({ name }) => isContent(name) && !unpackedWorkbooks.some((folder) => name.startsWith(folder)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (files.length === 0 && unpackedWorkbooks.length === 0) yield refused(finding('archive.empty', {}, {}));
  const times = countNames(files);
  state.following += files.length;
  for (const file of files) {
    state.following -= 1;
    const found = objectionTo(file, times.get(file.name) ?? 1, state);
    if (found !== undefined) {
      yield refused(found, file.name);
      continue;
    }
    state.inflated += file.size;
    const unpacked = attempt(() => inflateEntry(file, bytes));
    if ('problem' in unpacked) yield refused(finding('archive.damaged', {}, unpacked), file.name);
    else if (isArchive(unpacked.value)) yield* walk(unpacked.value, [...archives, file.name], state);
    else {
      const path = shown([...archives, file.name]);
      yield { path, content: { bytes: unpacked.value }, following: state.following };
    }
  }
}

/** Why a file is not unpacked, judged by its record in the directory. */
function objectionTo(file: ZipEntry, times: number, { limits, inflated }: Walk): Finding | undefined {
  if (file.isUnsafe) return finding('archive.unsafe-name', {}, {});
  if (times > 1) return finding('archive.name-twice', {}, { times });
  if (file.isEncrypted) return finding('archive.encrypted', {}, {});
  const { entryBytes, inflatedBytes } = limits;
  if (file.size > entryBytes) return overSize('size', file.size, entryBytes);
  const all = inflated + file.size;
  return all > inflatedBytes
    ? overSize('content, together with what was unpacked before,', all, inflatedBytes)
    : undefined;
}

/** Folders have entries of their own, and Macs add a second tree of hidden files. */
function isContent(name: string): boolean {
  const parts = name.split('/');
  return !name.endsWith('/') && !parts.includes('__MACOSX') && !isSystemFile(parts.at(-1) ?? '');
}

/** Folders that hold the parts of a workbook, as when somebody unpacked it and packed the folder again. */
const workbookFolders = (entries: readonly ZipEntry[]): readonly string[] =>
  entries.flatMap(({ name }) => (name.endsWith(`/${contentTypes}`) ? [name.slice(0, -contentTypes.length)] : []));

const contentTypes = '[Content_Types].xml';

function countNames(files: readonly ZipEntry[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { name } of files) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

const shown = (names: readonly string[]): string => names.map((name) => cut(printable(name))).join(' > ');

/** A name may have 65,535 characters; the end of it is the most useful. */
const cut = (name: string): string => (name.length > 200 ? `…${name.slice(-199)}` : name);

const overLimit = (what: string, found: number, limit: number): Finding =>
  finding('archive.over-limit', {}, { what, found: countText(found), limit: countText(limit) });

const overSize = (what: string, found: number, limit: number): Finding =>
  finding('archive.over-limit', {}, { what, found: bytesText(found), limit: bytesText(limit) });

function attempt<T>(read: () => T): { readonly value: T } | { readonly problem: string } {
  try {
    return { value: read() };
  } catch (failure) {
    if (failure instanceof ZipFault) return { problem: failure.message };
    throw failure;
  }
}
