import { z } from 'zod';
import { brandingSchema } from './branding.ts';
import { wholeCharacters, wholeCharactersRule } from './wholeCharacters.ts';
import { isWindowsDevice } from './windowsDevice.ts';

/** A stable name that people can read and say: `1.2.3`, `quality-and-safety`. Lower case, digits, dots and hyphens. */
const key = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'use lower-case letters and digits, joined by single dots or hyphens, as in 1.2.3',
  );

/** Characters that every program can show. The limit is that of one cell of an Excel worksheet. */
const characters = z
  .string()
  .regex(/^[\t\n\r\P{Cc}]*$/u, 'take out the control characters, which no program shows')
  .regex(wholeCharacters, wholeCharactersRule)
  .max(32_767);

/** Any wording. */
const text = characters.regex(/\S/, 'write some text');

/** A label for a narrow place: a heading, an option, a name. */
const label = text.max(200);

const link = z
  .url({
    protocol: /^(?:https?|mailto)$/,
    error: 'give a whole address that begins with http://, https:// or mailto:',
  })
  .regex(wholeCharacters, wholeCharactersRule);

const block = z
  .strictObject({
    heading: label,
    paragraphs: z.array(text).readonly(),
    bullets: z.array(text).readonly().optional(),
  })
  .readonly();

const option = z.strictObject({ level: z.int().min(0).max(100), label, meaning: text }).readonly();

const scale = z
  .strictObject({
    key,
    title: label,
    /** From the worst level to the best: the numbers rise, or fall if 1 is best. */
    options: z.array(option).min(2).readonly(),
    /** What people choose: the level's number, shown with its label, or the label alone, as with Yes and No. */
    chosenBy: z.enum(['level', 'label']).optional(),
  })
  .readonly();

/** Answers of a field: levels of a score, words of a choice, or a text, in any capitals. */
const condition = z
  .strictObject({
    field: key,
    is: z
      .array(z.union([z.int(), label]))
      .min(1)
      .readonly(),
  })
  .readonly();

/**
 * When a part is asked: only if an answer to another item is one of these, or the partner's kind or region is (a
 * region by its code or its name). A partner without a kind or region meets no condition on it. A part inside others
 * is asked only if the conditions of all of them are met. What is not asked is grey, and counts nowhere.
 */
const onlyIfs = [
  z.strictObject({ item: key, ...condition.unwrap().shape }).readonly(),
  z.strictObject({ partner: z.enum(['kind', 'region']), is: z.array(label).min(1).readonly() }).readonly(),
] as const;
const onlyIf = z.union(onlyIfs);

/** When a field is asked: the same, or only in rows in which a field before it has one of these answers. */
const fieldOnlyIf = z.union([...onlyIfs, condition]);

/**
 * Where the fact comes from that is in a cell when the workbook goes out: a column of the list of partners, by its
 * heading, or the partner's answer to the same in the last round. Partners confirm it by leaving it, or change it.
 */
const given = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('partner-list'), column: label }).readonly(),
  z.strictObject({ from: z.literal('last-round') }).readonly(),
]);

const fieldBasis = {
  key,
  heading: label,
  /** What to enter, in one or two sentences, shown beside the cell while it is being filled in. */
  prompt: text.max(255),
  /** When the field is asked in the rows that have it. */
  onlyIf: fieldOnlyIf.optional(),
  /** Present if the cells of the field have a fact when the workbook goes out. */
  given: given.optional(),
};

/**
 * The purpose of a field, if other stages need to know it: the action plan and the roll-up gather actions, with who
 * leads, the due date, the measure of success, the resources needed, and how progress is monitored.
 */
const purpose = z.enum(['evidence', 'action', 'lead', 'due', 'measure', 'resources', 'monitoring']);

/** Kinds of number. The value of a percentage is 12 for 12%, in limits and answers as well. */
const numberKind = z.enum(['integer', 'decimal', 'percentage', 'money']);

