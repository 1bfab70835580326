import { firstFew } from '../../../finding/wording/quote.ts';
import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { nameAnswerChange } from '../../../rounds/returns/shownAnswers.ts';
import { describeUncounted } from '../../../rounds/round/uncountedReviews.ts';
import { bandName, bandsOf } from '../../../scoring/bands.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type PartnerReview, partnerReviews, summariseReview } from '../../figures/reviews.ts';
import { groupingHeadings, groupsOf } from '../../load/groups.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import type { Note } from '../parts/notesSheet.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { differenceNote } from './differenceNote.ts';
import { reviewedCells, reviewedColumns, reviewedFormats } from './reviewedCells.ts';

/** Columns after the group's. */
const columns: TableSheet['columns'] = [
  { heading: 'Partner code', role: 'reference', width: 10 },
  { heading: 'Partner', role: 'text', width: 40 },
  { heading: 'Self-assessed position', role: 'position', width: 14 },
  { heading: "Assessor's position", role: 'position', width: 14 },
  { heading: 'Questions reviewed', role: 'number', width: 11 },
  { heading: 'Assessor higher', role: 'number', width: 12 },
  { heading: 'Assessor lower', role: 'number', width: 12 },
  { heading: 'The same', role: 'number', width: 10 },
  { heading: 'Agreed', role: 'number', width: 10 },
  { heading: 'Changed since the review', role: 'number', width: 12 },
];

/** The sheets on second opinions: by partner, and question by question; none if none came back. */
export function reviewSheets(content: RollUpContent): readonly SheetPlan[] {
  const reviews = partnerReviews(content.rollUp);
  return reviews.length === 0 ? [] : [byPartnerSheet(content, reviews), byQuestionSheet(content, reviews)];
}

function byPartnerSheet(content: RollUpContent, reviews: readonly PartnerReview[]): SheetPlan {
  const { rollUp, by } = content;
  const known = new Map(reviews.map((review) => [review.partner.partner.code, review]));
  const rows = groupsOf(rollUp.partners, by).flatMap(({ label, partners }) =>
    partners.flatMap(({ partner: { code, name } }) => {
      const review = known.get(code);
      if (review === undefined) return [];
      const { self, assessed, reviewed, higher, lower, same, agreed, changed } = summariseReview(review);
      return [[label, code, name, bandName(self), bandName(assessed), reviewed, higher, lower, same, agreed, changed]];
    }),
  );
  return planTableSheet(content, {
    name: 'Second opinions',
    title: 'Second opinions: what partners gave themselves, and what assessors gave them',
    note: `A second opinion changes no other sheet. Positions follow the same rule; an assessor may have reviewed a part of the questions.${describeUncounted(rollUp.reviews?.uncounted ?? []).length === 0 ? '' : ' The sheet Notes names reviews that do not count.'}`,
    table: 'second_opinions',
    nameColumns: 3,
    tabColour: 'result',
    columns: [{ heading: groupingHeadings[by], role: 'text', width: 24 }, ...columns],
    formats: positionFormats(bandsOf(rollUp.instrument), { firstColumn: 4, lastColumn: 5, rows: rows.length }),
    rows,
  });
}

function byQuestionSheet(content: RollUpContent, reviews: readonly PartnerReview[]): SheetPlan {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const rows = reviews.flatMap(({ partner: { partner }, questions }) =>
    questions.map((question) => [
      ...[partner.code, partner.name, question.item.key, question.item.question],
      ...reviewedCells(scale, question),
    ]),
  );
  return planTableSheet(content, {
    name: 'Second opinion by question',
    title: 'Second opinion by question: self-score, assessor, and what was agreed',
    note: `${differenceNote(reviews.flatMap(({ questions }) => questions))} [z] means not applicable, [w] none.`,
    table: 'second_opinion_by_question',
    nameColumns: 3,
    tabColour: 'result',
    columns: [
      { heading: 'Partner code', role: 'reference', width: 10 },
      { heading: 'Partner', role: 'text', width: 30 },
      { heading: 'Ref', role: 'reference', width: 8 },
      { heading: 'Question', role: 'text', width: 50 },
      ...reviewedColumns('Self-score'),
    ],
    formats: reviewedFormats(scale, 5, rows.length),
    rows,
  });
}

/** Notes on these sheets; empty if there are none. */
export function describeReviews(rollUp: RollUp): readonly Note[] {
  const reviews = partnerReviews(rollUp);
  if (reviews.length === 0) return [];
  return [
    [
      'Second opinions',
      `Assessors reviewed ${reviews.length} of the partners. Their levels are beside the self-scores and count in no other figure. "Agreed" is the level on which partner and assessor agreed or, without one, the partners of the area.`,
    ],
    ...reviews.flatMap(({ partner: { partner }, questions }): readonly Note[] => {
      const changes = questions.flatMap(({ change }) => change ?? []);
      if (changes.length === 0) return [];
      return [
        [
          'Second opinions on earlier answers',
          `${partner.code} ${partner.name}: the assessor saw other answers than those that count now. ${firstFew(changes.map(nameAnswerChange))}.`,
        ],
      ];
    }),
  ];
}
