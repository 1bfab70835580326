import { finishWorkbook } from '../spreadsheet/write/finishWorkbook.ts';
import { newWorkbook } from '../spreadsheet/write/newWorkbook.ts';
import { describeUkTime } from '../time.ts';
import { type ImportedFile, importFindings } from './load/importFindings.ts';
import { writeFileRows } from './sheets/findings/fileRows.ts';
import { maxFindingRows, writeFindingRows } from './sheets/findings/findingRows.ts';

/** The property that tells such a workbook from others, and its value. */
export const findingsKind = ['Scorebook kind', 'import-findings'] as const;

/**
 * What was found in one import, as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made When the files were imported: stands in the workbook and in its properties.
 * @param marking Protective marking, as answers are quoted.
 */
export async function writeImportFindings(
  files: readonly ImportedFile[],
  made: Date,
  marking?: string,
): Promise<Uint8Array> {
  const workbook = await newWorkbook({
    title: 'Findings of an import',
    subject: 'What to put right in workbooks that were returned',
    at: made,
  });
  const marks = { marking, footer: `Findings of the import at ${describeUkTime(made)}` };
  const findings = await importFindings(files, maxFindingRows);
  writeFileRows(workbook, marks, findings.files, made);
  writeFindingRows(workbook, marks, findings);
  return finishWorkbook(workbook, {
    properties: new Map([findingsKind]),
    language: 'en-GB',
    lockStructure: false,
  });
}
