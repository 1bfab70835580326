import { type Finding, finding } from '../../finding/index.ts';
import { checkChecks } from '../figures/checkChecks.ts';
import { checkAnswerable, checkComputed } from '../figures/checkComputed.ts';
import { checkComputedCircles } from '../figures/checkComputedCircles.ts';
import { checkNumber } from '../figures/checkNumber.ts';
import { unknownReference } from '../figures/unknownReference.ts';
import { yesNo } from '../model/answerForms.ts';
import { type ByKind, byKind, type FieldOf, isFreeText } from '../model/fieldKinds.ts';
import { namedPart, partKeys } from '../model/namedPart.ts';
import { describeNumber, isAnswer } from '../model/numbers.ts';
import { ownProperty } from '../model/ownProperty.ts';
import type {
  ChoiceField,
  Condition,
  EntriesSection,
  Instrument,
  ItemsSection,
  Priorities,
  ScoreField,
  Section,
} from '../model/schema.ts';
import {
  fieldsIn,
  fieldsOfItem,
  givenFields,
  isEntries,
  isItems,
  isScoreField,
  itemsOf,
  itemsOfSection,
  scoreFieldOf,
  viewsOf,
} from '../model/traverse.ts';
import { kindOf } from '../parse/parseAgainst.ts';
import { checkAlwaysAsked } from './checkAlwaysAsked.ts';
import { checkConditions } from './checkConditions.ts';
import { checkExampleAnswers } from './checkExampleAnswers.ts';
import { checkGiven } from './checkGiven.ts';
import { checkOwnFields } from './checkOwnFields.ts';
import { checkScorecard } from './checkScorecard.ts';
import { checkWords } from './checkWords.ts';
import { isInOrder } from './isInOrder.ts';

/** Checks what the schema cannot express: keys are unique, and everything that is named is defined. */
export function checkInstrument(instrument: Instrument): readonly Finding[] {
  return [
    ...checkUniqueKeys(instrument),
    ...instrument.scales.flatMap(checkScale),
    ...instrument.sections.flatMap((section) => checkFields(instrument, section)),
    ...checkComputedCircles(instrument),
    ...instrument.sections.filter(isItems).flatMap((section) => checkCriteria(instrument, section)),
    ...instrument.sections.flatMap((section) => checkRules(instrument, section)),
    ...instrument.sections.flatMap((section) =>
      checkChecks(instrument, section, (rows, condition, place) => checkCondition(instrument, rows, condition, place)),
    ),
    ...instrument.sections.filter(isEntries).flatMap((section) => checkEntries(instrument, section)),
    ...checkCircles(instrument.sections.filter(isEntries)),
    ...checkConditions(instrument, checkCondition),
    ...checkAlwaysAsked(instrument),
    ...checkGiven(instrument),
    ...checkWords(instrument),
    ...checkScorecard(instrument),
    ...checkGroups(instrument),
    ...checkTags(instrument),
    ...checkReferences(instrument),
    ...checkPriorities(instrument),
    ...checkExample(instrument),
    ...checkExampleAnswers(instrument),
  ];
}

function checkUniqueKeys(instrument: Instrument): Finding[] {
  const items = itemsOf(instrument).map(({ item }) => item);
  const activities = instrument.sections.filter(isItems).flatMap((section) => section.activities);
  return [
    ...duplicates('scales', instrument.scales),
    ...duplicates('sections', instrument.sections),
    ...duplicates('activities', activities),
    ...duplicates('items', items),
    ...duplicates('views', viewsOf(instrument)),
    ...duplicates('resource lists', instrument.resources),
    ...duplicates('tables for reference', instrument.references ?? []),
    ...duplicates('vocabularies', instrument.vocabularies ?? []),
    ...(instrument.vocabularies ?? []).flatMap(({ key, terms }) => duplicates('terms', terms, key)),
    ...instrument.sections.flatMap((section) => duplicates('fields', section.fields, section.key)),
    ...viewsOf(instrument).flatMap((view) => (view.by === 'group' ? duplicates('groups', view.groups, view.key) : [])),
  ];
}

