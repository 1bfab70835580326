import { finishWorkbook } from '../spreadsheet/write/finishWorkbook.ts';
import { newWorkbook } from '../spreadsheet/write/newWorkbook.ts';
import { describeUkTime } from '../time.ts';
import { type ImportedFile, importFindings } from './load/importFindings.ts';
import { writeFileRows } from './sheets/findings/fileRows.ts';
import { maxFindingRows, writeFindingRows } from './sheets/findings/findingRows.ts';

/**
 * Writes the workbook with the findings of one import. Returns the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made The time of the import, shown in the workbook and in its properties.
 * @param marking Protective marking, needed because answers are quoted.
 */
export async function writeImportFindings(
  files: readonly ImportedFile[],
  made: Date,
  marking?: string,
): Promise<Uint8Array> {
  const workbook = await newWorkbook({
    title: 'Findings of an import',
    subject: 'What to correct in returned workbooks',
    at: made,
  });
  const marks = { marking, footer: `Findings of the import at ${describeUkTime(made)}` };
  const findings = await importFindings(files, maxFindingRows);
  writeFileRows(workbook, marks, findings.files, made);
  writeFindingRows(workbook, marks, findings);
  return finishWorkbook(workbook, {
    properties: new Map([['Scorebook kind', 'import-findings']]),
    language: 'en-GB',
    lockStructure: false,
  });
}