const field = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('score'),
      scale: key,
      /**
       * For a scale other than the scorecard's: each of its levels with the level of the scorecard's scale as which it
       * counts. Without it, the section is not part of the scorecard.
       */
      countsAs: z.record(z.string(), z.int()).readonly().optional(),
      /** Present if "not applicable" is an answer; the reason for it goes into the field named. */
      notApplicable: z.strictObject({ label, reasonIn: key }).readonly().optional(),
    })
    .readonly(),
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('text'),
      purpose: purpose.optional(),
      /** Whether a few characters are enough, as for a number or a reference. */
      brief: z.boolean().optional(),
    })
    .readonly(),
  z.strictObject({ ...fieldBasis, kind: z.literal('date'), purpose: purpose.optional() }).readonly(),
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('choice'),
      /** Words of which one is chosen, in no order of merit. */
      options: z.array(label).min(2).readonly(),
      /** Present if each option names the question, the activity or the section that the row is about. */
      purpose: z.literal('about').optional(),
    })
    .readonly(),
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('number'),
      as: numberKind,
      /** What is counted: `people`. For money its sign, which is £ if absent. A percentage has none. */
      unit: label.max(20).optional(),
      /** Places after the point; if absent, none for an integer, one for a percentage, or else two. */
      decimals: z.int().min(0).max(6).optional(),
      /** The limits of an answer, themselves allowed. */
      least: z.number().optional(),
      greatest: z.number().optional(),
      /** Beyond these, an answer needs a reason in the field that `reasonIn` names. */
      usualLeast: z.number().optional(),
      usualGreatest: z.number().optional(),
      reasonIn: key.optional(),
      /** A number of the same row: the share of all partners together is the mean, weighted by it. */
      weightedBy: key.optional(),
    })
    .readonly(),
  /** Answered with Yes or No. */
  z.strictObject({ ...fieldBasis, kind: z.literal('yes-no') }).readonly(),
  /** An address on the web. */
  z.strictObject({ ...fieldBasis, kind: z.literal('link') }).readonly(),
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('choices'),
      /** Words of which several may be chosen. People enter their numbers, so there is one digit for each. */
      options: z
        .array(label.regex(/^[^;\n]*$/, 'write no semicolon or line break: they separate answers'))
        .min(2)
        .max(9)
        .readonly(),
    })
    .readonly(),
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('computed'),
      /** How it is shown: as that kind of number. */
      as: numberKind,
      unit: label.max(20).optional(),
      decimals: z.int().min(0).max(6).optional(),
      /**
       * All of the fields in `of` together; the first of them without the others; the first divided by the second; or one
       * field of all rows that are asked for it, together.
       */
      by: z.enum(['sum', 'difference', 'share', 'total']),
      /** Numbers of the same row, or figures computed from them; of a total, one field of the rows `in`. */
      of: z.array(key).min(1).readonly(),
      /** The section or the activity with the rows of a total. */
      in: key.optional(),
    })
    .readonly(),
]);

/**
 * An answer that makes other fields of its row required, as a Yes needs its evidence, or that rules some out, or both.
 */
const rule = z
  .strictObject({
    when: condition,
    needs: z.array(key).min(1).readonly().optional(),
    excludes: z.array(condition).min(1).readonly().optional(),
  })
  .refine(({ needs, excludes }) => needs !== undefined || excludes !== undefined, {
    error: 'say what the answer needs or excludes',
    path: ['needs'],
  })
  .readonly();

/** A number of one question. */
const itemFigure = z.strictObject({ item: key, field: key }).readonly();

/** The numbers of all rows of a section or an activity in one field, together; or of those rows only that meet a condition. */
const totalFigure = z.strictObject({ total: key, in: key, when: condition.optional() }).readonly();

const comparison = z
  .strictObject({
    is: z.enum(['equal', 'at-most', 'at-least']),
    /**
     * Numbers, given or computed, all of these together: of a row, by their fields, or elsewhere in the workbook. Where none
     * is by its field, the check is asked of the first question of its own section that it names.
     */
    sum: z
      .array(z.union([key, itemFigure, totalFigure]))
      .min(1)
      .readonly(),
    /** What the sum must equal, must not exceed, or must reach: another such number, or one of the definition. */
    to: z.union([key, z.number(), itemFigure, totalFigure]),
    /** Only in rows with such an answer; in all rows if absent. */
    when: condition.optional(),
  })
  .readonly();

const jump = z
  .strictObject({
    is: z.literal('jump'),
    /** A number of an item, given or computed. */
    figure: key,
    /** By how many per cent it may change since the last round without a reason; a percentage by how many points. */
    beyond: z.number().positive(),
    reasonIn: key,
  })
  .readonly();

/** What the numbers of a row must be to each other, or to those of the last round, as far as they are there. */
const check = z.discriminatedUnion('is', [comparison, jump]);

/**
 * Terms of vocabularies that a part belongs to: vocabulary key → term keys. Parts without tags inherit those around
 * them.
 */
const tags = z.record(z.string(), z.array(key).min(1).readonly()).readonly();

