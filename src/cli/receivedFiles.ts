import { basename } from 'node:path';
import { type Finding, FindingsError } from '../finding.ts';
import { type ArchiveFile, isArchive, readArchive } from '../spreadsheet/readArchive.ts';
import { type Found, readReturn } from './returnFiles.ts';

/** A file as it is imported, from a folder or from an archive there. */
export interface Received {
  /** `returns/archive.zip > folder/name.xlsx`. */
  readonly path: string;
  /** The same without the folder around it all. */
  readonly name: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly findings: readonly Finding[] };
  /** Files known to come after this one. */
  readonly following: number;
}

/** The files that were found, archives unpacked; read one at a time, as they are asked for. */
export function* receivedFiles(found: readonly Found[]): Generator<Received> {
  for (const [index, one] of found.entries()) {
    const left = found.length - index - 1;
    const content = contentOf(one);
    if ('bytes' in content && isArchive(content.bytes)) {
      for (const file of readArchive(content.bytes)) yield fromArchive(one.path, file, left);
    } else {
      yield { path: one.path, name: basename(one.path), content, following: left };
    }
  }
}

function contentOf({ path, finding }: Found): Received['content'] {
  if (finding !== undefined) return { findings: [finding] };
  try {
    return { bytes: readReturn(path) };
  } catch (failure) {
    if (failure instanceof FindingsError) return { findings: failure.findings };
    throw failure;
  }
}

function fromArchive(archive: string, { path, content, following }: ArchiveFile, left: number): Received {
  const inside = (name: string): string => (path === '' ? name : `${name} > ${path}`);
  return {
    path: inside(archive),
    name: inside(basename(archive)),
    content: 'bytes' in content ? content : { findings: [content.finding] },
    following: following + left,
  };
}
