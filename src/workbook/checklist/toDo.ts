import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { describeNumber } from '../../instrument/model/numbers.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { Condition, EntriesSection, Field, Instrument, NumberField } from '../../instrument/model/schema.ts';
import { chosenText, fieldOf, figureOf, purposeOf } from '../../instrument/model/traverse.ts';
import { describeOther, sumOf } from '../../scoring/figures/describeCheck.ts';
import type { Demand, Requirement, RequirementKind, RequirementOf } from '../../scoring/plans/requirements.ts';
import type { Words } from '../../words/words.ts';

/** The words of a language, and the instrument of which they speak. */
export interface Speaking {
  readonly words: Words;
  readonly instrument: Instrument;
}

/** Describes, for the checklist, what to do about a requirement that a row does not meet. */
export function toDoText(speaking: Speaking, requirement: Requirement): string {
  // The record has the function for each kind; the compiler cannot see that they match.
  const describe = texts[requirement.kind] as (requirement: Requirement, speaking: Speaking) => string;
  return describe(requirement, speaking);
}

/** What to do if a section has fewer rows than it requires. */
export function requiredRowsText({ words }: Speaking, { required, optional }: EntriesSection): string {
  const { row, rows, everyField, everyRequiredField } = words.toDo;
  const fillIn = optional === undefined ? everyField : everyRequiredField;
  return fillIn(required === 1 ? row : rows(required));
}

/** What to do if no row has an answer that the section requires. */
export const missingAnswerText = (speaking: Speaking, section: EntriesSection, wanted: Condition): string =>
  speaking.words.toDo.addRow(section.entry, conditionText(speaking, section, wanted));

/** Names the rows that a section requires: `Participants: Service users`. */
export function describeRequiredRows(speaking: Speaking, section: EntriesSection, wanted: Condition): string {
  const { toDo, lists } = speaking.words;
  return toDo.kindOfRow(section.title, lists.anyOf(requiredAnswers(speaking, section, wanted)));
}

const texts: {
  readonly [Kind in RequirementKind]: (requirement: RequirementOf<Kind>, speaking: Speaking) => string;
} = {
  answered: ({ field }, { words }) => byKind(answerIt, field, words),
  readable: ({ field }, { words }) => byKind(typeAgain, field, words),
  reason: (_requirement, { words }) => words.toDo.giveReason,
  filled: ({ field }, { words }) => fillIn(field, words),
  needed: ({ field }, { words }) => fillIn(field, words),
  allowed: ({ field, because }, { words }) => words.toDo.correct(field.heading, because.heading),
  usual: ({ field, figure }, { words }) => words.toDo.sayWhy(field.heading, figure.heading),
  compared: ({ section, comparison }, { words, instrument }) => {
    const described = { instrument, section, words };
    return words.toDo.mustBe[comparison.is](sumOf(described, comparison), describeOther(described, comparison));
  },
  explained: ({ field, section, jump }, { words: { toDo } }) => {
    const figure = figureOf(section, jump.figure);
    const limit = figure.as === 'percentage' ? toDo.points(jump.beyond) : toDo.perCent(jump.beyond);
    return toDo.sayWhyChanged(field.heading, figure.heading, limit);
  },
  'followed up': ({ missing }, { words: { toDo } }) => {
    const [lead, date] = ['lead', 'due'].map((purpose) => missing.some((field) => purposeOf(field) === purpose));
    if (lead === true) return date === true ? toDo.nameLeadAndGiveDate : toDo.nameLead;
    return toDo.giveDate;
  },
  distinct: ({ relation }, { words }) => words.toDo.changeOne(headings(relation.by, words)),
  belonging: ({ relation }, { words }) => words.toDo.noRow(relation.owner.shortTitle, headings(relation.by, words)),
  served: ({ demand }, speaking) => servedText(speaking, demand),
};

function fillIn({ heading }: Field, { toDo }: Words): string {
  return toDo.fillIn(heading);
}

const answerIt: ByKind<[words: Words], string> = {
  score: (_field, { toDo }) => toDo.chooseAnswer,
  text: fillIn,
  date: fillIn,
  choice: fillIn,
  'yes-no': (_field, { toDo }) => toDo.answerYesOrNo,
  link: fillIn,
  choices: fillIn,
  number: enterNumber,
  computed: fillIn,
};

function enterNumber(field: NumberField, { toDo, numbers }: Words): string {
  return toDo.enterNumber(describeNumber(field, numbers), field.heading);
}

const typeAgain: ByKind<[words: Words], string> = {
  score: ({ heading }, { toDo }) => toDo.chooseFromList(heading),
  choice: ({ heading }, { toDo }) => toDo.chooseFromList(heading),
  'yes-no': ({ heading }, { toDo }) => toDo.answerYesOrNoTo(heading),
  link: ({ heading }, { toDo }) => toDo.enterAddress(heading),
  choices: ({ heading }, { toDo }) => toDo.enterOptions(heading),
  date: ({ heading }, { toDo }) => toDo.enterDate(heading),
  number: enterNumber,
  computed: fillIn,
  text: ({ heading }, { toDo }) => toDo.typeAgain(heading),
};

/** What to do if a row lacks one that must belong to it. */
export function servedText(speaking: Speaking, { relation: { child }, when, needs }: Demand): string {
  const { toDo } = speaking.words;
  const answer = conditionText(speaking, child, when);
  return needs.length === 0
    ? toDo.addTo(child.shortTitle, answer)
    : toDo.addToWith(child.shortTitle, answer, headings(needs, speaking.words));
}

function conditionText(speaking: Speaking, section: EntriesSection, condition: Condition): string {
  const { toDo, lists } = speaking.words;
  const answers = quoteEach(requiredAnswers(speaking, section, condition));
  return toDo.answer(fieldOf(section, condition.field).heading, lists.anyOf(answers));
}

function requiredAnswers(
  { instrument, words }: Speaking,
  section: EntriesSection,
  { field, is }: Condition,
): readonly string[] {
  return is.map((value) => chosenText(instrument, fieldOf(section, field), value, words));
}

const headings = (fields: readonly Field[], { lists }: Words): string =>
  lists.allOf(fields.map(({ heading }) => heading));
