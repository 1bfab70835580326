import type { Instrument } from '../../instrument/model/schema.ts';
import { type Answer, answerOf } from '../../response/response.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { mayShowPeers } from '../disclosure/thresholds.ts';
import { type ChoiceCounts, chosenOptions } from '../figures/fields/choices.ts';
import { namesOf } from '../figures/fields/subjects.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks } from '../sheets/parts/content.ts';
import { uniqueHeadings } from '../sheets/parts/uniqueHeadings.ts';
import type { Feedback } from './feedback.ts';

/** The sheet Choices: what the partner chose, beside how many chose each answer; none if no question asks to choose. */
export function choicesSheets(marks: SheetMarks, { instrument, own, groups }: Feedback): readonly SheetPlan[] {
  const all = groups[0]?.choices ?? [];
  if (all.length === 0) return [];
  const columns = [
    ...[
      { heading: 'Ref', role: 'reference', width: 8 } as const,
      { heading: 'Question', role: 'text', width: 50 } as const,
      { heading: 'Field', role: 'text', width: 22 } as const,
      { heading: 'Answer', role: 'text', width: 28 } as const,
      { heading: 'You', role: 'text', width: 13 } as const,
    ],
    ...groups.flatMap(({ label }) => [
      { heading: `${label}: answered`, role: 'number', width: 11 } as const,
      { heading: `${label}: chosen`, role: 'number', width: 11 } as const,
    ]),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const plan = planTableSheet(marks, {
    ...{ name: 'Choices', table: 'choices', zoom: 100, tabColour: 'read' },
    title: 'Choices: you and others',
    note: 'How many answered, and how many of them chose each answer, you among them. The sheet Notes explains signs.',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    rows: all.flatMap((row, index) => {
      const answer = answerOf(own.result.response, row.subject.item?.key ?? '', row.field.key);
      return row.options.map((option, at): readonly Content[] => [
        ...namesOf(row.subject),
        ...[row.field.heading, option, ownChoice(instrument, row, answer, option)],
        ...groups.flatMap((group, number) => peerCounts(group.choices?.[index], at, number === 0 ? undefined : row)),
      ]);
    }),
  });
  return [plan];
}

function ownChoice(
  instrument: Instrument,
  { subject: { section }, field }: ChoiceCounts,
  answer: Answer,
  option: string,
): Content {
  if (answer.state === 'answered') {
    return chosenOptions(instrument, section, field, answer.value).includes(option) ? 'Chosen' : 'Not chosen';
  }
  return answer.state === 'unreadable' ? missingValueMarks.unanswered : cellContent(answer);
}

/** @param all The same of all partners, for a group of some. */
function peerCounts(row: ChoiceCounts | undefined, option: number, all: ChoiceCounts | undefined): readonly Content[] {
  const outside = row === undefined || all === undefined ? 0 : all.answered - row.answered;
  return row !== undefined && mayShowPeers(row.answered, outside)
    ? [row.answered, row.chosen[option] ?? 0]
    : [missingValueMarks.suppressed, missingValueMarks.suppressed];
}
