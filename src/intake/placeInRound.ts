import type { Finding } from '../finding/index.ts';
import { fingerprint } from '../instrument/model/fingerprint.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import type { Register } from '../register/tables/register.ts';
import type { Response } from '../response/response.ts';
import { otherEdition } from '../rounds/returns/otherEdition.ts';
import { roundInstrument } from '../rounds/round/roundInstrument.ts';
import { roundsNamed } from '../rounds/round/roundStatus.ts';
import { returnCoverage } from '../scoring/answeredQuestions.ts';
import { carryOver } from '../scoring/editions/carryOver.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';
import type { SealedStamp } from '../workbook/layout/stamp.ts';
import type { IssuedTo } from './storedReturn.ts';
import type { ImportContext, ReadReturn } from './validateReturn.ts';

export interface AcceptedReturn {
  readonly round: string;
  /** As the round has it now. */
  readonly instrument: Instrument;
  readonly partner: IssuedTo;
  /** The answers to the instrument's questions. */
  readonly response: Response;
  readonly scorecard: Scorecard;
  /** The share of the questions that apply which are answered, 0 to 1; undefined when none applies. */
  readonly coverage: number | undefined;
  readonly findings: readonly Finding[];
}

/** A return as the round asks now, which may be otherwise than it was sent out. */
export async function placeInRound(
  register: Register,
  context: ImportContext,
  { stamp, instrument: sent, partner, read, findings }: ReadReturn,
): Promise<AcceptedReturn> {
  const now = (await instrumentNow(register, context, stamp)) ?? sent;
  const isSame = fingerprint(now) === fingerprint(sent);
  const response = isSame ? read : carryOver(sent, now, read);
  return {
    round: stamp.round,
    instrument: now,
    partner,
    response,
    scorecard: scorecardOf(now, response),
    coverage: returnCoverage(now, response),
    findings: [...(isSame ? [] : [otherEdition(sent, now, read)]), ...findings],
  };
}

/** The instrument of the round to which a return belongs. */
async function instrumentNow(
  register: Register,
  { instruments }: ImportContext,
  stamp: SealedStamp,
): Promise<Instrument | undefined> {
  const rounds = await roundsNamed(register, stamp.round);
  const round = rounds.find(({ instrument }) => instrument === stamp.instrument);
  return round === undefined ? undefined : roundInstrument(register, instruments, round);
}
