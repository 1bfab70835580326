import { viewsOf } from '../../../instrument/model/traverse.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { type CombinedScore, combinedScores, weakestPartsFirst } from '../../figures/combinedScores.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { type CombinedColumns, combinedColumns } from './combinedColumns.ts';

/** The scores of one view on the sheet Summary; the first table begins with the whole. */
export interface SummaryTable {
  /** Shown above the table. */
  readonly title: string;
  /** The row of its headings. */
  readonly row: number;
  /** The weakest part first. */
  readonly scores: readonly SummaryScore[];
}

export interface SummaryScore extends CombinedScore {
  /** Its place among all scores, in the order of the instrument, from 0. */
  readonly place: number;
}

/** Where the sheet Summary has its figures. Other sheets refer to them. */
export interface SummaryTables {
  readonly columns: CombinedColumns;
  readonly tables: readonly SummaryTable[];
}

export const summaryName = 'Summary';

/** The width of the print at which its text is still of 9 points, and of the names of parts, in characters. */
const [printedWidth, minPartWidth] = [162, 36];

/** Rows from the end of a table to the headings of the next: an empty one, and its title. */
const rowsBetween = 3;

export function summaryTables({ instrument, partners }: RollUp): SummaryTables {
  const scores = combinedScores(instrument, partners).map((score, place) => ({ ...score, place }));
  const [first, ...others] = viewsOf(instrument);
  const of = (view: CombinedScore['view']): readonly SummaryScore[] =>
    weakestPartsFirst(scores.filter((score) => score.view === view));
  let row = headerRow;
  const blocks = [
    { title: first?.title ?? 'Overall', scores: [...of(undefined), ...(first === undefined ? [] : of(first))] },
    ...others.map((view) => ({ title: view.title, scores: of(view) })),
  ];
  const tables = blocks.map((block) => {
    const table = { ...block, row };
    row += block.scores.length + rowsBetween;
    return table;
  });
  const columnsFor = (width: number): CombinedColumns =>
    combinedColumns(
      instrument,
      [{ heading: 'Part', role: 'link', width }],
      // Narrow charts take their labels from this column.
      [{ heading: 'Name in charts', role: 'text', width: 30 }],
    );
  const rest = columnsFor(0);
  const widths = rest.columns.slice(0, rest.printed).map(({ width }) => width);
  const room = printedWidth - widths.reduce((sum, width) => sum + width, 0);
  return { columns: columnsFor(Math.max(minPartWidth, room)), tables };
}
