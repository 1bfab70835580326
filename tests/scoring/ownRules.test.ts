import { describe, expect, test } from 'vitest';
import type { BandColour, FigureRule, Instrument, Scale } from '../../src/instrument/model/schema.ts';
import { itemsOf } from '../../src/instrument/model/traverse.ts';
import { answered, blank, notApplicable } from '../../src/response/response.ts';
import { describeRule } from '../../src/scoring/describeRule.ts';
import { bandOf, figureOf } from '../../src/scoring/position.ts';
import { tallyFor } from '../../src/scoring/tally.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

const scaleOf = (...levels: readonly number[]): Scale => ({
  key: 'levels',
  title: 'Levels',
  options: levels.map((level) => ({ level, label: `L${level}`, meaning: 'It means something.' })),
});
const five = scaleOf(1, 2, 3, 4, 5);

const bands = (...given: readonly (readonly [title: string, from: number])[]): FigureRule['bands'] =>
  given.map(([title, from], index) => ({
    title,
    colour: (['red', 'dark-amber', 'amber', 'light-green', 'green'] as const satisfies BandColour[])[index] ?? 'green',
    from,
  }));

type Given = number | 'na' | undefined;
type Item = Partial<Pick<ReturnType<typeof itemsOf>[number]['item'], 'weight' | 'under'>>;

const [first] = itemsOf(sampleInstrument as Instrument);

/** The figure and the position of a part with these answers. */
function scored(rule: FigureRule, scale: Scale, answers: readonly Given[], items: readonly Item[] = []) {
  if (first === undefined) throw new Error('the sample has items');
  const tally = tallyFor(
    rule,
    scale,
    answers.map((given, index) => ({
      item: { ...first.item, ...items[index] },
      answer: given === undefined ? blank : given === 'na' ? notApplicable : answered(given),
    })),
  );
  return [figureOf(tally, rule), bandOf(tally, rule)];
}

describe('the mean', () => {
  const rule: FigureRule = {
    by: 'mean',
    minimumCoverage: 0.75,
    bands: bands(['Weak', 1], ['Fair', 2.5], ['Strong', 4]),
  };

  test('distinguishes all 2 from all 4, which the rule of shares does not', () => {
    expect(scored(rule, five, [2, 2, 2, 2])).toEqual([2, 'Weak']);
    expect(scored(rule, five, [4, 4, 4, 4])).toEqual([4, 'Strong']);
  });

  test('is in the upper band on its cut-off', () => {
    expect(scored(rule, five, [2, 3])).toEqual([2.5, 'Fair']);
    expect(scored(rule, five, [2, 2, 3])).toEqual([7 / 3, 'Weak']);
  });

  test('leaves out what does not apply, and has no position below the least coverage', () => {
    expect(scored(rule, five, [4, 4, 4, 'na'])).toEqual([4, 'Strong']);
    expect(scored(rule, five, [4, 4, undefined])).toEqual([4, 'not-scored']);
    expect(scored(rule, five, [undefined])).toEqual([undefined, 'not-scored']);
    expect(scored(rule, five, ['na'])).toEqual([undefined, 'not-scored']);
  });

  test('falls if 1 is best', () => {
    const falling: FigureRule = { by: 'mean', minimumCoverage: 0, bands: bands(['Weak', 4], ['Fair', 3], ['Good', 2]) };
    const scale = scaleOf(4, 3, 2, 1);
    expect(scored(falling, scale, [4, 4])).toEqual([4, 'Weak']);
    expect(scored(falling, scale, [3, 4])).toEqual([3.5, 'Weak']);
    expect(scored(falling, scale, [3, 3])).toEqual([3, 'Fair']);
    expect(scored(falling, scale, [1, 3])).toEqual([2, 'Good']);
  });
});

test('a weighted mean counts each item by its weight, 1 if it has none', () => {
  const rule: FigureRule = { by: 'weighted-mean', minimumCoverage: 0, bands: bands(['Weak', 1], ['Good', 3]) };
  expect(scored(rule, five, [5, 1], [{ weight: 3 }, {}])).toEqual([4, 'Good']);
  expect(scored(rule, five, [5, 1], [{}, { weight: 3 }])).toEqual([2, 'Weak']);
  expect(scored(rule, five, [5, 1, undefined], [{ weight: 0.5 }, { weight: 0.5 }, { weight: 9 }])).toEqual([3, 'Good']);
});

