import type { FigureRule, PositionRule, Scale, ShareRule } from '../instrument/model/schema.ts';
import { levelName } from '../instrument/model/traverse.ts';
import { english } from '../words/english/english.ts';
import type { Words } from '../words/words.ts';
import { hasFigure } from './bands.ts';
import { fallsWhenBetter } from './position.ts';

/** A figure of a rule, which has a labelled cell of its own. */
export interface Threshold {
  readonly name: 'minimumCoverage' | Exclude<keyof ShareRule, 'by'> | 'metFrom' | 'from';
  readonly value: number;
  readonly label: (scale: Scale) => string;
  readonly role: 'percent' | 'number' | 'coefficient' | 'exactPercent';
}

/** The figures of a rule, in the order in which they are applied. */
export const thresholdsOf = (rule: PositionRule, words: Words = english): readonly Threshold[] => [
  {
    name: 'minimumCoverage',
    value: rule.minimumCoverage,
    label: () => words.thresholds.coverage,
    role: 'percent',
  },
  ...(hasFigure(rule) ? cutOffs(rule, words) : shares(rule, words)),
];

function shares(
  { redFromLowestShare, greenAboveHighestShare, greenLowestCount }: ShareRule,
  words: Words,
): readonly Threshold[] {
  const lowest = (scale: Scale): string => named(scale, scale.options.at(0), words);
  const highest = (scale: Scale): string => named(scale, scale.options.at(-1), words);
  return [
    {
      ...{ name: 'redFromLowestShare', value: redFromLowestShare, role: 'percent' },
      label: (scale) => words.thresholds.red(lowest(scale)),
    },
    {
      ...{ name: 'greenAboveHighestShare', value: greenAboveHighestShare, role: 'percent' },
      label: (scale) => words.thresholds.green(highest(scale)),
    },
    ...(greenLowestCount === undefined
      ? []
      : [
          {
            ...({ name: 'greenLowestCount', value: greenLowestCount, role: 'number' } as const),
            label: (scale: Scale) => words.thresholds.greenCount(lowest(scale)),
          },
        ]),
  ];
}

function cutOffs(rule: FigureRule, words: Words): readonly Threshold[] {
  const role = rule.by === 'percentage' ? 'exactPercent' : rule.by === 'lowest' ? 'number' : 'coefficient';
  return [
    ...(rule.by === 'all-below-met'
      ? [
          {
            ...({ name: 'metFrom', value: rule.metFrom, role: 'number' } as const),
            label: (scale: Scale) => {
              const option = scale.options.find(({ level }) => level === rule.metFrom);
              return words.thresholds.metFrom(named(scale, option, words));
            },
          },
        ]
      : []),
    ...rule.bands.map(({ title, from }): Threshold => {
      const label = (scale: Scale): string => {
        const levels = scale.options.map(({ level }) => level);
        const { atLeast, atMost } = words.thresholds;
        return (fallsWhenBetter(rule, levels) ? atMost : atLeast)(title, words.rules.figures[rule.by]);
      };
      return { name: 'from', value: from, role, label };
    }),
  ];
}

const named = (scale: Scale, option: Scale['options'][number] | undefined, words: Words): string =>
  option === undefined ? '' : levelName(scale, option, words);
