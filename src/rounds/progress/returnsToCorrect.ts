import { z } from 'zod';
import type { RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import { storedFindings } from '../../register/rows/storedFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { correctionsOf } from '../../workbook/read/correctionsOf.ts';
import type { ShownDigests } from '../issue/issueDetails.ts';
import { loadResponses } from '../returns/loadResponses.ts';
import { type Round, roundStatus } from '../round/roundStatus.ts';

/** How a partner's return stands that counts. */
export interface ReturnToCorrect {
  readonly partner: Partner;
  /** Undefined when nothing was returned that counts. */
  readonly counting: CountingReturn | undefined;
}

export interface CountingReturn {
  readonly id: number;
  readonly response: Response;
  /** What the partner is to look at again; empty when there is nothing. */
  readonly corrections: readonly RecordedFinding[];
  /** What its workbook showed besides. */
  readonly digests: ShownDigests;
}

/** The counting return of every partner of a round, or of those with these codes, with what is to be corrected in it. */
export async function returnsToCorrect(
  register: Register,
  round: Round,
  instrument: Instrument,
  codes?: readonly string[],
): Promise<readonly ReturnToCorrect[]> {
  const all: ReturnToCorrect[] = [];
  for (const { partner, counting } of await roundStatus(register, round)) {
    if (codes?.includes(partner.code) === false) continue;
    all.push({
      partner,
      counting: counting === undefined ? undefined : await countingReturn(register, instrument, counting.id),
    });
  }
  return all;
}

async function countingReturn(register: Register, instrument: Instrument, id: number): Promise<CountingReturn> {
  const response = (await loadResponses(register, instrument, [id])).get(id);
  if (response === undefined) throw new Error(`Return ${id} has no answers`);
  const { details } = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select('workbook.details')
    .where('return.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    response,
    corrections: correctionsOf(instrument, response, await storedFindings(register, id)),
    digests: shown.parse(JSON.parse(details)),
  };
}

/** Of what a workbook shows besides the definition. */
const shown = z.object({
  lastRound: z.string().optional(),
  branding: z.string().optional(),
});