test('a percentage is the place between the lowest level and the highest', () => {
  const rule: FigureRule = { by: 'percentage', minimumCoverage: 0, bands: bands(['Weak', 0], ['Good', 0.5]) };
  expect(scored(rule, five, [1, 1])).toEqual([0, 'Weak']);
  expect(scored(rule, five, [5, 5])).toEqual([1, 'Good']);
  expect(scored(rule, five, [2, 2])).toEqual([0.25, 'Weak']);
  expect(scored(rule, five, [1, 5])).toEqual([0.5, 'Good']);
  expect(scored(rule, scaleOf(4, 3, 2, 1), [3, 1])).toEqual([2 / 3, 'Good']);
});

test('the lowest answer decides, on scales of either direction', () => {
  const rule: FigureRule = { by: 'lowest', minimumCoverage: 0, bands: bands(['Weak', 1], ['Fair', 3]) };
  expect(scored(rule, five, [5, 5, 2])).toEqual([2, 'Weak']);
  expect(scored(rule, five, [5, 3, undefined])).toEqual([3, 'Fair']);
  const falling: FigureRule = { by: 'lowest', minimumCoverage: 0, bands: bands(['Weak', 3], ['Fair', 2]) };
  expect(scored(falling, scaleOf(3, 2, 1), [1, 2])).toEqual([2, 'Fair']);
});

describe('statements under levels', () => {
  const yesNo = scaleOf(0, 1);
  const rule: FigureRule = {
    ...{ by: 'all-below-met', metFrom: 1, minimumCoverage: 0 },
    bands: bands(['None', 0], ['Level 1', 1], ['Level 2', 2], ['Level 3', 3]),
  };
  const under = [1, 1, 2, 2, 3].map((level) => ({ under: level }));

  test.each<[string, readonly Given[], number, string]>([
    ['nothing is met', [0, 0, 0, 0, 0], 0, 'None'],
    ['half of level 1', [1, 0, 0, 0, 0], 0.5, 'None'],
    ['level 1', [1, 1, 0, 0, 0], 1, 'Level 1'],
    ['level 1 and half of level 2', [1, 1, 1, 0, 0], 1.5, 'Level 1'],
    ['what is met above an unmet level does not count', [1, 0, 1, 1, 1], 0.5, 'None'],
    ['all', [1, 1, 1, 1, 1], 3, 'Level 3'],
    ['what does not apply is left out', [1, 'na', 1, 1, 0], 2, 'Level 2'],
    ['what is not answered is not met', [1, 1, undefined, 1, 1], 1.5, 'Level 1'],
  ])('%s', (_name, answers, figure, band) => {
    expect(scored(rule, yesNo, answers, under)).toEqual([figure, band]);
  });

  test('a part without statements under the lower levels has these', () => {
    expect(scored(rule, yesNo, [0, 1], [{ under: 3 }, { under: 3 }])).toEqual([2.5, 'Level 2']);
  });
});

test('rules are described with their cut-offs', () => {
  const described = (rule: FigureRule, scale = five): readonly string[] =>
    describeRule(rule, scale).map(({ word, meaning }) => `${word}: ${meaning}`);
  expect(
    described({ by: 'mean', minimumCoverage: 0.75, bands: bands(['Weak', 1], ['Fair', 2.5], ['Good', 4]) }),
  ).toEqual([
    'Not scored: Fewer than 75% of the questions that apply have been answered, or none applies: too few answers for a position.',
    'Weak: The mean level of the answered questions is less than 2.5.',
    'Fair: The mean level of the answered questions is 2.5 or more, but less than 4.',
    'Good: The mean level of the answered questions is 4 or more.',
  ]);
  expect(
    described({ by: 'mean', minimumCoverage: 0, bands: bands(['Weak', 3], ['Good', 2]) }, scaleOf(3, 2, 1)).slice(1),
  ).toEqual([
    'Weak: The mean level of the answered questions is more than 2.',
    'Good: The mean level of the answered questions is 2 or less.',
  ]);
  expect(
    described({ by: 'percentage', minimumCoverage: 0, bands: bands(['Weak', 0], ['Good', 0.5]) }).slice(1),
  ).toEqual([
    'Weak: The mean level, on a scale from 0% (all at the lowest level) to 100% (all at the highest), is less than 50%.',
    'Good: The mean level, on a scale from 0% (all at the lowest level) to 100% (all at the highest), is 50% or more.',
  ]);
});
