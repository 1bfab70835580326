import type { Instrument, ScoreField } from '../../../instrument/model/schema.ts';
import { countedLevel, isScoreField, mayLeaveBlank, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { type Answer, isNotAsked, isOptionalBlank } from '../../../response/response.ts';
import { scoredItems } from '../../../scoring/scorecard.ts';
import { maxRows } from '../../../spreadsheet/plan/planTableSheet.ts';
import { countTidyRows, type TidyRow, tidyRows } from '../../figures/tidyData.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { type QuestionColumns, questionColumns } from './questionColumns.ts';

/** The rows of the sheet Data, and how figures on other sheets can be traced to them. */
export interface DataPlan {
  readonly rows: Iterable<TidyRow>;
  readonly count: number;
  /** The text by which formulas count a row: `1.1.1 is 3 Good`. Undefined for a row that no formula counts. */
  readonly countedAs: (row: TidyRow) => string | undefined;
  /** Excel has 1,048,576 rows: if all answers are more, only the scores are included. */
  readonly holds: 'everything' | 'scores';
  /** First and last row of a question's scores, counted from the first row of data. */
  readonly blocks: ReadonlyMap<string, readonly [first: number, last: number]>;
  /** Whether the counts of questions are formulas over the data, or values. */
  readonly traced: 'by formula' | 'too many' | 'not countable';
}

/** Separates a question and its level, so that no program takes the two for a number or a date. */
export const countedBetween = ' is ';

/** The maximum size at which the sheet Data has all answers, and figures are formulas over it. */
export interface DataLimits {
  readonly rows: number;
  /**
   * Formulas times compared rows in a full recalculation: an estimate of the work of Excel in a second (some 40 nanoseconds
   * for a short text).
   */
  readonly comparisons: number;
}

export const dataLimits: DataLimits = { rows: maxRows, comparisons: 25_000_000 };

export function planData(rollUp: RollUp, limits: DataLimits): DataPlan {
  const { instrument } = rollUp;
  const columns = instrument.scorecard === undefined ? undefined : questionColumns(rollUp);
  const holds = columns !== undefined && countTidyRows(rollUp) > limits.rows ? 'scores' : 'everything';
  const rows = tidyRows(rollUp, 'question', (field) => holds === 'everything' || isScoreField(field));
  const countedAs = columns === undefined ? () => undefined : counting(instrument, columns);
  const { count, blocks } = placesOf(rows, countedAs);
  return { rows, count, countedAs, holds, blocks, traced: tracing(rollUp, count, columns, limits) };
}

function counting(instrument: Instrument, { counts, levels }: QuestionColumns): (row: TidyRow) => string | undefined {
  const places = new Map(scoredScaleOf(instrument).options.map(({ level }, index) => [level, index]));
  const words = new Map(
    scoredItems(instrument).map(({ item: { key } }) => [
      key,
      counts.map((heading) => `${key}${countedBetween}${heading}`),
    ]),
  );
  const place = (field: ScoreField, answer: Answer): number => {
    if (answer.state === 'answered') return places.get(countedLevel(field, Number(answer.value))) ?? levels + 1;
    if (answer.state === 'not-applicable' || answer.state === 'does-not-apply') return levels;
    if (isOptionalBlank(answer)) return levels + 2;
    return isNotAsked(answer) ? levels + (mayLeaveBlank(instrument) ? 3 : 2) : levels + 1;
  };
  return ({ question, field, answer }) =>
    isScoreField(field) ? words.get(question)?.[place(field, answer)] : undefined;
}

function placesOf(rows: Iterable<TidyRow>, countedAs: DataPlan['countedAs']): Pick<DataPlan, 'count' | 'blocks'> {
  const blocks = new Map<string, [number, number]>();
  let count = 0;
  for (const row of rows) {
    if (isScoreField(row.field) && countedAs(row) !== undefined) {
      const block = blocks.get(row.question);
      if (block === undefined) blocks.set(row.question, [count, count]);
      else block[1] = count;
    }
    count += 1;
  }
  return { count, blocks };
}

/** Characters that COUNTIF takes for a pattern or a comparison, and the maximum length of its search text. */
const pattern = /[*?~]/;
const longestSought = 255;

function tracing(
  rollUp: RollUp,
  rows: number,
  columns: QuestionColumns | undefined,
  { comparisons }: DataLimits,
): DataPlan['traced'] {
  if (columns === undefined) return 'not countable';
  const questions = scoredItems(rollUp.instrument);
  const longest = Math.max(0, ...questions.map(({ item }) => item.key.length)) + countedBetween.length;
  const sought = (heading: string): boolean => !pattern.test(heading) && heading.length + longest <= longestSought;
  if (!columns.counts.every(sought)) return 'not countable';
  return rows * questions.length * columns.counts.length > comparisons ? 'too many' : 'by formula';
}
