import { z } from 'zod';
import type { FindingCode } from '../../finding/index.ts';
import type { Partner } from '../../partners/partner.ts';
import { unifyPlaceNames } from '../../partners/places.ts';
import { partnerOf } from '../../register/rows/partnerRow.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import type { Band } from '../../scoring/position.ts';
import { countingReturn, isLate } from './countingReturn.ts';

export interface Round {
  readonly round: string;
  readonly instrument: string;
  readonly edition: string;
  readonly due: Date;
  readonly marking: string | undefined;
  /** The address to which partners send their workbooks. */
  readonly returnTo?: string;
  /** Digest of its workbooks' branding. */
  readonly branding?: string;
  /** Name of the earlier round that its workbooks show. */
  readonly previous?: string;
  /** The folder to which its workbooks are written, if it is not the default. */
  readonly folder?: string;
}

/** The state of one partner in a round. */
export interface PartnerStatus {
  readonly partner: Partner;
  /** Present if the partner is missing from the list with which the round was last generated. */
  readonly unlisted?: true;
  /** The time at which the first workbook was issued. */
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
  /** The edition that was answered, which may differ from the round's present one. */
  readonly edition: string;
  /** Fingerprint of its wording. */
  readonly wording: string;
  readonly received: Date;
  readonly late: boolean;
  readonly coverage: number | undefined;
  readonly band: Band;
  readonly errors: number;
  readonly warnings: number;
  /** Whether the analyst named the partner, because the file does not. */
  readonly isByHand: boolean;
}

/** A stored band. */
export const band = z.enum(['red', 'amber', 'green', 'not-scored']);

/** The rounds of a name: one for each instrument that was sent out in it. */
export async function roundsNamed(register: Register, name: string): Promise<readonly Round[]> {
  const rows = await register.db
    .selectFrom('round')
    .selectAll()
    .where('round', '=', name)
    .orderBy('instrument')
    .execute();
  return rows.map(({ round, instrument, edition, due, marking, return_to, branding, previous, folder }) => ({
    ...{ round, instrument, edition, marking: marking ?? undefined },
    due: storedTime(due, `the deadline of round ${round} (${instrument})`),
    ...(return_to === null ? {} : { returnTo: return_to }),
    ...(branding === null ? {} : { branding }),
    ...(previous === null ? {} : { previous }),
    ...(folder === null ? {} : { folder }),
  }));
}

/** Names of all rounds, for messages that list them. */
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
  return issued.map(({ partner, ...first }) => {
    const own = returns.get(partner.code) ?? [];
    const accepted = own.flatMap((row) => (row.status === 'accepted' ? [summary(row, round.due)] : []));
    return {
      partner,
      ...first,
      returns: accepted,
      refused: own.length - accepted.length,
      counting: countingReturn(accepted),
    };
  });
}

async function issuedPartners(register: Register, { round, instrument }: Round): Promise<readonly Issued[]> {
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
    .orderBy('code')
    .execute();
  const order = ({ partner: { regionName = '', name, code } }: Issued): readonly string[] => [regionName, name, code];
  return unifyPlaceNames(rows.map(partnerOf))
    .map((partner, index) => ({
      ...{ partner, issued: firstIssued(rows[index]?.issued ?? null, partner) },
      ...(rows[index]?.unlisted === 1 ? { unlisted: true as const } : {}),
    }))
    .toSorted((a, b) => compared(order(a), order(b)));
}

const firstIssued = (issued: string | null, { code }: Partner): Date =>
  issued === null ? new Date(0) : storedTime(issued, `the time at which a workbook was issued to ${code}`);

type Issued = Pick<PartnerStatus, 'partner' | 'issued' | 'unlisted'>;

/** The first difference decides. */
function compared(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((text, index) => text !== other[index]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

type ReturnRow = Awaited<ReturnType<typeof returnsOf>>[number];

function returnsOf({ db }: OpenDatabase, { round, instrument }: Round) {
  const findings = () =>
    db
      .selectFrom('finding')
      .whereRef('finding.return_id', '=', db.dynamic.ref('return.id'))
      .select(({ fn }) => fn.countAll<number>().as('count'));
  const count = (severity: 'error' | 'warning') => findings().where('severity', '=', severity).as(severity);
  const identified: FindingCode = 'return.identified-by-hand';
  return db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument)
    .select(['return.id', 'return.status', 'return.received_at', 'return.coverage', 'return.band'])
    .select(['workbook.partner', 'workbook.edition', 'workbook.fingerprint'])
    .select([count('error'), count('warning'), findings().where('code', '=', identified).as('byHand')])
    .orderBy('return.received_at')
    .orderBy('return.id')
    .execute();
}

function summary(row: ReturnRow, due: Date): ReturnSummary {
  const received = storedTime(row.received_at, `the time at which return ${row.id} came`);
  return {
    id: row.id,
    edition: row.edition,
    wording: row.fingerprint,
    received,
    late: isLate(received, due),
    coverage: row.coverage ?? undefined,
    band: band.parse(row.band),
    errors: row.error ?? 0,
    warnings: row.warning ?? 0,
    isByHand: (row.byHand ?? 0) > 0,
  };
}
