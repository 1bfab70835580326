import type { EntriesSection, Instrument } from '../../instrument/model/schema.ts';
import { isEntries } from '../../instrument/model/traverse.ts';
import { blank, typedValue } from '../../response/response.ts';
import { comparable } from '../load/comparable.ts';
import type { Subject } from './subjects.ts';

/**
 * Returns a function that gives the identity of the case that a row is about, unique among all partners; undefined without a
 * case reference.
 */
export function caseKeys(instrument: Instrument): (subject: Subject) => string | undefined {
  const sections = new Set(caseSections(instrument).map(({ key }) => key));
  return ({ partner, section, answers }) => {
    if (!sections.has(section.key)) return undefined;
    const typed = typedValue(answers.get(instrument.priorities?.cases ?? '') ?? blank);
    return typed === undefined ? undefined : JSON.stringify([partner.code, comparable(typed)]);
  };
}

/** The section from which priorities are worked out, and the section to which it belongs. */
function caseSections({ sections, priorities }: Instrument): readonly EntriesSection[] {
  const entries = sections.filter(isEntries);
  const section = entries.find(({ key }) => key === priorities?.section);
  return entries.filter((other) => other === section || other.key === section?.belongsTo?.section);
}
