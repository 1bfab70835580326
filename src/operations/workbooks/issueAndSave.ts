import type { Finding } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Issue } from '../../rounds/issue/issue.ts';
import { issueWorkbooks } from '../../rounds/issue/issueWorkbooks.ts';
import { workbookWriter, writeWorkbook } from '../../workbook/writeWorkbook.ts';
import type { Watcher } from '../rounds/operationContext.ts';
import type { Folder } from './folder.ts';
import { type SaveOutcome, saveWorkbook } from './saveWorkbook.ts';

export interface GeneratedFile {
  /** Code of the partner. */
  readonly partner: string;
  readonly file: string;
  readonly outcome: SaveOutcome;
}

/** Registers a workbook for each partner, and saves it in a folder. */
export async function issueAndSave(
  register: Register,
  issue: Issue,
  folder: Folder,
  watcher: Watcher,
): Promise<{ readonly files: readonly GeneratedFile[]; readonly findings: readonly Finding[] }> {
  const issued = await issueWorkbooks(register, issue);
  const write = workbookWriter(issue.instrument);
  const files: GeneratedFile[] = [];
  const findings: Finding[] = [];
  for (const workbook of issued) {
    const { partner, fileName } = workbook;
    const answers = issue.known?.get(partner.code);
    const details = { ...issue, ...workbook };
    const bytes = await (answers === undefined ? write(details) : writeWorkbook(issue.instrument, details, answers));
    const saved = await saveWorkbook(register, workbook, folder, bytes);
    findings.push(...saved.findings);
    files.push({ partner: partner.code, file: folder.pathOf(fileName), outcome: saved.outcome });
    watcher.onProgress?.(`${partner.code} ${fileName}`, issued.length);
  }
  return { files, findings };
}
