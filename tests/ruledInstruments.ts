import fc from 'fast-check';
import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { BandColour, FigureRule, Instrument, Item, Scale } from '../src/instrument/model/schema.ts';
import { sampleDefinition } from './sampleInstrument.ts';

/** Instruments with rules of their own: random scales, bands, weights and levels of statements. */

export const figureRules = ['mean', 'weighted-mean', 'percentage', 'lowest', 'all-below-met'] as const;

const colours: readonly BandColour[] = ['red', 'dark-amber', 'amber', 'light-green', 'green'];

/** Scales with two to six levels: rising, falling, with gaps, and chosen by their labels. */
const scaleArbitrary: fc.Arbitrary<Scale> = fc
  .record({
    levels: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 6 }),
    isFalling: fc.boolean(),
    byLabel: fc.boolean(),
  })
  .map(({ levels, isFalling, byLabel }) => {
    const rising = levels.toSorted((a, b) => a - b);
    const options = (isFalling ? rising.toReversed() : rising).map((level, index) => ({
      level,
      label: `Answer ${'ABCDEF'[index] ?? index}`,
      meaning: 'It means something.',
    }));
    return { key: 'achievement', title: 'Achievement', options, ...(byLabel ? { chosenBy: 'label' } : {}) };
  });

export const ruledArbitrary = (by: FigureRule['by']): fc.Arbitrary<Instrument> =>
  fc
    .record({
      scale: scaleArbitrary,
      weights: fc.array(fc.constantFrom(0.1, 0.25, 0.5, 1, 1.125, 3), { minLength: 5, maxLength: 5 }),
      under: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 }),
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 4 }),
      coverage: fc.constantFrom(0, 0.5, 0.75),
      metAt: fc.nat(5),
    })
    .map(({ scale, weights, under, cuts, coverage, metAt }) => {
      const levels = scale.options.map(({ level }) => level);
      const [worst, best] =
        by === 'percentage'
          ? [0, 1]
          : by === 'all-below-met'
            ? [0, Math.max(...under)]
            : [levels[0] ?? 0, levels.at(-1) ?? 0];
      // Twentieths of the way from the worst to the best figure.
      const from = [0, ...cuts.toSorted((a, b) => a - b)].map((cut) => (20 * worst + cut * (best - worst)) / 20);
      const bands = from.map((cut, index) => ({
        ...{ title: `Band "${index + 1}"`, colour: colours[index] ?? 'green', from: cut },
      }));
      const rest = { minimumCoverage: coverage, bands };
      const met = levels[Math.min(metAt, levels.length - 1)] ?? 0;
      const rule: FigureRule = by === 'all-below-met' ? { by, metFrom: met, ...rest } : { by, ...rest };
      let next = 0;
      const ruled = (item: Item): Item => {
        const at = next;
        next += 1;
        return {
          ...{ ...item, criteria: [] },
          ...(by === 'weighted-mean' ? { weight: weights[at] ?? 1 } : {}),
          ...(by === 'all-below-met' ? { under: under[at] ?? 1 } : {}),
        };
      };
      return defineInstrument({
        ...sampleDefinition,
        key: `sample-${by}`,
        scales: [scale],
        sections: sampleDefinition.sections.map((section) =>
          section.shape === 'items'
            ? {
                ...section,
                activities: section.activities.map((activity) => ({ ...activity, items: activity.items.map(ruled) })),
              }
            : section,
        ),
        scorecard: { ...sampleDefinition.scorecard, rule },
      });
    });

/** The sample, of which the second section is answered by Yes or No, and counts as the first or the last level of three. */
export function ofTwoScales(scorecard: Partial<NonNullable<Instrument['scorecard']>> = {}): Instrument {
  return defineInstrument({
    ...sampleDefinition,
    key: `two-scales-${scorecard.overall ?? 'all'}`,
    scales: [
      ...sampleDefinition.scales,
      {
        ...{ key: 'yes-no', title: 'Yes or no', chosenBy: 'label' },
        options: [
          { level: 0, label: 'No', meaning: 'It is not so.' },
          { level: 1, label: 'Yes', meaning: 'It is so.' },
        ],
      },
    ],
    sections: sampleDefinition.sections.map((section) =>
      section.shape === 'items' && section.key === '2'
        ? {
            ...section,
            fields: section.fields.map((field) =>
              field.kind === 'score' ? { ...field, scale: 'yes-no', countsAs: { 0: 1, 1: 3 } } : field,
            ),
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => ({ ...item, criteria: [] })),
            })),
          }
        : section,
    ),
    scorecard: { ...sampleDefinition.scorecard, ...scorecard },
  });
}

const percentageRule: FigureRule = {
  ...{ by: 'percentage', minimumCoverage: 0.5 },
  bands: [
    { title: 'Weak', colour: 'red', from: 0 },
    { title: 'Fair', colour: 'amber', from: 0.4 },
    { title: 'Good', colour: 'green', from: 0.7 },
  ],
};

/** Two scales, with each choice for the position of the whole. */
export const choicesOfOverall: readonly Instrument[] = [
  ofTwoScales(),
  ofTwoScales({ overall: 'lowest' }),
  ofTwoScales({ overall: 'lowest', rule: percentageRule }),
  ofTwoScales({ overall: 'mean', rule: percentageRule }),
  ofTwoScales({ overall: 'none' }),
];

/** Two scales with targets: level 2 for all, Yes for the last question, and level 3 for the first. */
export const withTargets = (): Instrument => {
  const instrument = ofTwoScales({ target: 2 });
  const targets: Readonly<Record<string, number>> = { '1.1.1': 3, '2.1.2': 1 };
  return defineInstrument({
    ...instrument,
    key: 'targets',
    sections: instrument.sections.map((section) =>
      section.shape === 'items'
        ? {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => {
                const target = targets[item.key];
                return target === undefined ? item : { ...item, target };
              }),
            })),
          }
        : section,
    ),
  });
};