const criterion = z.strictObject({ level: z.int(), text }).readonly();

const item = z
  .strictObject({
    key,
    question: text,
    /**
     * One for each level of the scale used by the section's score field; none if the scale's own meanings are enough.
     */
    criteria: z.array(criterion).readonly(),
    /** Help with answering: what good looks like, what to think of. The section gives it a heading. */
    guidance: z.array(text).min(1).readonly().optional(),
    /** Where a partner might look for proof. */
    evidence: z.array(text).readonly(),
    /** The item's group in each scorecard view that is made of groups: view key → group key. */
    groups: z.record(z.string(), z.string()).readonly(),
    tags: tags.optional(),
    /** The level to be reached, of the scale of its section; the scorecard's target if absent. */
    target: z.int().optional(),
    /** How much the item counts in a weighted mean: 1 if absent. */
    weight: z.number().optional(),
    /** The level that the item is a statement under, for the rule by which all below must be met. */
    under: z.int().min(1).max(10).optional(),
    /** Whether the item may be left blank: it is then in no count, and nothing is missing. */
    optional: z.boolean().optional(),
    /** What only this item asks for, beside the fields of its section. Items of a section may share such a field. */
    fields: z.array(field).min(1).readonly().optional(),
    onlyIf: onlyIf.optional(),
    /** The facts of this item alone, by the keys of its fields. They take precedence over those of the fields. */
    given: z.record(z.string(), given).readonly().optional(),
  })
  .readonly();

const activity = z
  .strictObject({
    key,
    title: label,
    items: z.array(item).min(1).readonly(),
    tags: tags.optional(),
    onlyIf: onlyIf.optional(),
  })
  .readonly();

const sectionBasis = {
  key,
  title: label,
  /** A few words for the section where space is short. */
  shortTitle: label,
  introduction: text,
  fields: z.array(field).min(1).readonly(),
  rules: z.array(rule).readonly().optional(),
  checks: z.array(check).min(1).readonly().optional(),
  tags: tags.optional(),
  /** The rows are about the people who answer: their names and contact details belong there. */
  aboutStaff: z.boolean().optional(),
};

const section = z.discriminatedUnion('shape', [
  z
    .strictObject({
      ...sectionBasis,
      shape: z.literal('items'),
      /** Heading of the items' guidance; required if any item has some. */
      guidanceHeading: label.optional(),
      onlyIf: onlyIf.optional(),
      activities: z.array(activity).min(1).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      ...sectionBasis,
      shape: z.literal('entries'),
      onlyIf: onlyIf.optional(),
      /** Singular name of a row: "participant". */
      entry: label,
      /**
       * How many rows must be filled in, in all fields but the optional ones, before the workbook is ready to be
       * returned.
       */
      required: z.int().min(0),
      /** Fields that may be blank in a row that is otherwise complete. */
      optional: z.array(key).readonly().optional(),
      /** How many rows the partner is given. */
      rows: z.int().min(1).max(1000),
      /** Each row belongs to the row of another section that has the same answers in these fields. */
      belongsTo: z
        .strictObject({ section: key, by: z.array(key).min(1).readonly() })
        .readonly()
        .optional(),
      /**
       * Each row needs a row that belongs to it in another section, of the given kind and with the given fields filled
       * in.
       */
      mustHave: z
        .array(z.strictObject({ section: key, when: condition, needs: z.array(key).readonly() }).readonly())
        .readonly()
        .optional(),
      /** For each of these, at least one row must have such an answer, for example every kind of participant. */
      mustInclude: z.array(condition).min(1).readonly().optional(),
    })
    .readonly(),
]);

const group = z.strictObject({ key, title: label, meaning: text }).readonly();

const view = z.discriminatedUnion('by', [
  z.strictObject({ key, title: label, by: z.literal('section') }).readonly(),
  z.strictObject({ key, title: label, by: z.literal('group'), groups: z.array(group).min(1).readonly() }).readonly(),
  /** The parts are the terms of a vocabulary. An item counts in every part that it is tagged with. */
  z.strictObject({ key, title: label, by: z.literal('tag'), vocabulary: key }).readonly(),
]);

const share = z.number().min(0).max(1);

/** A part is not scored if less than this share of its applicable items is answered. */
const minimumCoverage = share;

const shareRule = z
  .strictObject({
    by: z.literal('shares').optional(),
    minimumCoverage,
    /** Red if at least this share of the answered items is at the lowest level. */
    redFromLowestShare: share,
    /**
     * Green if more than this share is at the highest level and, if `greenLowestCount` is given, at most so many are at
     * the lowest.
     */
    greenAboveHighestShare: share,
    greenLowestCount: z.int().min(0).optional(),
  })
  .readonly();

