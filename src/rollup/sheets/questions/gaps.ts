import type { Priorities } from '../../../instrument/model/schema.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { disclosureThreshold, mayShowWords, minCases } from '../../disclosure/thresholds.ts';
import { headingOf, missingHeadingOf, type PriorityGroup, prioritiesOf } from '../../figures/priorities.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import type { Note } from '../parts/notesSheet.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';

/**
 * What is missing, in the words of partners, priority by priority; none if no field says it. Who wrote a text and about
 * which case is never shown.
 */
export function gapsSheets(content: RollUpContent, priorities: Priorities): readonly SheetPlan[] {
  const { instrument, anonymous } = content.rollUp;
  const heading = missingHeadingOf(instrument, priorities);
  if (heading === undefined) return [];
  const words = priorities.by.map((field) => headingOf(instrument, priorities, field));
  const headings = uniqueHeadings(['Rank', ...words, 'Cases', heading]);
  const widths = [8, ...words.map(() => 36), 9, 90];
  const textsOf = ({ cases, partners, missing }: PriorityGroup): readonly Content[] => {
    if (anonymous === true || !mayShowWords(cases, partners.length)) return [missingValueMarks.suppressed];
    return missing.length === 0 ? [missingValueMarks.unanswered] : missing;
  };
  const plan = planTableSheet(content, {
    name: 'Gaps',
    title: 'What is missing, in the words of partners',
    note: 'For commissioners only. Take out anything by which a child could be recognised before you pass it on.',
    table: 'gaps',
    nameColumns: 1,
    tabColour: 'result',
    columns: headings.map((each, index) => ({
      heading: each,
      role: index === 0 || index === headings.length - 2 ? 'number' : 'text',
      width: widths[index] ?? 9,
    })),
    rows: prioritiesOf(content.rollUp, priorities).flatMap((group) =>
      textsOf(group).map((text) => [group.rank, ...group.by, group.cases, text]),
    ),
  });
  return [plan];
}

/** A note on which texts are shown; undefined if no field says what is missing. */
export const gapsNote = ({ missing }: Priorities): Note | undefined =>
  missing === undefined
    ? undefined
    : [
        'Gaps',
        `Texts are shown for priorities of at least ${minCases} cases and ${disclosureThreshold} partners, each text once and in alphabetical order; those of smaller groups could be about a child that readers know, and are suppressed. They are shown as written, so read them before you pass them on.`,
      ];
