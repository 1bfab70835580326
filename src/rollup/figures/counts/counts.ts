import type { Instrument } from '../../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { isNotAsked, isOptionalBlank } from '../../../response/response.ts';
import { bandsOf } from '../../../scoring/bands.ts';
import { answeredOf, type Tally } from '../../../scoring/position.ts';
import { type PartScore, scoredItems, scoreOf } from '../../../scoring/scorecard.ts';
import { sumOfTallies, tallyOf } from '../../../scoring/tally.ts';
import type { ReturnedResult } from '../../load/rollUp.ts';
import { type PartCounts, scoredParts } from '../combinedScores.ts';
import type { QuestionTally } from '../questions.ts';

/** What some partners answered, counted: enough for every figure that names none of them. */
export interface Counts {
  /** By the key of the item. */
  readonly questions: ReadonlyMap<string, QuestionTally>;
  /** The whole, then the parts of every view. */
  readonly parts: readonly PartCounts[];
}

export function noCounts(instrument: Instrument): Counts {
  const scale = scoredScaleOf(instrument);
  const tally = tallyOf(scale.options, []);
  const positions = new Map(bandsOf(instrument).map(({ band }) => [band, 0]));
  return {
    questions: new Map(scoredItems(instrument).map(({ item }) => [item.key, { tally, notAsked: 0, optional: 0 }])),
    parts: scoredParts(instrument).map(() => ({ tally, positions, answering: 0 })),
  };
}

/** The counts of several groups of partners together. They may be many groups of one partner. */
export function sumOfCounts(instrument: Instrument, all: readonly Counts[]): Counts {
  const none = noCounts(instrument);
  const scale = scoredScaleOf(instrument);
  const sum = (tallies: readonly Tally[]): Tally => sumOfTallies(scale, tallies);
  const total = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);
  return {
    questions: new Map(
      [...none.questions.keys()].map((key) => {
        const own = all.flatMap(({ questions }) => questions.get(key) ?? []);
        return [
          key,
          {
            tally: sum(own.map(({ tally }) => tally)),
            notAsked: total(own.map(({ notAsked }) => notAsked)),
            optional: total(own.map(({ optional }) => optional)),
          },
        ];
      }),
    ),
    parts: none.parts.map(({ positions }, place) => {
      const own = all.flatMap(({ parts }) => parts[place] ?? []);
      return {
        tally: sum(own.map(({ tally }) => tally)),
        positions: new Map(
          [...positions.keys()].map((band) => [band, total(own.map((one) => one.positions.get(band) ?? 0))]),
        ),
        answering: total(own.map(({ answering }) => answering)),
      };
    }),
  };
}

/** The counts of one partner. */
export function countsOf(instrument: Instrument, { result }: Pick<ReturnedResult, 'result'>): Counts {
  const scale = scoredScaleOf(instrument);
  const { overall, views } = result.scorecard;
  return {
    questions: new Map(
      scoredItems(instrument).map((context) => {
        const score = scoreOf(result.response, context);
        return [
          context.item.key,
          {
            tally: tallyOf(scale.options, [score]),
            notAsked: isNotAsked(score) ? 1 : 0,
            optional: isOptionalBlank(score) ? 1 : 0,
          },
        ];
      }),
    ),
    parts: [overall, ...views.flatMap(({ parts }) => parts)].map(countsOfPart),
  };
}

const countsOfPart = ({ tally, band }: PartScore): PartCounts => ({
  tally,
  positions: new Map([[band, 1]]),
  answering: answeredOf(tally) > 0 ? 1 : 0,
});
