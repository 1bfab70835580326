import { z } from 'zod';
import type { Band } from '../scoring/position.ts';
import type { Register } from './openRegister.ts';
import type { Partner } from './partner.ts';

export interface Round {
  readonly round: string;
  readonly instrument: string;
  readonly edition: string;
  readonly due: Date;
  readonly marking: string | undefined;
}

/** How one partner stands in a round. */
export interface PartnerStatus {
  readonly partner: Partner;
  /** When the first workbook was issued. */
  readonly issued: Date;
  /** Every accepted return, earliest first. */
  readonly returns: readonly ReturnSummary[];
  /** Files that name this partner's workbook and were refused. */
  readonly refused: number;
  /** The return that counts: the last before the deadline, or else the last of all. */
  readonly counting: ReturnSummary | undefined;
}

export interface ReturnSummary {
  readonly id: number;
  /** What was answered, which need not be what the round has now. */
  readonly edition: string;
  /** Fingerprint of its wording. */
  readonly wording: string;
  readonly received: Date;
  readonly late: boolean;
  readonly coverage: number | undefined;
  readonly band: Band;
  readonly errors: number;
  readonly warnings: number;
}

/** A band as it is kept. */
export const band = z.enum(['red', 'amber', 'green', 'not-scored']);

/** The rounds of a name: one for each instrument that was sent out in it. */
export async function roundsNamed(register: Register, name: string): Promise<readonly Round[]> {
  const rows = await register.db
    .selectFrom('round')
    .selectAll()
    .where('round', '=', name)
    .orderBy('instrument')
    .execute();
  return rows.map(({ round, instrument, edition, due, marking }) => ({
    round,
    instrument,
    edition,
    due: new Date(due),
    marking: marking ?? undefined,
  }));
}

/** Names of all rounds, for telling what there is. */
export async function roundNames(register: Register): Promise<readonly string[]> {
  const rows = await register.db.selectFrom('round').select('round').distinct().orderBy('round').execute();
  return rows.map(({ round }) => round);
}

/** Every partner of a round, by region and then by name. */
export async function roundStatus(register: Register, round: Round): Promise<readonly PartnerStatus[]> {
  const issued = await issuedPartners(register, round);
  const returns = new Map<string, ReturnRow[]>();
  for (const row of await returnsOf(register, round)) {
    const own = returns.get(row.partner);
    if (own === undefined) returns.set(row.partner, [row]);
    else own.push(row);
  }
  return issued.map(({ partner, issued: first }) => {
    const own = returns.get(partner.code) ?? [];
    const accepted = own.flatMap((row) => (row.status === 'accepted' ? [summary(row, round.due)] : []));
    return {
      partner,
      issued: first,
      returns: accepted,
      refused: own.length - accepted.length,
      counting: countingReturn(accepted),
    };
  });
}

/** The last return before the deadline is the one that counts; where all were late, the last of them. */
export function countingReturn<T extends { readonly late: boolean }>(returns: readonly T[]): T | undefined {
  return returns.findLast((candidate) => !candidate.late) ?? returns.at(-1);
}

async function issuedPartners(
  register: Register,
  { round, instrument }: Round,
): Promise<readonly { partner: Partner; issued: Date }[]> {
  const rows = await register.db
    .selectFrom('partner')
    .selectAll('partner')
    .select((select) =>
      select
        .selectFrom('workbook')
        .whereRef('workbook.partner', '=', 'partner.code')
        .whereRef('workbook.round', '=', 'partner.round')
        .whereRef('workbook.instrument', '=', 'partner.instrument')
        .select(({ fn }) => fn.min('workbook.issued_at').as('issued'))
        .as('issued'),
    )
    .where('partner.round', '=', round)
    .where('partner.instrument', '=', instrument)
    .orderBy('region_name')
    .orderBy('name')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    partner: {
      code: row.code,
      name: row.name,
      ...given('regionCode', row.region_code),
      ...given('regionName', row.region_name),
      ...given('areaCode', row.area_code),
      ...given('areaName', row.area_name),
      ...given('kind', row.kind),
      ...given('email', row.email),
    },
    issued: new Date(row.issued ?? 0),
  }));
}

const given = <Key extends string>(key: Key, value: string | null): { readonly [K in Key]?: string } =>
  // The computed key is the one in the type; the compiler widens it to any string.
  value === null ? {} : ({ [key]: value } as { readonly [K in Key]?: string });

type ReturnRow = Awaited<ReturnType<typeof returnsOf>>[number];

function returnsOf({ db }: Register, { round, instrument }: Round) {
  const count = (severity: 'error' | 'warning') =>
    db
      .selectFrom('finding')
      .whereRef('finding.return_id', '=', db.dynamic.ref('return.id'))
      .where('severity', '=', severity)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .as(severity);
  return db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument)
    .select(['return.id', 'return.status', 'return.received_at', 'return.coverage', 'return.band'])
    .select(['workbook.partner', 'workbook.edition', 'workbook.fingerprint'])
    .select([count('error'), count('warning')])
    .orderBy('return.received_at')
    .orderBy('return.id')
    .execute();
}

function summary(row: ReturnRow, due: Date): ReturnSummary {
  const received = new Date(row.received_at);
  return {
    id: row.id,
    edition: row.edition,
    wording: row.fingerprint,
    received,
    late: received > due,
    coverage: row.coverage ?? undefined,
    band: band.parse(row.band),
    errors: row.error ?? 0,
    warnings: row.warning ?? 0,
  };
}
