import { type Finding, FindingsError, type Place } from '../../finding/index.ts';
import { type ReturnedFile, returnedFile } from '../../register/rows/returnedFile.ts';
import { type ReturnSender, returnSenders } from '../../register/rows/returnSenders.ts';
import { attachmentsOf } from '../../spreadsheet/read/attachments.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import { unknownReturn } from '../rounds/unknownReturn.ts';

export interface StoredFile extends ReturnedFile {
  /** A name that every system accepts, without archives and folders. */
  readonly fileName: string;
  /** The e-mail in which it came, if any. */
  readonly message: ReturnSender | undefined;
}

export interface SavedAttachment {
  readonly name: string;
  /** The sheet and the cell that show it; empty if none does. */
  readonly place: Pick<Place, 'sheet' | 'cell'>;
  /** How many it has. */
  readonly bytes: number;
}

export interface SavedAttachments {
  readonly attachments: readonly SavedAttachment[];
  /** Why others were not saved. */
  readonly findings: readonly Finding[];
}

/**
 * Gets back the file of a return, accepted or refused, byte for byte as it came.
 *
 * @throws Refusal for a number that no return has.
 * @throws FindingsError when its bytes are missing, or have changed since.
 */
export async function getReturn({ register }: Pick<OperationContext, 'register'>, id: number): Promise<StoredFile> {
  const file = await returnedFile(register, id);
  if (file === undefined) throw unknownReturn(id);
  return { ...file, fileName: fileNameOf(file), message: (await returnSenders(register)).get(id) };
}

/**
 * Saves the pictures and embedded files of a returned workbook, each under a name made of its sheet and cell.
 *
 * @param save Saves a file whole or not at all. What it throws as a FindingsError is reported, and the others go on.
 * @throws FindingsError when the file is not a readable archive.
 */
export function saveAttachments(
  { bytes: workbook }: Pick<StoredFile, 'bytes'>,
  save: (name: string, bytes: Uint8Array) => void,
): SavedAttachments {
  const attachments: SavedAttachment[] = [];
  const findings: Finding[] = [];
  for (const { name, sheet, cell, content } of attachmentsOf(workbook)) {
    const problems = 'findings' in content ? content.findings : problemsOf(() => save(name, content.bytes));
    findings.push(...problems.map((found) => ({ ...found, place: { ...found.place, file: name } })));
    if ('findings' in content || problems.length > 0) continue;
    const place = { ...(sheet === undefined ? {} : { sheet }), ...(cell === undefined ? {} : { cell }) };
    attachments.push({ name, place, bytes: content.bytes.length });
  }
  return { attachments, findings };
}

function problemsOf(save: () => void): readonly Finding[] {
  try {
    save();
    return [];
  } catch (failure) {
    if (failure instanceof FindingsError) return failure.findings;
    throw failure;
  }
}

/** The file's own name, without archives and folders, and without what systems forbid in names. */
const fileNameOf = ({ name }: ReturnedFile): string =>
  (name.split(/[\\/]| > /).at(-1) ?? '').replace(/[<>:"|?*\p{C}]/gu, '-').slice(-100);
