import { type Finding, finding } from '../finding/index.ts';
import { yesNo } from '../instrument/model/answerForms.ts';
import { type ByKind, byKind, fieldTraits } from '../instrument/model/fieldKinds.ts';
import { nearestName } from '../instrument/model/nearestName.ts';
import { asStored, decimalsOf, describeNumber } from '../instrument/model/numbers.ts';
import { quoteEach } from '../instrument/model/quoteEach.ts';
import type { Field, Instrument } from '../instrument/model/schema.ts';
import { chosenText, type FactField, factFields, isNumberField } from '../instrument/model/traverse.ts';
import { readAnswer } from '../response/readAnswer.ts';
import { britishDate } from '../response/readDate.ts';
import { answered } from '../response/response.ts';
import { tidyText } from '../response/tidyText.ts';
import { type FactPlace, factAt, type GivenFacts, mergeFacts } from '../scoring/plans/givenFacts.ts';
import type { RawCell } from '../spreadsheet/model/rawWorkbook.ts';
import { damagedCodeOf } from './list/damagedCode.ts';
import type { ListCell } from './list/listSource.ts';
import { compareLines, errorValue, type ListedCell } from './list/readList.ts';
import type { PartnerColumn } from './parsePartnerList.ts';

/** What a list of partners says of the facts that an instrument gives to them. */
export interface ListedFacts {
  /** By partner code. */
  readonly byPartner: ReadonlyMap<string, GivenFacts>;
  /** The columns of facts that it has, as the definition names them. */
  readonly columns: ReadonlySet<string>;
  /** Their headings in the list. */
  readonly headings: ReadonlySet<string>;
  /** Errors where a value is no answer to the field that it is given to, and warnings. */
  readonly findings: readonly Finding[];
}

/** Where a fact from a list is. A list has one line for each partner: of rows, the first has its facts. */
const listedPlace = ({ section, item }: FactField): FactPlace =>
  item === undefined ? { section: section.key, entry: 1 } : { item: item.key };

/** A field with the column from which its facts are. */
interface ListedField extends FactField {
  readonly column: string;
}

/**
 * Reads the facts of an instrument from the columns of a list. Each value is read as an answer to the field that it is given to.
 *
 * @param file The list, as findings name it.
 */
export function listedFacts(instrument: Instrument, file: string, columns: readonly PartnerColumn[]): ListedFacts {
  const wanted = factFields(instrument).flatMap((one): ListedField[] =>
    one.given.from === 'partner-list' ? [{ ...one, column: one.given.column }] : [],
  );
  const named = new Map(
    wanted.map(({ column }) => [column, columns.filter(({ heading }) => isSameHeading(heading, column))]),
  );
  const read = wanted.flatMap((one) => {
    const [column, ...others] = named.get(one.column) ?? [];
    if (column === undefined || others.length > 0) return [];
    return [...column.cells].map(([code, cell]) => ({ code, ...readFact(instrument, one, cell) }));
  });
  const byPartner = new Map<string, GivenFacts[]>();
  for (const { code, fact } of read)
    if (fact !== undefined) byPartner.set(code, [...(byPartner.get(code) ?? []), fact]);
  return {
    byPartner: new Map([...byPartner].map(([code, facts]) => [code, mergeFacts(facts)])),
    columns: new Set([...named].flatMap(([column, { length }]) => (length > 0 ? [column] : []))),
    headings: new Set([...named.values()].flat().map(({ heading }) => heading)),
    findings: [
      ...checkColumns(file, columns, named, wanted),
      ...read.flatMap(({ findings }) => findings).toSorted(compareLines),
    ],
  };
}

const isSameHeading = (heading: string, column: string): boolean =>
  tidyText(heading).toLowerCase() === tidyText(column).toLowerCase();

