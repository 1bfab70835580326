import type { Words } from '../words/words.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { defineInstrument } from './defineInstrument.ts';
import type { Activity, EntriesSection, Field, Instrument, Item, ItemsSection, Section } from './model/schema.ts';
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
  const words = wordsOf(instrument).review;
  return defineInstrument({
    ...shared,
    key: reviewKey(instrument.key),
    reviews: instrument.key,
    title: words
      .title(instrument.title)
      .slice(0, longestTitle)
      .replace(/[\ud800-\udbff]$/, ''),
    strapline: words.strapline,
    introduction: [{ heading: words.purpose, paragraphs: [...words.purposes] }],
    scoring: [{ heading: words.how, paragraphs: [...words.hows] }],
    sections: [
      ...instrument.sections.flatMap((section) => reviewedSection(words, instrument, section)),
      assessorsOf(words),
    ],
  });
}

/** A label's limit. */
const longestTitle = 200;

function reviewedSection(words: Words['review'], instrument: Instrument, section: Section): readonly ItemsSection[] {
  const score = scoreFieldOf(section);
  if (!isItems(section) || score === undefined || !isScored(instrument, section)) return [];
  const { rules: _rules, checks: _checks, onlyIf: _onlyIf, ...shared } = section;
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
      heading: words.level,
      prompt: words.chooseLevel,
    },
    {
      kind: 'choice',
      key: reviewFields.quality,
      heading: words.quality,
      prompt: words.sayQuality,
      options: [...words.qualities],
    },
    {
      kind: 'text',
      key: reviewFields.recommendation,
      heading: words.recommendation,
      prompt: words.recommend,
    },
    {
      ...chosen,
      key: reviewFields.agreed,
      heading: words.agreed,
      prompt: words.chooseAgreed,
    },
  ];
  return [{ ...shared, activities: section.activities.map(alwaysAsked), fields }];
}

/**
 * What a question depends on was decided when the partner answered, and so was whether to answer an optional one. Fields of
 * its own are not reviewed, and facts were given to the partner.
 */
function alwaysAsked({ onlyIf: _onlyIf, ...activity }: Activity): Activity {
  const items = activity.items.map(
    ({ onlyIf: _condition, optional: _optional, fields: _own, given: _given, ...item }): Item => item,
  );
  return { ...activity, items };
}

const assessorsOf = (words: Words['review']): EntriesSection => ({
  shape: 'entries',
  key: 'assessors',
  aboutStaff: true,
  title: words.assessors,
  shortTitle: words.assessors,
  introduction: words.listAssessors,
  entry: words.assessor,
  required: 1,
  rows: 6,
  fields: [
    { kind: 'text', key: 'name', heading: words.name, prompt: words.enterName },
    { kind: 'text', key: 'role', heading: words.role, prompt: words.enterRole },
    { kind: 'text', key: 'organisation', heading: words.organisation, prompt: words.enterOrganisation },
  ],
});
