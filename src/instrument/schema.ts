import { z } from 'zod';
import { brandingSchema } from './branding.ts';

/** A stable name that people can read and say: `1.2.3`, `quality-and-safety`. Lower case, digits, dots and hyphens. */
const key = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'use lower-case letters and digits, joined by single dots or hyphens, as in 1.2.3',
  );

/** Any wording. The limit is what one cell of an Excel worksheet holds. */
const text = z.string().regex(/\S/, 'write some text').max(32_767);

/** A label that stands in a narrow place: a heading, an option, a name. */
const label = text.max(200);

const link = z.url({
  protocol: /^(?:https?|mailto)$/,
  error: 'give a whole address that begins with http://, https:// or mailto:',
});

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
    /** From the lowest level to the highest. */
    options: z.array(option).min(2).readonly(),
  })
  .readonly();

const fieldBasis = {
  key,
  heading: label,
  /** What to enter, in one or two sentences: shown beside the cell while it is being filled in. */
  prompt: text.max(255),
};

/** What a field is for, where other stages need to know it (the roll-up lists actions, leads and dates). */
const purpose = z.enum(['evidence', 'action', 'lead', 'due']);

const field = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...fieldBasis,
      kind: z.literal('score'),
      scale: key,
      /** Present when "not applicable" is an answer; the reason for it goes into the field named. */
      notApplicable: z.strictObject({ label, reasonIn: key }).readonly().optional(),
    })
    .readonly(),
  z.strictObject({ ...fieldBasis, kind: z.literal('text'), purpose: purpose.optional() }).readonly(),
  z.strictObject({ ...fieldBasis, kind: z.literal('date'), purpose: purpose.optional() }).readonly(),
]);

const criterion = z.strictObject({ level: z.int(), text }).readonly();

const item = z
  .strictObject({
    key,
    question: text,
    /** One for each level of the scale that the section's score field uses. */
    criteria: z.array(criterion).readonly(),
    /** Where a partner might look for proof. */
    evidence: z.array(text).readonly(),
    /** The group that the item belongs to in each scorecard view that is made of groups: view key → group key. */
    groups: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();

const activity = z.strictObject({ key, title: label, items: z.array(item).min(1).readonly() }).readonly();

const sectionBasis = {
  key,
  title: label,
  /** A few words that stand for the section where room is short. */
  shortTitle: label,
  introduction: text,
  fields: z.array(field).min(1).readonly(),
};

const section = z.discriminatedUnion('shape', [
  z
    .strictObject({
      ...sectionBasis,
      shape: z.literal('items'),
      activities: z.array(activity).min(1).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      ...sectionBasis,
      shape: z.literal('entries'),
      /** What one row is, in the singular: "participant". */
      entry: label,
      /** How many rows have to be filled in, in all their fields, before the workbook is ready to be returned. */
      required: z.int().min(0),
      /** How many rows the partner is given. */
      rows: z.int().min(1).max(1000),
    })
    .readonly(),
]);

const group = z.strictObject({ key, title: label, meaning: text }).readonly();

const view = z.discriminatedUnion('by', [
  z.strictObject({ key, title: label, by: z.literal('section') }).readonly(),
  z.strictObject({ key, title: label, by: z.literal('group'), groups: z.array(group).min(1).readonly() }).readonly(),
]);

const share = z.number().min(0).max(1);

const positionRule = z
  .strictObject({
    /** A part is not scored when a smaller share of its applicable items is answered. */
    minimumCoverage: share,
    /** Red when at least this share of the answered items is at the lowest level. */
    redFromLowestShare: share,
    /** Green when more than this share is at the highest level and no more than `greenLowestCount` at the lowest. */
    greenAboveHighestShare: share,
    greenLowestCount: z.int().min(0),
  })
  .readonly();

const scorecard = z
  .strictObject({
    /** Items are scored by this scale; those of other scales stay out of the scorecard. */
    scale: key,
    rule: positionRule,
    views: z.array(view).min(1).readonly(),
  })
  .readonly();

const resource = z
  .strictObject({ title: text, author: label.optional(), date: label.optional(), link: link.optional() })
  .readonly();

const resourceList = z.strictObject({ key, title: label, entries: z.array(resource).min(1).readonly() }).readonly();

/**
 * The whole of a self-assessment as plain readonly data. It says what is asked and how answers are judged,
 * never where anything stands in a file.
 */
export const instrumentSchema = z
  .strictObject({
    key,
    /** Dated or numbered version; a published edition is never changed. */
    edition: key,
    title: label,
    strapline: text,
    publisher: label,
    published: label,
    /** Language of all wording, as a BCP 47 tag. */
    language: z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/),
    /** What was decided where the source is lost, garbled or contradicts itself. */
    sourceNote: z.array(text).readonly(),
    introduction: z.array(block).min(1).readonly(),
    scoring: z.array(block).min(1).readonly(),
    scales: z.array(scale).readonly(),
    sections: z.array(section).min(1).readonly(),
    scorecard,
    resources: z.array(resourceList).readonly(),
    branding: brandingSchema.optional(),
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
export type ResourceList = z.infer<typeof resourceList>;
export type Resource = z.infer<typeof resource>;
