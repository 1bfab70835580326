import type { Scale } from '../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { Answer } from '../../response/response.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { headerRow } from '../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { isAtLevel, levelColour } from '../../workbook/parts/bands.ts';
import type { QuestionCounts } from '../figures/questions.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../sheets/parts/content.ts';
import { uniqueHeadings } from '../sheets/parts/uniqueHeadings.ts';
import type { Feedback } from './feedback.ts';

const ownColumn = 3;

/** The sheet Questions: the partner's level, and how many partners chose each. */
export function feedbackQuestionsSheet(marks: SheetMarks, feedback: Feedback): SheetPlan {
  const { instrument, own, groups } = feedback;
  const scale = scoredScaleOf(instrument);
  const byLabel = isChosenByLabel(scale);
  const columns: TableSheet['columns'] = [
    { heading: 'Ref', role: 'reference', width: 8 },
    { heading: 'Question', role: 'text', width: 60 },
    { heading: 'Your answer', role: 'position', width: 11 },
    ...(byLabel ? [] : [{ heading: 'Compared with the median', role: 'text' as const, width: 12 }]),
    ...groups.flatMap(({ label }): TableSheet['columns'] => [
      ...scale.options.map((option) => ({
        ...{ heading: `${label}: ${describeOption(scale, option)}`, role: 'number' as const, width: 14 },
      })),
      ...(byLabel ? [] : [{ heading: `${label}: median`, role: 'decimal' as const, width: 10 }]),
    ]),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const counts = groups.map(({ figures }) => figures?.questions);
  const items = scoredItems(instrument);
  const first = address(headerRow + 1, ownColumn);
  return planTableSheet(marks, {
    name: 'Questions',
    title: 'Question by question: your answer, beside those of others',
    note: 'The counts are of partners at each level, you among them. [z] means not applicable, [w] unanswered; the sheet Notes explains [c].',
    table: 'questions',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    formats: [
      {
        range: `${first}:${address(headerRow + items.length, ownColumn)}`,
        colours: scale.options.map(({ level }) => ({
          formula: isAtLevel(first, scale, level),
          colour: levelColour(scale, level),
        })),
      },
    ],
    rows: items.map((context, index) => {
      const score = scoreOf(own.result.response, context);
      return [
        ...[
          context.item.key,
          context.item.question,
          score.state === 'unreadable' ? missingValueMarks.unanswered : cellContent(score, scale),
        ],
        ...(byLabel ? [] : [besideMedian(scale, score, counts[0]?.[index])]),
        ...counts.flatMap((group) => figuresOf(scale, group?.[index])),
      ];
    }),
  });
}

function figuresOf(scale: Scale, question: QuestionCounts | undefined): readonly Content[] {
  const withheld = isChosenByLabel(scale) ? scale.options : [...scale.options, undefined];
  if (question === undefined) return withheld.map(() => missingValueMarks.suppressed);
  return [
    ...question.tally.levels.values(),
    ...(isChosenByLabel(scale) ? [] : [question.median ?? missingValueMarks.unanswered]),
  ];
}

/** Whether an answer is better or worse than the middle, whichever way the numbers of the scale run. */
function besideMedian(scale: Scale, score: Answer, question: QuestionCounts | undefined): string {
  if (question === undefined) return missingValueMarks.suppressed;
  if (score.state !== 'answered' || question.median === undefined) return missingValueMarks.notApplicable;
  const rises = (scale.options.at(0)?.level ?? 0) < (scale.options.at(-1)?.level ?? 0);
  const ahead = (Number(score.value) - question.median) * (rises ? 1 : -1);
  return ahead === 0 ? 'Same' : ahead > 0 ? 'Stronger' : 'Weaker';
}
