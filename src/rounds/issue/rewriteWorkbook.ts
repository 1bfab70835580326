import { z } from 'zod';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import type { Response } from '../../response/response.ts';
import { sealStamp } from '../../workbook/layout/stamp.ts';
import { writeWorkbook } from '../../workbook/writeWorkbook.ts';
import { factsIn } from '../round/issuedFacts.ts';
import type { Round } from '../round/roundStatus.ts';
import { loadIssueDetails } from './issueDetails.ts';

/** The workbook of a return. */
export interface ReturnedWorkbook {
  readonly round: Pick<Round, 'round' | 'due'>;
  /** Number of the return. */
  readonly returnId: number;
  /** The instrument as it went out. */
  readonly sent: Instrument;
}

/**
 * Writes the workbook of a return anew, as it went out and with other answers in it.
 *
 * @param installed The instruments that are installed.
 */
export async function rewriteWorkbook(
  register: Register,
  installed: readonly Instrument[],
  { round, returnId, sent }: ReturnedWorkbook,
  response: Response,
): Promise<Uint8Array> {
  const { issued_at, details, ...stamp } = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['workbook.id as workbook', 'workbook.round', 'workbook.instrument', 'workbook.partner'])
    .select(['workbook.edition', 'workbook.fingerprint', 'workbook.issued_at', 'workbook.details'])
    .where('return.id', '=', returnId)
    .executeTakeFirstOrThrow();
  const { due, name, areaName, regionName, returnTo, marking, ...digests } = shown.parse(JSON.parse(details));
  const partner = {
    ...factsIn(details),
    ...{ code: stamp.partner, name, ...(areaName && { areaName }), ...(regionName && { regionName }) },
  };
  const { branding, lastRound, given } = await loadIssueDetails(register, installed, {
    instrument: sent,
    partner,
    digests,
    round,
  });
  return writeWorkbook(
    sent,
    {
      ...{ partner, due: storedTime(due, `the deadline on workbook ${stamp.workbook}`) },
      ...{ branding, lastRound, given },
      ...(returnTo === undefined ? {} : { returnTo }),
      ...(marking === undefined ? {} : { marking }),
      stamp: sealStamp(stamp, register.sealKey),
      issued: storedTime(issued_at, `the time at which workbook ${stamp.workbook} was issued`),
    },
    response,
  );
}

/** The contents of the workbook besides the definition. */
const shown = z.object({
  due: z.string(),
  name: z.string(),
  areaName: z.string().optional(),
  regionName: z.string().optional(),
  returnTo: z.string().optional(),
  marking: z.string().optional(),
  lastRound: z.string().optional(),
  branding: z.string().optional(),
  given: z.string().optional(),
});
