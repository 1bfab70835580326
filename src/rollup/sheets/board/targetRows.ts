import { describeOption, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { sheetCell, sheetColumn } from '../../../spreadsheet/model/address.ts';
import type { Formula } from '../../../spreadsheet/plan/content.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { byWeakness, type QuestionCounts } from '../../figures/questions.ts';
import { countTargets, furthestBelow, hasHighTargets, type QuestionBelow } from '../../figures/targets.ts';
import type { RollUpContent } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { questionColumns } from '../parts/questionColumns.ts';
import { type BoardRow, fitsAfter, maxQuestions } from './boardRow.ts';
import { cutAtWord, sentence } from './sentence.ts';

const sheet = 'Questions';

/** How many partners are below the target, and in which questions most are, unless these are the
 * weakest, which follow. Nothing if no question has a target. */
export function targetRows(content: RollUpContent, questions: readonly QuestionCounts[]): readonly BoardRow[] {
  const { rollUp } = content;
  const { belowTarget } = questionColumns(rollUp);
  if (belowTarget === undefined) return [];
  const topic = 'Below target';
  const link = linkTo(sheet, headerRow, belowTarget, sheet);
  const { partners, answers } = countTargets(rollUp);
  if (partners.all === 0) return [{ topic, finding: 'No question with a target has been answered.', link }];
  if (partners.below === 0) return [{ topic, finding: 'Every answer has reached its target.', link }];
  const below: Formula = {
    formula: `SUM(${sheetColumn(sheet, belowTarget, headerRow + 1, headerRow + questions.length)})`,
    result: answers.below,
  };
  return [
    {
      topic,
      finding: sentence(
        `${partners.below} of ${partners.all} partners are below a target, in `,
        below,
        ` of ${answers.all} answers.`,
      ),
      link,
    },
    ...(hasHighTargets(rollUp.instrument) ? furthestBelow(rollUp.instrument, questions) : [])
      .slice(0, maxQuestions(rollUp.instrument))
      .map((question, index) => questionRow(content, questions, question, index)),
  ];
}

/** `8 of 10 partners below level 2 (Fair). 1.1.2 Does the partner know the need?` */
function questionRow(
  { rollUp }: RollUpContent,
  questions: readonly QuestionCounts[],
  { question: { item, answered }, target, partners }: QuestionBelow,
  index: number,
): BoardRow {
  const columns = questionColumns(rollUp);
  const row = headerRow + 1 + byWeakness(questions).findIndex((one) => one.item.key === item.key);
  const cellOf = (column: number, result: number): Formula => ({ formula: sheetCell(sheet, row, column), result });
  const figures = [
    cellOf(columns.belowTarget ?? 0, partners),
    ' of ',
    cellOf(columns.answered, answered),
    ` below ${describeOption(scoredScaleOf(rollUp.instrument), target)}. `,
  ];
  const shown = sentence(...figures);
  const fits = fitsAfter(typeof shown === 'object' ? String(shown.result) : shown);
  return {
    topic: `Most below ${index + 1}`,
    finding: sentence(...figures, cutAtWord(`${item.key} ${item.question}`, fits)),
    link: linkTo(sheet, row, 1, `${sheet}: ${item.key}`),
  };
}
