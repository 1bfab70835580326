import type { Finding } from '../finding/index.ts';
import { Refusal } from '../refusal.ts';
import { anonymise, checkDeadlinePassed } from '../rollup/disclosure/anonymous.ts';
import { refuseIdentifying } from '../rollup/disclosure/identifying.ts';
import { type Region, requireRegion } from '../rollup/load/regions.ts';
import { loadAnswers, loadPartners, type RollUp, type RoundPartners, returned } from '../rollup/load/rollUp.ts';
import { writeRollUp } from '../rollup/writeRollUp.ts';
import type { EarlierRound } from '../rounds/returns/lastRounds.ts';
import type { OutdatedReview } from '../rounds/returns/outdatedReviews.ts';
import { parseUkTime } from '../time.ts';
import { canBeLarge, largeRollUp, maxPartners, type RollUpData, refuseForMany } from './largeRollUp.ts';
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
  /** Of more than 10,000 partners, all answers, which the workbook then only counts. */
  readonly data?: RollUpData;
}

export interface RolledUp {
  /** Key of the instrument. */
  readonly instrument: string;
  readonly rollUps: readonly RollUpWorkbook[];
  readonly findings: readonly Finding[];
}

/**
 * Rolls up a round of one instrument: one workbook, and with `all` one more for each region. Very many partners are counted
 * together, and none is shown by itself.
 *
 * @param max Partners that a roll-up shows one by one.
 * @throws Refusal for second opinions, for a round, region, comparison or day that does not exist, and for options that would identify
 * partners in an anonymous roll-up.
 * @throws FindingsError when so few returned that no anonymous one can be made.
 */
export async function rollUp(
  context: OperationContext,
  request: RollUpRequest,
  max: number = maxPartners,
): Promise<RolledUp> {
  const { by, previous, all, region, overdueAt, anonymous = false } = request;
  if (anonymous) {
    refuseIdentifying({ by: by !== undefined, previous: previous !== undefined, all: all === true });
  }
  checkDay(overdueAt);
  const inUse = await onlyRound(context, request);
  refuseReviews(inUse.instrument, 'The roll-up of the self-assessment shows it, on the sheets on second opinions.');
  const earlier = await earlierRounds(context, previous, inUse);
  const of = await loadPartners(context.register, inUse.instrument, inUse.round);
  const now = context.now();
  if (of.partners.length > max && canBeLarge(inUse.instrument)) {
    return { instrument: inUse.instrument.key, ...(await rollUpMany(context, request, { of, earlier, max })) };
  }
  const loaded = await loadAnswers(context.register, of, earlier);
  const rollUps: RollUpWorkbook[] = [];
  for (const scope of rollUpScopes(loaded, request)) {
    const own: RollUp = anonymous ? anonymise(loaded, context.register.sealKey, region) : scope.rollUp;
    rollUps.push(await written(own, now, request, scope.region));
  }
  const findings = anonymous
    ? checkDeadlinePassed(inUse.round.due, now)
    : await outdatedFindings(context.register, inUse.round, loaded.reviews?.outdated ?? []);
  return { instrument: inUse.instrument.key, rollUps, findings };
}

async function written(
  rollUp: RollUp,
  now: Date,
  { by, overdueAt, forPublication = false }: RollUpRequest,
  region: Region | undefined,
): Promise<RollUpWorkbook> {
  const bytes = await writeRollUp(rollUp, now, {
    forPublication,
    ...(by === undefined ? {} : { by }),
    ...(overdueAt === undefined ? {} : { overdueAt }),
    ...(region === undefined ? {} : { scope: region.name }),
  });
  return { region: named(region), returned: returned(rollUp).length, issued: rollUp.partners.length, bytes };
}

const named = (region: Region | undefined): RollUpWorkbook['region'] =>
  region && { code: region.code, name: region.name };

/** A round of too many partners for one list. Regions of fewer are rolled up as usual, one after the other. */
async function rollUpMany(
  { register, now }: OperationContext,
  request: RollUpRequest,
  { of, earlier, max }: { readonly of: RoundPartners; readonly earlier: readonly EarlierRound[]; readonly max: number },
): Promise<Pick<RolledUp, 'rollUps' | 'findings'>> {
  const { by, previous, overdueAt, forPublication, anonymous } = request;
  if (anonymous === true) refuseForMany(of, { anonymous });
  const rollUps: RollUpWorkbook[] = [];
  const outdated = new Map<string, OutdatedReview>();
  const whole: RollUp = { ...of, partners: of.partners.map((status) => ({ ...status, result: undefined })) };
  for (const { region, rollUp: own } of rollUpScopes(whole, request)) {
    const partners: RoundPartners = { ...of, partners: own.partners, departed: own.departed ?? [] };
    if (own.partners.length <= max) {
      const loaded = await loadAnswers(register, partners, earlier, of.partners);
      const scoped = region === undefined ? loaded : requireRegion(loaded, region.code).rollUp;
      for (const one of scoped.reviews?.outdated ?? []) outdated.set(one.partner.code, one);
      rollUps.push(await written(scoped, now(), request, region));
      continue;
    }
    refuseForMany(partners, { previous, overdueAt });
    const large = await largeRollUp(register, partners, now(), {
      ...(by === undefined ? {} : { by }),
      ...(forPublication === undefined ? {} : { forPublication }),
      ...(region === undefined ? {} : { scope: region.name }),
    });
    rollUps.push({ region: named(region), issued: own.partners.length, ...large });
  }
  return { rollUps, findings: await outdatedFindings(register, of.round, [...outdated.values()]) };
}

function checkDay(day: string | undefined): void {
  if (day === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(day) && parseUkTime(day) !== undefined)) return;
  throw new Refusal(
    'day.unusable',
    (input) => `${input('overdueAt')} "${day}" is no day. Write it as YYYY-MM-DD, as in 2027-03-31.`,
  );
}
