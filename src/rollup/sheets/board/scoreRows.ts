import { levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../../scoring/bands.ts';
import { answeredOf } from '../../../scoring/position.ts';
import { address, sheetCell } from '../../../spreadsheet/model/address.ts';
import type { Formula } from '../../../spreadsheet/plan/content.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { byWeakness, type QuestionCounts, strongestFirst, weakestFirst } from '../../figures/questions.ts';
import { returned } from '../../load/rollUp.ts';
import type { RollUpContent } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { type QuestionColumns, questionColumns } from '../parts/questionColumns.ts';
import { summaryName, summaryTables } from '../parts/summaryTables.ts';
import { type BoardRow, fitsAfter, maxQuestions } from './boardRow.ts';
import { cutAtWord, type Phrase, percentOf, sentence } from './sentence.ts';

/** How many partners have each position, and all together. */
export function positionRows({ rollUp }: RollUpContent): readonly BoardRow[] {
  const { columns, tables } = summaryTables(rollUp);
  const link = linkTo('Heat map', 1, 1, 'Heat map');
  const [overall] = tables[0]?.scores ?? [];
  if (overall === undefined || returned(rollUp).length === 0) {
    return [{ topic: 'Positions', finding: 'There are no positions without a return.', link }];
  }
  const row = headerRow + 1;
  const counts = bandsOf(rollUp.instrument).flatMap(({ band }, index): readonly Phrase[] => [
    index === 0 ? '' : ', ',
    { formula: sheetCell(summaryName, row, columns.firstBand + index), result: overall.positions.get(band) ?? 0 },
    ` ${bandName(band)}`,
  ]);
  const all = { formula: sheetCell(summaryName, row, columns.position), result: bandName(overall.band) };
  return [
    {
      topic: 'Positions',
      finding: sentence(...counts, '; all answers together: ', all, '.'),
      link,
    },
  ];
}

/** The weakest and the strongest questions. */
export function questionRows(content: RollUpContent, questions: readonly QuestionCounts[]): readonly BoardRow[] {
  const { rollUp } = content;
  const scale = scoredScaleOf(rollUp.instrument);
  const columns = questionColumns(rollUp);
  const order = byWeakness(questions);
  const [lowest, highest] = [scale.options.at(0), scale.options.at(-1)].map((option) =>
    option === undefined ? '' : levelName(scale, option),
  );
  const rowsFor = (topic: string, sheet: string, level: number, name: string, listed: readonly QuestionCounts[]) =>
    listed.slice(0, maxQuestions(rollUp.instrument)).map((question, index): BoardRow => {
      const row = headerRow + 1 + order.findIndex(({ item }) => item.key === question.item.key);
      const count = [...question.tally.levels.values()][level] ?? 0;
      return {
        topic: `${topic} ${index + 1}`,
        finding: describeQuestion(question, columns, { row, level, count, name }),
        link: linkTo(sheet, headerRow + 1 + index, 1, `${sheet}: ${question.item.key}`),
      };
    });
  return [
    ...rowsFor('Weakest', 'Weakest areas', 0, lowest ?? '', weakestFirst(questions)),
    ...rowsFor('Strongest', 'Strengths', columns.levels - 1, highest ?? '', strongestFirst(questions)),
  ];
}

/** `80% at level 1 (8 of 10 partners). 1.1.2 Does the partner know the need?` */
function describeQuestion(
  { item, tally }: QuestionCounts,
  columns: QuestionColumns,
  {
    row,
    level,
    count,
    name,
  }: { readonly row: number; readonly level: number; readonly count: number; readonly name: string },
): Formula | string {
  const cellOf = (column: number, result: number): Formula => ({
    formula: `'Questions'!${address(row, column)}`,
    result,
  });
  const some = cellOf(columns.firstCount + level, count);
  const all = cellOf(columns.answered, answeredOf(tally));
  const figures = [percentOf(some, all), ` at ${name} (`, some, ' of ', all, '). '];
  const shown = sentence(...figures);
  const fits = fitsAfter(typeof shown === 'object' ? String(shown.result) : shown);
  return sentence(...figures, cutAtWord(`${item.key} ${item.question}`, fits));
}
