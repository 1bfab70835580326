import type { Priorities, Reference } from '../instrument/model/schema.ts';
import { disclosureThreshold, mayShowWords, minCases } from './disclosure/thresholds.ts';
import { headingOf, prioritiesOf } from './figures/priorities.ts';
import { missingValueMarks } from './load/missingValueMarks.ts';
import { type RollUp, returned } from './load/rollUp.ts';

/** Key of the table of priorities among the tables for reference of a definition. */
export const prioritiesTableKey = 'priorities-found';

/**
 * The priorities that a round found, as a table for the workbooks of another instrument: partners read them, so that
 * only those of many cases are in it, and no partner is named.
 *
 * @returns Undefined if no priority is of enough cases.
 */
export function prioritiesTable(rollUp: RollUp, priorities: Priorities): Reference | undefined {
  const { instrument, round } = rollUp;
  const shown = prioritiesOf(rollUp, priorities).filter(({ cases, partners }) => mayShowWords(cases, partners.length));
  if (shown.length === 0) return undefined;
  return {
    key: prioritiesTableKey,
    title: `${priorities.title} found in round ${round.round}`,
    shortTitle: 'Priorities found',
    introduction: `From ${returned(rollUp).length} returns, worst served first; only priorities of at least ${minCases} cases and ${disclosureThreshold} partners. Source: ${instrument.title}.`,
    columns: [
      'Order',
      ...priorities.by.map((field) => headingOf(instrument, priorities, field)),
      'Cases served badly',
      'Cases',
      'Share of rows served badly',
    ],
    rows: shown.map(({ by, badlyServed, cases, badShare }, index) => [
      String(index + 1),
      ...by,
      String(badlyServed),
      String(cases),
      badShare === undefined ? missingValueMarks.unanswered : `${Math.round(badShare * 100)}%`,
    ]),
  };
}
