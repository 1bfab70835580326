import { fieldsCompared, itemsCompared } from '../../instrument/figures/compared.ts';
import { usualLimits } from '../../instrument/model/numbers.ts';
import type {
  Comparison,
  Condition,
  EntriesSection,
  Field,
  Instrument,
  ItemsSection,
  Jump,
  NumberField,
  Section,
} from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  comparisonsOn,
  fieldFor,
  fieldOf,
  fieldsIn,
  fieldsOfItem,
  givenFields,
  isEntries,
  isNumberField,
  itemsOfSection,
  jumpsOn,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';

/**
 * A condition that the answers of a row must meet before the workbook is ready to be returned. `field` is where the
 * partner has to act. If a row does not meet several, the checklist names the first.
 */
export type Requirement =
  /** A question that is answered by this field is answered. */
  | { readonly kind: 'answered'; readonly field: Field; readonly items: ReadonlySet<string> }
  /** The typed value is an answer to the field. */
  | { readonly kind: 'readable'; readonly field: Field }
  /** A question that does not apply has its reason. */
  | { readonly kind: 'reason'; readonly field: Field; readonly score: Field }
  /** A number beyond its usual limits has its reason. */
  | { readonly kind: 'usual'; readonly field: Field; readonly figure: NumberField }
  /** Numbers of the row, or of one question of the section, are to each other or to those elsewhere as they must be. */
  | {
      readonly kind: 'compared';
      readonly field: Field;
      readonly item: string | undefined;
      readonly section: Section;
      readonly comparison: Comparison;
    }
  /** A number that changed much since the last round has its reason. */
  | { readonly kind: 'explained'; readonly field: Field; readonly section: Section; readonly jump: Jump }
  /** A row that has been started is complete. */
  | { readonly kind: 'filled'; readonly field: Field }
  /** A field that another answer of the row makes required is filled in. */
  | { readonly kind: 'needed'; readonly field: Field; readonly when: Condition }
  /** A field that another answer of the row rules out is blank. */
  | {
      readonly kind: 'allowed';
      readonly field: Field;
      readonly not: Condition;
      readonly when: Condition;
      readonly because: Field;
    }
  /** An action has a lead and a due date; unmet if all of `missing` are blank. */
  | { readonly kind: 'followed up'; readonly field: Field; readonly action: Field; readonly missing: readonly Field[] }
  /** No row above has the same answers in the fields by which other rows belong to it. */
  | { readonly kind: 'distinct'; readonly field: Field; readonly relation: Relation }
  /** The row that it belongs to exists. */
  | { readonly kind: 'belonging'; readonly field: Field; readonly relation: Relation }
  /** A row of the kind that it must have exists. */
  | { readonly kind: 'served'; readonly field: Field; readonly demand: Demand };

export type RequirementKind = Requirement['kind'];
export type RequirementOf<Kind extends RequirementKind> = Extract<Requirement, { readonly kind: Kind }>;

/** A row as far as it decides which requirements it must meet. */
export interface AskedRow {
  /** Key of the item; absent for rows that partners add. */
  readonly item?: string | undefined;
  /** Whether the row has a field: some are those of single items. */
  readonly asksFor: (field: string) => boolean;
}

/** Whether a row must meet a requirement: it has all fields that this is about. */
export const concerns = (requirement: Requirement, { item = '', asksFor }: AskedRow): boolean =>
  fieldsAsked(requirement).every(asksFor) &&
  (requirement.kind !== 'answered' || requirement.items.has(item)) &&
  (requirement.kind !== 'compared' || (requirement.item ?? item) === item);

/** The keys of the fields of its row that a requirement is about. */
export function fieldsAsked(requirement: Requirement): readonly string[] {
  // The record has the function for each kind; the compiler cannot see that they match.
  const fields = fieldsBy[requirement.kind] as (requirement: Requirement) => readonly string[];
  return fields(requirement);
}

