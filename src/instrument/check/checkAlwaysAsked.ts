import { type Finding, finding } from '../../finding/index.ts';
import type { EntriesSection, Instrument, Section } from '../model/schema.ts';
import {
  answerFieldOf,
  conditionalFields,
  fieldsIn,
  givenFields,
  isComputedField,
  isEntries,
  isItems,
  isNumberField,
  isScoreField,
  itemsOfSection,
  jumpsOn,
  purposeOf,
} from '../model/traverse.ts';

/** Checks that no condition is on what something else needs in any case. */
export const checkAlwaysAsked = (instrument: Instrument): readonly Finding[] =>
  instrument.sections.flatMap((section) => {
    const needs = neededFields(instrument, section);
    return [
      ...conditionalFields(section).flatMap(({ key }) => {
        const need = needs.find(({ fields }) => fields.includes(key));
        return need === undefined
          ? []
          : [finding('definition.always-asked', { key: `${section.key} ${key}` }, { by: need.by })];
      }),
      ...(isEntries(section) && section.onlyIf !== undefined && isLinked(instrument, section)
        ? [finding('definition.always-asked', { key: section.key }, { by: 'rows of other sections' })]
        : []),
    ];
  });

interface Need {
  readonly fields: readonly string[];
  /** What needs them. */
  readonly by: string;
}

function neededFields(instrument: Instrument, section: Section): readonly Need[] {
  const all = fieldsIn(section);
  const reasons = all.flatMap((field) => [
    ...(isScoreField(field) ? [field.notApplicable?.reasonIn ?? []] : []),
    ...(isNumberField(field) ? [field.reasonIn ?? []] : []),
  ]);
  const planned = all.filter((field) => ['about', 'action', 'lead', 'due'].includes(purposeOf(field) ?? ''));
  return [
    ...(isItems(section) && givenFields(section).length > 0
      ? [{ fields: itemsOfSection(section).map((context) => answerFieldOf(context).key), by: 'its question' }]
      : []),
    {
      fields: [...reasons.flat(), ...jumpsOn(section).map(({ reasonIn }) => reasonIn)],
      by: 'another field, which has its reason there',
    },
    {
      fields: all
        .filter(isComputedField)
        .flatMap(({ key, of, in: list }) => (list === undefined ? [key, ...of] : [key])),
      by: 'a computed figure',
    },
    { fields: planned.map(({ key }) => key), by: 'the action plan' },
    ...(isEntries(section) ? [{ fields: linkedFields(instrument, section), by: 'the rules for rows' }] : []),
  ];
}

/** The fields by which rows are matched or counted. */
function linkedFields(instrument: Instrument, section: EntriesSection): readonly string[] {
  const { sections, priorities } = instrument;
  const others = sections.filter(isEntries);
  return [
    ...others.flatMap(({ key, belongsTo }) =>
      key === section.key || belongsTo?.section === section.key ? (belongsTo?.by ?? []) : [],
    ),
    ...others.flatMap(({ mustHave = [] }) =>
      mustHave.flatMap((one) => (one.section === section.key ? [one.when.field, ...one.needs] : [])),
    ),
    ...(section.mustInclude ?? []).map(({ field }) => field),
    ...(priorities === undefined ? [] : [priorities.cases, priorities.rating, ...priorities.by]),
  ];
}

const isLinked = (instrument: Instrument, { key, belongsTo }: EntriesSection): boolean =>
  belongsTo !== undefined ||
  instrument.priorities?.section === key ||
  instrument.sections.filter(isEntries).some((other) => other.belongsTo?.section === key);
