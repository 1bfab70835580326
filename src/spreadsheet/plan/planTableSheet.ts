import { lineWidth } from '../style/rowHeight.ts';
import type { Role } from '../style/theme.ts';
import { planSheet, type SheetStart } from './planSheet.ts';
import { withHeights } from './rowHeights.ts';
import { cell, type SheetPart, tableHeadings } from './sheetParts.ts';
import type { SheetPlan } from './sheetPlan.ts';
import { firstRows, type TableRows } from './tableRows.ts';

/** Texts shown on every sheet of a workbook. */
export interface SheetMarks {
  /** Protective marking. */
  readonly marking: string | undefined;
  /** Text at the left of the printed footer. */
  readonly footer: string;
}

export interface TableColumn {
  readonly heading: string;
  readonly role: Role;
  readonly width: number;
}

export interface TableSheet
  extends Pick<
    SheetStart,
    | 'name'
    | 'title'
    | 'note'
    | 'pages'
    | 'orientation'
    | 'frozen'
    | 'zoom'
    | 'tabColour'
    | 'titleColumns'
    | 'columnBreaks'
  > {
  /** A second line of the note, directly above the table. */
  readonly lead?: string;
  /** Unique name of the table. */
  readonly table: string;
  readonly columns: readonly TableColumn[];
  readonly rows: TableRows;
  /** Conditional formats. */
  readonly formats?: SheetPart['formats'];
  /** Whether the table shows buttons for filters. */
  readonly filterButtons?: true;
  /** Rows below the table for charts, after an empty one. */
  readonly chartRows?: number;
  /** The number of columns that are printed; all when absent. */
  readonly printedColumns?: number;
}

/** Tables begin here, below the title, the note and the marking. */
export const headerRow = 5;

/** Maximum number of rows below the header of a table. */
export const maxRows = 1_048_576 - headerRow;

/** Font size of the note, in points. */
const noteSize = 11;

/** Font size of a link, in points, and the maximum width that a link gives its column, in characters. */
const [linkSize, maxLinkWidth] = [10, 80];

/** The height of rows for charts, in points: low enough for page breaks anywhere. */
export const chartRowHeight = 20;

/**
 * A sheet with one table and nothing else (practice A22). An empty table is a sentence in place of its headings: Excel
 * does not allow a table without rows.
 */
export function planTableSheet({ marking, footer }: SheetMarks, sheet: TableSheet): SheetPlan {
  const {
    table,
    chartRows = 0,
    formats = [],
    lead,
    columns: given,
    rows: _r,
    filterButtons,
    printedColumns,
    ...start
  } = sheet;
  const printed = printedColumns ?? given.length;
  const rows = firstRows(sheet.rows, maxRows);
  const cut = sheet.rows.length > maxRows ? ` Excel has room for ${rows.length} of ${sheet.rows.length} rows.` : '';
  const note = `${sheet.note}${cut}`;
  const columns = asWideAs(note, withRoomForLinks(given, rows), sheet.columnBreaks?.[0] ?? printed);
  const headings = columns.map(({ heading }) => heading);
  const isEmpty = rows.length === 0;
  const planned = planSheet(
    {
      ...start,
      ...{ note, marking, footer, headerRow },
      widths: columns.map(({ width }) => width),
    },
    isEmpty
      ? [{ cells: [cell(headerRow, 1, 'None.', 'note')] }]
      : [
          { cells: lead === undefined ? [] : [cell(headerRow - 1, 1, lead, 'note')] },
          tableHeadings({
            ...{ name: table, row: headerRow, headings, rows: rows.length },
            ...(filterButtons === undefined ? {} : { filterButtons }),
          }),
          { formats },
        ],
  );
  const last = headerRow + rows.length;
  const { print } = planned;
  const plan: SheetPlan = {
    ...planned,
    ...(isEmpty ? {} : { long: { table, firstRow: headerRow + 1, columns, rows } }),
    ...(print === undefined
      ? {}
      : {
          print: {
            ...print,
            area: { ...print.area, columns: printed, rows: last + (chartRows === 0 ? 0 : chartRows + 1) },
          },
        }),
  };
  return withHeights(
    plan,
    Array.from({ length: chartRows }, (_, index) => [last + 2 + index, chartRowHeight]),
  );
}

/** The first row for charts below a table. */
export const firstChartRow = ({ long }: SheetPlan): number => headerRow + (long?.rows.length ?? 0) + 2;

/** Widens the columns of the first page to the width of the note above them, which would otherwise be cut off in print. */
function asWideAs(note: string, columns: TableSheet['columns'], onPage: number): TableSheet['columns'] {
  const total = columns.slice(0, onPage).reduce((sum, { width }) => sum + width, 0);
  const required = lineWidth(note, noteSize);
  return required <= total
    ? columns
    : columns.map((column, index) =>
        index < onPage ? { ...column, width: Math.ceil((column.width * required) / total) } : column,
      );
}

/** LibreOffice does not wrap links: the column is as wide as the longest, within reason. */
function withRoomForLinks(columns: TableSheet['columns'], rows: TableSheet['rows']): TableSheet['columns'] {
  return columns.map((column, index) => {
    if (column.role !== 'link') return column;
    let width = column.width;
    for (const row of rows) {
      const content = row[index];
      if (typeof content !== 'object' || !('address' in content)) continue;
      width = Math.max(width, Math.min(maxLinkWidth, lineWidth(content.text, linkSize)));
    }
    return { ...column, width };
  });
}
