import type { Partner } from '../../partners/partner.ts';
import type { AnswerChange } from '../../response/responseChanges.ts';
import { factChanges, type GivenFacts, noFacts } from '../../scoring/plans/givenFacts.ts';
import { type RollUp, returned } from '../load/rollUp.ts';

/** A fact that a partner was given, and did not leave as it was. */
export interface ChangedFact extends AnswerChange {
  readonly partner: Partner;
}

/** What became of the facts that partners were given who have returned. */
export interface ChangedFacts {
  /** Of rows that are gone, each fact. */
  readonly changed: readonly ChangedFact[];
  /** Facts of all of them. */
  readonly given: number;
}

export function changedFacts(rollUp: RollUp): ChangedFacts {
  const { instrument } = rollUp;
  const back = returned(rollUp).map(({ partner, result }) => ({ partner, ...result }));
  return {
    changed: back.flatMap(({ partner, given = noFacts, response }) => {
      const { changed, emptied, removed } = factChanges(instrument, given, response);
      const gone = removed.flatMap(({ section, reference, answers }) =>
        section.fields.flatMap((field): readonly AnswerChange[] => {
          const before = answers.get(field.key);
          return before === undefined ? [] : [{ section, reference, field, before, now: { state: 'blank' } }];
        }),
      );
      return [...changed, ...emptied, ...gone].map((change) => ({ ...change, partner }));
    }),
    given: back.reduce((sum, { given = noFacts }) => sum + countOf(given), 0),
  };
}

const countOf = ({ items, entries }: GivenFacts): number =>
  [...[...items.values()], ...[...entries.values()].flat().map(({ answers }) => answers)].reduce(
    (sum, { size }) => sum + size,
    0,
  );
