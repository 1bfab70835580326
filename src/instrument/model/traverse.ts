import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';
import { yesNoWord } from './answerForms.ts';
import { type ByKind, byKind, isComputed } from './fieldKinds.ts';
import { showFigure, showNumber } from './numbers.ts';
import { ownProperty } from './ownProperty.ts';
import { quoteEach } from './quoteEach.ts';
import type {
  Activity,
  ChoiceField,
  Comparison,
  ComputedField,
  Condition,
  EntriesSection,
  Field,
  FieldOnlyIf,
  FieldPurpose,
  Given,
  Instrument,
  Item,
  ItemsSection,
  Jump,
  NumberField,
  OnlyIf,
  Scale,
  ScaleOption,
  ScoreField,
  Section,
  View,
} from './schema.ts';

/** An item together with the parts of the instrument that contain it. */
export interface ItemInContext {
  readonly section: ItemsSection;
  readonly activity: Activity;
  readonly item: Item;
}

export const isItems = (section: Section): section is ItemsSection => section.shape === 'items';
export const isEntries = (section: Section): section is EntriesSection => section.shape === 'entries';

/** Every item, in the order in which it is asked. */
export function itemsOf(instrument: Instrument): readonly ItemInContext[] {
  const known = itemsByInstrument.get(instrument);
  if (known !== undefined) return known;
  const all = instrument.sections.filter(isItems).flatMap(itemsOfSection);
  itemsByInstrument.set(instrument, all);
  return all;
}

export function itemsOfSection(section: ItemsSection): readonly ItemInContext[] {
  const known = itemsBySection.get(section);
  if (known !== undefined) return known;
  const all = section.activities.flatMap((activity) => activity.items.map((item) => ({ section, activity, item })));
  itemsBySection.set(section, all);
  return all;
}

/** Definitions are immutable, and every row asks for its items. */
const itemsByInstrument = new WeakMap<Instrument, readonly ItemInContext[]>();
const itemsBySection = new WeakMap<ItemsSection, readonly ItemInContext[]>();

export const isScoreField = (field: Field): field is ScoreField => field.kind === 'score';

export const isChoiceField = (field: Field): field is ChoiceField => field.kind === 'choice';

export const isNumberField = (field: Field): field is NumberField => field.kind === 'number';

export const isComputedField = (field: Field): field is ComputedField => field.kind === 'computed';

/** The fields that people fill in. */
export const givenFields = ({ fields }: Pick<Section, 'fields'>): readonly Field[] =>
  fields.filter((field) => !isComputed(field));

/** A field with a number, given or computed. */
export type FigureField = NumberField | ComputedField;

export const isFigureField = (field: Field): field is FigureField => isNumberField(field) || isComputedField(field);

export const asksForNumbers = ({ sections }: Instrument): boolean =>
  sections.some((section) => fieldsIn(section).some(isNumberField));

/** The fields of an item: those of its section, then its own. */
export const fieldsOfItem = ({ section, item }: Pick<ItemInContext, 'section' | 'item'>): readonly Field[] =>
  item.fields === undefined ? section.fields : [...section.fields, ...item.fields];

/** The fields of a section, then those that only some of its items have, each once: the columns of its sheet. */
export function fieldsIn(section: Section): readonly Field[] {
  const known = fieldsBySection.get(section);
  if (known !== undefined) return known;
  const own = new Map(ownFields(section).map((field) => [field.key, field]));
  const all = own.size === 0 ? section.fields : [...section.fields, ...own.values()];
  fieldsBySection.set(section, all);
  return all;
}

/** Definitions are immutable, and every row asks for its fields. */
const fieldsBySection = new WeakMap<Section, readonly Field[]>();

const ownFields = (section: Section): readonly Field[] =>
  isItems(section) ? itemsOfSection(section).flatMap(({ item }) => item.fields ?? []) : [];

export const comparisonsOn = ({ checks = [] }: Section): readonly Comparison[] =>
  checks.filter((check): check is Comparison => check.is !== 'jump');

export const jumpsOn = ({ checks = [] }: Section): readonly Jump[] =>
  checks.filter((check): check is Jump => check.is === 'jump');

/** The field by which a section's items are scored, if they are: in a second opinion the assessor's level, which comes first. */
export const scoreFieldOf = (section: Section): ScoreField | undefined => section.fields.find(isScoreField);

/** Whether the items of a section count in the scorecard. */
export function isScored({ scorecard }: Instrument, section: Section): boolean {
  const field = scoreFieldOf(section);
  return scorecard !== undefined && (field?.scale === scorecard.scale || field?.countsAs !== undefined);
}

