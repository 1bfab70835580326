import { type Finding, finding, type RecordedFinding } from '../../finding/index.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import { loadChanges } from '../../rounds/changes/loadChanges.ts';
import { type Countable, countingReturn, timelinessOf } from '../../rounds/round/countingReturn.ts';
import { deadlineOf } from '../../rounds/round/deadlines.ts';
import { type Decided, decisionsOn } from '../../rounds/round/decisions.ts';
import { type Round, roundStatus } from '../../rounds/round/roundStatus.ts';
import { ukTime } from '../../time.ts';
import { alikeInRound, alikeOthers, likenessFinding } from './alikeOthers.ts';

/** How a return compares with others. Later returns and corrected dates change it, so that it is never stored. */
export interface Comparison<Found extends RecordedFinding = Finding> {
  readonly findings: readonly (Found | Finding)[];
  /** Those of the findings that are about an earlier return of the same partner, where there is one. */
  readonly differences: Differences<Found> | undefined;
}

/** The answers that differ from those of an earlier return. */
export interface Differences<Found extends RecordedFinding = Finding> {
  readonly earlier: EarlierReturn;
  readonly findings: readonly Found[];
}

export interface EarlierReturn {
  readonly id: number;
  readonly received: Date;
}

/** Finds the differences of a return from an earlier one of the same partner and round. */
export type FindDifferences<Found extends RecordedFinding = Finding> = (
  earlier: EarlierReturn,
) => Promise<readonly Found[]>;

/**
 * Compares an accepted return with the others of its round: with those of other partners, and with those of the same partner,
 * the one among them that counted before it came.
 */
export async function compareReturn(
  register: Register,
  id: number,
  findDifferences: FindDifferences,
): Promise<Comparison> {
  const alike = await alikeOthers(register, id);
  const { findings, differences } = await compareWithOwn(await otherReturns(register, id), id, findDifferences);
  return { findings: [...alike, ...findings], differences };
}

/**
 * Compares the accepted returns of a round, all with the same few queries.
 *
 * @returns a function that gives the findings of one of them.
 */
export async function compareRound(
  register: Register,
  round: Round,
): Promise<(id: number, findDifferences: FindDifferences<RecordedFinding>) => Promise<readonly RecordedFinding[]>> {
  const alike = await alikeInRound(register, round);
  const partners = await roundStatus(register, round);
  const beside = new Map(partners.flatMap(({ returns }) => returns.map(({ id }) => [id, returns])));
  return async (id, findDifferences) => [
    ...(alike.get(id) ?? []).map(likenessFinding),
    ...(await compareWithOwn(beside.get(id) ?? [], id, findDifferences)).findings,
  ];
}

/** A return of the same partner and round. */
interface OtherReturn extends EarlierReturn, Countable, Decided {
  readonly coverage: number | undefined;
}

/** @param returns The accepted returns of the partner and round, itself among them, earliest first. */
async function compareWithOwn<Found extends RecordedFinding>(
  returns: readonly OtherReturn[],
  id: number,
  findDifferences: FindDifferences<Found>,
): Promise<Comparison<Found>> {
  const index = returns.findIndex((candidate) => candidate.id === id);
  const own = returns[index];
  const counting = countingReturn(returns);
  if (own?.setAside === true) return { findings: [finding('return.set-aside', {}, {})], differences: undefined };
  if (own?.afterClosing === true)
    return { findings: [finding('return.after-closing', {}, {})], differences: undefined };
  const whole = own?.isPart === true && counting !== own ? returns.find(({ of }) => of?.includes(id)) : undefined;
  if (whole !== undefined) {
    return { findings: [finding('return.put-together', {}, { whole: whole.id })], differences: undefined };
  }
  if (own === undefined || counting === undefined) return { findings: [], differences: undefined };
  const earlier = countingReturn(returns.slice(0, index));
  const differences = earlier && { earlier, findings: await findDifferences(earlier) };
  const found = differences?.findings ?? [];
  // Which of two returns with the same answers counts makes no difference.
  const isSame = found.some(({ code }) => code === 'return.same-answers');
  const isPlain = isSame && (counting === own || counting === earlier);
  return { findings: isPlain ? found : [...whichCounts(own, counting, earlier), ...found], differences };
}

function whichCounts(own: OtherReturn, counting: OtherReturn, earlier: OtherReturn | undefined): readonly Finding[] {
  const { coverage = null } = own;
  if (counting !== own) {
    const { received, coverage: countingCoverage = null, late, preferred } = counting;
    const counts = { counting: ukTime(received), countingCoverage };
    if (preferred === true) return [finding('return.not-preferred', {}, { coverage, ...counts })];
    const facts = { ...counts, onTime: !late };
    return [finding('return.does-not-count', {}, { coverage, ...facts })];
  }
  if (earlier === undefined) return [];
  const { corrected } = earlier;
  const uncorrected =
    corrected === undefined ? [] : [finding('return.uncorrected', {}, { earlier: earlier.id, answers: corrected })];
  const facts = { earlier: ukTime(earlier.received), earlierCoverage: earlier.coverage ?? null };
  return [finding('return.supersedes', {}, { coverage, ...facts }), ...uncorrected];
}

/** The accepted returns of a return's partner and round, itself among them, earliest first. */
async function otherReturns(register: OpenDatabase, id: number): Promise<readonly OtherReturn[]> {
  const rows = await register.db
    .selectFrom('return as own')
    .innerJoin('workbook as issued', 'issued.id', 'own.workbook')
    .innerJoin('workbook', (join) =>
      join
        .onRef('workbook.round', '=', 'issued.round')
        .onRef('workbook.instrument', '=', 'issued.instrument')
        .onRef('workbook.partner', '=', 'issued.partner'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.round', '=', 'issued.round').onRef('round.instrument', '=', 'issued.instrument'),
    )
    .innerJoin('return', 'return.workbook', 'workbook.id')
    .where('own.id', '=', id)
    .where('return.status', '=', 'accepted')
    .select(['return.id', 'return.received_at', 'return.coverage', 'round.due', 'round.closes'])
    .select(['workbook.round', 'workbook.instrument', 'workbook.partner'])
    .orderBy('return.received_at')
    .orderBy('return.id')
    .execute();
  const [first] = rows;
  if (first === undefined) return [];
  const due = storedTime(first.due, 'the deadline of its round');
  const closes = first.closes === null ? undefined : storedTime(first.closes, 'the closing time of its round');
  const changes = await loadChanges(register, first);
  const deadline = deadlineOf({ due, closes }, changes, first.partner);
  return rows.map(({ id: one, received_at, coverage }) => {
    const received = storedTime(received_at, `the time at which return ${one} came`);
    return {
      ...{ id: one, received, coverage: coverage ?? undefined },
      ...timelinessOf(received, deadline),
      ...decisionsOn(changes, first.partner, one),
    };
  });
}
