import type { Finding, Place } from '../finding/index.ts';
import { fingerprint } from '../instrument/model/fingerprint.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import type { Register } from '../register/tables/register.ts';
import type { Response } from '../response/response.ts';
import { otherEdition } from '../rounds/returns/otherEdition.ts';
import { roundInstrument } from '../rounds/round/roundInstrument.ts';
import { carryOver } from '../scoring/editions/carryOver.ts';
import type { ImportContext, ReadReturn } from './readReturn.ts';
import type { NamedPartner } from './storedReturn.ts';

/** A return as answers to the round's present instrument, which may differ from the one that was sent out. */
export interface PlacedReturn {
  readonly round: string;
  /** The round's present one. */
  readonly instrument: Instrument;
  readonly partner: NamedPartner;
  /** The answers to the instrument's questions. */
  readonly response: Response;
  /** Where the answers are in the file. */
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
}

/** Places a return in its round: matches its answers to the round's present questions by key. */
export async function placeInRound(
  register: Register,
  { instruments }: ImportContext,
  { stamp, instrument: sent, partner, response: read, places, findings }: ReadReturn,
): Promise<PlacedReturn> {
  const now = (await roundInstrument(register, instruments, stamp)) ?? sent;
  const isSame = fingerprint(now) === fingerprint(sent);
  return {
    ...{ round: stamp.round, instrument: now, partner, places },
    response: isSame ? read : carryOver(sent, now, read),
    findings: [...(isSame ? [] : [otherEdition(sent, now, read)]), ...findings],
  };
}
