import { ownProperty } from '../instrument/model/ownProperty.ts';
import type { BandColour, FigureRule, Instrument, PositionRule } from '../instrument/model/schema.ts';
import { english } from '../words/english/english.ts';

/**
 * The position of a part, or that it has none: `red`, `amber`, `green` and `not-scored`, or the title of one of the
 * instrument's own bands.
 */
export type Band = string;

export const notScored = 'not-scored';

/** The word in a cell beside a band's colour: colour is never the only carrier of meaning (practice A17, A44). */
export const bandName = (band: Band, names: Readonly<Record<string, string>> = english.bands): string =>
  ownProperty(names, band) ?? band;

/** A band with its colour: grey if there is no position. */
export interface ColouredBand {
  readonly band: Band;
  readonly colour: BandColour | 'grey';
}

/** Whether positions follow a figure with cut-offs, such as a mean. */
export const hasFigure = (rule: PositionRule): rule is FigureRule => rule.by !== undefined && rule.by !== 'shares';

/** The bands of an instrument, from the worst to the best, and last that there is no position. */
export function bandsOf({ scorecard }: Pick<Instrument, 'scorecard'>): readonly ColouredBand[] {
  const none: ColouredBand = { band: notScored, colour: 'grey' };
  const rule = scorecard?.rule;
  return rule === undefined || !hasFigure(rule)
    ? [...shareBands, none]
    : [...rule.bands.map(({ title, colour }) => ({ band: title, colour })), none];
}

const shareBands: readonly ColouredBand[] = [
  { band: 'red', colour: 'red' },
  { band: 'amber', colour: 'amber' },
  { band: 'green', colour: 'green' },
];

/** Whether a position is one that the instrument's rule gives, or the usual rule, by which an edition before may be scored. */
export const isBandOf = (instrument: Pick<Instrument, 'scorecard'>, band: Band): boolean =>
  ownProperty<string>(english.bands, band) !== undefined || bandsOf(instrument).some((own) => own.band === band);

/** The bands of several instruments, each band once. */
export function bandsOfAll(instruments: readonly Pick<Instrument, 'scorecard'>[]): readonly ColouredBand[] {
  const all = instruments.flatMap(bandsOf);
  return all.filter(({ band }, index) => all.findIndex((other) => other.band === band) === index);
}

/** The best band of an instrument. */
export const bestBand = (instrument: Pick<Instrument, 'scorecard'>): Band => bandsOf(instrument).at(-2)?.band ?? '';

/** Sorts by bands, the worst first, and last what has no position or no return. */
export function worstFirst(instrument: Pick<Instrument, 'scorecard'>): (a?: Band, b?: Band) => number {
  const order = bandsOf(instrument).map(({ band }) => band);
  const place = (band: Band | undefined): number => {
    const at = band === undefined ? -1 : order.indexOf(band);
    return at < 0 ? order.length : at;
  };
  return (a, b) => place(a) - place(b);
}

/** The names of an instrument's bands as a list: `Red, Amber, Green and Not scored`. */
export function bandList(instrument: Pick<Instrument, 'scorecard'>): string {
  const words = bandsOf(instrument).map(({ band }) => bandName(band));
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
