import { type Catalogue, error, warning } from '../wording/entry.ts';
import { both, list, quoted } from '../wording/quote.ts';

/** Where else a fault is. */
const also = (places: readonly string[]): string => {
  if (places.length === 0) return '';
  const rest = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return ` The same in ${places.length} other place${places.length === 1 ? '' : 's'}: ${places.slice(0, 3).join(', ')}${rest}.`;
};

/** What can be wrong with the definition of an instrument. */
export const definitionFindings = {
  'definition.invalid': error(
    (f: { path: string; value: string; rule: string; also?: readonly string[] }) =>
      `${f.path} is ${f.value}: ${f.rule}.${also(f.also ?? [])}`,
  ),
  'definition.duplicate-key': error(
    (f: { what: string; key: string }) =>
      `Two ${f.what} have the key ${quoted(f.key)}. Keys tie answers to questions, so each must be unique: give one of them another.`,
  ),
  'definition.not-text': error(
    (f: { path: string; written: string; readAs: string }) =>
      `${f.path} is written ${f.written} and was read as ${f.readAs}, but text is meant. Put it into quotes: "${f.written}".`,
  ),
  'definition.circular': error(
    (f: { chain: readonly string[] }) =>
      `It belongs, in the end, to itself: ${f.chain.map(quoted).join(' belongs to ')}. Take one belongsTo out of the circle.`,
  ),
  'definition.unknown-reference': error(
    (f: { what: string; named: string; known: readonly string[] }) =>
      `It names the ${f.what} ${quoted(f.named)}, which is not defined. ${f.known.length === 0 ? 'None is defined.' : `Known: ${list(f.known)}.`} Correct the name or define it.`,
  ),
  'definition.unknown-level': error(
    (f: { named: string | number; known: readonly number[] }) =>
      `It names the level ${typeof f.named === 'number' ? f.named : quoted(f.named)}, which the scale has not. Its levels are ${f.known.join(', ')}. Write one of these numbers, without quotes.`,
  ),
  'definition.words-clash': error(
    (f: { words: string; with: string }) =>
      `${quoted(f.words)} cannot be told from ${f.with}: capitals and spaces make no difference. Answers are known by these words, so change one of them.`,
  ),
  'definition.purpose-twice': error(
    (f: { purpose: string; fields: readonly string[] }) =>
      `The fields ${both(f.fields)} have the same purpose, ${quoted(f.purpose)}, and only one would be seen. Take it from one of them.`,
  ),
  'definition.scorecard-empty': error(
    (f: { scale: string }) =>
      `No section with questions has a score field of the scale ${quoted(f.scale)}, so nothing would be counted. Name the scale that the questions use, or take the scorecard out.`,
  ),
  'definition.view-empty': error(
    (f: { vocabulary: string }) =>
      `No question that is scored is tagged with a term of ${quoted(f.vocabulary)}, so the view would have no rows. Tag sections, activities or questions, or take the view out.`,
  ),
  'definition.criteria-levels': error(
    (f: { found: readonly number[]; expected: readonly number[] }) =>
      `It has criteria for the levels ${f.found.join(', ') || 'none'}, but its scale has ${f.expected.join(', ')}. Write one criterion for each level, in that order.`,
  ),
  'definition.levels-out-of-order': error(
    (f: { levels: readonly number[] }) =>
      `The levels run ${f.levels.join(', ')}. List the options from the worst level to the best, so that the numbers only rise or only fall.`,
  ),
  'definition.row-length': error(
    (f: { row: number; length: number; expected: number }) =>
      `Row ${f.row} has cells: ${f.length}, and the table has columns: ${f.expected}. Give one cell for each column; an empty one is "".`,
  ),
  'definition.example-answer': error(
    (f: { field: string; value: string; allowed: string }) =>
      `The worked example has ${quoted(f.value)} for ${quoted(f.field)}, which takes ${f.allowed}. Correct the example.`,
  ),
  'definition.two-score-fields': error(
    (f: { fields: readonly string[] }) =>
      `It has more than one score field: ${list(f.fields)}. A section is scored by one field: make the others text.`,
  ),
  'definition.ungrouped': error(
    (f: { view: string; groups: readonly string[] }) =>
      `It belongs to no group of the view ${quoted(f.view)}. Add groups: { '${f.view}': … } with one of ${list(f.groups)}.`,
  ),
  'definition.too-long': error(
    (f: { what: string; length: number; limit: number }) =>
      `The ${f.what} is ${f.length} characters long and Excel allows ${f.limit}. Shorten it.`,
  ),
  'definition.sheet-name': error(
    (f: { name: string; problem: string }) =>
      `Its worksheet would be called ${quoted(f.name)}, but ${f.problem}. Change the short title.`,
  ),
  'definition.heading-clash': error(
    (f: { heading: string }) =>
      `Two columns of its worksheet would be headed ${quoted(f.heading)}. Columns are told apart by their heading: change one.`,
  ),
  'definition.name-clash': error(
    (f: { name: string }) =>
      `Two of its cells would bear the name ${quoted(f.name)}, because keys that differ only in dots and hyphens make one name. Change a key.`,
  ),
  'definition.many-items': warning(
    (f: { items: number; limit: number }) =>
      `It has ${f.items} questions. It works, but above ${f.limit} each workbook takes seconds to write and long to open. Consider two instruments.`,
  ),
} as const satisfies Catalogue<'definition'>;
