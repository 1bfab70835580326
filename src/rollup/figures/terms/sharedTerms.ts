import type { Instrument, Vocabulary } from '../../../instrument/model/schema.ts';
import { comparable } from '../../load/comparable.ts';

export interface SharedTerms {
  readonly title: string;
  /** Every term of any of the instruments, in their order. */
  readonly terms: Vocabulary['terms'];
  /** Terms to which two instruments give different titles, so that their answers cannot be compared. */
  readonly clashes: readonly TermClash[];
}

export interface TermClash {
  readonly term: string;
  readonly titles: readonly (readonly [instrument: string, title: string])[];
}

/** Merges a vocabulary of several instruments. Undefined if none has it. */
export function sharedTerms(instruments: readonly Instrument[], vocabulary: string): SharedTerms | undefined {
  const own = instruments.flatMap(({ key, vocabularies = [] }) =>
    vocabularies.filter((known) => known.key === vocabulary).map(({ title, terms }) => ({ key, title, terms })),
  );
  const [first] = own;
  if (first === undefined) return undefined;
  const terms = new Map(
    own
      .flatMap((one) => one.terms)
      .toReversed()
      .map((term) => [term.key, term]),
  );
  const keys = new Set(own.flatMap((one) => one.terms.map(({ key }) => key)));
  return {
    title: first.title,
    terms: [...keys].flatMap((key) => terms.get(key) ?? []),
    clashes: [...keys].flatMap((term) => clashOf(term, own)),
  };
}

function clashOf(
  term: string,
  own: readonly { readonly key: string; readonly terms: Vocabulary['terms'] }[],
): readonly TermClash[] {
  const named = own.flatMap(({ key, terms }) =>
    terms.filter((known) => known.key === term).map(({ title }) => [key, title] as const),
  );
  const [first] = named;
  const other = named.find(([, title]) => comparable(title) !== comparable(first?.[1] ?? ''));
  return first === undefined || other === undefined ? [] : [{ term, titles: [first, other] }];
}
