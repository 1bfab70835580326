import type { Content } from '../../../spreadsheet/plan/content.ts';
import { partLabel } from '../../../workbook/layout/layout.ts';
import { type ChangeCounts, comparedOf, type PartChange } from '../../figures/change.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { TableSheet } from '../parts/content.ts';

/** The caution on each sheet that compares two rounds. */
export const caution = 'Two rounds do not make a trend.';

/** Columns of what moved, and of why the rest cannot be compared. */
export const moveColumns = [
  { heading: 'Moved up', role: 'number', width: 10 },
  { heading: 'The same', role: 'number', width: 10 },
  { heading: 'Moved down', role: 'number', width: 10 },
  { heading: 'Compared', role: 'number', width: 11 },
] as const satisfies TableSheet['columns'];

export const reasonColumns = [
  { heading: 'No return then', role: 'number', width: 11 },
  { heading: 'No return now', role: 'number', width: 11 },
  { heading: 'Question changed', role: 'number', width: 11 },
  { heading: 'Not applicable', role: 'number', width: 12 },
  { heading: 'Unanswered', role: 'number', width: 13 },
] as const satisfies TableSheet['columns'];

/** The counts of the first columns. */
export function movesIn(counts: ChangeCounts): readonly Content[] {
  const compared = comparedOf(counts);
  const moves = [counts.better, counts.same, counts.worse];
  return [...(compared === 0 ? moves.map(() => emptyMark(counts)) : moves), compared];
}

/** The counts of the others. */
export const reasonsIn = (counts: ChangeCounts): readonly Content[] => [
  counts['no-return-then'],
  counts['no-return-now'],
  counts['question-changed'],
  counts['not-applicable'],
  counts.blank,
];

/** The mark in place of counts if nothing can be compared: a zero would be read as "nobody moved". */
export const emptyMark = (counts: ChangeCounts): string =>
  counts['question-changed'] > 0 ? missingValueMarks.changed : missingValueMarks.unanswered;

export const headingOf = ({ view, part }: PartChange): string => partLabel(view, part);
