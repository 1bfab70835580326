import fc from 'fast-check';
import { checkInstrument } from '../src/instrument/check/checkInstrument.ts';
import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type {
  EntriesSection,
  Field,
  FieldOnlyIf,
  Instrument,
  Item,
  ItemsSection,
  OnlyIf,
  Rule,
} from '../src/instrument/model/schema.ts';
import { itemsOf, scaleOf, scoreFieldOf } from '../src/instrument/model/traverse.ts';
import { withAnyChecks } from './anyChecks.ts';
import { withAnyFacts } from './anyFacts.ts';
import { figureFields, otherFields } from './kindsInstrument.ts';
import { ownFields } from './ownFields.ts';
import { choicesOfOverall, figureRules, ruledArbitrary, withTargets } from './ruledInstruments.ts';

/**
 * Any instrument: by any rule, with fields of any kind in sections, in rows that partners add and in single questions, of
 * which any may be optional, asked only under a condition, or have a fact beforehand; with totals, and checks of numbers.
 */
export const anyInstrument: fc.Arbitrary<Instrument> = fc
  .oneof(fc.constantFrom(...choicesOfOverall, withTargets()), ...figureRules.map((by) => ruledArbitrary(by)))
  .chain((base) => {
    const keys = itemsOf(base).map(({ item }) => item.key);
    return fc
      .record({
        optional: fc.subarray(keys),
        own: fc.tuple(...keys.map(() => fc.oneof(fc.constant([]), fc.subarray(Object.values(ownFields))))),
        kinds: fc.subarray([...sectionFields]),
        rules: fc.subarray([...rules(base)]),
        ofItems: fc.tuple(...keys.map((_key, at) => maybe(conditionArbitrary(base, keys.slice(0, at))))),
        ofActivity: maybe(conditionArbitrary(base, keys.slice(0, 2))),
        ofSection: maybe(conditionArbitrary(base, keys.slice(0, 3))),
        ofFields: fc.array(maybe(fieldCondition(conditionArbitrary(base, keys.slice(0, 1)))), {
          ...{ minLength: 12, maxLength: 12 },
        }),
        ofRows: fc.array(maybe(conditionArbitrary(base, keys)), { minLength: 3, maxLength: 3 }),
        ofRowFields: fc.array(maybe(fieldCondition(conditionArbitrary(base, keys))), { minLength: 3, maxLength: 3 }),
        required: fc.nat(2),
        kindsOfRow: fc.boolean(),
      })
      .map((chosen) => decorated(base, chosen));
  })
  .chain(withAnyFacts)
  .chain(withAnyChecks)
  .filter(isReachable)
  .map(defineInstrument);

/** Random conditions may contradict each other, so that nobody is ever asked something. */
function isReachable(instrument: Instrument): boolean {
  return checkInstrument(instrument).every(({ code }) => code !== 'definition.never-asked');
}

/** One half of the time. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { freq: 2, nil: undefined });

const note: Field = { kind: 'text', key: 'note', heading: 'Note', prompt: 'Why a number is unusual.' };

/** What a section may ask for besides. */
const sectionFields: readonly Field[] = [
  { ...figureFields.people, reasonIn: 'evidence' },
  figureFields.share,
  figureFields.wait,
  ...Object.values(otherFields),
];

/** The first level of the scale by which a question is scored. */
function firstLevel(base: Instrument, key: string): readonly number[] {
  const section = itemsOf(base).find(({ item }) => item.key === key)?.section;
  const field = section && scoreFieldOf(section);
  return field === undefined ? [] : scaleOf(base, field).options.map(({ level }) => level);
}

const rules = (base: Instrument): readonly Rule[] => [
  { when: { field: 'score', is: firstLevel(base, '1.1.1').slice(0, 1) }, needs: ['evidence'] },
  { when: { field: 'lead', is: ['Ada Example'] }, excludes: [{ field: 'action', is: ['None'] }] },
];

/** A condition on an answer before, or on the partner. */
function conditionArbitrary(base: Instrument, before: readonly string[]): fc.Arbitrary<OnlyIf> {
  const ofPartner = fc.constantFrom<OnlyIf>(
    { partner: 'kind', is: ['Trust'] },
    { partner: 'kind', is: ['PCT'] },
    { partner: 'region', is: ['Sample Region'] },
  );
  if (before.length === 0) return ofPartner;
  const ofScore = fc
    .constantFrom(...before)
    .chain((item) =>
      fc.subarray([...firstLevel(base, item)], { minLength: 1 }).map((is): OnlyIf => ({ item, field: 'score', is })),
    );
  const ofText = fc.constantFrom(...before).map((item): OnlyIf => ({ item, field: 'lead', is: ['Ada Example'] }));
  return fc.oneof(
    { weight: 1, arbitrary: ofPartner },
    { weight: 6, arbitrary: ofScore },
    { weight: 1, arbitrary: ofText },
  );
}

/** By which answer of its own row a field is asked: the score, or whether there is a plan. */
type OfRow = 'score' | 'plan';

const fieldCondition = (elsewhere: fc.Arbitrary<OnlyIf>): fc.Arbitrary<OnlyIf | OfRow> =>
  fc.oneof({ weight: 2, arbitrary: elsewhere }, { weight: 1, arbitrary: fc.constantFrom<OfRow>('score', 'plan') });

