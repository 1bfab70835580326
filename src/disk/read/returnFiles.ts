import {
  closeSync,
  type Dirent,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { FileToImport, Pieces } from '../../intake/files/receivedFiles.ts';
import { oversize } from '../../intake/oversize.ts';
import { defaultMailLimits } from '../../mail/limits/limits.ts';
import { mailIn } from '../../mail/message/mailIn.ts';
import { Refusal } from '../../refusal.ts';
import { defaultArchiveLimits } from '../../spreadsheet/zip/limits.ts';
import { signatureOf } from '../../spreadsheet/zip/signature.ts';
import { isSystemFile } from '../../spreadsheet/zip/systemFiles.ts';
import { readingProblemOf } from '../files/fileProblem.ts';

/** Something that was found where returns are looked for: a file, or what cannot be one. */
interface Found {
  readonly path: string;
  /** Why it is no file that can be imported. */
  readonly finding?: Finding;
}

/** The files at the paths and in folders there, in a stable order. @throws Refusal naming every missing path. */
export function returnFiles(paths: readonly string[]): readonly FileToImport[] {
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    const named = missing.map((path) => (path === '' ? '""' : path)).join(', ');
    throw new Refusal('files.none', () => `There is no file or folder ${named}. Nothing was imported.`);
  }
  const found = paths.flatMap((path) => (statSync(path).isDirectory() ? inFolder(path) : [standing(path)]));
  if (found.length === 0) throw new Refusal('files.none', () => `There is no file in ${paths.join(', ')}.`);
  return [...new Map(found.map((one) => [one.path, one])).values()].map(({ path, finding: problem }) => ({
    path,
    name: basename(path),
    read: () => {
      if (problem !== undefined) throw new FindingsError([problem]);
      return mboxPieces(path) ?? readReturn(path);
    },
  }));
}

/** The bytes of a file. @throws FindingsError when it cannot be read, or is too large for a return, an archive of them or a message. */
function readReturn(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    const tooMuch = oversize(size);
    if (tooMuch.length > 0 && size > maxBytes(beginningOf(path))) {
      throw new FindingsError(tooMuch);
    }
    return readFileSync(path);
  } catch (failure) {
    if (failure instanceof FindingsError) throw failure;
    throw new FindingsError([finding('return.unreadable', {}, { problem: readingProblemOf(failure) })]);
  }
}

/** The content of an mbox file, whatever its size; undefined for other files and those that cannot be read. */
function mboxPieces(path: string): Pieces | undefined {
  try {
    const beginning = beginningOf(path);
    const isBare = Buffer.from(beginning.subarray(0, 5)).toString('latin1') === 'From ';
    if (!isBare || mailIn(beginning)?.form !== 'mbox') return undefined;
    return { pieces: piecesOf(path), size: statSync(path).size };
  } catch {
    // Reading it as any other file reports the cause.
    return undefined;
  }
}

function maxBytes(beginning: Uint8Array): number {
  const { kind } = signatureOf(beginning);
  if (kind === 'zip') return defaultArchiveLimits.archiveBytes;
  const isCompound = beginning[0] === 0xd0 && beginning[1] === 0xcf;
  return isCompound || mailIn(beginning) !== undefined ? defaultMailLimits.messageBytes : 0;
}

/** Enough bytes to recognise the kind of a file. */
function beginningOf(path: string): Uint8Array {
  const [first = new Uint8Array()] = piecesOf(path, 64 * 1024);
  return first;
}

function* piecesOf(path: string, bytes = 1024 * 1024): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(bytes);
      const read = readSync(file, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** Folders that are linked to are not searched: a link to a folder above would have no end. */
function inFolder(folder: string): readonly Found[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (failure) {
    return [{ path: folder, finding: finding('return.folder-unreadable', {}, { problem: readingProblemOf(failure) }) }];
  }
  return entries
    .map((entry) => ({ entry, path: join(folder, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ entry, path }) => {
      if (entry.isDirectory()) return inFolder(path);
      return isSystemFile(entry.name) ? [] : [standing(path)];
    });
}

function standing(path: string): Found {
  try {
    const what = otherThanFile(statSync(path));
    return what === undefined ? { path } : { path, finding: finding('return.not-a-file', {}, { what }) };
  } catch (failure) {
    return { path, finding: finding('return.unreadable', {}, { problem: readingProblemOf(failure) }) };
  }
}

/** Reading a pipe or a device may never end. */
function otherThanFile(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'a link to a folder';
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}