function duplicates(what: string, parts: readonly { readonly key: string }[], within?: string): Finding[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { key } of parts) (seen.has(key) ? twice : seen).add(key);
  return [...twice].map((key) => finding('definition.duplicate-key', { key: within ?? key }, { what, key }));
}

function checkScale(scale: Instrument['scales'][number]): Finding[] {
  const levels = scale.options.map((option) => option.level);
  return isInOrder(levels) ? [] : [finding('definition.levels-out-of-order', { key: scale.key }, { levels })];
}

function checkFields(instrument: Instrument, section: Section): Finding[] {
  const place = { key: section.key };
  const scores = section.fields.filter(isScoreField);
  // A second opinion has the agreed level as well.
  const several =
    scores.length > 1 && instrument.reviews === undefined
      ? [finding('definition.two-score-fields', place, { fields: scores.map((field) => field.key) })]
      : [];
  return [
    ...several,
    ...checkPurposes(section),
    ...checkAnswerable(section),
    ...section.fields.flatMap((field) => byKind(fieldChecks, field, instrument, section)),
    ...(isItems(section) ? ownFieldFindings(instrument, section) : []),
  ];
}

/** The fields that items have beside those of their section; what they name may be in either. */
function ownFieldFindings(instrument: Instrument, section: ItemsSection): Finding[] {
  const items = itemsOfSection(section).filter(({ item }) => item.fields !== undefined);
  return [
    ...checkOwnFields(section),
    ...items.flatMap(({ item }) => {
      const asked = { ...section, key: item.key, fields: fieldsOfItem({ section, item }) };
      return (item.fields ?? []).flatMap((field) => byKind(fieldChecks, field, instrument, asked));
    }),
  ];
}

/** Other stages expect at most one field for each purpose. */
function checkPurposes({ key, fields }: Section): Finding[] {
  const given = fields.flatMap((field) => ('purpose' in field && field.purpose !== undefined ? [field] : []));
  return given.flatMap(({ key: named, purpose = '' }, index) => {
    const first = given.slice(0, index).find((before) => before.purpose === purpose);
    return first === undefined
      ? []
      : [finding('definition.purpose-twice', { key }, { purpose, fields: [first.key, named] })];
  });
}

const fieldChecks: ByKind<[instrument: Instrument, section: Section], readonly Finding[]> = {
  score: checkScore,
  text: () => [],
  date: checkDate,
  choice: (field, instrument, section) => (field.purpose === 'about' ? checkNames(field, instrument, section) : []),
  choices: () => [],
  'yes-no': () => [],
  link: () => [],
  number: (field, _instrument, section) => checkNumber(field, section),
  computed: checkComputed,
};

function checkScore(field: ScoreField, instrument: Instrument, section: Section): Finding[] {
  const { key, scale, notApplicable } = field;
  const place = `${section.key} ${key}`;
  const scales = instrument.scales.map((known) => known.key);
  const texts = section.fields.filter(isFreeText).map((other) => other.key);
  const reasonIn = notApplicable?.reasonIn;
  return [
    ...unknownReference(place, 'scale', scale, scales),
    ...(reasonIn === undefined ? [] : unknownReference(place, 'text field for the reason', reasonIn, texts)),
    ...checkCountsAs(field, instrument, place),
  ];
}

/** Every level of the field's scale counts as one of the scorecard's. */
function checkCountsAs({ scale, countsAs }: ScoreField, { scales, scorecard }: Instrument, place: string): Finding[] {
  if (countsAs === undefined) return [];
  const levelsOf = (named: string | undefined): readonly number[] | undefined =>
    scales.find(({ key }) => key === named)?.options.map(({ level }) => level);
  const [own, counted] = [levelsOf(scale), levelsOf(scorecard?.scale)];
  if (own === undefined || counted === undefined) return [];
  const isWhole =
    own.length === Object.keys(countsAs).length &&
    own.every((level) => counted.some((other) => other === ownProperty(countsAs, String(level))));
  return isWhole ? [] : [finding('definition.counts-as', { key: place }, { own, counted })];
}