/** The level of the scorecard's scale as which a level of a field counts. */
export const countedLevel = ({ countsAs }: Pick<ScoreField, 'countsAs'>, level: number): number =>
  ownProperty(countsAs ?? {}, String(level)) ?? level;

/** The purpose of a field, if it has one. */
export const purposeOf = (field: Field): FieldPurpose | 'about' | undefined =>
  'purpose' in field ? field.purpose : undefined;

/** The section's field for a purpose. */
export const fieldFor = (section: Section, purpose: FieldPurpose): Field | undefined =>
  section.fields.find((field) => purposeOf(field) === purpose);

/**
 * The field by which an item is answered: its score; without one, the first field of its section without a special purpose
 * such as evidence or action; without such a field, the first of its own.
 */
export function answerFieldOf({ section, item }: Pick<ItemInContext, 'section' | 'item'>): Field {
  const given = givenFields(section);
  const own = givenFields({ fields: item.fields ?? [] });
  const answerField =
    scoreFieldOf(section) ?? [...given, ...own].find((field) => purposeOf(field) === undefined) ?? given[0];
  if (answerField === undefined)
    throw new Error(`Section ${section.key} has no field to answer, which check rules out`);
  return answerField;
}

/**
 * The scale of a score field.
 *
 * @throws Error when it is not defined, which `defineInstrument` rules out.
 */
export const scaleOf = (instrument: Instrument, field: ScoreField): Scale => scaleNamed(instrument, field.scale);

/** The scale of a field of any kind; undefined if its kind has none. */
export const fieldScale = (instrument: Instrument, field: Field): Scale | undefined =>
  byKind(scales, field, instrument);

const scales: ByKind<[Instrument], Scale | undefined> = {
  score: (field, instrument) => scaleOf(instrument, field),
  text: () => undefined,
  date: () => undefined,
  choice: () => undefined,
  number: () => undefined,
  'yes-no': () => undefined,
  link: () => undefined,
  choices: () => undefined,
  computed: () => undefined,
};

/**
 * The scale by which the scorecard counts.
 *
 * @throws Error when nothing is scored; `defineInstrument` rules out an unknown one.
 */
export const scoredScaleOf = (instrument: Instrument): Scale =>
  scaleNamed(instrument, instrument.scorecard?.scale ?? '');

function scaleNamed(instrument: Instrument, key: string): Scale {
  const scale = instrument.scales.find((candidate) => candidate.key === key);
  if (scale === undefined) throw new Error(`Scale ${key} is not defined`);
  return scale;
}

/** If a scale is chosen by its labels, people never see the numbers of its levels. */
export const isChosenByLabel = ({ chosenBy }: Scale): boolean => chosenBy === 'label';

/** The value of the cell when somebody chooses an option. */
export const chosenValue = (scale: Scale, { level, label }: ScaleOption): number | string =>
  isChosenByLabel(scale) ? label : level;

/** An option as headings and prompts name it: `3 Good to best practice`, or `Yes`. */
export const describeOption = (scale: Scale, { level, label }: ScaleOption): string =>
  isChosenByLabel(scale) ? label : `${level} ${label}`;

/** The options of a scale as a list, from first to last: labels without numbers are quoted. */
export function describeOptions(scale: Scale): readonly string[] {
  const words = scale.options.map((option) => describeOption(scale, option));
  return isChosenByLabel(scale) ? quoteEach(words) : words;
}

/**
 * The value of an answer as people read it: for a level its number and name, `4 Unlikely to be effective`; for a number
 * its figures with their unit.
 */
export function chosenText(
  instrument: Instrument,
  field: Field,
  value: number | string,
  { cells }: Pick<Words, 'cells'> = english,
): string {
  if (field.kind === 'yes-no') return yesNoWord(cells, value);
  if (isNumberField(field) && typeof value === 'number') return showNumber(field, value);
  if (isComputedField(field) && typeof value === 'number') return showFigure(field, value);
  const scale = fieldScale(instrument, field);
  const option = scale?.options.find(({ level }) => level === value);
  return scale === undefined || option === undefined ? String(value) : describeOption(scale, option);
}

/** A level as sentences name it: `level 3`, or `Yes`. */
export const levelName = (
  scale: Scale,
  { level, label }: ScaleOption,
  { levels }: Pick<Words, 'levels'> = english,
): string => (isChosenByLabel(scale) ? label : levels.inSentence(level));

export const viewsOf = ({ scorecard }: Instrument): readonly View[] => scorecard?.views ?? [];