interface Chosen {
  readonly optional: readonly string[];
  readonly own: readonly (readonly Field[])[];
  readonly kinds: readonly Field[];
  readonly rules: readonly Rule[];
  readonly ofItems: readonly (OnlyIf | undefined)[];
  readonly ofActivity: OnlyIf | undefined;
  readonly ofSection: OnlyIf | undefined;
  readonly ofFields: readonly (OnlyIf | OfRow | undefined)[];
  readonly ofRows: readonly (OnlyIf | undefined)[];
  readonly ofRowFields: readonly (OnlyIf | OfRow | undefined)[];
  readonly required: number;
  readonly kindsOfRow: boolean;
}

function decorated(base: Instrument, chosen: Chosen): Instrument {
  const keys = itemsOf(base).map(({ item }) => item.key);
  const conditional = <Part extends object>(part: Part, onlyIf: FieldOnlyIf | undefined): Part =>
    onlyIf === undefined ? part : { ...part, onlyIf };
  /** @param levels Those of the score of the row, if it has one. */
  const inRow = (one: Field, of: OnlyIf | OfRow | undefined, hasPlan: boolean, levels: readonly number[]): Field => {
    if (of === 'score') return levels.length === 0 ? one : conditional(one, { field: 'score', is: levels });
    if (of === 'plan') return hasPlan && one.key !== 'plan' ? conditional(one, { field: 'plan', is: ['Yes'] }) : one;
    return conditional(one, of);
  };
  const hasPlan = chosen.kinds.some(({ key }) => key === 'plan');
  const field = (item: string) => (one: Field, at: number) =>
    inRow(one, chosen.ofFields[at % chosen.ofFields.length], hasPlan, firstLevel(base, item).slice(0, 1));
  const item = (one: Item): Item => {
    const at = keys.indexOf(one.key);
    // Questions of one section share a field of their own, with its condition.
    const own = (chosen.own[at] ?? []).map((of) => field(one.key)(of, Object.keys(ownFields).length + of.key.length));
    return conditional(
      {
        ...one,
        ...(chosen.optional.includes(one.key) ? { optional: true } : {}),
        ...(own.length === 0 ? {} : { fields: own }),
      },
      chosen.ofItems[at],
    );
  };
  const items = (section: ItemsSection): ItemsSection => ({
    ...section,
    ...(chosen.rules.length === 0 ? {} : { rules: chosen.rules }),
    fields: [...section.fields, ...asked(chosen.kinds).map(field(section.activities[0]?.items[0]?.key ?? ''))],
    activities: section.activities.map((activity) =>
      conditional(
        { ...activity, items: activity.items.map(item) },
        activity.key === '1.2' ? chosen.ofActivity : undefined,
      ),
    ),
  });
  const [ofPeople, ofPlan, ofMeasure] = chosen.ofRows;
  const [ofDays, ofPlaces, ofPlanned] = chosen.ofRowFields;
  const rows = (section: EntriesSection): EntriesSection => ({
    ...conditional(section, ofPeople),
    required: chosen.required,
    ...(chosen.kindsOfRow ? { mustInclude: [{ field: 'role', is: ['Chair'] }] } : {}),
    fields: [
      ...section.fields,
      inRow(otherFields.plan, ofPlanned, false, []),
      inRow({ ...figureFields.budget, heading: 'Cost' }, ofDays, true, []),
      inRow(otherFields.places, ofPlaces, true, []),
    ],
  });
  return {
    ...base,
    key: `any-${base.key}`.slice(0, 60),
    sections: [
      ...base.sections.map((section) =>
        section.shape === 'items'
          ? conditional(items(section), section.key === '2' ? chosen.ofSection : undefined)
          : rows(section),
      ),
      conditional(planned(ofMeasure), ofPlan),
    ],
  };
}

/** A weight needs the number by which it weighs. */
const asked = (kinds: readonly Field[]): readonly Field[] =>
  kinds.some(({ key }) => key === 'people') ? kinds : kinds.filter(({ key }) => key !== 'share');

/** A list of actions, each about a question or a section. */
const planned = (ofMeasure: OnlyIf | undefined): EntriesSection => ({
  shape: 'entries',
  key: 'plan',
  title: 'Actions',
  shortTitle: 'Actions',
  introduction: 'What will be done.',
  entry: 'action',
  required: 0,
  rows: 2,
  optional: ['note', 'about'],
  fields: [
    {
      ...{ kind: 'choice', key: 'about', heading: 'About', prompt: 'What it is about.', purpose: 'about' },
      options: ['1.1.1', 'Supply'],
    },
    { kind: 'text', key: 'do', heading: 'To be done', prompt: 'What.', purpose: 'action' },
    { kind: 'text', key: 'who', heading: 'Who', prompt: 'Who leads.', purpose: 'lead' },
    {
      ...{ kind: 'text', key: 'sign', heading: 'Sign', prompt: 'By what it is seen.', purpose: 'measure' },
      ...(ofMeasure === undefined ? {} : { onlyIf: ofMeasure }),
    },
    note,
  ],
});
