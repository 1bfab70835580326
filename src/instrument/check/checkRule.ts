import { type Finding, finding } from '../../finding/index.ts';
import type { FigureRule, Instrument, PositionRule } from '../model/schema.ts';
import { isScored, itemsOf } from '../model/traverse.ts';
import { isInOrder } from './isInOrder.ts';

const place = { key: 'scorecard' };

/** Checks that the rule for positions gives every figure exactly one band, and that items have what it needs. */
export function checkRule(instrument: Instrument, rule: PositionRule): readonly Finding[] {
  return [...checkItems(instrument, rule), ...('bands' in rule ? checkBands(instrument, rule) : [])];
}

/** Weights have at most three decimals: programs then add them up alike. */
const finest = 1000;
const largest = 1000;

function checkItems(instrument: Instrument, { by }: PositionRule): readonly Finding[] {
  return itemsOf(instrument).flatMap(({ section, item: { key, weight, under } }): readonly Finding[] => {
    const isCounted = isScored(instrument, section);
    const idle = (what: string, needed: PositionRule['by']): readonly Finding[] =>
      by === needed ? [] : [finding('definition.no-effect', { key }, { what, rule: needed ?? 'shares' })];
    return [
      ...(weight === undefined ? [] : [...idle('weight', 'weighted-mean'), ...checkWeight(key, weight)]),
      ...(under === undefined ? [] : idle('under', 'all-below-met')),
      ...(by === 'all-below-met' && isCounted && under === undefined
        ? [finding('definition.no-level-under', { key }, {})]
        : []),
    ];
  });
}

function checkWeight(key: string, weight: number): readonly Finding[] {
  const isFine = Number((weight * finest).toFixed(6)) === Math.round(weight * finest);
  return weight > 0 && weight <= largest && isFine ? [] : [finding('definition.weight', { key }, { weight, largest })];
}

function checkBands(instrument: Instrument, rule: FigureRule): readonly Finding[] {
  const scale = instrument.scales.find(({ key }) => key === instrument.scorecard?.scale);
  if (scale === undefined) return [];
  const levels = scale.options.map(({ level }) => level);
  // Reported with the scale: until then nobody knows which level is the worst.
  if (!isInOrder(levels)) return [];
  const [worst, best] = extremes(instrument, rule, levels);
  const sign = worst <= best ? 1 : -1;
  const isBeyond = (a: number, b: number): boolean => sign * (a - b) > 0;
  const { bands } = rule;
  const [first] = bands;
  return [
    ...(rule.by === 'all-below-met' && !levels.includes(rule.metFrom)
      ? [finding('definition.unknown-level', place, { named: rule.metFrom, known: levels })]
      : []),
    ...bands.flatMap((band, index) => {
      const next = bands[index + 1];
      return [
        ...(next !== undefined && !isBeyond(next.from, band.from)
          ? [
              finding('definition.bands-out-of-order', place, {
                ...{ band: band.title, from: band.from, next: next.title, nextFrom: next.from, rises: sign > 0 },
              }),
            ]
          : []),
        ...(next?.colour === band.colour
          ? [finding('definition.band-colours', place, { bands: [band.title, next.title], colour: band.colour })]
          : []),
        ...(isBeyond(band.from, best)
          ? [finding('definition.band-unreachable', place, { band: band.title, from: band.from, best })]
          : []),
      ];
    }),
    ...(first !== undefined && isBeyond(first.from, worst)
      ? [finding('definition.bands-hole', place, { band: first.title, from: first.from, worst })]
      : []),
    ...checkTitles(bands.map(({ title }) => title)),
  ];
}

/** The worst and the best figure that there can be. */
function extremes(
  instrument: Instrument,
  { by }: FigureRule,
  levels: readonly number[],
): readonly [worst: number, best: number] {
  if (by === 'percentage') return [0, 1];
  if (by !== 'all-below-met') return [levels.at(0) ?? 0, levels.at(-1) ?? 0];
  const under = itemsOf(instrument).map(({ item }) => item.under ?? 1);
  return [Math.min(...under) - 1, Math.max(...under)];
}

/** Words for something else in the same cells. */
const taken = ['Not scored', 'not-scored', 'No return', 'New'];

function checkTitles(titles: readonly string[]): readonly Finding[] {
  const folded = (text: string): string => text.trim().toLowerCase();
  return titles.flatMap((title, index) => {
    const word = taken.find((one) => folded(one) === folded(title));
    const other = titles.slice(0, index).find((one) => folded(one) === folded(title));
    if (word !== undefined)
      return [finding('definition.words-clash', place, { words: title, with: `the words "${word}" of the scorecard` })];
    return other === undefined
      ? []
      : [finding('definition.words-clash', place, { words: title, with: `the band "${other}"` })];
  });
}
