import type { Instrument, Scale } from '../../instrument/model/schema.ts';
import {
  describeOption,
  type ItemInContext,
  isChosenByLabel,
  levelName,
  mayLeaveBlank,
  scoredScaleOf,
} from '../../instrument/model/traverse.ts';
import type { Answer } from '../../response/response.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { gapOf, hasTargets, targetOf } from '../../scoring/targets.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { QuestionCounts } from '../figures/questions.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../sheets/parts/content.ts';
import { levelFormat } from '../sheets/parts/positionFormats.ts';
import { uniqueHeadings } from '../sheets/parts/uniqueHeadings.ts';
import { aheadOf, comparisonWord } from './comparison.ts';
import type { Feedback } from './feedback.ts';

const ownColumn = 3;

/** In characters. In all columns together, more than `all` are too small in print. */
const widths = { reference: 8, answer: 11, compared: 12, figure: 9, all: 165, maxQuestion: 80 } as const;

function questionWidth(scale: Scale, groups: number): number {
  const byLabel = isChosenByLabel(scale);
  const figures = groups * (scale.options.length + (byLabel ? 0 : 1)) * widths.figure;
  const others = widths.reference + widths.answer + (byLabel ? 0 : widths.compared) + figures;
  return Math.min(widths.maxQuestion, widths.all - others);
}

/** The sheet Questions: the partner's level, and how many partners chose each. */
export function feedbackQuestionsSheet(marks: SheetMarks, feedback: Feedback): SheetPlan {
  const { instrument, own, groups } = feedback;
  const scale = scoredScaleOf(instrument);
  const byLabel = isChosenByLabel(scale);
  const targets = hasTargets(instrument);
  const columns: TableSheet['columns'] = [
    { heading: 'Ref', role: 'reference', width: widths.reference },
    {
      heading: 'Question',
      role: 'text',
      width: questionWidth(scale, groups.length) - (targets ? widths.answer + widths.figure : 0),
    },
    { heading: 'Your answer', role: 'position', width: widths.answer },
    ...(targets
      ? ([
          { heading: 'Target', role: 'text', width: widths.answer },
          { heading: 'Steps below it', role: 'number', width: widths.figure },
        ] as const)
      : []),
    ...(byLabel ? [] : [{ heading: 'Compared with the median', role: 'text' as const, width: widths.compared }]),
    ...groups.flatMap(({ label }): TableSheet['columns'] => [
      ...scale.options.map((option) => ({
        ...{ heading: `${label}: ${levelName(scale, option)}`, role: 'number' as const, width: widths.figure },
      })),
      ...(byLabel ? [] : [{ heading: `${label}: median`, role: 'decimal' as const, width: widths.figure }]),
    ]),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const counts = groups.map(({ figures }) => figures?.questions);
  const items = scoredItems(instrument);
  return planTableSheet(marks, {
    ...{ name: 'Questions', table: 'questions', zoom: 100, tabColour: 'read' },
    title: 'Question by question: you and others',
    note: `The counts are of partners at each level, you among them. [z] means not applicable, [w] unanswered${mayLeaveBlank(instrument) ? ', [o] optional and blank' : ''}; the sheet Notes explains [c].`,
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    formats: [levelFormat(scale, ownColumn, items.length)],
    rows: items.map((context, index) => {
      const score = scoreOf(own.result.response, context);
      return [
        ...[
          context.item.key,
          context.item.question,
          score.state === 'unreadable' ? missingValueMarks.unanswered : cellContent(score, scale),
        ],
        ...(targets ? targetsOf(instrument, context, score) : []),
        ...(byLabel ? [] : [comparedWith(scale, score, counts[0]?.[index])]),
        ...counts.flatMap((group) => figuresOf(scale, group?.[index])),
      ];
    }),
  });
}

/** The target of a question, and how many steps the answer is below it. */
function targetsOf(instrument: Instrument, context: ItemInContext, score: Answer): readonly Content[] {
  const scale = scoredScaleOf(instrument);
  const option = scale.options.find(({ level }) => level === targetOf(instrument, context));
  return [
    option === undefined ? missingValueMarks.notApplicable : describeOption(scale, option),
    gapOf(instrument, context, score) ?? missingValueMarks.notApplicable,
  ];
}

function figuresOf(scale: Scale, question: QuestionCounts | undefined): readonly Content[] {
  const withheld = isChosenByLabel(scale) ? scale.options : [...scale.options, undefined];
  if (question === undefined) return withheld.map(() => missingValueMarks.suppressed);
  return [
    ...question.tally.levels.values(),
    ...(isChosenByLabel(scale) ? [] : [question.median ?? missingValueMarks.unanswered]),
  ];
}

function comparedWith(scale: Scale, score: Answer, question: QuestionCounts | undefined): string {
  if (question === undefined) return missingValueMarks.suppressed;
  const ahead = aheadOf(scale, score, question.median);
  return ahead === undefined ? missingValueMarks.notApplicable : comparisonWord(ahead);
}
