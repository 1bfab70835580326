import fc from 'fast-check';
import { fieldTraits } from '../src/instrument/model/fieldKinds.ts';
import type { Field, Given, Instrument, Section } from '../src/instrument/model/schema.ts';
import { fieldsIn, isItems, takesFacts } from '../src/instrument/model/traverse.ts';
import { type Answers, emptyResponse, type Response } from '../src/response/response.ts';
import { factsAsResponse, factsOf, type GivenFacts, mergeFacts, noFacts } from '../src/scoring/plans/givenFacts.ts';
import { responseArbitrary } from './responses.ts';

/** The definition with facts in the cells of some fields, and of one question from the list of partners. */
export const withAnyFacts = (instrument: Instrument): fc.Arbitrary<Instrument> => {
  const keys = [
    ...new Set(
      instrument.sections.flatMap((section) =>
        fieldsIn(section).flatMap(({ kind, key }) => (fieldTraits[kind].canBeGiven ? [key] : [])),
      ),
    ),
  ];
  return fc.oneof(fc.constant([]), fc.subarray(keys)).map((given) => ({
    ...instrument,
    sections: instrument.sections.map((section) => withFacts(section, new Set(given))),
  }));
};

const lastRound: Given = { from: 'last-round' };

function withFacts(section: Section, given: ReadonlySet<string>): Section {
  const field = (one: Field): Field => (given.has(one.key) ? { ...one, given: lastRound } : one);
  const fields = section.fields.map(field);
  if (!isItems(section)) return { ...section, fields };
  const listed: Readonly<Record<string, Given>> = given.has('people')
    ? { people: { from: 'partner-list', column: 'Population' } }
    : {};
  return {
    ...section,
    fields,
    activities: section.activities.map((activity) => ({
      ...activity,
      items: activity.items.map((item) => ({
        ...item,
        ...(item.fields === undefined ? {} : { fields: item.fields.map(field) }),
        ...(item.key === '1.1.1' && fields.some(({ key }) => key === 'people') ? { given: listed } : {}),
      })),
    })),
  };
}

/** Facts that a partner might be given; none if the definition has none. */
export function anyFacts(instrument: Instrument, seed: number): GivenFacts {
  if (!takesFacts(instrument)) return noFacts;
  const [{ items, entries } = emptyResponse(instrument)] = fc.sample(responseArbitrary(instrument), {
    seed,
    numRuns: 1,
  });
  // Rows of a list are one below the other.
  const compacted = [...entries].map(
    ([section, rows]) => [section, rows.map(({ answers }, index) => ({ entry: index + 1, answers }))] as const,
  );
  return factsOf(instrument, { items, entries: new Map(compacted) });
}

/** The response of a partner who answers so, and leaves the other facts as they are. */
export const confirming = (instrument: Instrument, facts: GivenFacts, { items, entries }: Response): Response =>
  factsAsResponse(
    instrument,
    mergeFacts([
      facts,
      {
        items: new Map([...items].map(([key, answers]) => [key, filledIn(answers)])),
        entries: new Map(
          [...entries].map(([key, rows]) => [
            key,
            rows.map(({ entry, answers }) => ({ entry, answers: filledIn(answers) })),
          ]),
        ),
      },
    ]),
  );

const filledIn = (answers: Answers): Answers => new Map([...answers].filter(([, { state }]) => state !== 'blank'));
