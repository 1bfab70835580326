import { addWorkbookContent } from '../../register/rows/workbookContent.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { IssuedWorkbook } from './issue.ts';

/** Records the digest of the file that was written for a workbook, by which a changed one is recognised, and its content. */
export async function recordWrittenFile(
  register: Register,
  { stamp, content }: Pick<IssuedWorkbook, 'stamp' | 'content'>,
  sha256: string,
): Promise<void> {
  await register.db.transaction().execute(async (db) => {
    await db.updateTable('workbook').set({ sha256 }).where('id', '=', stamp.workbook).execute();
    await addWorkbookContent({ db }, stamp.workbook, content);
  });
}

/** Whether bytes with this SHA-256 are a workbook as it was issued, with nothing filled in since. */
export async function isAsIssued({ db }: OpenDatabase, sha256: string): Promise<boolean> {
  const found = await db.selectFrom('workbook').select('id').where('sha256', '=', sha256).executeTakeFirst();
  return found !== undefined;
}
