import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { emptyResponse, type Response } from '../../response/response.ts';
import { bandName, bandsOf } from '../../scoring/bands.ts';
import { type PartScore, type Scorecard, scorecardOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import type { Words } from '../../words/words.ts';
import { partLabel, tablePartLabel } from '../layout/layout.ts';
import { figureHeadings, figuresOf, firstFigureHeadings } from '../parts/figures.ts';
import { rawText } from '../read/cells/rawCells.ts';
import type { ComparedSheet } from './compareSheet.ts';
import type { IssuedSheet } from './issuedContent.ts';

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
 *
 * @param sent the Scorecard as issued
 */
export function checkFigures(
  words: Words,
  sent: IssuedSheet,
  sheet: RawSheet,
  cellNow: ComparedSheet['cellNow'],
  instrument: Instrument,
  response: Response,
): readonly Finding[] {
  const headings = figureHeadings(words, instrument);
  const computed = partsByLabel(words, instrument, scorecardOf(instrument, response));
  const shown = shownFigures(words, sent, sheet, cellNow, instrument, new Set(computed.keys()));
  const differing = (parts: ReadonlyMap<string, PartScore>) =>
    shown.flatMap(({ label, figure, cell }) => {
      const own = parts.get(label);
      return own === undefined || isEqual(cell, figuresOf(words, instrument, own)[figure])
        ? []
        : [{ own, figure, cell }];
    });
  const differences = differing(computed);
  const [first] = differences;
  if (first === undefined) return [];
  const place = { sheet: sheet.name, cell: address(first.cell.row, first.cell.column) };
  const unanswered = scorecardOf(instrument, emptyResponse(instrument));
  if (differing(partsByLabel(words, instrument, unanswered)).length === 0) {
    return [finding('scorecard.not-recalculated', place, {})];
  }
  return [
    finding('scorecard.differs', place, {
      differences: differences.map(
        ({ own, figure, cell }): Difference => ({
          part: own.title,
          figure: headings[figure] ?? '',
          shown: describeFigure(words, instrument, cell.value.value, headings[figure]),
          ours: describeFigure(words, instrument, figuresOf(words, instrument, own)[figure] ?? '', headings[figure]),
        }),
      ),
    }),
  ];
}

/**
 * Labels are unique: `checkFit` reports an instrument with two parts of one name. The first version gave every part its
 * whole title.
 */
const partsByLabel = (
  { scorecard }: Words,
  instrument: Instrument,
  { overall, views }: Scorecard,
): ReadonlyMap<string, PartScore> =>
  new Map([
    [scorecard.overall, overall],
    ...views.flatMap(({ view, parts }) =>
      parts.flatMap((part) =>
        [partLabel(view, part), tablePartLabel(instrument, view, part)].map((label) => [label, part] as const),
      ),
    ),
  ]);

interface ShownFigure {
  readonly label: string;
  /** Counted from 0. */
  readonly figure: number;
  readonly cell: RawCell;
}

/**
 * The figures on the present sheet. Tables are found by the headings of figures and the labels of parts as issued: the
 * version that issued the workbook may have laid the sheet out differently.
 */
function shownFigures(
  words: Words,
  { rows }: IssuedSheet,
  sheet: RawSheet,
  cellNow: ComparedSheet['cellNow'],
  instrument: Instrument,
  labels: ReadonlySet<string>,
): readonly ShownFigure[] {
  const figures = new Map(
    [figureHeadings(words, instrument), firstFigureHeadings(words, instrument)].flatMap((headings) =>
      headings.map((heading, index) => [heading, index] as const),
    ),
  );
  let columns: readonly (readonly [column: number, figure: number])[] = [];
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([row, cells]): readonly ShownFigure[] => {
      const texts = [...cells.values()].filter(({ formula }) => !formula);
      const headed = texts.flatMap((cell) => {
        const figure = figures.get(rawText(cell));
        return figure === undefined ? [] : [[cell.column, figure] as const];
      });
      if (headed.length > 1) columns = headed;
      const label = texts.map((cell) => rawText(cell)).find((text) => labels.has(text));
      if (label === undefined) return [];
      return columns.flatMap(([column, figure]) => {
        const at = cellNow(row, column);
        const cell = at === undefined ? undefined : sheet.rows.get(at.row)?.get(at.column);
        return cell === undefined || rawText(cell) === '' ? [] : [{ label, figure, cell }];
      });
    });
}

/** Programs round the last digits of a share differently. */
const nearEnough = 1e-6;

function isEqual({ value }: RawCell, figure: string | number | undefined): boolean {
  return typeof figure === 'number' && typeof value.value === 'number'
    ? Math.abs(figure - value.value) < nearEnough
    : String(value.value) === String(figure);
}

/** A share is shown as a percentage. A text that is no figure of a Scorecard was typed there, and is not repeated. */
function describeFigure(
  { bands, rules, scorecard }: Words,
  instrument: Instrument,
  value: RawCell['value']['value'],
  heading: string | undefined,
): string {
  if (typeof value === 'number')
    return heading === scorecard.coverage || heading === rules.figures.percentage
      ? `${Math.floor(value * 100 + nearEnough)}%`
      : String(value);
  const text = String(value);
  const words = bandsOf(instrument).map(({ band }) => bandName(band, bands));
  return /^#[A-Z/0!?]+$/.test(text) || [...words, scorecard.noneApplies, scorecard.noFigure].includes(text)
    ? text
    : 'something else';
}
