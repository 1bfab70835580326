import { bandName } from '../../../scoring/bands.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import {
  headerRow,
  planTableSheet,
  type SheetMarks,
  type TableSheet,
} from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { describeUkTime } from '../../../time.ts';
import { type CountedFile, folderOf, nameOf } from '../../load/importFindings.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { findingsSheetName, maxFindingRows } from './findingRows.ts';

const columns: TableSheet['columns'] = [
  { heading: 'File', role: 'link', width: 40 },
  { heading: 'Outcome', role: 'text', width: 19 },
  { heading: 'Partner code', role: 'reference', width: 10 },
  { heading: 'Partner', role: 'typed', width: 30 },
  { heading: 'Round', role: 'typed', width: 12 },
  { heading: 'Return', role: 'text', width: 9 },
  { heading: 'Coverage', role: 'percent', width: 11 },
  { heading: 'Position', role: 'text', width: 13 },
  { heading: 'Errors', role: 'number', width: 9 },
  { heading: 'Warnings', role: 'number', width: 11 },
  { heading: 'First finding', role: 'link', width: 18 },
  { heading: 'Folder', role: 'typed', width: 50 },
];

/** The folder is to the right of the print. */
const printedColumns = columns.length - 1;

/** The sheet Files: the outcome for each file, with links to the file and to its findings. */
export function filesSheet(marks: SheetMarks, files: readonly CountedFile[], made: Date): SheetPlan {
  let next = headerRow + 1;
  const rows = files.map((file) => {
    const first = next;
    next += file.rows;
    return cellsOf(file, first);
  });
  const outcome = `B${headerRow + 1}`;
  return planTableSheet(marks, {
    name: 'Files',
    title: 'Import results',
    note: `Imported at ${describeUkTime(made)}. One row for each file, by partner. [z]: none; [x]: not known, as the file was refused.`,
    table: 'files',
    columns,
    printedColumns,
    frozen: { rows: headerRow, columns: 1 },
    filterButtons: true,
    formats: [
      {
        range: `${outcome}:B${headerRow + rows.length}`,
        colours: [{ formula: `${outcome}="Refused"`, colour: 'wrongText' }],
      },
    ],
    rows,
  });
}

const outcomeWords = {
  accepted: 'Accepted',
  refused: 'Refused',
  'already imported': 'Already imported',
  'no return': 'No return',
} as const satisfies Record<CountedFile['outcome'], string>;

function cellsOf(
  { file, address, outcome, stored, errors, warnings, rows }: CountedFile,
  first: number,
): readonly Content[] {
  return [
    address === undefined ? nameOf(file) : { text: nameOf(file), address },
    outcomeWords[outcome],
    ...(stored === undefined
      ? Array.from({ length: 6 }, () => missingValueMarks.noReturn)
      : [
          stored.partner.code,
          stored.partner.name,
          stored.round,
          stored.id,
          stored.coverage ?? missingValueMarks.notApplicable,
          bandName(stored.band),
        ]),
    errors,
    warnings,
    rows === 0 || first >= headerRow + 1 + maxFindingRows ? missingValueMarks.notApplicable : linkTo(first),
    folderOf(file) || missingValueMarks.notApplicable,
  ];
}

function linkTo(row: number): Content {
  const words = `Findings, row ${row}`;
  return { formula: `HYPERLINK("#'${findingsSheetName}'!A${row}","${words}")`, result: words };
}