/** Columns that are there twice are errors; those without a value are reported together. */
function checkColumns(
  file: string,
  columns: readonly PartnerColumn[],
  named: ReadonlyMap<string, readonly PartnerColumn[]>,
  wanted: readonly ListedField[],
): readonly Finding[] {
  const headings = columns.map(({ heading }) => heading);
  const twice = [...named].flatMap(([column, found]) =>
    found.length > 1
      ? [finding('list.duplicate-column', { file }, { column, headings: found.map(({ heading }) => heading) })]
      : [],
  );
  const missing = [...named].flatMap(([column, found]) => {
    if (found.some(({ cells }) => cells.size > 0)) return [];
    const isThere = found.length > 0;
    const meant = isThere ? undefined : nearestName(column, headings);
    const questions = wanted.flatMap((one) => (one.column === column ? [nameOf(one)] : []));
    return [{ column, isThere, questions, ...(meant === undefined ? {} : { meant }) }];
  });
  return [...twice, ...(missing.length === 0 ? [] : [finding('given.no-column', { file }, { columns: missing })])];
}

const nameOf = ({ section, item, field }: FactField): string =>
  `${field.heading} of ${item?.key ?? section.shortTitle}`;

interface ReadFact {
  /** Undefined if the value is no answer. */
  readonly fact: GivenFacts | undefined;
  readonly findings: readonly Finding[];
}

function readFact(instrument: Instrument, one: ListedField, { cell, place }: ListedCell): ReadFact {
  const { field, column } = one;
  const value = cell.shown ?? cell.text;
  const refused = (found: Finding): ReadFact => ({ fact: undefined, findings: [found] });
  if (errorValue.test(value)) return refused(finding('list.error-value', place, { column, value }));
  const damage = fieldTraits[field.kind].isFreeText ? damagedCodeOf(value) : undefined;
  // Dates and times are texts like any other here; what Excel makes of the code 5E1 never is.
  if (damage?.takenFor === 'a number') {
    return refused(finding('partners.mangled-code', place, { column, code: value, ...damage }));
  }
  const { answer, findings } = readAnswer(instrument, field, rawCell(field, cell), place, false);
  if (answer.state !== 'answered') {
    const isUnclear = findings.some(({ code }) => code === 'answer.number-unclear');
    const facts = { column, value, field: field.heading, wanted: byKind(wantedWords, field), isUnclear };
    return refused(finding('given.not-an-answer', place, facts));
  }
  const given = rounded(field, answer.value);
  const taken = fieldTraits[field.kind].isDay ? britishDate(given) : chosenText(instrument, field, given);
  const isPlain = given === answer.value && isWrittenSo(field, cell, [taken, String(given)]);
  return {
    fact: factAt(listedPlace(one), field.key, answered(given)),
    findings: isPlain ? [] : [finding('given.read-as', place, { column, value, taken })],
  };
}

/** A number with the decimals that are asked for: what is worked out in a list has many more. */
const rounded = (field: Field, value: number | string): number | string =>
  isNumberField(field) && typeof value === 'number' ? asStored(Number(value.toFixed(decimalsOf(field)))) : value;

/** The cell as a returned workbook would have it. Of a date, the list knows more than its number says. */
function rawCell(field: Field, { text, shown = text, number }: ListCell): RawCell {
  const place = { row: 1, column: 1, formula: false } as const;
  if (number !== undefined && !number.isDate) return { ...place, value: { kind: 'number', ...number } };
  return { ...place, value: { kind: 'text', value: fieldTraits[field.kind].isDay ? text : shown } };
}

/** Whether a value is written as anybody would write the answer, so that there is no doubt. */
function isWrittenSo(field: Field, { text, shown = text, number }: ListCell, forms: readonly string[]): boolean {
  if (forms.includes(text) || forms.includes(shown) || fieldTraits[field.kind].isFreeText) return true;
  if (field.kind !== 'number') return false;
  return number !== undefined || /^-?£?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/.test(text);
}

/** What a field takes. */
const wantedWords: ByKind<[], string> = {
  score: () => 'a level',
  computed: () => 'nothing',
  text: () => 'text',
  date: () => 'a day, as in 31/03/2027',
  number: (field) => `${describeNumber(field)}${field.as === 'percentage' ? ', as in 12% or 12' : ''}`,
  'yes-no': () => orWords(yesNo),
  link: () => 'an address that begins with https:// or http://',
  choice: ({ options }) => orWords(options),
  choices: ({ options }) => `numbers of its options, as in 1; 3, of which there are ${options.length}`,
};

const orWords = (words: readonly string[]): string => {
  const quoted = quoteEach(words);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
};