/** Other stages know one kind of date: the day by which an action is due. */
function checkDate({ key, purpose = 'due' }: FieldOf<'date'>, _instrument: Instrument, section: Section): Finding[] {
  const rule = 'a date says by when: write due, leave it out, or make it a field of text';
  const facts = { path: 'purpose', value: `"${purpose}"`, rule };
  return purpose === 'due' ? [] : [finding('definition.invalid', { key: `${section.key} ${key}` }, facts)];
}

function checkNames({ key, options }: ChoiceField, instrument: Instrument, section: Section): Finding[] {
  const known = partKeys(instrument);
  return options.flatMap((option) =>
    namedPart(instrument, option) === undefined
      ? unknownReference(`${section.key} ${key}`, 'question, activity or section', option, known)
      : [],
  );
}

function checkCriteria(instrument: Instrument, section: ItemsSection): Finding[] {
  const field = scoreFieldOf(section);
  const scale = instrument.scales.find((candidate) => candidate.key === field?.scale);
  const expected = scale?.options.map((option) => option.level) ?? [];
  if (field !== undefined && scale === undefined) return [];
  const items = itemsOfSection(section).map(({ item }) => item);
  // Without criteria, the meanings of the scale's levels are all there is.
  if (items.every(({ criteria }) => criteria.length === 0)) return [];
  return items.flatMap((item) => {
    const found = item.criteria.map((criterion) => criterion.level);
    const same = found.length === expected.length && found.every((level, index) => level === expected[index]);
    return same ? [] : [finding('definition.criteria-levels', { key: item.key }, { found, expected })];
  });
}

const fieldKeys = (section: Section): readonly string[] => fieldsIn(section).map(({ key }) => key);

const givenKeys = (section: Section): readonly string[] =>
  givenFields({ fields: fieldsIn(section) }).map(({ key }) => key);

/**
 * Checks the field and the values of a condition.
 *
 * @param section The one of the field.
 * @param place Where the condition is written, if that is another part.
 */
function checkCondition(
  instrument: Instrument,
  section: Section,
  condition: Condition,
  place?: string,
): readonly Finding[] {
  const field = fieldsIn(section).find(({ key }) => key === condition.field);
  if (field === undefined) return unknownReference(place ?? section.key, 'field', condition.field, fieldKeys(section));
  return byKind(conditionChecks, field, instrument, condition, place ?? `${section.key} ${condition.field}`);
}

const conditionChecks: ByKind<[instrument: Instrument, condition: Condition, place: string], readonly Finding[]> = {
  score: ({ scale }, { scales }, { is }, place) => {
    const levels = scales.find(({ key }) => key === scale)?.options.map(({ level }) => level);
    if (levels === undefined) return [];
    // A condition on a score names levels: answers to a score are stored as numbers, so labels never match.
    return is
      .filter((level) => !levels.some((known) => known === level))
      .map((named) => finding('definition.unknown-level', { key: place }, { named, known: levels }));
  },
  text: () => [],
  date: () => [],
  choice: ({ options }, _instrument, { is }, place) =>
    is.flatMap((word) => unknownReference(place, 'option', String(word), options)),
  'yes-no': (_field, _instrument, { is }, place) =>
    is.flatMap((word) => unknownReference(place, 'answer', String(word), yesNo)),
  link: () => [],
  computed: (_field, _instrument, { is }, place) => [
    finding(
      'definition.invalid',
      { key: place },
      { path: 'is', value: is.join(', '), rule: 'nothing can depend on a computed figure: name one of its parts' },
    ),
  ],
  choices: (_field, _instrument, { is }, place) => [
    finding(
      'definition.invalid',
      { key: place },
      {
        path: 'is',
        value: is.join(', '),
        rule: 'nothing can depend on several choices: ask with a field of kind yes-no or choice',
      },
    ),
  ],
  number: (field, _instrument, { is }, place) =>
    is
      .filter((value) => typeof value !== 'number' || !isAnswer(field, value))
      .map((value) =>
        finding(
          'definition.invalid',
          { key: place },
          { path: 'is', value: String(value), rule: `write ${describeNumber(field)}` },
        ),
      ),
};

