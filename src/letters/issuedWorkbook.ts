import { createHash } from 'node:crypto';
import type { IssuedFile } from '../rounds/issue/issuedFiles.ts';

/** The folder with the workbooks of a round. */
export interface WorkbookFolder {
  /** Their folder, for the findings. */
  readonly folder: string;
  /** Returns the bytes of a file in that folder; undefined if it does not exist. */
  readonly read: (fileName: string) => Uint8Array | undefined;
}

/** A workbook as it was issued. */
export interface UnchangedWorkbook extends Pick<IssuedFile, 'id' | 'fileName' | 'due'> {
  readonly bytes: Uint8Array;
}

/** Why there is none. */
export type WorkbookProblem =
  | { readonly problem: 'missing'; readonly fileName?: string }
  /** Somebody may have filled it in. */
  | { readonly problem: 'changed'; readonly fileName: string }
  | { readonly problem: 'of another'; readonly fileName: string; readonly owner: IssuedFile }
  /** It does not say what the round and the partner have at present. */
  | { readonly problem: 'outdated'; readonly fileName: string };

/**
 * The present workbook of a partner, unchanged since it was issued: never one that is filled in.
 *
 * @param issued The workbooks of the round.
 * @param known Every workbook in the register, of any round.
 */
export function unchangedWorkbook(
  code: string,
  issued: readonly IssuedFile[],
  { read, known }: WorkbookFolder & { readonly known: readonly IssuedFile[] },
): UnchangedWorkbook | WorkbookProblem {
  const own = issued.findLast(({ partner, isCorrection }) => partner === code && !isCorrection);
  if (own === undefined) return { problem: 'missing' };
  const { fileName } = own;
  const bytes = read(fileName);
  if (bytes === undefined) return { problem: 'missing', fileName };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = known.find((candidate) => candidate.sha256 === sha256);
  if (found === undefined) return { problem: 'changed', fileName };
  const isOwn = (['round', 'instrument', 'partner'] as const).every((field) => found[field] === own[field]);
  if (!isOwn) return { problem: 'of another', fileName, owner: found };
  if (!found.isCurrent || found.id !== own.id) return { problem: 'outdated', fileName };
  return { id: found.id, fileName: found.fileName, due: found.due, bytes };
}
