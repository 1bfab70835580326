import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { planTableSheet, type SheetMarks } from '../sheets/parts/content.ts';
import { differenceNote } from '../sheets/reviews/differenceNote.ts';
import { reviewedCells, reviewedColumns, reviewedFormats } from '../sheets/reviews/reviewedCells.ts';
import type { Feedback } from './feedback.ts';

/** The sheet Second opinion: the assessor's levels and recommendations beside the partner's own; none without a review. */
export function secondOpinionSheets(marks: SheetMarks, { instrument, review }: Feedback): readonly SheetPlan[] {
  if (review === undefined) return [];
  const scale = scoredScaleOf(instrument);
  return [
    planTableSheet(marks, {
      ...{ name: 'Second opinion', table: 'second_opinion', zoom: 100, tabColour: 'read' },
      title: 'Second opinion: you and your assessor',
      note: `Your own answers stay as they are. ${differenceNote(review.questions)} [z] means not applicable, [w] none.`,
      columns: [
        { heading: 'Ref', role: 'reference', width: 8 },
        { heading: 'Question', role: 'text', width: 50 },
        ...reviewedColumns('You'),
      ],
      formats: reviewedFormats(scale, 3, review.questions.length),
      rows: review.questions.map((question) => [
        ...[question.item.key, question.item.question],
        ...reviewedCells(scale, question),
      ]),
    }),
  ];
}
