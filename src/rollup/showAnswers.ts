import type { EntriesSection, Field, Instrument, Section } from '../instrument/schema.ts';
import { isEntries, scaleOf } from '../instrument/traverse.ts';
import { type Answer, blank, type Response, typedValue } from '../response/response.ts';
import { comparable } from './comparable.ts';
import { shorthand, shown } from './shorthand.ts';

/**
 * What may be shown of one partner's answers. Of answers about people, free text is withheld, and so is whatever was
 * typed where it is no answer; references of cases become running numbers, the same wherever a case is named.
 */
export function showAnswers(
  instrument: Instrument,
  response: Response,
): (section: Section, field: Field, answer: Answer) => string | number {
  const whole = (field: Field, answer: Answer): string | number =>
    shown(answer, field.kind === 'score' ? scaleOf(instrument, field) : undefined);
  if (instrument.aboutPeople !== true) return (_section, field, answer) => whole(field, answer);
  const { cases, by = [] } = instrument.priorities ?? {};
  const sections = caseSections(instrument);
  const numbers = caseNumbers(sections, cases, response);
  return (section, field, answer) => {
    const typed = typedValue(answer);
    if (typed === undefined) return whole(field, answer);
    const aboutCase = sections.some(({ key }) => key === section.key);
    if (aboutCase && field.key === cases) return numbers.get(comparable(typed)) ?? shorthand.withheld;
    if (answer.state === 'unreadable') return shorthand.withheld;
    const isOpen = field.kind !== 'text' || (aboutCase && by.includes(field.key));
    return isOpen ? whole(field, answer) : shorthand.withheld;
  };
}

/** The section that priorities are drawn from, and the one that it belongs to. */
function caseSections({ sections, priorities }: Instrument): readonly EntriesSection[] {
  const entries = sections.filter(isEntries);
  const section = entries.find(({ key }) => key === priorities?.section);
  return entries.filter((other) => other === section || other.key === section?.belongsTo?.section);
}

/** By reference, in the order in which the cases are first named. */
function caseNumbers(
  sections: readonly EntriesSection[],
  cases: string | undefined,
  response: Response,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { key } of sections) {
    for (const { answers } of response.entries.get(key) ?? []) {
      const typed = typedValue(answers.get(cases ?? '') ?? blank);
      const reference = typed === undefined ? undefined : comparable(typed);
      if (reference !== undefined && !numbers.has(reference)) numbers.set(reference, numbers.size + 1);
    }
  }
  return numbers;
}
