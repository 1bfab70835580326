import type { Instrument } from '../../../instrument/model/schema.ts';
import { hasConditions, mayLeaveBlank, scoredScaleOf, scoreFieldOf } from '../../../instrument/model/traverse.ts';
import { isReview } from '../../../instrument/reviewInstrument.ts';
import { type CountedReturns, countAnswers, countSums, type SumCount } from '../../../register/counts/answerCounts.ts';
import type { OpenDatabase } from '../../../register/tables/openDatabase.ts';
import { bandsOf, notScored } from '../../../scoring/bands.ts';
import { answeredOf, bandOf, type Tally } from '../../../scoring/position.ts';
import { scoredItems } from '../../../scoring/scorecard.ts';
import { isByCounts } from '../../../scoring/tally.ts';
import { type PartCounts, scoredParts } from '../combinedScores.ts';
import type { QuestionTally } from '../questions.ts';
import type { Counts } from './counts.ts';
import { groupedBy } from './groupedBy.ts';
import { type PlacedAnswer, placedAnswers, type TallyNumbers, tallyNumbers, weightsOf } from './tallyNumbers.ts';

/**
 * Whether a database can count what was answered: the position of a part follows from how many of its answers are at each
 * level, that of the whole not from those of the parts, and every question is asked of everybody.
 */
export function isCountable(instrument: Instrument): boolean {
  const { scorecard } = instrument;
  if (scorecard === undefined || scorecard.overall !== undefined || !isByCounts(instrument)) return false;
  if (isReview(instrument) || hasConditions(instrument) || mayLeaveBlank(instrument)) return false;
  return tallyNumbers(instrument).max <= Number.MAX_SAFE_INTEGER;
}

/**
 * Counts returns in the database, by the number of their group. They answer the present wording of the instrument, and none
 * was corrected. The rule of positions stays here: the database gives how many returns have the same tally.
 */
export async function countInDatabase(
  { db }: OpenDatabase,
  instrument: Instrument,
  returns: CountedReturns,
): Promise<ReadonlyMap<number, Counts>> {
  const fields = new Set(instrument.sections.flatMap((section) => scoreFieldOf(section)?.key ?? []));
  const answers = placedAnswers(instrument, await countAnswers(db, returns, [...fields]));
  const sums = await countSums(db, returns, weightsOf(instrument, answers));
  const [answersIn, sumsIn] = [groupedBy(answers, ({ group }) => group), groupedBy(sums, ({ group }) => group)];
  const sizes = groupedBy([...returns.values()], (group) => group);
  const numbers = tallyNumbers(instrument);
  return new Map(
    [...sizes].map(([group, { length: size }]) => {
      const inPart = groupedBy(sumsIn.get(group) ?? [], ({ part }) => part);
      const parts = scoredParts(instrument).map(({ items }, part) =>
        countPart(instrument, numbers, inPart.get(part) ?? [], { size, items: items.length }),
      );
      return [group, { questions: countQuestions(instrument, answersIn.get(group) ?? [], size), parts }];
    }),
  );
}

function countPart(
  instrument: Instrument,
  numbers: TallyNumbers,
  sums: readonly SumCount[],
  { size, items }: { readonly size: number; readonly items: number },
): PartCounts {
  const { rule } = instrument.scorecard ?? {};
  const levels = new Map(scoredScaleOf(instrument).options.map(({ level }) => [level, 0]));
  const positions = new Map(bandsOf(instrument).map(({ band }) => [band, 0]));
  let [notApplicable, unanswered, answering] = [0, 0, 0];
  const add = (tally: Tally, count: number): void => {
    for (const [level, own] of tally.levels) levels.set(level, (levels.get(level) ?? 0) + own * count);
    notApplicable += tally.notApplicable * count;
    unanswered += tally.unanswered * count;
    if (answeredOf(tally) > 0) answering += count;
    const band = rule === undefined ? notScored : bandOf(tally, rule);
    positions.set(band, (positions.get(band) ?? 0) + count);
  };
  for (const { sum, count } of sums) add(numbers.tallyIn(sum, items), count);
  // Who answered nothing in the part has no row there.
  add(numbers.tallyIn(0, items), size - countOf(sums));
  return { tally: { levels, notApplicable, unanswered }, positions, answering };
}

function countQuestions(
  instrument: Instrument,
  answers: readonly PlacedAnswer[],
  size: number,
): ReadonlyMap<string, QuestionTally> {
  const { options } = scoredScaleOf(instrument);
  const bySubject = groupedBy(answers, ({ subject }) => subject);
  return new Map(
    scoredItems(instrument).map(({ item }) => {
      const own = bySubject.get(item.key) ?? [];
      const at = (place: number): number => countOf(own.filter((answer) => answer.place === place));
      const levels = new Map(options.map(({ level }, place) => [level, at(place)]));
      const tally = { levels, notApplicable: at(options.length), unanswered: size - countOf(own) };
      return [item.key, { tally, notAsked: 0, optional: 0 }];
    }),
  );
}

const countOf = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);
