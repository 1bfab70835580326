import type { FigureRule, PositionRule, Scale, ShareRule } from '../instrument/model/schema.ts';
import { levelName } from '../instrument/model/traverse.ts';
import { hasFigure } from './bands.ts';
import { figureNames } from './describeRule.ts';
import { fallsWhenBetter } from './position.ts';

/** A figure of a rule, which has a labelled cell of its own. */
export interface Threshold {
  readonly name: 'minimumCoverage' | Exclude<keyof ShareRule, 'by'> | 'metFrom' | 'from';
  readonly value: number;
  readonly label: (scale: Scale) => string;
  readonly role: 'percent' | 'number' | 'coefficient' | 'exactPercent';
}

/** The figures of a rule, in the order in which they are applied. */
export const thresholdsOf = (rule: PositionRule): readonly Threshold[] => [
  {
    name: 'minimumCoverage',
    value: rule.minimumCoverage,
    label: () => 'Not scored if a smaller share of the questions that apply is answered than',
    role: 'percent',
  },
  ...(hasFigure(rule) ? cutOffs(rule) : shares(rule)),
];

function shares({ redFromLowestShare, greenAboveHighestShare, greenLowestCount }: ShareRule): readonly Threshold[] {
  return [
    {
      ...{ name: 'redFromLowestShare', value: redFromLowestShare, role: 'percent' },
      label: (scale) => `Red if the share of the answered questions at ${lowest(scale)} is at least`,
    },
    {
      ...{ name: 'greenAboveHighestShare', value: greenAboveHighestShare, role: 'percent' },
      label: (scale) => `Green if the share of the answered questions at ${highest(scale)} is more than`,
    },
    ...(greenLowestCount === undefined
      ? []
      : [
          {
            ...({ name: 'greenLowestCount', value: greenLowestCount, role: 'number' } as const),
            label: (scale: Scale) => `Green allows at most this many answers at ${lowest(scale)}`,
          },
        ]),
  ];
}

function cutOffs(rule: FigureRule): readonly Threshold[] {
  const role = rule.by === 'percentage' ? 'exactPercent' : rule.by === 'lowest' ? 'number' : 'coefficient';
  return [
    ...(rule.by === 'all-below-met'
      ? [
          {
            ...({ name: 'metFrom', value: rule.metFrom, role: 'number' } as const),
            label: (scale: Scale) =>
              `A statement is met if the answer is at least ${metFromName(rule.metFrom, scale)}: level`,
          },
        ]
      : []),
    ...rule.bands.map(({ title, from }): Threshold => {
      const label = (scale: Scale): string => {
        const levels = scale.options.map(({ level }) => level);
        return `${title} if the ${figureNames[rule.by].toLowerCase()} is at ${fallsWhenBetter(rule, levels) ? 'most' : 'least'}`;
      };
      return { name: 'from', value: from, role, label };
    }),
  ];
}

const named = (scale: Scale, option: Scale['options'][number] | undefined): string =>
  option === undefined ? '' : levelName(scale, option);
const lowest = (scale: Scale): string => named(scale, scale.options.at(0));
const highest = (scale: Scale): string => named(scale, scale.options.at(-1));
const metFromName = (level: number, scale: Scale): string =>
  named(
    scale,
    scale.options.find((option) => option.level === level),
  );
