import type { Instrument } from '../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { type Band, bestBand } from '../../scoring/bands.ts';
import { comparableLevel, type LastRound } from '../../scoring/plans/lastRound.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import type { PastRound } from '../load/pastRounds.ts';
import { type PartnerResult, type RollUp, returned } from '../load/rollUp.ts';

/** One round of a trend. */
export interface TrendPoint {
  readonly round: Round;
  readonly asked: number;
  readonly returned: number;
  /** Partners in the best band, such as Green, by the questions and the rule of their own round. */
  readonly best: number;
  /** Of all partners that returned in the round. */
  readonly all: LevelShares | undefined;
  /** Of those that returned in every round. */
  readonly constant: LevelShares | undefined;
}

/** Shares of the answers at the ends of the scale, 0 to 1. */
export interface LevelShares {
  readonly lowest: number;
  readonly highest: number;
}

export interface Trend {
  /** From the earliest to the present one. */
  readonly points: readonly TrendPoint[];
  /** Questions with the same wording and scale in every round with a return: only these are counted. */
  readonly questions: number;
  /** Partners that returned in every round. */
  readonly constant: number;
}

/** The levels over several rounds; undefined without several earlier rounds. */
export function trendOf(rollUp: RollUp): Trend | undefined {
  const { past } = rollUp;
  if (past === undefined) return undefined;
  const compared = comparableQuestions(rollUp, past);
  const rounds = [...past.map((one) => pastLevels(rollUp, one)), presentLevels(rollUp)];
  const [first, ...others] = rounds.map(({ levels }) => new Set(levels.keys()));
  const constant = new Set([...(first ?? [])].filter((code) => others.every((codes) => codes.has(code))));
  const shares = (levels: Levels, codes: Iterable<string>): LevelShares | undefined =>
    sharesOf(
      rollUp,
      [...codes].flatMap((code) =>
        [...(levels.get(code) ?? [])].flatMap(([key, level]) => (compared.has(key) ? level : [])),
      ),
    );
  return {
    points: rounds.map(({ levels, round, asked, best }) => ({
      ...{ round, asked, best, returned: levels.size },
      all: shares(levels, levels.keys()),
      constant: shares(levels, constant),
    })),
    questions: compared.size,
    constant: constant.size,
  };
}

/** The levels of each partner that returned, by its code and the key of the question. */
type Levels = ReadonlyMap<string, ReadonlyMap<string, number>>;

interface RoundLevels extends Pick<TrendPoint, 'round' | 'asked' | 'best'> {
  readonly levels: Levels;
}

function pastLevels({ instrument }: RollUp, { round, partners }: PastRound): RoundLevels {
  const back = partners.filter(({ lastRound }) => lastRound.scorecard !== undefined);
  return {
    round,
    asked: partners.length,
    best: back.filter(({ lastRound }) => isBest(instrument, lastRound.scorecard?.overall.band)).length,
    levels: new Map(back.map(({ partner, lastRound }) => [partner.code, levelsIn(lastRound)])),
  };
}

/** An earlier edition may have had the usual bands. */
const isBest = (instrument: Instrument, band: Band | undefined): boolean =>
  band === bestBand(instrument) || band === 'green';

function levelsIn({ items }: LastRound): ReadonlyMap<string, number> {
  return new Map(
    [...items].flatMap(([key, answer]) => {
      const level = comparableLevel(answer);
      return level === undefined ? [] : [[key, level] as const];
    }),
  );
}

function presentLevels(rollUp: RollUp): RoundLevels {
  const items = scoredItems(rollUp.instrument);
  const back = returned(rollUp);
  const levelsOf = ({ result }: PartnerResult): ReadonlyMap<string, number> =>
    new Map(
      items.flatMap((context) => {
        const score = result && scoreOf(result.response, context);
        return score?.state === 'answered' ? [[context.item.key, Number(score.value)] as const] : [];
      }),
    );
  return {
    round: rollUp.round,
    asked: rollUp.partners.length,
    best: back.filter(({ result }) => isBest(rollUp.instrument, result.scorecard.overall.band)).length,
    levels: new Map(back.map((one) => [one.partner.code, levelsOf(one)])),
  };
}

/** Keys of the questions that were asked with the same wording and scale in every earlier round with a return. */
function comparableQuestions({ instrument }: RollUp, past: readonly PastRound[]): ReadonlySet<string> {
  const keys = scoredItems(instrument).map(({ item }) => item.key);
  const isSame = (key: string, { partners }: PastRound): boolean => {
    const answers = partners
      .filter(({ lastRound }) => lastRound.scorecard !== undefined)
      .flatMap(({ lastRound }) => lastRound.items.get(key) ?? []);
    return answers.length === 0 || answers.some(({ state, changed }) => state !== 'not-asked' && !changed);
  };
  return new Set(keys.filter((key) => past.every((round) => isSame(key, round))));
}

function sharesOf({ instrument }: RollUp, levels: readonly number[]): LevelShares | undefined {
  const { options } = scoredScaleOf(instrument);
  const shareAt = (level: number | undefined): number => levels.filter((one) => one === level).length / levels.length;
  return levels.length === 0
    ? undefined
    : { lowest: shareAt(options.at(0)?.level), highest: shareAt(options.at(-1)?.level) };
}