const fieldsBy: { readonly [Kind in RequirementKind]: (requirement: RequirementOf<Kind>) => readonly string[] } = {
  answered: ({ field }) => [field.key],
  readable: ({ field }) => [field.key],
  reason: ({ field, score }) => [field.key, score.key],
  usual: ({ field, figure }) => [field.key, figure.key],
  compared: ({ section, comparison }) => [
    ...fieldsCompared(comparison),
    ...itemsCompared(section, comparison).map(({ field }) => field),
    ...(comparison.when === undefined ? [] : [comparison.when.field]),
  ],
  explained: ({ field, jump }) => [field.key, jump.figure],
  filled: ({ field }) => [field.key],
  needed: ({ field, when }) => [field.key, when.field],
  allowed: ({ not, when }) => [not.field, when.field],
  'followed up': ({ action, missing }) => [action.key, ...missing.map(({ key }) => key)],
  distinct: ({ field }) => [field.key],
  belonging: ({ field }) => [field.key],
  served: ({ field }) => [field.key],
};

/** Rows of one section that belong to rows of another, because both have the same answers in some fields. */
export interface Relation {
  readonly child: EntriesSection;
  readonly owner: EntriesSection;
  readonly by: readonly Field[];
}

/** A row that each row of an owner must have among those that belong to it. */
export interface Demand {
  readonly relation: Relation;
  readonly when: Condition;
  readonly needs: readonly Field[];
}

/** In the order of the sections with rows that belong to others. */
export function relationsOf(instrument: Instrument): readonly Relation[] {
  const entries = instrument.sections.filter(isEntries);
  return entries.flatMap((child) => {
    const owner = entries.find(({ key }) => key === child.belongsTo?.section);
    if (owner === undefined || child.belongsTo === undefined) return [];
    return [{ child, owner, by: child.belongsTo.by.map((key) => fieldOf(owner, key)) }];
  });
}

/** In the order of the sections with rows that must have others. */
export const demandsOf = (instrument: Instrument): readonly Demand[] =>
  instrument.sections.filter(isEntries).flatMap((owner) => demandsOn(instrument, owner));

function demandsOn(instrument: Instrument, owner: EntriesSection): readonly Demand[] {
  return (owner.mustHave ?? []).flatMap(({ section, when, needs }) => {
    const relation = relationsOf(instrument).find((one) => one.child.key === section && one.owner.key === owner.key);
    return relation === undefined ? [] : [{ relation, when, needs: needs.map((key) => fieldOf(relation.child, key)) }];
  });
}

/** All requirements on a row of a section, in the order in which the checklist asks for them. */
export function requirementsOn(instrument: Instrument, section: Section): readonly Requirement[] {
  return section.shape === 'items' ? onItems(section) : onEntries(instrument, section);
}

function onItems(section: ItemsSection): readonly Requirement[] {
  const answers = answeredBy(section);
  const score = scoreFieldOf(section);
  const reasonIn = score?.notApplicable?.reasonIn;
  return [
    ...answers,
    ...(score === undefined || reasonIn === undefined
      ? []
      : [{ kind: 'reason', field: fieldOf(section, reasonIn), score } as const]),
    ...givenFields({ fields: fieldsIn(section) })
      .filter((field) => answers.every((answer) => answer.field.key !== field.key || isAskedBeside(section, answer)))
      .map(readable),
    ...unusual(section),
    ...checked(section),
    ...byRules(section),
    ...followUps(section),
  ];
}

type Answered = RequirementOf<'answered'>;

/** The fields by which the items of a section are answered, each once: mostly one. */
function answeredBy(section: ItemsSection): readonly Answered[] {
  const items = new Map<string, string[]>();
  for (const context of itemsOfSection(section)) {
    const { key } = answerFieldOf(context);
    items.set(key, [...(items.get(key) ?? []), context.item.key]);
  }
  return [...items].map(([key, keys]) => ({ kind: 'answered', field: fieldOf(section, key), items: new Set(keys) }));
}