function checkRules(instrument: Instrument, section: Section): Finding[] {
  return (section.rules ?? []).flatMap(({ when, needs = [], excludes = [] }) => [
    ...[when, ...excludes].flatMap((condition) => checkCondition(instrument, section, condition)),
    ...needs.flatMap((need) => unknownReference(section.key, 'field', need, givenKeys(section))),
  ]);
}

function checkEntries(instrument: Instrument, section: EntriesSection): Finding[] {
  const entries = instrument.sections.filter(isEntries);
  const others = entries.filter((other) => other !== section);
  const known = others.map(({ key }) => key);
  const owner = others.find(({ key }) => key === section.belongsTo?.section);
  const { required, rows } = section;
  const rule = `it has ${rows === 1 ? 'one row' : `${rows} rows`}. Require no more, or give it more rows`;
  return [
    ...(required > rows
      ? [finding('definition.invalid', { key: section.key }, { path: 'required', value: String(required), rule })]
      : []),
    ...(section.mustInclude ?? []).flatMap((condition) => checkCondition(instrument, section, condition)),
    ...(section.optional ?? []).flatMap((named) => unknownReference(section.key, 'field', named, fieldKeys(section))),
    ...(section.belongsTo === undefined
      ? []
      : [
          ...unknownReference(section.key, 'section of entries', section.belongsTo.section, [...known, section.key]),
          ...section.belongsTo.by.flatMap((named) => [
            ...unknownReference(section.key, 'field', named, fieldKeys(section)),
            ...(owner === undefined ? [] : unknownReference(owner.key, 'field', named, fieldKeys(owner))),
          ]),
        ]),
    ...(section.mustHave ?? []).flatMap((needed) => {
      const other = others.find(({ key, belongsTo }) => key === needed.section && belongsTo?.section === section.key);
      return other === undefined
        ? unknownReference(
            section.key,
            'section that belongs to it',
            needed.section,
            known.filter((key) => key !== needed.section),
          )
        : [
            ...checkCondition(instrument, other, needed.when, section.key),
            ...needed.needs.flatMap((named) => unknownReference(section.key, 'field', named, fieldKeys(other))),
          ];
    }),
  ];
}

/** Finds sections that belong to each other in a circle. Each circle is reported once. */
function checkCircles(sections: readonly EntriesSection[]): Finding[] {
  const ownerOf = new Map(sections.map(({ key, belongsTo }) => [key, belongsTo?.section]));
  const reported = new Set<string>();
  return sections.flatMap(({ key }) => {
    const chain = [key];
    for (let owner = ownerOf.get(key); owner !== undefined; owner = ownerOf.get(owner)) {
      chain.push(owner);
      if (owner === key || chain.indexOf(owner) < chain.length - 1) break;
    }
    if (chain.length === 1 || chain.at(-1) !== key || reported.has(key)) return [];
    for (const part of chain) reported.add(part);
    return [finding('definition.circular', { key }, { chain })];
  });
}

function checkTags(instrument: Instrument): Finding[] {
  const vocabularies = new Map(
    (instrument.vocabularies ?? []).map(({ key, terms }) => [key, terms.map((term) => term.key)]),
  );
  const tagged = instrument.sections.flatMap((section) => [
    section,
    ...(section.shape === 'items' ? section.activities.flatMap((activity) => [activity, ...activity.items]) : []),
  ]);
  return tagged.flatMap(({ key, tags = {} }) =>
    Object.entries(tags).flatMap(([vocabulary, terms]) => {
      const known = vocabularies.get(vocabulary);
      return known === undefined
        ? unknownReference(key, 'vocabulary', vocabulary, [...vocabularies.keys()])
        : terms.flatMap((term) => unknownReference(key, `term of ${vocabulary}`, term, known));
    }),
  );
}

function checkReferences({ references = [] }: Instrument): Finding[] {
  return references.flatMap(({ key, columns, rows }) =>
    rows.flatMap(({ length }, index) =>
      length === columns.length
        ? []
        : [finding('definition.row-length', { key }, { row: index + 1, length, expected: columns.length })],
    ),
  );
}

