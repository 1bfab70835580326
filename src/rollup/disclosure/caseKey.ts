import type { EntriesSection, Instrument } from '../../instrument/model/schema.ts';
import { isEntries } from '../../instrument/model/traverse.ts';
import { blank, typedValue } from '../../response/response.ts';
import { comparable } from '../load/comparable.ts';
import type { Subject } from './subject.ts';

/** The identity of the case that a row is about, unique among all partners; undefined without a case reference. */
export function caseKey(instrument: Instrument, { partner, section, answers }: Subject): string | undefined {
  if (!caseSections(instrument).some(({ key }) => key === section.key)) return undefined;
  const typed = typedValue(answers.get(instrument.priorities?.cases ?? '') ?? blank);
  return typed === undefined ? undefined : JSON.stringify([partner.code, comparable(typed)]);
}

/** The section from which priorities are worked out, and the section to which it belongs. */
function caseSections({ sections, priorities }: Instrument): readonly EntriesSection[] {
  const entries = sections.filter(isEntries);
  const section = entries.find(({ key }) => key === priorities?.section);
  return entries.filter((other) => other === section || other.key === section?.belongsTo?.section);
}
