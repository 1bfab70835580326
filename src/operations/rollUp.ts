import type { Finding } from '../finding/index.ts';
import { Refusal } from '../refusal.ts';
import { anonymise, checkDeadlinePassed } from '../rollup/disclosure/anonymous.ts';
import { refuseIdentifying } from '../rollup/disclosure/identifying.ts';
import { loadRollUp, type RollUp, returned } from '../rollup/load/rollUp.ts';
import { writeRollUp } from '../rollup/writeRollUp.ts';
import { parseUkTime } from '../time.ts';
import { earlierRounds } from './rounds/earlierRound.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { outdatedFindings } from './rounds/outdatedFindings.ts';
import { refuseReviews } from './rounds/refuseReviews.ts';
import { rollUpScopes, type WantedScope } from './rounds/rollUpScopes.ts';
import { onlyRound, type RoundRequest } from './rounds/roundsInUse.ts';

export interface RollUpRequest extends RoundRequest, WantedScope {
  /** Names of earlier rounds of the same instrument: changes are shown since the last of them, and a trend over several. */
  readonly previous?: string | readonly string[];
  /** Actions that were due before this day, `YYYY-MM-DD`, are overdue; today when absent. */
  readonly overdueAt?: string;
  /** Without filter buttons and frozen panes, which published spreadsheets should not have. */
  readonly forPublication?: boolean;
  /** No partner can be recognised in it. */
  readonly anonymous?: boolean;
}

/** A roll-up workbook of all partners, or of one region. */
export interface RollUpWorkbook {
  readonly region: { readonly code: string; readonly name: string } | undefined;
  /** How many partners returned a workbook that counts, of how many that were issued one. */
  readonly returned: number;
  readonly issued: number;
  /** An .xlsx file. */
  readonly bytes: Uint8Array;
}

export interface RolledUp {
  /** Key of the instrument. */
  readonly instrument: string;
  readonly rollUps: readonly RollUpWorkbook[];
  readonly findings: readonly Finding[];
}

/**
 * Rolls up a round of one instrument: one workbook, and with `all` one more for each region.
 *
 * @throws Refusal for second opinions, for a round, region, comparison or day that does not exist, and for options that would identify
 * partners in an anonymous roll-up.
 * @throws FindingsError when so few returned that no anonymous one can be made.
 */
export async function rollUp(context: OperationContext, request: RollUpRequest): Promise<RolledUp> {
  const { by, previous, all, region, overdueAt, anonymous = false, forPublication = false } = request;
  if (anonymous) {
    refuseIdentifying({ by: by !== undefined, previous: previous !== undefined, all: all === true });
  }
  checkDay(overdueAt);
  const inUse = await onlyRound(context, request);
  refuseReviews(inUse.instrument, 'The roll-up of the self-assessment shows it, on the sheets on second opinions.');
  const earlier = await earlierRounds(context, previous, inUse);
  const loaded = await loadRollUp(context.register, inUse.instrument, inUse.round, earlier);
  const now = context.now();
  const rollUps: RollUpWorkbook[] = [];
  for (const scope of rollUpScopes(loaded, request)) {
    const own: RollUp = anonymous ? anonymise(loaded, context.register.sealKey, region) : scope.rollUp;
    const bytes = await writeRollUp(own, now, {
      forPublication,
      ...(by === undefined ? {} : { by }),
      ...(overdueAt === undefined ? {} : { overdueAt }),
      ...(scope.region === undefined ? {} : { scope: scope.region.name }),
    });
    const named = scope.region && { code: scope.region.code, name: scope.region.name };
    rollUps.push({ region: named, returned: returned(own).length, issued: own.partners.length, bytes });
  }
  const findings = anonymous
    ? checkDeadlinePassed(inUse.round.due, now)
    : await outdatedFindings(context.register, inUse.round, loaded.reviews?.outdated ?? []);
  return { instrument: inUse.instrument.key, rollUps, findings };
}

function checkDay(day: string | undefined): void {
  if (day === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(day) && parseUkTime(day) !== undefined)) return;
  throw new Refusal(
    'day.unusable',
    (input) => `${input('overdueAt')} "${day}" is no day. Write it as YYYY-MM-DD, as in 2027-03-31.`,
  );
}
