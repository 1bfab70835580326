import fc from 'fast-check';
import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Check, ComputedField, Field, Instrument, NumberField } from '../src/instrument/model/schema.ts';
import { withAnyChecks } from './anyChecks.ts';

type Figure = NumberField | ComputedField;

const number = (as: NumberField['as'], index: number): NumberField => ({
  ...{ kind: 'number', key: `n${index}`, heading: `Number ${index}`, prompt: 'How much.', as },
  ...{ least: as === 'percentage' ? 0 : -1_000_000, greatest: as === 'percentage' ? 100 : 1_000_000_000 },
});

const numbers = fc.constantFrom<NumberField['as']>('money', 'money', 'decimal', 'percentage', 'integer');

/** Sums, differences and shares of some of the figures before. */
const computed = (before: readonly Figure[], index: number): fc.Arbitrary<ComputedField> =>
  fc.constantFrom(...before).chain((first) => {
    const alike = before.filter(({ as }) => as === first.as);
    const field = { kind: 'computed', key: `c${index}`, heading: `Figure ${index}`, prompt: 'From others.' } as const;
    const others = before.filter((other) => other !== first);
    const share = fc
      .constantFrom(...others)
      .map((whole): ComputedField => ({ ...field, as: 'percentage', by: 'share', of: [first.key, whole.key] }));
    if (alike.length < 2) return share;
    const sum = fc
      .tuple(fc.constantFrom('sum' as const, 'difference' as const), fc.shuffledSubarray(alike, { minLength: 2 }))
      .map(([by, of]): ComputedField => ({ ...field, as: first.as, by, of: of.map(({ key }) => key) }));
    return fc.oneof({ weight: 2, arbitrary: sum }, { weight: 1, arbitrary: share });
  });

/** Checks of some of the figures, of one unit each. */
const check = (figures: readonly Figure[]): fc.Arbitrary<Check> =>
  fc
    .tuple(fc.constantFrom(...figures), fc.constantFrom('equal' as const, 'at-most' as const, 'at-least' as const))
    .chain(([{ key, as }, is]): fc.Arbitrary<Check> => {
      const others = figures.filter((other) => other.as === as && other.key !== key);
      if (others.length === 0) return fc.constant({ is, sum: [key], to: 50 });
      return fc
        .shuffledSubarray(others, { minLength: 1 })
        .map((sum) => ({ is, sum: sum.map((one) => one.key), to: key }));
    });

/** Any definition with figures that are computed from each other, added up, and checked against each other. */
export const figuresInstrument: fc.Arbitrary<Instrument> = fc
  .array(numbers, { minLength: 2, maxLength: 5 })
  .map((kinds): readonly Figure[] => kinds.map(number))
  .chain((given) => computed(given, 1).map((one) => [...given, one]))
  .chain((figures) => computed(figures, 2).map((one) => [...figures, one]))
  .chain((figures) => fc.tuple(fc.constant(figures), fc.array(check(figures), { minLength: 1, maxLength: 3 })))
  .map(([fields, checks]) => instrumentOf(fields, checks))
  .chain(withAnyChecks)
  .map(defineInstrument);

const instrumentOf = (fields: readonly Field[], checks: readonly Check[]): Instrument => ({
  ...{
    key: 'figures',
    edition: '1',
    title: 'Figures',
    strapline: 'Made up.',
    publisher: 'Nobody',
    published: '2026',
  },
  ...{ language: 'en-GB', sourceNote: [], scales: [], resources: [] },
  introduction: [{ heading: 'Purpose', paragraphs: ['To be proved.'] }],
  scoring: [{ heading: 'Scoring', paragraphs: ['Nothing is scored.'] }],
  sections: [
    {
      ...{
        shape: 'items',
        key: '1',
        title: 'Figures',
        shortTitle: 'Figures',
        introduction: 'How much.',
        fields,
        checks,
      },
      activities: [
        {
          ...{ key: '1.1', title: 'Services' },
          items: ['1.1.1', '1.1.2', '1.1.3'].map((key) => ({
            ...{ key, question: `How much is ${key}?`, criteria: [], evidence: [], groups: {} },
          })),
        },
      ],
    },
  ],
});
