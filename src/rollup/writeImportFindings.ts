import { adviceOn, commandsOfOthers } from '../register/grants/commandsOfUser.ts';
import type { UserLimits } from '../register/tables/userLimits.ts';
import type { WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import { describeUkTime } from '../time.ts';
import { type ImportedFile, type ImportFindings, importFindings } from './load/importFindings.ts';
import { filesSheet } from './sheets/findings/fileRows.ts';
import { findingsSheet, maxFindingRows } from './sheets/findings/findingRows.ts';

/** The document property by which such a workbook is recognised, and its value. */
export const findingsKind = ['Scorebook kind', 'import-findings'] as const;

/**
 * Writes the workbook with the findings of one import. Returns the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param made The time of the import, shown in the workbook and in its properties.
 * @param marking Protective marking, needed because answers are quoted.
 * @param limits What the user sees who imported; absent where that is all.
 */
export async function writeImportFindings(
  files: readonly ImportedFile[],
  made: Date,
  marking?: string,
  limits?: UserLimits,
): Promise<Uint8Array> {
  return renderWorkbook(importFindingsPlan(await importFindings(files, maxFindingRows), made, marking, limits));
}

/** The same workbook as data, from findings that are loaded. */
export function importFindingsPlan(
  findings: ImportFindings,
  made: Date,
  marking: string | undefined,
  limits?: UserLimits,
): WorkbookPlan {
  const messages = findings.rows.map(({ row }) => row.first.message);
  const advice =
    limits === undefined
      ? undefined
      : adviceOn(
          limits,
          messages.flatMap((text) => commandsOfOthers(text, limits.work)),
        );
  const marks = { marking, footer: `Findings of the import at ${describeUkTime(made)}` };
  return {
    title: 'Findings of an import',
    subject: 'What to correct in returned workbooks',
    description: 'The files of an import, and what was noticed in each: where it is, what is wrong, and what to do.',
    keywords: ['import', 'findings'],
    category: 'Import findings',
    at: made,
    language: 'en-GB',
    properties: new Map([findingsKind]),
    sheets: [filesSheet(marks, findings.files, made), findingsSheet(marks, findings, advice)],
    lockStructure: false,
    calculateOnOpening: false,
  };
}
