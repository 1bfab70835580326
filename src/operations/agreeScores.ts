import type { Finding } from '../finding/index.ts';
import { parseAgreedScores } from '../partners/parseAgreedScores.ts';
import { sharedAreas } from '../partners/sharedAreas.ts';
import { Refusal } from '../refusal.ts';
import { type RecordedScores, recordAgreedScores } from '../register/rows/agreedScores.ts';
import { roundStatus } from '../rounds/round/roundStatus.ts';
import { ukDay } from '../time.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { onlyRound, type RoundRequest } from './rounds/roundsInUse.ts';

export interface Agreed {
  /** Key of the instrument. */
  readonly instrument: string;
  readonly counts: RecordedScores;
  readonly findings: readonly Finding[];
}

/**
 * Records what the partners of an area agreed on after each had answered. What they answered stays.
 *
 * @param file CSV with the columns area, question, level, date and present.
 * @throws Refusal for a round that does not exist, and an instrument without scores.
 * @throws FindingsError with everything that is wrong in the file; nothing is recorded then.
 */
export async function agreeScores(
  context: OperationContext,
  request: RoundRequest,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Agreed> {
  const { register } = context;
  const { round, instrument } = await onlyRound(context, request);
  if (instrument.scorecard === undefined) {
    throw new Refusal(
      'instrument.not-scored',
      () => `The instrument ${instrument.key} scores no questions, so there is no score to agree on.`,
    );
  }
  const now = context.now();
  const areas = sharedAreas(await roundStatus(register, round));
  const { scores, findings } = parseAgreedScores(file.bytes, file.name, { instrument, areas, today: ukDay(now) });
  return { instrument: instrument.key, counts: await recordAgreedScores(register, round, scores, now), findings };
}
