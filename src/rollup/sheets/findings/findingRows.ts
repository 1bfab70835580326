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

/** The sheet Findings: every finding, with a link to its cell in the returned file. */
export function findingsSheet(marks: SheetMarks, { files, rows: shown }: ImportFindings): SheetPlan {
  const all = files.reduce((sum, { rows }) => sum + rows, 0);
  const severity = `A${headerRow + 1}`;
  return planTableSheet(marks, {
    name: findingsSheetName,
    title: 'Findings',
    note: [
      ...(shown.length < all ? [`The first ${shown.length} of ${all}; import --json shows all.`] : []),
      'By partner; errors before warnings, then sheet by sheet. A repeated mistake is one row. [z]: none; [x]: not known.',
    ].join(' '),
    table: 'findings',
    columns,
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
    value === undefined || cellText(value).trim() === '' ? missingValueMarks.notApplicable : value,
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
