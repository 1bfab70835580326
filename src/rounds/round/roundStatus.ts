import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { FindingCode } from '../../finding/index.ts';
import type { Partner } from '../../partners/partner.ts';
import { unifyPlaceNames } from '../../partners/places.ts';
import { isOneOf } from '../../register/database/fragments.ts';
import { partnerOf } from '../../register/rows/partnerRow.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import type { Band } from '../../scoring/bands.ts';
import { type Departure, departures } from '../changes/departures.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import type { RoundChange } from '../changes/roundChange.ts';
import { valueNow } from '../changes/valueNow.ts';
import { type Countable, countingReturn, type Deadline, timelinessOf } from './countingReturn.ts';
import { deadlineOf } from './deadlines.ts';
import { type Decided, type Decision, decisionsFor, decisionsOn, findingsAfter } from './decisions.ts';

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
  /** Nothing that comes later counts. */
  readonly closes?: Date;
  /** Whom partners are to ask, in e-mails; the return address if absent. */
  readonly contact?: string;
  /** Digest of the wording of its e-mails. */
  readonly wording?: string;
  /** The number of reminders that a partner gets at most. */
  readonly maxReminders?: number;
  /** The number of days between two reminders at least. */
  readonly daysBetween?: number;
}

/** The state of one partner in a round. */
export interface PartnerStatus {
  readonly partner: Partner;
  /** Present if the partner is missing from the list with which the round was last generated. */
  readonly unlisted?: true;
  /** Present if the partner has a later deadline than the round. */
  readonly extension?: RoundChange<'extension'>;
  /** What was decided about its returns; nothing if absent. */
  readonly decisions?: readonly Decision[];
  /** Whom to ask there. */
  readonly contact?: string;
  /** When its workbook was sent to it without Scorebook. */
  readonly sentByHand?: Date;
  /** The time at which the first workbook was issued. */
  readonly issued: Date;
  /** Every accepted return, earliest first. */
  readonly returns: readonly ReturnSummary[];
  /** Files that name this partner's workbook and were refused. */
  readonly refused: number;
  /** The return that counts: the last before the partner's deadline, or else the last before the round was closed. */
  readonly counting: ReturnSummary | undefined;
}

/** A partner that takes no part in a round any more, with what it returned before. */
export interface DepartedStatus extends PartnerStatus {
  readonly departure: Departure;
}

export interface ReturnSummary extends Countable, Decided {
  readonly id: number;
  /** The edition that was answered, which may differ from the round's present one. */
  readonly edition: string;
  /** Fingerprint of its wording. */
  readonly wording: string;
  readonly received: Date;
  readonly coverage: number | undefined;
  readonly band: Band;
  readonly errors: number;
  readonly warnings: number;
  /** Whether the analyst named the partner, because the file does not. */
  readonly isByHand: boolean;
}

/** A stored band. */
export const band = z.string().min(1);

/** The rounds of a name: one for each instrument that was sent out in it. */
export async function roundsNamed(register: Register, name: string): Promise<readonly Round[]> {
  const rows = await register.db
    .selectFrom('round')
    .selectAll()
    .where('round', '=', name)
    .orderBy('instrument')
    .execute();
  return rows.map(roundIn);
}

function roundIn({ round, instrument, edition, due, marking, ...row }: Selectable<RegisterTables['round']>): Round {
  const of = `of round ${round} (${instrument})`;
  return {
    ...{ round, instrument, edition, marking: marking ?? undefined },
    due: storedTime(due, `the deadline ${of}`),
    ...(row.return_to === null ? {} : { returnTo: row.return_to }),
    ...(row.branding === null ? {} : { branding: row.branding }),
    ...(row.previous === null ? {} : { previous: row.previous }),
    ...(row.folder === null ? {} : { folder: row.folder }),
    ...(row.closes === null ? {} : { closes: storedTime(row.closes, `the closing time ${of}`) }),
    ...(row.contact === null ? {} : { contact: row.contact }),
    ...(row.wording === null ? {} : { wording: row.wording }),
    ...(row.max_reminders === null ? {} : { maxReminders: row.max_reminders }),
    ...(row.days_between === null ? {} : { daysBetween: row.days_between }),
  };
}

/** Names of all rounds, for messages that list them. */
export async function roundNames(register: Register): Promise<readonly string[]> {
  const rows = await register.db.selectFrom('round').select('round').distinct().orderBy('round').execute();
  return rows.map(({ round }) => round);
}

/** The deadline of a partner. */
export const dueOf = ({ due }: Pick<Round, 'due'>, { extension }: Pick<PartnerStatus, 'extension'>): Date =>
  typeof extension?.after === 'string' ? new Date(extension.after) : due;

