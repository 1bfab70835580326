import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import { loadResponses } from '../register/loadResponses.ts';
import type { Register } from '../register/openRegister.ts';
import { type PartnerStatus, type Round, roundStatus } from '../register/roundStatus.ts';
import type { Response } from '../response/response.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';

/** Many responses together: every partner of a round, with the return that counts where there is one. */
export interface RollUp {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly partners: readonly PartnerResult[];
  /** Nothing in it tells which partner is which. Times are withheld, too, and no true ones stand in it. */
  readonly anonymous?: true;
}

export interface PartnerResult extends PartnerStatus {
  /** Absent when nothing came back that counts. */
  readonly result: { readonly response: Response; readonly scorecard: Scorecard } | undefined;
}

export interface ReturnedResult extends PartnerResult {
  readonly result: NonNullable<PartnerResult['result']>;
}

export async function loadRollUp(register: Register, instrument: Instrument, round: Round): Promise<RollUp> {
  const statuses = await roundStatus(register, round);
  const ids = statuses.flatMap(({ counting }) => (counting === undefined ? [] : [counting.id]));
  const responses = await loadResponses(register, instrument, ids);
  return {
    instrument,
    round,
    partners: statuses.map((status) => {
      const response = responses.get(status.counting?.id ?? -1);
      return {
        ...status,
        result: response === undefined ? undefined : { response, scorecard: scorecardOf(instrument, response) },
      };
    }),
  };
}

export const returned = ({ partners }: RollUp): readonly ReturnedResult[] =>
  partners.filter((partner): partner is ReturnedResult => partner.result !== undefined);

/** Those whose return answers another edition or wording than the round has now. */
export function returnedOther(rollUp: RollUp): readonly ReturnedResult[] {
  const now = fingerprint(rollUp.instrument);
  return returned(rollUp).filter(({ counting }) => counting !== undefined && counting.wording !== now);
}