function checkPriorities(instrument: Instrument): Finding[] {
  const { priorities } = instrument;
  if (priorities === undefined) return [];
  const entries = instrument.sections.filter(isEntries);
  const section = entries.find(({ key }) => key === priorities.section);
  if (section === undefined)
    return unknownReference(
      'priorities',
      'section of entries',
      priorities.section,
      entries.map(({ key }) => key),
    );
  const owner = entries.find(({ key }) => key === section.belongsTo?.section);
  const ownKeys = fieldKeys(section);
  const scores = section.fields.filter(isScoreField).map(({ key }) => key);
  return [
    ...unknownReference('priorities', 'field', priorities.cases, ownKeys),
    ...unknownReference('priorities', 'score field', priorities.rating, scores),
    ...priorities.by.flatMap((named) =>
      unknownReference('priorities', 'field', named, [...ownKeys, ...(owner === undefined ? [] : fieldKeys(owner))]),
    ),
    ...(priorities.when === undefined ? [] : checkCondition(instrument, section, priorities.when, 'priorities')),
    ...(priorities.missing === undefined
      ? []
      : unknownReference(
          'priorities',
          'text field',
          priorities.missing,
          section.fields.filter(isFreeText).map(({ key }) => key),
        )),
    ...checkForm(priorities, owner === undefined ? [section] : [section, owner]),
  ];
}

/** @param sections The section of the priorities, and the one that it belongs to. */
function checkForm({ form, cases }: Priorities, sections: readonly EntriesSection[]): Finding[] {
  if (form === undefined) return [];
  return [
    ...sections.flatMap((section) => unknownReference(section.key, 'field', cases, fieldKeys(section))),
    ...form.flatMap(({ section: named, fields }) => {
      const section = sections.find(({ key }) => key === named);
      return section === undefined
        ? unknownReference(
            'priorities',
            'section of cases',
            named,
            sections.map(({ key }) => key),
          )
        : fields.flatMap((field) => unknownReference(named, 'field', field, fieldKeys(section)));
    }),
  ];
}

function checkExample(instrument: Instrument): Finding[] {
  const { example } = instrument;
  if (example === undefined) return [];
  const items = new Map(itemsOf(instrument).map(({ section, item }) => [item.key, section]));
  const entries = new Map(instrument.sections.filter(isEntries).map((section) => [section.key, section]));
  const rows = [
    ...Object.entries(example.items).map(([key, row]) => ({
      key,
      section: items.get(key),
      rows: [row],
      known: [...items.keys()],
    })),
    ...Object.entries(example.entries).map(([key, all]) => ({
      key,
      section: entries.get(key),
      rows: all,
      known: [...entries.keys()],
    })),
  ];
  return rows.flatMap(({ key, section, rows: given, known }) =>
    section === undefined
      ? unknownReference('example', 'item or section of entries', key, known)
      : given.flatMap((row) =>
          Object.entries(row).flatMap(([named, value]) => checkExampleValue(section, key, named, value)),
        ),
  );
}

/**
 * A number in a text field was meant as text. For the other kinds, the check of the answers gives a better message.
 */
function checkExampleValue(section: Section, key: string, named: string, value: string | number): Finding[] {
  const field = section.fields.find((candidate) => candidate.key === named);
  if (field === undefined) return unknownReference(key, 'field', named, fieldKeys(section));
  const readAs = isFreeText(field) ? kindOf(value) : undefined;
  return readAs === undefined
    ? []
    : [finding('definition.not-text', { key }, { path: `example ${named}`, written: String(value), readAs })];
}

function checkGroups(instrument: Instrument): Finding[] {
  const views = viewsOf(instrument).filter((view) => view.by === 'group');
  return itemsOf(instrument).flatMap(({ item }) => [
    ...Object.keys(item.groups).flatMap((named) =>
      unknownReference(
        item.key,
        'view',
        named,
        views.map((view) => view.key),
      ),
    ),
    ...views.flatMap((view) => {
      const groups = view.groups.map((group) => group.key);
      const named = ownProperty(item.groups, view.key);
      return named === undefined
        ? [finding('definition.ungrouped', { key: item.key }, { view: view.key, groups })]
        : unknownReference(item.key, `group of the view ${view.key}`, named, groups);
    }),
  ]);
}
