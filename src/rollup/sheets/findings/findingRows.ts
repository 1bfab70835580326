import { type Place, placeText } from '../../../finding/index.ts';
import { cellText } from '../../../spreadsheet/plan/cellText.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import {
  headerRow,
  planTableSheet,
  type SheetMarks,
  type TableSheet,
} from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type FindingRow, type ImportedFile, type ImportFindings, nameOf } from '../../load/importFindings.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';

export const findingsSheetName = 'Findings';

/** Rows of the sheet: a file with more would take too long to open. */
export const maxFindingRows = 20_000;

const columns: TableSheet['columns'] = [
  { heading: 'Severity', role: 'text', width: 11 },
  { heading: 'Partner', role: 'typed', width: 24 },
  { heading: 'Cell', role: 'link', width: 24 },
  { heading: 'Question or row', role: 'reference', width: 11 },
  { heading: 'Value', role: 'typed', width: 20 },
  { heading: 'What is wrong, and what to do', role: 'typed', width: 66 },
  { heading: 'Same in cells', role: 'typed', width: 18 },
  { heading: 'Partner code', role: 'reference', width: 10 },
  { heading: 'Round', role: 'typed', width: 10 },
  { heading: 'File', role: 'typed', width: 34 },
  { heading: 'Sheet', role: 'typed', width: 20 },
  { heading: 'Kind of finding', role: 'typed', width: 24 },
];

/** The columns from the partner's code on are to the right of the print. */
const printedColumns = columns.findIndex(({ heading }) => heading === 'Partner code');

/** The sheet Findings: every finding, with a link to its cell in the returned file. */
export function findingsSheet(
  marks: SheetMarks,
  { files, rows: shown }: ImportFindings,
  advice: string | undefined,
): SheetPlan {
  const all = files.reduce((sum, { rows }) => sum + rows, 0);
  const severity = `A${headerRow + 1}`;
  return planTableSheet(marks, {
    name: findingsSheetName,
    title: 'Findings',
    note: [
      ...(shown.length < all ? [`The first ${shown.length} of ${all}; import --json shows all.`] : []),
      'By partner; errors before warnings, then sheet by sheet. A repeated mistake is one row. [z]: none; [x]: not known.',
      ...(advice === undefined ? [] : [advice]),
    ].join(' '),
    table: 'findings',
    columns,
    printedColumns,
    frozen: { rows: headerRow, columns: 2 },
    filterButtons: true,
    formats: [
      {
        range: `${severity}:A${headerRow + shown.length}`,
        colours: [{ formula: `${severity}="Error"`, colour: 'wrongText' }],
      },
    ],
    rows: shown.map(({ file, row }) => cellsOf(file, row)),
  });
}

function cellsOf({ file, address, stored }: ImportedFile, row: FindingRow): readonly Content[] {
  const { first, count, otherCells, questions, value } = row;
  const { noReturn, notApplicable } = missingValueMarks;
  return [
    first.severity === 'error' ? 'Error' : 'Warning',
    stored?.partner.name ?? noReturn,
    cellContent(first.place, address),
    questions.length === 0 ? notApplicable : questions.join(', '),
    value === undefined || cellText(value).trim() === '' ? notApplicable : value,
    first.message,
    otherCells.length === 0 ? notApplicable : `${count} in all: also ${otherCells.join(', ')}`,
    stored?.partner.code ?? noReturn,
    stored?.round ?? noReturn,
    nameOf(file),
    first.place.sheet ?? notApplicable,
    first.code,
  ];
}

function cellContent({ sheet, cell }: Place, address: string | undefined): Content {
  if (sheet === undefined || cell === undefined) return missingValueMarks.notApplicable;
  const text = placeText({ sheet, cell });
  const at = `'${sheet.replaceAll("'", "''")}'!${cell}`;
  return address === undefined ? text : { text, address: `${address}#${at}` };
}
