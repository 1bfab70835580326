import { type Finding, finding, reworded } from '../finding.ts';
import type { Field, Instrument, Section } from '../instrument/schema.ts';
import { hasNhsNumber, type PersonalKind, personalData } from '../response/personalData.ts';
import { type Answer, typedValue } from '../response/response.ts';
import type { ReadRows } from './readRows.ts';

/** Cells in which something personal seems to stand. What it is is never repeated. */
export function checkPersonal(instrument: Instrument, all: readonly ReadRows[]): readonly Finding[] {
  return all.flatMap(({ section, rows }) =>
    rows.flatMap(({ answers, places }) =>
      section.fields.flatMap((field) => {
        const text = freeText(field, answers.get(field.key));
        const kinds =
          instrument.aboutPeople === true && !isAboutStaff(section, field) ? personalData(text) : nhsNumbers(text);
        return kinds.length === 0 ? [] : [finding('answer.personal', places.get(field.key) ?? {}, { kinds })];
      }),
    ),
  );
}

/** A finding without the values that it quotes, where they seem to hold something personal. */
export const withoutPersonal = (instrument: Instrument, found: Finding): Finding =>
  reworded(found, (text) => {
    const kinds = instrument.aboutPeople === true ? personalData(text) : nhsNumbers(text);
    return kinds.length === 0 ? text : `(not shown: ${kinds.join(', ')})`;
  });

/** Nobody's belongs into an answer, whatever the answers are about. */
const nhsNumbers = (text: string): readonly PersonalKind[] => (hasNhsNumber(text) ? ['an NHS number'] : []);

/** What was typed freely: all of a text, and elsewhere what cannot be read. */
function freeText(field: Field, answer: Answer | undefined): string {
  if (answer === undefined || (answer.state === 'answered' && field.kind !== 'text')) return '';
  return String(typedValue(answer) ?? '');
}

const isAboutStaff = (section: Section, field: Field): boolean =>
  section.aboutStaff === true || ('purpose' in field && field.purpose === 'lead');
