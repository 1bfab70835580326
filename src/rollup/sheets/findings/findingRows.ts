import type { Workbook } from 'exceljs';
import { type Place, placeText } from '../../../finding/index.ts';
import { headerRow, type SheetMarks, type TableSheet, writeTableSheet } from '../../../spreadsheet/write/tableSheet.ts';
import { type Content, colourWhen, printable } from '../../../spreadsheet/write/worksheet.ts';
import type { FindingRow, ImportedFile, ImportFindings } from '../../load/importFindings.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';

export const findingsSheetName = 'Findings';

/** Rows of the sheet: a file with more would take too long to open. */
export const maxFindingRows = 20_000;

const columns: TableSheet['columns'] = [
  { heading: 'Severity', role: 'text', width: 11 },
  { heading: 'Partner code', role: 'reference', width: 10 },
  { heading: 'Partner', role: 'typed', width: 26 },
  { heading: 'Round', role: 'typed', width: 10 },
  { heading: 'File', role: 'typed', width: 28 },
  { heading: 'Sheet', role: 'typed', width: 20 },
  { heading: 'Cell', role: 'link', width: 32 },
  { heading: 'Same in cells', role: 'typed', width: 18 },
  { heading: 'Question or row', role: 'reference', width: 12 },
  { heading: 'Value', role: 'typed', width: 24 },
  { heading: 'What is wrong, and what to do', role: 'typed', width: 80 },
  { heading: 'Kind of finding', role: 'typed', width: 22 },
];

/** Writes the sheet Findings: every finding, with a link to its cell in the returned file. */
export function writeFindingRows(workbook: Workbook, marks: SheetMarks, { files, rows: shown }: ImportFindings): void {
  const all = files.reduce((sum, { rows }) => sum + rows, 0);
  const sheet = writeTableSheet(workbook, marks, {
    name: findingsSheetName,
    title: 'Findings',
    note: [
      ...(shown.length < all ? [`The first ${shown.length} of ${all}; import --json shows all.`] : []),
      'By partner; errors before warnings, then sheet by sheet. A repeated mistake is one row. [z]: none; [x]: not known.',
    ].join(' '),
    table: 'findings',
    columns,
    rows: shown.map(({ file, row }) => cellsOf(file, row)),
  });
  if (shown.length === 0) return;
  const severity = `A${headerRow + 1}`;
  colourWhen(sheet, `${severity}:A${headerRow + shown.length}`, [{ formula: `${severity}="Error"`, colour: 'wrong' }]);
}

function cellsOf({ file, address, stored }: ImportedFile, row: FindingRow): readonly Content[] {
  const { first, count, otherCells, questions, value } = row;
  return [
    first.severity === 'error' ? 'Error' : 'Warning',
    stored?.partner.code ?? missingValueMarks.noReturn,
    stored?.partner.name ?? missingValueMarks.noReturn,
    stored?.round ?? missingValueMarks.noReturn,
    file,
    first.place.sheet ?? missingValueMarks.notApplicable,
    cellContent(first.place, address),
    otherCells.length === 0 ? missingValueMarks.notApplicable : `${count} in all: also ${otherCells.join(', ')}`,
    questions.length === 0 ? missingValueMarks.notApplicable : questions.join(', '),
    value === undefined || printable(value).trim() === '' ? missingValueMarks.notApplicable : value,
    first.message,
    first.code,
  ];
}

function cellContent({ sheet, cell }: Place, address: string | undefined): Content {
  if (sheet === undefined || cell === undefined) return missingValueMarks.notApplicable;
  const text = placeText({ sheet, cell });
  const at = `'${sheet.replaceAll("'", "''")}'!${cell}`;
  return address === undefined ? text : { text, address: `${address}#${at}` };
}