/** Colours that differ in grey print and for the colour-blind, with text on them of enough contrast. */
const bandColour = z.enum(['red', 'dark-amber', 'amber', 'light-green', 'green']);

const ownBand = z
  .strictObject({
    /** The word for the position, by which it is also stored. */
    title: label.max(24),
    colour: bandColour,
    /** The figure from which a part is in this band, up to that of the next. */
    from: z.number(),
  })
  .readonly();

const figureRule = {
  minimumCoverage,
  /** From the worst to the best. The first begins at the worst figure there can be. */
  bands: z.array(ownBand).min(2).readonly(),
};

const positionRule = z.discriminatedUnion('by', [
  shareRule,
  /** By the mean of the levels of the answered items. */
  z.strictObject({ by: z.literal('mean'), ...figureRule }).readonly(),
  /** The same, in which each item counts by its weight. */
  z.strictObject({ by: z.literal('weighted-mean'), ...figureRule }).readonly(),
  /** By the place of that mean between the lowest level and the highest, as a share: cut-offs are from 0 to 1. */
  z.strictObject({ by: z.literal('percentage'), ...figureRule }).readonly(),
  /** By the worst level of any answered item. */
  z.strictObject({ by: z.literal('lowest'), ...figureRule }).readonly(),
  /**
   * By the level reached. Each item is a statement under a level. A level is reached if all statements under it and under
   * lower levels are met; the share of those that are met under the next counts as a fraction.
   */
  z
    .strictObject({
      by: z.literal('all-below-met'),
      /** The lowest answer by which a statement is met. */
      metFrom: z.int(),
      ...figureRule,
    })
    .readonly(),
]);

const scorecard = z
  .strictObject({
    /** Items are scored by this scale, and those of other scales as far as their fields say as what they count. */
    scale: key,
    rule: positionRule,
    /** The level of this scale that every item is to reach, if it has no target of its own. */
    target: z.int().optional(),
    /**
     * How the whole gets its position, if not by the rule over all items: the lowest of the parts of the first view, the
     * mean of their figures, or not at all.
     */
    overall: z.enum(['lowest', 'mean', 'none']).optional(),
    views: z.array(view).min(1).readonly(),
  })
  .readonly();

const resource = z
  .strictObject({ title: text, author: label.optional(), date: label.optional(), link: link.optional() })
  .readonly();

const resourceList = z.strictObject({ key, title: label, entries: z.array(resource).min(1).readonly() }).readonly();

/** A cell of a reference table: text, or text that links to an address. */
const referenceCell = z.union([characters, z.strictObject({ text, link }).readonly()]);

/** A reference table to consult while answering, on a sheet of its own. */
const reference = z
  .strictObject({
    key,
    title: label,
    /** A few words for the table where space is short. */
    shortTitle: label,
    introduction: text,
    columns: z.array(label).min(1).readonly(),
    /** One cell for each column. */
    rows: z.array(z.array(referenceCell).readonly()).min(1).readonly(),
  })
  .readonly();

