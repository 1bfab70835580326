import { FindingsError, finding } from '../../finding/index.ts';
import { planTableSheet } from '../../spreadsheet/plan/planTableSheet.ts';
import { fitRows } from '../../spreadsheet/plan/rowHeights.ts';
import { tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { LongRows, SheetPlan, WorkbookPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { type Value, valuesOf } from '../../spreadsheet/plan/tableRows.ts';
import type { Role } from '../../spreadsheet/style/theme.ts';
import { renderWorkbook } from '../../spreadsheet/write/renderWorkbook.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import { type ExportColumn, exportColumns } from './columns.ts';
import type { DataOf, DataWriter } from './dataWriter.ts';
import { dictionaryOf } from './dictionary.ts';

/** The maximum number of rows below the headings of a sheet. */
const maxRows = 1_048_575;

/** Looks of the columns of each type. */
const roles: Readonly<Record<ExportColumn['type'], Role>> = {
  text: 'plain',
  integer: 'plainNumber',
  number: 'plainAmount',
  date: 'plainDate',
};

/** Widths of columns in characters, so that most rows take one line. */
const widths: Readonly<Record<string, number>> = {
  ...{ instrument: 26, region: 28, area: 20, partner: 36, section: 50, state: 18, answer: 80 },
};
const usualWidth = 15;

/**
 * A workbook with one row for each answer, and its dictionary on a second sheet. Codes are text, levels numbers and dates
 * dates; a missing value is an empty cell.
 *
 * @param made The time shown in the properties of the document.
 * @throws FindingsError for more rows than a sheet has
 */
export function workbookData(data: DataOf, made: Date): DataWriter {
  const parts: Iterable<TidyRow>[] = [];
  let count = 0;
  const rows: Iterable<TidyRow> = {
    *[Symbol.iterator]() {
      for (const some of parts) yield* some;
    },
  };
  return {
    begin: () => [],
    add: (some) => {
      parts.push(some);
      for (const _row of some) count += 1;
      checkRows(count);
      return [];
    },
    end: async () => [await renderWorkbook(dataPlan(data, rows, made))],
  };
}

/** A sheet is written when all its rows are there. They fit in memory, as a sheet has only so many. */
function checkRows(rows: number): void {
  if (rows > maxRows) throw new FindingsError([finding('output.too-many-rows', {}, { rows, limit: maxRows })]);
}

/** The same workbook as data. */
export function dataPlan(rollUp: DataOf, rows: Iterable<TidyRow>, made: Date): WorkbookPlan {
  const { instrument, round } = rollUp;
  const marks = { marking: round.marking, footer: `${instrument.title}: data of round ${round.round}` };
  return {
    title: `Data of round ${round.round}: ${instrument.title}`,
    subject: 'Self-assessed, not validated',
    description: 'One row for each partner that returned, question and field, with a dictionary of everything in it.',
    keywords: [instrument.key, `round ${round.round}`, 'data'],
    category: 'Data',
    at: made,
    language: instrument.language,
    properties: new Map([
      ['Scorebook kind', 'data'],
      ['Scorebook round', round.round],
    ]),
    sheets: [dataSheet(rollUp, rows, marks), dictionarySheet(rollUp, marks)],
    lockStructure: false,
    calculateOnOpening: false,
  };
}

type Marks = Parameters<typeof planTableSheet>[0];

/** The headings are in the first row, where programs that read data look for them. */
function dataSheet(rollUp: DataOf, rows: Iterable<TidyRow>, { marking, footer }: Marks): SheetPlan {
  const columns = exportColumns(rollUp);
  const data = valuesOf(rows, (row) => columns.map(({ type, value }) => typedCell(type, value(row))));
  checkRows(data.length);
  const table = { name: 'data', row: 1, headings: columns.map(({ name }) => name), rows: data.length };
  const { cells = [], tables = [] } = tableHeadings({ ...table, filterButtons: true });
  const long: LongRows = {
    ...{ table: 'data', firstRow: 2, rows: data },
    columns: columns.map(({ name, type }) => ({ role: roles[type], width: widths[name] ?? usualWidth })),
  };
  const ofColumns = long.columns.map(({ width }) => width);
  return {
    ...{ name: 'Data', widths: ofColumns, heights: fitRows(cells, ofColumns, tables), cells },
    // Excel does not allow a table without rows.
    ...(data.length === 0 ? { tables: [] } : { tables, long }),
    ...{ formats: [], charts: [], isProtected: false },
    frozen: { rows: 1, columns: 0 },
    print: { footer, marking, headerRow: 1, area: { rows: 1 + data.length, columns: columns.length }, breaks: [] },
  };
}

function typedCell(type: ExportColumn['type'], value: string | number | undefined): Value | undefined {
  return type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}

const dictionarySheet = (rollUp: DataOf, marks: Marks): SheetPlan =>
  planTableSheet(marks, {
    name: 'Dictionary',
    title: 'Dictionary of the data',
    note: 'What every column, question, field, level and state of the sheet Data means.',
    table: 'dictionary',
    columns: [
      { heading: 'What', role: 'plain', width: 10 },
      { heading: 'Name', role: 'reference', width: 28 },
      { heading: 'Type', role: 'plain', width: 10 },
      { heading: 'Meaning', role: 'plain', width: 70 },
      { heading: 'Values', role: 'plain', width: 60 },
    ],
    rows: valuesOf(dictionaryOf(rollUp), ({ what, name, type, meaning, values }) => [
      what,
      name,
      type,
      meaning,
      values,
    ]),
    frozen: { rows: 5, columns: 0 },
  });
