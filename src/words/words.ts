import type { english } from './english/english.ts';

/** The same sentences and headings, of any wording. */
type Worded<Catalogue> = Catalogue extends string
  ? string
  : Catalogue extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Part in keyof Catalogue]: Worded<Catalogue[Part]> };

/** Everything that a workbook says by itself in one language. */
export type Words = Worded<typeof english>;
