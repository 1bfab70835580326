import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { emptyResponse, type Response } from '../../response/response.ts';
import { bandNames } from '../../scoring/position.ts';
import { type PartScore, type Scorecard, scorecardOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import type { Layout } from '../layout/layout.ts';
import { figureHeadings, figuresOf, noneApplies } from '../parts/figures.ts';
import { rawText } from '../read/rawCells.ts';
import type { ComparedSheet } from './compareSheet.ts';

/** A figure on the returned Scorecard, and the computed one, by the names of stored findings; both as people read them. */
interface Difference {
  readonly part: string;
  readonly figure: string;
  readonly shown: string;
  readonly ours: string;
}

/**
 * Compares the figures on the workbook's own Scorecard, as the last program stored them, with those computed from the
 * answers. A figure that the program did not store is not compared.
 */
export function checkFigures(
  sheet: RawSheet,
  cellNow: ComparedSheet['cellNow'],
  layout: Layout,
  instrument: Instrument,
  response: Response,
): readonly Finding[] {
  const headings = figureHeadings(instrument);
  const shown = shownFigures(sheet, cellNow, layout, headings.length);
  const differing = (scorecard: Scorecard) => {
    const parts = partsOf(scorecard);
    return shown.filter(({ part, figure, cell }) => {
      const own = parts[part];
      return own !== undefined && !isEqual(cell, figuresOf(own)[figure]);
    });
  };
  const computed = scorecardOf(instrument, response);
  const differences = differing(computed);
  const [first] = differences;
  if (first === undefined) return [];
  const place = { sheet: sheet.name, cell: address(first.cell.row, first.cell.column) };
  if (differing(scorecardOf(instrument, emptyResponse(instrument))).length === 0) {
    return [finding('scorecard.not-recalculated', place, {})];
  }
  const parts = partsOf(computed);
  return [
    finding('scorecard.differs', place, {
      differences: differences.map(({ part, figure, cell }): Difference => {
        const own = parts[part];
        return {
          part: own?.title ?? '',
          figure: headings[figure] ?? '',
          shown: describeFigure(cell.value.value, headings[figure]),
          ours: describeFigure(own === undefined ? '' : (figuresOf(own)[figure] ?? ''), headings[figure]),
        };
      }),
    }),
  ];
}

/** In the order of the Scorecard. */
const partsOf = ({ overall, views }: Scorecard): readonly PartScore[] => [
  overall,
  ...views.flatMap(({ parts }) => parts),
];

interface ShownFigure {
  /** Counted from 0, as are the figures of a part. */
  readonly part: number;
  readonly figure: number;
  readonly cell: RawCell;
}

function shownFigures(
  sheet: RawSheet,
  cellNow: ComparedSheet['cellNow'],
  { scorecard }: Layout,
  figures: number,
): readonly ShownFigure[] {
  const rows = [scorecard.overall, ...scorecard.views].flatMap(({ firstRow, lastRow }) =>
    Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index),
  );
  return rows.flatMap((row, part) =>
    Array.from({ length: figures }, (_, figure) => figure).flatMap((figure): ShownFigure[] => {
      const at = cellNow(row, scorecard.columns.firstLevel + figure);
      const cell = at === undefined ? undefined : sheet.rows.get(at.row)?.get(at.column);
      return cell === undefined || rawText(cell) === '' ? [] : [{ part, figure, cell }];
    }),
  );
}

/** Programs round the last digits of a share differently. */
const nearEnough = 1e-6;

function isEqual({ value }: RawCell, figure: string | number | undefined): boolean {
  return typeof figure === 'number' && typeof value.value === 'number'
    ? Math.abs(figure - value.value) < nearEnough
    : String(value.value) === String(figure);
}

/** A share is shown as a percentage. A text that is no figure of a Scorecard was typed there, and is not repeated. */
function describeFigure(value: RawCell['value']['value'], heading: string | undefined): string {
  if (typeof value === 'number')
    return heading === 'Coverage' ? `${Math.floor(value * 100 + nearEnough)}%` : String(value);
  const text = String(value);
  return /^#[A-Z/0!?]+$/.test(text) || [...Object.values(bandNames), noneApplies].includes(text)
    ? text
    : 'something else';
}