/** The terms of a vocabulary that an item is tagged with: its own, or else those of the nearest part around it. */
export const tagsOf = ({ section, activity, item }: ItemInContext, vocabulary: string): readonly string[] =>
  ownProperty(item.tags, vocabulary) ??
  ownProperty(activity.tags, vocabulary) ??
  ownProperty(section.tags, vocabulary) ??
  [];

/** All conditions under which an item is asked: those of its section and its activity, and its own. */
export const conditionsOn = ({ section, activity, item }: ItemInContext): readonly OnlyIf[] =>
  [section, activity, item].flatMap(({ onlyIf }) => onlyIf ?? []);

/** Whether some items of a section are asked only under a condition. */
export const isConditional = (section: ItemsSection): boolean =>
  itemsOfSection(section).some((context) => conditionsOn(context).length > 0);

/** All conditions of an instrument: on items and the parts around them, on sections of entries, and on single fields. */
export const conditionsIn = (instrument: Instrument): readonly FieldOnlyIf[] =>
  [
    ...itemsOf(instrument).map(conditionsOn),
    ...instrument.sections.filter(isEntries).map(({ onlyIf }) => onlyIf ?? []),
    ...instrument.sections.flatMap(conditionalFields).map(({ onlyIf }) => onlyIf ?? []),
  ].flat();

/** Whether a field is asked by an answer of its own row. */
export const isAboutRow = (condition: FieldOnlyIf): condition is Condition =>
  !('item' in condition || 'partner' in condition);

/** The condition on a field in the row of an item. */
export const conditionAt = (condition: FieldOnlyIf, item: string): OnlyIf =>
  isAboutRow(condition) ? { item, ...condition } : condition;

export const hasConditions = (instrument: Instrument): boolean => conditionsIn(instrument).length > 0;

/** The fields of a section, or of some of its items, that are asked only under a condition. */
export const conditionalFields = (section: Section): readonly Field[] =>
  fieldsIn(section).filter(({ onlyIf }) => onlyIf !== undefined);

/** Whether some items of a section may be left blank. */
export const hasOptionalItems = (section: ItemsSection): boolean =>
  itemsOfSection(section).some(({ item }) => item.optional === true);

/** Whether some items of the instrument may. */
export const mayLeaveBlank = (instrument: Instrument): boolean =>
  instrument.sections.filter(isItems).some(hasOptionalItems);

/** A field with a fact in its cells when the workbook goes out: of one item, or of the rows that partners add. */
export interface FactField {
  readonly section: Section;
  /** Absent for the rows that partners add. */
  readonly item?: Item;
  readonly field: Field;
  readonly given: Given;
}

/** Every field of a section with a fact in its cells, item by item. */
export const factFieldsOf = (section: Section): readonly FactField[] =>
  isItems(section)
    ? itemsOfSection(section).flatMap(({ item }) => factFieldsIn(section, fieldsOfItem({ section, item }), item))
    : factFieldsIn(section, section.fields);

export const factFields = ({ sections }: Instrument): readonly FactField[] => sections.flatMap(factFieldsOf);

/** The source of the facts of a field, for an item or for the rows that partners add. */
export const givenTo = (field: Field, item?: Item): Given | undefined =>
  ownProperty(item?.given, field.key) ?? field.given;

const factFieldsIn = (section: Section, fields: readonly Field[], item?: Item): readonly FactField[] =>
  fields.flatMap((field) => {
    const given = givenTo(field, item);
    return given === undefined ? [] : [{ section, ...(item === undefined ? {} : { item }), field, given }];
  });

/** Whether some cells of the workbooks have facts when they go out. */
export const takesFacts = (instrument: Instrument): boolean => factFields(instrument).length > 0;

/** Whether answers of an earlier round are among these facts. */
export const takesLastRound = (instrument: Instrument): boolean =>
  factFields(instrument).some(({ given }) => given.from === 'last-round');

/**
 * The number, given or computed, with the given key.
 *
 * @throws Error when there is none, which `defineInstrument` rules out.
 */
export function figureOf(section: Section, key: string): FigureField {
  const field = fieldOf(section, key);
  if (!isFigureField(field)) throw new Error(`The field ${key} of section ${section.key} has no numbers`);
  return field;
}

/**
 * The field of a section, or of some of its items, with the given key.
 *
 * @throws Error when there is none, which `defineInstrument` rules out.
 */
export function fieldOf(section: Section, key: string): Field {
  const field = fieldsIn(section).find((candidate) => candidate.key === key);
  if (field === undefined) throw new Error(`Section ${section.key} has no field ${key}`);
  return field;
}
