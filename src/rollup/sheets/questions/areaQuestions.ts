import type { Scale } from '../../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { address } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import type { AreaAnswer, AreaQuestion, AreaResult } from '../../figures/areas.ts';
import { cellContent, missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';

export const areaQuestionsName = 'Areas by question';

const columns = [
  { heading: 'Area code', role: 'reference', width: 10 },
  { heading: 'Area', role: 'text', width: 20 },
  { heading: 'Ref', role: 'reference', width: 8 },
  { heading: 'Question', role: 'text', width: 50 },
  { heading: 'Answers, the weakest first', role: 'text', width: 48 },
  { heading: 'Weakest', role: 'number', width: 11 },
  { heading: 'Strongest', role: 'number', width: 11 },
  { heading: 'Difference in levels', role: 'number', width: 11 },
  { heading: 'Exact agreement', role: 'percent', width: 12 },
  { heading: 'Consensus', role: 'position', width: 12 },
  { heading: 'Agreed score', role: 'number', width: 11 },
  { heading: 'Agreed on', role: 'date', width: 12 },
  { heading: 'Present', role: 'text', width: 34 },
] as const satisfies TableSheet['columns'];

const discuss = 'Discuss';

/** The answers of the partners of each area, beside each other. */
export function areaQuestionsSheet(content: RollUpContent, areas: readonly AreaResult[]): SheetPlan {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const rows = areas.flatMap((area) =>
    area.questions.map((question) => [
      area.code,
      area.name,
      question.item.key,
      question.item.question,
      question.answers.map((answer) => describeAnswer(scale, answer)).join('; '),
      ...figuresOf(scale, question),
      ...agreedOf(scale, question),
    ]),
  );
  const consensus = columns.findIndex(({ heading }) => heading === 'Consensus') + 1;
  const first = address(headerRow + 1, consensus);
  return planTableSheet(content, {
    name: areaQuestionsName,
    title: 'Areas by question: answers of the partners of each area',
    note: 'In each area the widest differences come first, for the consensus meeting. An agreed score changes no other sheet. [x] means no return, [z] not applicable, [w] none.',
    table: 'areas_by_question',
    nameColumns: 4,
    tabColour: 'result',
    columns,
    formats: [
      {
        range: `${first}:${address(headerRow + rows.length, consensus)}`,
        colours: [{ formula: `${first}="${discuss}"`, colour: 'todo' }],
      },
    ],
    rows,
  });
}

const describeAnswer = (scale: Scale, { partner: { partner }, answer }: AreaAnswer): string =>
  `${answer === undefined ? missingValueMarks.noReturn : cellContent(answer, scale)} ${partner.name} (${partner.code})`;

function figuresOf(scale: Scale, { answers, difference, exact, toDiscuss }: AreaQuestion): readonly Content[] {
  if (difference === undefined || exact === undefined)
    return Array.from({ length: 5 }, () => missingValueMarks.unanswered);
  const levels = answers.flatMap(({ answer }) => (answer?.state === 'answered' ? [cellContent(answer, scale)] : []));
  return [
    levels.at(0) ?? missingValueMarks.unanswered,
    levels.at(-1) ?? missingValueMarks.unanswered,
    difference,
    exact,
    consensusWord(difference, toDiscuss),
  ];
}

function consensusWord(difference: number, toDiscuss: boolean): string {
  if (toDiscuss) return discuss;
  return difference === 0 ? 'The same' : 'Close';
}

const agreedOf = (scale: Scale, { agreed }: AreaQuestion): readonly Content[] =>
  agreed === undefined
    ? Array.from({ length: 3 }, () => missingValueMarks.unanswered)
    : [cellContent(agreed.answer, scale), new Date(`${agreed.on}T00:00:00Z`), agreed.present];