/** Whether a field that answers some items is there for others as well, which something else answers. */
const isAskedBeside = (section: ItemsSection, { field, items }: Answered): boolean =>
  itemsOfSection(section).some(
    (context) => !items.has(context.item.key) && fieldsOfItem(context).some(({ key }) => key === field.key),
  );

function onEntries(instrument: Instrument, section: EntriesSection): readonly Requirement[] {
  const relations = relationsOf(instrument);
  const owned = relations.find(({ owner }) => owner.key === section.key);
  const belongs = relations.find(({ child }) => child.key === section.key);
  const first = ({ by }: Relation): Field => fieldOf(section, by[0]?.key ?? '');
  return [
    ...givenFields(section).map(readable),
    ...requiredFields(section).map((field) => ({ kind: 'filled', field }) as const),
    ...unusual(section),
    ...checked(section),
    ...byRules(section),
    ...(owned === undefined ? [] : [{ kind: 'distinct', field: first(owned), relation: owned } as const]),
    ...(belongs === undefined ? [] : [{ kind: 'belonging', field: first(belongs), relation: belongs } as const]),
    ...demandsOn(instrument, section).map(
      (demand) => ({ kind: 'served', field: first(demand.relation), demand }) as const,
    ),
  ];
}

const readable = (field: Field): Requirement => ({ kind: 'readable', field });

/** Where a sum is wrong, the partner acts in the first of its parts in the row that is given. */
const checked = (section: Section): readonly Requirement[] => [
  ...comparisonsOn(section).map((comparison) => {
    const named = itemsCompared(section, comparison);
    const keys = [...fieldsCompared(comparison), ...named.map(({ field }) => field)];
    const fields = keys.map((key) => fieldOf(section, key));
    const field = givenFields({ fields })[0] ?? fields[0] ?? fieldOf(section, '');
    return { kind: 'compared', field, item: named[0]?.item, section, comparison } as const;
  }),
  ...jumpsOn(section).map(
    (jump) => ({ kind: 'explained', field: fieldOf(section, jump.reasonIn), section, jump }) as const,
  ),
];

const unusual = (section: Section): readonly Requirement[] =>
  fieldsIn(section)
    .filter(isNumberField)
    .flatMap((figure) =>
      figure.reasonIn === undefined || usualLimits(figure) === undefined
        ? []
        : [{ kind: 'usual', field: fieldOf(section, figure.reasonIn), figure } as const],
    );

/** The fields that must be filled in for a row to be complete. */
export const requiredFields = (section: EntriesSection): readonly Field[] =>
  givenFields(section).filter(({ key }) => section.optional?.includes(key) !== true);

const byRules = (section: Section): readonly Requirement[] => [
  ...(section.rules ?? []).flatMap(({ when, needs = [] }) =>
    needs.map((key) => ({ kind: 'needed', field: fieldOf(section, key), when }) as const),
  ),
  ...(section.rules ?? []).flatMap(({ when, excludes = [] }) =>
    excludes.map(
      (not) =>
        ({
          kind: 'allowed',
          field: fieldOf(section, not.field),
          not,
          when,
          because: fieldOf(section, when.field),
        }) as const,
    ),
  ),
];

/** Fields that a section does not have are not required. */
function followUps(section: ItemsSection): readonly Requirement[] {
  const action = fieldFor(section, 'action');
  if (action === undefined) return [];
  const [lead, due] = [fieldFor(section, 'lead'), fieldFor(section, 'due')];
  const missing = (...fields: readonly Field[]): Requirement[] =>
    fields.slice(0, 1).map((field) => ({ kind: 'followed up', field, action, missing: fields }));
  return [
    ...(lead === undefined || due === undefined ? [] : missing(lead, due)),
    ...(lead === undefined ? [] : missing(lead)),
    ...(due === undefined ? [] : missing(due)),
  ];
}
