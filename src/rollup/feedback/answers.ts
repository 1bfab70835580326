import { isFreeText } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { type Answer, answerOf } from '../../response/response.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { describeFact } from '../../workbook/parts/describeLastAnswer.ts';
import { mayShowPeers } from '../disclosure/thresholds.ts';
import type { AnsweredCount } from '../figures/fields/answered.ts';
import { namesOf, rowsOf } from '../figures/fields/subjects.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks } from '../sheets/parts/content.ts';
import { uniqueHeadings } from '../sheets/parts/uniqueHeadings.ts';
import type { Feedback } from './feedback.ts';

/**
 * The sheet Answers: what the partner answered to questions that are not scored, beside how many partners answered; none if
 * all are scored. Texts are not repeated.
 */
export function answersSheets(marks: SheetMarks, { instrument, own, groups }: Feedback): readonly SheetPlan[] {
  const all = groups[0]?.answers ?? [];
  if (all.length === 0) return [];
  const columns = [
    ...[
      { heading: 'Ref', role: 'reference', width: 14 } as const,
      { heading: 'Question', role: 'text', width: 60 } as const,
      { heading: 'Field', role: 'text', width: 28 } as const,
      { heading: 'You', role: 'text', width: 28 } as const,
    ],
    ...groups.map(({ label }) => ({ heading: `${label}: answered`, role: 'number', width: 11 }) as const),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const plan = planTableSheet(marks, {
    ...{ name: 'Answers', table: 'answers', zoom: 100, tabColour: 'read' },
    title: 'Your answers',
    note: 'How many partners answered each question, you among them. Your texts are not repeated. The sheet Notes explains signs.',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    rows: all.map(({ subject, field }, index): readonly Content[] => [
      ...namesOf(subject),
      ...(field === undefined
        ? ['Rows', rowsOf(subject, own).length]
        : [
            field.heading,
            ownAnswer(instrument, field, answerOf(own.result.response, subject.item?.key ?? '', field.key)),
          ]),
      ...groups.map(({ answers }, at) => peers(answers[index], at === 0 ? undefined : all[index])),
    ]),
  });
  return [plan];
}

/** Texts are left out: they can be long, and the partner has them. */
function ownAnswer(instrument: Instrument, field: Field, answer: Answer): Content {
  if (answer.state === 'unreadable') return missingValueMarks.unanswered;
  if (answer.state !== 'answered') return cellContent(answer);
  return isFreeText(field) ? 'Answered' : describeFact(instrument, field, answer);
}

/** @param all The same of all partners, for a group of some. */
function peers(row: AnsweredCount | undefined, all: AnsweredCount | undefined): Content {
  const outside = row === undefined || all === undefined ? 0 : all.partners - row.partners;
  return row !== undefined && mayShowPeers(row.partners, outside) ? row.partners : missingValueMarks.suppressed;
}