/** Terms shared by the parts of different instruments, such as the phases of commissioning. */
const vocabulary = z
  .strictObject({
    key,
    title: label,
    terms: z
      .array(z.strictObject({ key, title: label }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();

const exampleRow = z.record(z.string(), z.union([characters, z.number()])).readonly();

/** Answers that show how to fill in the workbook; they are issued as a workbook of their own. */
const example = z
  .strictObject({
    introduction: text,
    /** Item key → field key → level or text; dates as `YYYY-MM-DD`. */
    items: z.record(z.string(), exampleRow).readonly(),
    /** Section key → rows. */
    entries: z.record(z.string(), z.array(exampleRow).readonly()).readonly(),
  })
  .readonly();

/** Sums up answers about individual cases: rows with a rating, counted across cases and partners. */
const priorities = z
  .strictObject({
    title: label,
    /** A section of entries. */
    section: key,
    /** The field that names the case a row is about. */
    cases: key,
    /** Fields of the section, or of the one that it belongs to, by which rows are grouped. */
    by: z.array(key).min(1).readonly(),
    /** The score field that says how well the case is served. */
    rating: key,
    /** Only rows with these answers count. */
    when: condition.optional(),
    /** The text field of the section that says what is missing; its texts are shown for groups that are large enough. */
    missing: key.optional(),
    /**
     * The parts of the form of one case, in their order: each shows fields of the section, or of the one that it belongs
     * to. Partners get it back for each of their cases, to print and to store with the record of the case.
     */
    form: z
      .array(z.strictObject({ title: label, section: key, fields: z.array(key).min(1).readonly() }).readonly())
      .min(1)
      .readonly()
      .optional(),
  })
  .readonly();

/**
 * The whole of a self-assessment as plain readonly data. It says what is asked and how answers are scored, never where
 * anything is in a file.
 */
export const instrumentSchema = z
  .strictObject({
    /** Files are named after it, so it cannot be a Windows device name. */
    key: key
      .max(60)
      .refine((name) => !isWindowsDevice(name), 'take another: Windows takes files of that name for a device'),
    /** Dated or numbered version; a published edition never changes. */
    edition: key,
    title: label,
    strapline: text,
    publisher: label,
    published: label,
    /** Language of all texts, as a BCP 47 tag. */
    language: z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'write the code of a language, as in en or en-GB'),
    /**
     * First what was added to the source; then what was decided where the source is lost, garbled or contradictory.
     */
    sourceNote: z.array(text).readonly(),
    introduction: z.array(block).min(1).readonly(),
    scoring: z.array(block).min(1).readonly(),
    scales: z.array(scale).readonly(),
    sections: z.array(section).min(1).readonly(),
    /** Absent if nothing is scored item by item. */
    scorecard: scorecard.optional(),
    resources: z.array(resourceList).readonly(),
    branding: brandingSchema.optional(),
    references: z.array(reference).readonly().optional(),
    vocabularies: z.array(vocabulary).readonly().optional(),
    priorities: priorities.optional(),
    /**
     * Key of the self-assessment of which this is an assessor's second opinion: its workbooks show what each partner
     * answered. `reviewInstrument` makes such instruments; nobody writes them.
     */
    reviews: key.optional(),
    /** Answers are about individual people, who must not be recognisable in them. */
    aboutPeople: z.boolean().optional(),
    example: example.optional(),
  })
  .readonly();

export type Instrument = z.infer<typeof instrumentSchema>;
export type Block = z.infer<typeof block>;
export type Scale = z.infer<typeof scale>;
export type ScaleOption = z.infer<typeof option>;
export type Field = z.infer<typeof field>;
export type FieldKind = Field['kind'];
export type FieldPurpose = z.infer<typeof purpose>;
export type ScoreField = Extract<Field, { kind: 'score' }>;
export type Section = z.infer<typeof section>;
export type ItemsSection = Extract<Section, { shape: 'items' }>;
export type EntriesSection = Extract<Section, { shape: 'entries' }>;
export type Activity = z.infer<typeof activity>;
export type Item = z.infer<typeof item>;
export type View = z.infer<typeof view>;
export type Group = z.infer<typeof group>;
export type PositionRule = z.infer<typeof positionRule>;
export type ShareRule = z.infer<typeof shareRule>;
export type FigureRule = Exclude<PositionRule, ShareRule>;
export type BandColour = z.infer<typeof bandColour>;
export type Reference = z.infer<typeof reference>;
export type ReferenceCell = z.infer<typeof referenceCell>;
export type Condition = z.infer<typeof condition>;
export type OnlyIf = z.infer<typeof onlyIf>;
export type FieldOnlyIf = z.infer<typeof fieldOnlyIf>;
export type Rule = z.infer<typeof rule>;
export type Check = z.infer<typeof check>;
export type Comparison = z.infer<typeof comparison>;
export type Jump = z.infer<typeof jump>;
export type Given = z.infer<typeof given>;
export type Tags = z.infer<typeof tags>;
export type Vocabulary = z.infer<typeof vocabulary>;
export type Priorities = z.infer<typeof priorities>;
export type Example = z.infer<typeof example>;
export type ChoiceField = Extract<Field, { kind: 'choice' }>;
export type ChoicesField = Extract<Field, { kind: 'choices' }>;
export type NumberField = Extract<Field, { kind: 'number' }>;
export type NumberKind = NumberField['as'];
export type ItemFigure = z.infer<typeof itemFigure>;
export type TotalFigure = z.infer<typeof totalFigure>;
/** A number that is not of the row in which it is needed. */
export type FigureElsewhere = ItemFigure | TotalFigure;
export type ComputedField = Extract<Field, { kind: 'computed' }>;
export type ResourceList = z.infer<typeof resourceList>;
export type Resource = z.infer<typeof resource>;
