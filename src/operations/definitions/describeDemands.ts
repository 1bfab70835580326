import { andList, orList, quoted } from '../../finding/wording/quote.ts';
import { describeLimits } from '../../instrument/model/numbers.ts';
import type {
  Check,
  Condition,
  EntriesSection,
  Field,
  Instrument,
  Rule,
  Section,
} from '../../instrument/model/schema.ts';
import { chosenText, fieldOf, fieldsIn, figureOf, isNumberField } from '../../instrument/model/traverse.ts';
import { describeComparison, describeLimit } from '../../scoring/figures/describeCheck.ts';
import { demandsOf } from '../../scoring/plans/requirements.ts';
import { english } from '../../words/english/english.ts';
import { missingAnswerText, requiredRowsText, type Speaking, servedText } from '../../workbook/checklist/toDo.ts';

/** What the answers of a row must be to each other: a sentence each, without a full stop. */
export const describeChecks = (instrument: Instrument, section: Section): readonly string[] => [
  ...(section.rules ?? []).flatMap((rule) => describeRowRule(instrument, section, rule)),
  ...fieldsIn(section).flatMap((field) => describeUsual(section, field)),
  ...(section.checks ?? []).map((check) => describeCheck(instrument, section, check)),
];

/** The rows that a section of entries needs, in the words of the checklist. */
export function describeRows(instrument: Instrument, section: EntriesSection): readonly string[] {
  const speaking: Speaking = { instrument, words: english };
  const { required, mustInclude = [], belongsTo } = section;
  const owner = instrument.sections.find(({ key }) => key === belongsTo?.section);
  const by = belongsTo?.by.map((key) => fieldOf(section, key).heading) ?? [];
  return [
    ...(required === 0 ? [] : [requiredRowsText(speaking, section)]),
    ...mustInclude.map((wanted) => missingAnswerText(speaking, section, wanted)),
    ...(owner === undefined ? [] : [`Each belongs to the row of ${quoted(owner.title)} with the same ${andList(by)}`]),
    ...demandsOf(instrument)
      .filter(({ relation }) => relation.owner.key === section.key)
      .map((demand) => `For each row: ${servedText(speaking, demand)}`),
  ];
}

function describeRowRule(
  instrument: Instrument,
  section: Section,
  { when, needs = [], excludes = [] }: Rule,
): readonly string[] {
  const answer = (condition: Condition): string => describeAnswer(instrument, section, condition);
  const required = needs.map((key) => fieldOf(section, key).heading);
  return [
    ...(required.length === 0 ? [] : [`${answer(when)} requires ${andList(required)}`]),
    ...excludes.map((not) => `${answer(not)} and ${answer(when)} contradict each other`),
  ];
}

/** `"Home" or "Day" under "Type"`. */
function describeAnswer(instrument: Instrument, section: Section, { field: key, is }: Condition): string {
  const field = fieldOf(section, key);
  return `${orList(is.map((value) => chosenText(instrument, field, value)))} under ${quoted(field.heading)}`;
}

function describeUsual(section: Section, field: Field): readonly string[] {
  if (!isNumberField(field) || field.reasonIn === undefined) return [];
  const usual = describeLimits(field, field.usualLeast, field.usualGreatest);
  return usual === undefined ? [] : [`${reasonNeeded(section, field, field.reasonIn)} unless it is ${usual}`];
}

function describeCheck(instrument: Instrument, section: Section, check: Check): string {
  if (check.is === 'jump')
    return `${reasonNeeded(section, figureOf(section, check.figure), check.reasonIn)} if it changed by more than ${describeLimit(section, check)} since the last round`;
  const { when } = check;
  const comparison = describeComparison({ instrument, section }, check);
  return when === undefined ? comparison : `With ${describeAnswer(instrument, section, when)}, ${comparison}`;
}

const reasonNeeded = (section: Section, { heading }: Field, reasonIn: string): string =>
  `${heading} needs a reason under ${quoted(fieldOf(section, reasonIn).heading)}`;
