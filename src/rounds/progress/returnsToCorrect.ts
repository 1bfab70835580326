import { z } from 'zod';
import type { RecordedFinding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import { storedFindings } from '../../register/rows/storedFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { correctionsOf } from '../../workbook/read/correctionsOf.ts';
import type { ShownDigests } from '../issue/issueDetails.ts';
import { findingsAsDecided } from '../returns/findingsAsDecided.ts';
import { loadResponses } from '../returns/loadResponses.ts';
import { dueOf, type Round, roundStatus } from '../round/roundStatus.ts';

/** The state of a partner's counting return. */
export interface ReturnToCorrect {
  readonly partner: Partner;
  /** The partner's deadline. */
  readonly due: Date;
  /** Undefined if no return counts. */
  readonly counting: CountingReturn | undefined;
}

export interface CountingReturn {
  readonly id: number;
  readonly response: Response;
  /** The findings that the partner should act on; may be empty. */
  readonly corrections: readonly RecordedFinding[];
  /** The other contents of its workbook. */
  readonly digests: ShownDigests;
}

/** The counting return of every partner of a round, or of those with these codes, with what has to be corrected in it. */
export async function returnsToCorrect(
  register: Register,
  round: Round,
  instrument: Instrument,
  codes?: readonly string[],
): Promise<readonly ReturnToCorrect[]> {
  const all: ReturnToCorrect[] = [];
  for (const status of await roundStatus(register, round)) {
    const { partner, counting } = status;
    if (codes?.includes(partner.code) === false) continue;
    all.push({
      partner,
      due: dueOf(round, status),
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
    corrections: correctionsOf(
      instrument,
      response,
      await findingsAsDecided(register, id, await storedFindings(register, id)),
    ),
    digests: shown.parse(JSON.parse(details)),
  };
}

/** Among the contents of a workbook besides the definition. */
const shown = z.object({
  lastRound: z.string().optional(),
  branding: z.string().optional(),
  given: z.string().optional(),
});
