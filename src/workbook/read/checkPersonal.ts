import { type Finding, finding, type Place, reworded } from '../../finding/index.ts';
import { isFreeText } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { fieldsIn, purposeOf } from '../../instrument/model/traverse.ts';
import { hasNhsNumber, type PersonalKind, personalData } from '../../response/personalData.ts';
import { type Answer, typedValue } from '../../response/response.ts';
import { allWords } from '../../words/wordsOf.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import type { ReadRows } from '../layout/readRows.ts';

/** Reports cells that seem to contain personal data. The data itself is never repeated. */
export function checkPersonal(instrument: Instrument, all: readonly ReadRows[]): readonly Finding[] {
  const [allKinds, numbersOnly] = [remembered(personalData), remembered(nhsNumbers)];
  return all.flatMap(({ section, rows }) =>
    rows.flatMap(({ answers, places }) =>
      fieldsIn(section).flatMap((field) => {
        const text = freeText(field, answers.get(field.key));
        const kinds =
          instrument.aboutPeople === true && !isAboutStaff(section, field) ? allKinds(text) : numbersOnly(text);
        return kinds.length === 0 ? [] : [finding('answer.personal', places.get(field.key) ?? {}, { kinds })];
      }),
    ),
  );
}

/** The part of a typed text that may be repeated. */
export const repeatableText = (instrument: Instrument, text: string): string =>
  instrument.aboutPeople === true
    ? notShown(text, personalData(text), '(not shown)')
    : notShown(text, nhsNumbers(text));

/**
 * Removes from the findings on one return what must not be repeated: if answers are about people, all typed text,
 * because no check knows every name; otherwise any text with an NHS number.
 */
export function withoutPersonalData(instrument: Instrument, findings: readonly Finding[]): readonly Finding[] {
  const change = remembered((text) => repeatableText(instrument, text));
  if (instrument.aboutPeople !== true) {
    return findings.map((found) => ({ ...reworded(found, change), place: changedSheet(found.place, change) }));
  }
  const sheet = sheetsAsIssued(instrument, findings);
  return findings.map((found) => ({
    ...reworded(found, (text, fact) => {
      if (fact === 'sheet') return sheet(text);
      return knownFacts.has(fact) ? text : change(text);
    }),
    place: changedSheet(found.place, sheet),
  }));
}

/** People repeat their answers, and many findings have the same headings, sheets and values: each text is examined once. */
function remembered<T>(examine: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = examine(text);
    known.set(text, found);
    return found;
  };
}

/** Facts that come from the definition or from the register. Any other text may have been typed. */
const knownFacts: ReadonlySet<string> = new Set([
  ...['field', 'heading', 'because', 'answer', 'excluded', 'reasonField', 'taken', 'entry', 'like', 'expected'],
  ...['first', 'named', 'visible', 'issued', 'edition', 'now', 'was', 'kind', 'size', 'firstCell', 'what', 'limit'],
]);

const notShown = (text: string, kinds: readonly PersonalKind[], otherwise = text): string =>
  kinds.length === 0 ? otherwise : `(not shown: ${kinds.join(', ')})`;

const changedSheet = (place: Place, change: (sheet: string) => string): Place =>
  place.sheet === undefined ? place : { ...place, sheet: change(place.sheet) };

/** A sheet by its name at issue; the name of any other sheet was typed by somebody. */
function sheetsAsIssued(instrument: Instrument, findings: readonly Finding[]): (sheet: string) => string {
  const { items, entries, references } = layoutOf(instrument);
  const issued = [
    ...allWords().flatMap(({ sheets }) => Object.values(sheets)),
    ...[...items, ...entries, ...references].map(({ name }) => name),
  ];
  const renamed = new Map(
    findings.flatMap(({ code, facts }) => (code === 'sheet.renamed' ? [[facts.found, facts.expected] as const] : [])),
  );
  return (sheet) => {
    const name = (renamed.get(sheet) ?? sheet).toLowerCase();
    return issued.find((known) => known.toLowerCase() === name) ?? '(not shown)';
  };
}

/** An NHS number never belongs into an answer, whatever the answers are about. */
const nhsNumbers = (text: string): readonly PersonalKind[] => (hasNhsNumber(text) ? ['an NHS number'] : []);

/** Freely typed text: all of a text field, and the unreadable content of others. */
function freeText(field: Field, answer: Answer | undefined): string {
  if (answer === undefined || (answer.state === 'answered' && !isFreeText(field))) return '';
  return String(typedValue(answer) ?? '');
}

const isAboutStaff = (section: Section, field: Field): boolean =>
  section.aboutStaff === true || purposeOf(field) === 'lead';
