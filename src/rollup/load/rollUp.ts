import { FindingsError, finding } from '../../finding/index.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { takesFacts } from '../../instrument/model/traverse.ts';
import type { AgreedScore } from '../../partners/agreedScore.ts';
import { agreedScores } from '../../register/rows/agreedScores.ts';
import type { Register } from '../../register/tables/register.ts';
import { responseCompactor } from '../../response/compactResponse.ts';
import type { Response } from '../../response/response.ts';
import { factsOfReturns } from '../../rounds/issue/givenFacts.ts';
import type { EarlierRound } from '../../rounds/returns/lastRounds.ts';
import { eachReturn } from '../../rounds/returns/loadReturns.ts';
import { loadReviews, type Reviews } from '../../rounds/returns/loadReviews.ts';
import type { CorrectionMade } from '../../rounds/round/decisions.ts';
import {
  type DepartedStatus,
  type PartnerStatus,
  type ReturnSummary,
  type Round,
  wholeStatus,
} from '../../rounds/round/roundStatus.ts';
import { isBandOf } from '../../scoring/bands.ts';
import { factsOf, type GivenFacts } from '../../scoring/plans/givenFacts.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import { type PartScores, partScorer } from '../../scoring/scorecard.ts';
import { type PastRound, pastRounds } from './pastRounds.ts';
import { type PreviousRound, previousRound } from './previousRound.ts';

/** Many responses together: every partner of a round, with the return that counts, if there is one. */
export interface RollUp {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly partners: readonly PartnerResult[];
  /** Those that left the round, and are in no figure; none if absent. */
  readonly departed?: readonly DepartedStatus[];
  /** Scores on which areas agreed after their partners had answered. They are in no figure. */
  readonly agreed?: readonly AgreedScore[];
  /** What assessors answered about its partners; absent if nothing came back. It is in no figure about self-scores. */
  readonly reviews?: Reviews;
  /** Present if the round is compared with an earlier one; the answers of that round are with each partner. */
  readonly previous?: PreviousRound;
  /** Present if there are several earlier rounds, for a trend: all of them, from the earliest to the last. */
  readonly past?: readonly PastRound[];
  /** Name of its region; absent for all partners of the round. */
  readonly region?: string;
  /** Partners are replaced by pseudonyms, and times are suppressed. Only `disclosure/anonymous.ts` sets it; writers refuse it from elsewhere. */
  readonly anonymous?: true;
}

export interface PartnerResult extends PartnerStatus {
  /** Absent without a return that counts. */
  readonly result:
    | {
        readonly response: Response;
        readonly scorecard: PartScores;
        /** The answers that were corrected after they had come; none if absent. */
        readonly corrections?: readonly CorrectionMade[];
        /** The facts that its workbook went out with; none if absent. */
        readonly given?: GivenFacts;
      }
    | undefined;
  /** Present if the round is compared with an earlier one. */
  readonly lastRound?: LastRound | undefined;
}

export interface ReturnedResult extends PartnerResult {
  readonly result: NonNullable<PartnerResult['result']>;
}

/** The partners of a round, before their answers are loaded. */
export interface RoundPartners extends Pick<RollUp, 'instrument' | 'round'> {
  readonly partners: readonly PartnerStatus[];
  readonly departed: readonly DepartedStatus[];
}

/** @throws FindingsError with `register.damaged` when a stored band is none of the instrument, nor a usual one. */
export async function loadPartners(register: Register, instrument: Instrument, round: Round): Promise<RoundPartners> {
  const { takingPart: partners, departed } = await wholeStatus(register, round);
  for (const { counting } of partners) if (counting !== undefined) checkBand(instrument, counting);
  return { instrument, round, partners, departed };
}

/** Loads the returns that count of some partners, and yields one after the other: together they may be more than memory holds. */
export async function* eachResult(
  register: Register,
  instrument: Instrument,
  partners: readonly PartnerStatus[],
): AsyncGenerator<ReturnedResult> {
  const byId = new Map(
    partners.flatMap((one) => (one.counting === undefined ? [] : [[one.counting.id, one] as const])),
  );
  const ids = [...byId.keys()];
  const given = takesFacts(instrument) ? await factsOfReturns(register, ids) : undefined;
  const score = partScorer(instrument);
  for await (const [id, { response, corrections }] of eachReturn(register, instrument, ids)) {
    const status = byId.get(id);
    if (status === undefined) continue;
    const corrected = corrections.length === 0 ? {} : { corrections };
    const facts = given?.get(id);
    const withFacts = facts === undefined ? {} : { given: factsOf(instrument, facts) };
    yield { ...status, result: { response, scorecard: score(response), ...corrected, ...withFacts } };
  }
}

/** @param earlier The rounds to compare with, from the earliest to the last; none if absent. */
export const loadRollUp = async (
  register: Register,
  instrument: Instrument,
  round: Round,
  earlier: readonly EarlierRound[] = [],
): Promise<RollUp> => loadAnswers(register, await loadPartners(register, instrument, round), earlier);

/**
 * Loads what some partners of a round answered.
 *
 * @param everybody All partners of the round.
 */
export async function loadAnswers(
  register: Register,
  { instrument, round, partners: statuses, departed }: RoundPartners,
  earlier: readonly EarlierRound[] = [],
  everybody: readonly PartnerStatus[] = statuses,
): Promise<RollUp> {
  const results = new Map<string, NonNullable<PartnerResult['result']>>();
  const compact = responseCompactor(instrument);
  for await (const { partner, result } of eachResult(register, instrument, statuses)) {
    results.set(partner.code, { ...result, response: compact(result.response) });
  }
  const previous = earlier.at(-1);
  const last =
    previous === undefined
      ? undefined
      : await previousRound(register, instrument, previous, round, { statuses, everybody });
  const past = earlier.length < 2 ? undefined : await pastRounds(register, instrument, earlier);
  const reviews = instrument.scorecard && (await loadReviews(register, instrument, round));
  return {
    instrument,
    round,
    ...(reviews === undefined ? {} : { reviews }),
    ...(departed.length === 0 ? {} : { departed }),
    agreed: await agreedScores(register, round),
    ...(last === undefined ? {} : { previous: last.previous }),
    ...(past === undefined ? {} : { past }),
    partners: statuses.map((status) => ({
      ...status,
      lastRound: last?.byPartner.get(status.partner.code),
      result: results.get(status.partner.code),
    })),
  };
}

function checkBand(instrument: Instrument, { id, band }: ReturnSummary): void {
  if (isBandOf(instrument, band)) return;
  const problem = `the position of return ${id} is ${JSON.stringify(band.slice(0, 80))}, which no rule gives`;
  throw new FindingsError([finding('register.damaged', {}, { problem })]);
}

export const returned = ({ partners }: RollUp): readonly ReturnedResult[] =>
  partners.filter((partner): partner is ReturnedResult => partner.result !== undefined);

/** Partners with a return that answers another edition or wording than the round has now. */
export function returnedOther(rollUp: RollUp): readonly ReturnedResult[] {
  const now = fingerprint(rollUp.instrument);
  return returned(rollUp).filter(({ counting }) => counting !== undefined && counting.wording !== now);
}
