import { defineInstrument } from './defineInstrument.ts';
import type { Activity, EntriesSection, Field, Instrument, ItemsSection, Section } from './model/schema.ts';
import { isItems, isScored, scoreFieldOf } from './model/traverse.ts';

/** Keys of the fields of a review's questions. */
export const reviewFields = {
  level: 'score',
  quality: 'quality',
  recommendation: 'recommendation',
  agreed: 'agreed',
} as const;

/** Whether an instrument is an assessor's second opinion on another. */
export const isReview = ({ reviews }: Pick<Instrument, 'reviews'>): boolean => reviews !== undefined;

/** The key of the instrument by which a self-assessment is reviewed. */
export const reviewKey = (instrument: string): string =>
  `${instrument.slice(0, longestKey).replace(/[.-]$/, '')}${keyEnd}`;

const keyEnd = '-review';
/** Keys have 60 characters at most, and no two signs after each other. */
const longestKey = 60 - keyEnd.length;

/**
 * The instrument by which an assessor reviews a self-assessment: its scored questions, with the assessor's level, the
 * quality of the evidence, a recommendation, and the level on which both agreed.
 *
 * @param instrument One with a scorecard.
 */
export function reviewInstrument(instrument: Instrument): Instrument {
  const { priorities: _priorities, example: _example, aboutPeople: _aboutPeople, ...shared } = instrument;
  return defineInstrument({
    ...shared,
    key: reviewKey(instrument.key),
    reviews: instrument.key,
    title: `Second opinion: ${instrument.title}`.slice(0, longestTitle).replace(/[\ud800-\udbff]$/, ''),
    strapline: "An assessor's second opinion on what one partner answered. The partner's own scores stay as they are.",
    introduction: [
      {
        heading: 'What this workbook is for',
        paragraphs: [
          'It shows the level that the partner gave itself for each question, and its evidence. Judge each question by that evidence, and choose the level that you would give.',
          'The partner sees your levels and recommendations in its feedback, beside its own. No figure about self-scores changes.',
        ],
      },
    ],
    scoring: [
      {
        heading: 'How to review',
        paragraphs: [
          'Choose your own level first. Then say how good the evidence is, and what you recommend. A question to which the partner gave neither a level nor evidence may stay blank: nothing is open there. If you review only some of the others, return the workbook all the same. The Checklist lists the rest as open.',
          'Enter the agreed level only after you have talked to the partner.',
        ],
      },
    ],
    sections: [...instrument.sections.flatMap((section) => reviewedSection(instrument, section)), assessors],
  });
}

/** A label's limit. */
const longestTitle = 200;

function reviewedSection(instrument: Instrument, section: Section): readonly ItemsSection[] {
  const score = scoreFieldOf(section);
  if (!isItems(section) || score === undefined || !isScored(instrument, section)) return [];
  const { rules: _rules, onlyIf: _onlyIf, ...shared } = section;
  const chosen = {
    kind: 'score',
    scale: score.scale,
    ...(score.countsAs === undefined ? {} : { countsAs: score.countsAs }),
    ...(score.notApplicable === undefined
      ? {}
      : { notApplicable: { label: score.notApplicable.label, reasonIn: reviewFields.recommendation } }),
  } as const;
  const fields: readonly Field[] = [
    {
      ...chosen,
      key: reviewFields.level,
      heading: "Assessor's level",
      prompt: 'Choose the level that the evidence supports, whatever the partner chose.',
    },
    {
      kind: 'choice',
      key: reviewFields.quality,
      heading: 'Quality of evidence',
      prompt: 'Say how well the evidence supports a level: whatever that level is.',
      options: ['Strong', 'Sufficient', 'Weak', 'None'],
    },
    {
      kind: 'text',
      key: reviewFields.recommendation,
      heading: 'Recommendation',
      prompt: 'Say what the partner should do next, or why your level is another.',
    },
    {
      ...chosen,
      key: reviewFields.agreed,
      heading: 'Agreed level',
      prompt: 'Choose the level on which you and the partner agreed. Leave it blank before that.',
    },
  ];
  return [{ ...shared, activities: section.activities.map(alwaysAsked), fields }];
}

/**
 * What a question depends on was decided when the partner answered, and so was whether to answer an optional one. Fields of
 * its own are not reviewed.
 */
function alwaysAsked({ onlyIf: _onlyIf, ...activity }: Activity): Activity {
  return {
    ...activity,
    items: activity.items.map(({ onlyIf: _condition, optional: _optional, fields: _own, ...item }) => item),
  };
}

const assessors: EntriesSection = {
  shape: 'entries',
  key: 'assessors',
  aboutStaff: true,
  title: 'Assessors',
  shortTitle: 'Assessors',
  introduction: 'List everyone who reviewed the answers, one person to a row.',
  entry: 'assessor',
  required: 1,
  rows: 6,
  fields: [
    { kind: 'text', key: 'name', heading: 'Name', prompt: "Enter the assessor's first name and surname." },
    { kind: 'text', key: 'role', heading: 'Role', prompt: "Enter the assessor's job title or role." },
    {
      kind: 'text',
      key: 'organisation',
      heading: 'Organisation',
      prompt: 'Enter the organisation that the assessor works for.',
    },
  ],
};