/** Every partner that takes part in a round, by region and then by name. */
export const roundStatus = async (register: Register, round: Round): Promise<readonly PartnerStatus[]> =>
  (await wholeStatus(register, round)).takingPart;

/** The partners of a round, those that left it apart; by region and then by name. */
export async function wholeStatus(
  register: Register,
  round: Round,
): Promise<{ readonly takingPart: readonly PartnerStatus[]; readonly departed: readonly DepartedStatus[] }> {
  const changes = await loadChanges(register, round);
  const departed = departures(changes);
  const all = await everyStatus(register, round, changes);
  return {
    takingPart: all.filter(({ partner }) => !departed.has(partner.code)),
    departed: all.flatMap((status) => {
      const departure = departed.get(status.partner.code);
      return departure === undefined ? [] : [{ ...status, departure }];
    }),
  };
}

async function everyStatus(
  register: Register,
  round: Round,
  changes: readonly RoundChange[],
): Promise<readonly PartnerStatus[]> {
  const issued = await issuedPartners(register, round);
  const returns = new Map<string, ReturnRow[]>();
  for (const row of await returnsOf(register, round)) {
    const own = returns.get(row.partner);
    if (own === undefined) returns.set(row.partner, [row]);
    else own.push(row);
  }
  const resolved = await resolvedFindings(register, changes);
  const byPartner = new Map<string, RoundChange[]>();
  for (const change of changes) {
    const { partner = '' } = change;
    const known = byPartner.get(partner);
    if (known === undefined) byPartner.set(partner, [change]);
    else known.push(change);
  }
  return issued.map(({ partner, ...first }) => {
    const own = returns.get(partner.code) ?? [];
    const ownChanges = byPartner.get(partner.code) ?? [];
    const decisions = decisionsFor(ownChanges, partner.code);
    const { extension, ...deadline } = deadlineOf(round, ownChanges, partner.code);
    const accepted = own.flatMap((row) =>
      row.status === 'accepted' ? [summary(row, deadline, ownChanges, resolved)] : [],
    );
    return {
      partner,
      ...first,
      ...(extension === undefined ? {} : { extension }),
      ...(decisions.length === 0 ? {} : { decisions }),
      ...knownOf(ownChanges, partner.code),
      returns: accepted,
      refused: own.length - accepted.length,
      counting: countingReturn(accepted),
    };
  });
}

/** What only the changes of a partner have. */
function knownOf(changes: readonly RoundChange[], code: string): Pick<PartnerStatus, 'contact' | 'sentByHand'> {
  const contact = valueNow(changes, 'partner contact', code) ?? undefined;
  const sent = valueNow(changes, 'sent by hand', code) ?? undefined;
  return {
    ...(contact === undefined ? {} : { contact }),
    ...(sent === undefined ? {} : { sentByHand: new Date(sent) }),
  };
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

/** How many errors and warnings about each return do not hold any more, by what was decided. */
async function resolvedFindings({ db }: OpenDatabase, changes: readonly RoundChange[]): Promise<Resolved> {
  const holds = findingsAfter(changes);
  const decided = changes.flatMap((change) =>
    change.what === 'settled' || change.what === 'corrected' || change.what === 'entered'
      ? change.after.map((one) => one.return)
      : [],
  );
  if (holds === undefined || decided.length === 0) return new Map();
  const rows = await db
    .selectFrom('finding')
    .select(['return_id', 'code', 'severity', 'place'])
    .where(({ ref }) => isOneOf(db, ref('return_id'), new Set(decided)))
    .execute();
  const counts = new Map<number, { error: number; warning: number }>();
  for (const { return_id: id, code, severity, place } of rows) {
    if (holds(id, { code, place: JSON.parse(place) })) continue;
    const known = counts.get(id) ?? { error: 0, warning: 0 };
    known[severity] += 1;
    counts.set(id, known);
  }
  return counts;
}

type Resolved = ReadonlyMap<number, { readonly error: number; readonly warning: number }>;

function summary(
  row: ReturnRow,
  deadline: Deadline,
  changes: readonly RoundChange[],
  resolved: Resolved,
): ReturnSummary {
  const received = storedTime(row.received_at, `the time at which return ${row.id} came`);
  const decided = decisionsOn(changes, row.partner, row.id);
  return {
    id: row.id,
    edition: row.edition,
    wording: row.fingerprint,
    received,
    ...timelinessOf(received, deadline),
    ...decided,
    coverage: row.coverage ?? undefined,
    band: band.parse(row.band),
    errors: (row.error ?? 0) - (resolved.get(row.id)?.error ?? 0),
    warnings: (row.warning ?? 0) - (resolved.get(row.id)?.warning ?? 0),
    isByHand: (row.byHand ?? 0) > 0 && decided.isPaper !== true,
  };
}
