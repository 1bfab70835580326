import type { Scale } from '../../../instrument/model/schema.ts';
import type { Answer } from '../../../response/response.ts';
import { describeAnswerChange } from '../../../rounds/returns/shownAnswers.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { ReviewedQuestion } from '../../figures/reviews.ts';
import { cellContent, missingValueMarks } from '../../load/missingValueMarks.ts';
import type { TableSheet } from '../parts/content.ts';
import { levelFormat } from '../parts/positionFormats.ts';

/** What a self-assessment and its review say on a question; `self` is the heading of the first. */
export const reviewedColumns = (self: string): TableSheet['columns'] => [
  { heading: self, role: 'position', width: 11 },
  { heading: 'Assessor', role: 'position', width: 11 },
  { heading: 'Difference in levels', role: 'number', width: 11 },
  { heading: 'Agreed', role: 'position', width: 11 },
  { heading: 'Quality of evidence', role: 'text', width: 13 },
  { heading: 'Recommendation', role: 'text', width: 46 },
  { heading: 'Changed since the review', role: 'text', width: 26 },
];

export const reviewedCells = (scale: Scale, question: ReviewedQuestion): readonly Content[] => [
  levelContent(question.self, scale),
  levelContent(question.assessor, scale),
  question.gap ?? missingValueMarks.unanswered,
  cellContent(question.agreed, scale),
  question.quality ?? missingValueMarks.unanswered,
  question.recommendation ?? missingValueMarks.unanswered,
  question.change === undefined ? missingValueMarks.unanswered : describeAnswerChange(question.change),
];

/** What cannot be read is no level of anybody's. */
const levelContent = (answer: Answer, scale: Scale): string | number =>
  answer.state === 'unreadable' ? missingValueMarks.unanswered : cellContent(answer, scale);

/** Colours the levels of so many rows. @param firstColumn that of the self-score */
export const reviewedFormats = (scale: Scale, firstColumn: number, rows: number): TableSheet['formats'] =>
  levelPlaces.map((place) => levelFormat(scale, firstColumn + place, rows));

/** Of the self-score, the assessor's level and the agreed one, counted from the first. */
const levelPlaces = [0, 1, 3] as const;
