import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { describeNumber } from '../../instrument/model/numbers.ts';
import type { Condition, EntriesSection, Field, Instrument, NumberField } from '../../instrument/model/schema.ts';
import { chosenText, fieldOf, purposeOf } from '../../instrument/model/traverse.ts';
import type { Demand, Requirement, RequirementKind, RequirementOf } from '../../scoring/plans/requirements.ts';

/** Describes, for the checklist, what to do about a requirement that a row does not meet. */
export function toDoText(instrument: Instrument, requirement: Requirement): string {
  // The record has the function for each kind; the compiler cannot see that they match.
  const words = texts[requirement.kind] as (requirement: Requirement, instrument: Instrument) => string;
  return words(requirement, instrument);
}

/** What to do if no row has an answer that the section requires. */
export const missingAnswerText = (instrument: Instrument, section: EntriesSection, wanted: Condition): string =>
  `Add a ${section.entry}: ${conditionText(instrument, section, wanted)}`;

/** Names the rows that a section requires: `Participants: Service users`. */
export const describeRequiredRows = (instrument: Instrument, section: EntriesSection, wanted: Condition): string =>
  `${section.title}: ${requiredAnswers(instrument, section, wanted).join(' or ')}`;

const texts: {
  readonly [Kind in RequirementKind]: (requirement: RequirementOf<Kind>, instrument: Instrument) => string;
} = {
  answered: ({ field }) => byKind(answerIt, field),
  readable: ({ field }) => byKind(typeAgain, field),
  reason: () => 'Give the reason',
  filled: ({ field }) => fillIn(field),
  needed: ({ field }) => fillIn(field),
  allowed: ({ field, because }) => `Correct: ${field.heading} or ${because.heading}`,
  usual: ({ field, figure }) => `Say in ${field.heading} why ${figure.heading} is so high or low`,
  'followed up': ({ missing }) => {
    const [lead, date] = ['lead', 'due'].map((purpose) => missing.some((field) => purposeOf(field) === purpose));
    if (lead === true) return date === true ? 'Name a lead and give a date' : 'Name a lead';
    return 'Give a date';
  },
  distinct: ({ relation }) => `Another row has the same ${headings(relation.by)}: change one`,
  belonging: ({ relation }) => `${relation.owner.shortTitle} has no row with this ${headings(relation.by)}`,
  served: ({ demand }, instrument) => servedText(instrument, demand),
};

function fillIn({ heading }: Field): string {
  return `Fill in: ${heading}`;
}

const answerIt: ByKind<[], string> = {
  score: () => 'Choose an answer',
  text: fillIn,
  date: fillIn,
  choice: fillIn,
  'yes-no': () => 'Answer Yes or No',
  link: fillIn,
  choices: fillIn,
  number: enterNumber,
  computed: fillIn,
};

function enterNumber(field: NumberField): string {
  return `Enter ${describeNumber(field)}: ${field.heading}`;
}

const typeAgain: ByKind<[], string> = {
  score: ({ heading }) => `Choose from the list: ${heading}`,
  choice: ({ heading }) => `Choose from the list: ${heading}`,
  'yes-no': ({ heading }) => `Answer Yes or No: ${heading}`,
  link: ({ heading }) => `Enter an address that begins with https://: ${heading}`,
  choices: ({ heading }) => `Enter numbers of options, as in 1; 3: ${heading}`,
  date: ({ heading }) => `Enter a date: ${heading}`,
  number: enterNumber,
  computed: fillIn,
  text: ({ heading }) => `Type it again: ${heading}`,
};

function servedText(instrument: Instrument, { relation: { child }, when, needs }: Demand): string {
  const filledIn = needs.length === 0 ? '' : `, with ${headings(needs)}`;
  return `Add to ${child.shortTitle}: ${conditionText(instrument, child, when)}${filledIn}`;
}

const conditionText = (instrument: Instrument, section: EntriesSection, condition: Condition): string =>
  `${fieldOf(section, condition.field).heading} "${requiredAnswers(instrument, section, condition).join('" or "')}"`;

function requiredAnswers(instrument: Instrument, section: EntriesSection, { field, is }: Condition): readonly string[] {
  return is.map((value) => chosenText(instrument, fieldOf(section, field), value));
}

const headings = (fields: readonly Field[]): string => fields.map(({ heading }) => heading).join(' and ');
