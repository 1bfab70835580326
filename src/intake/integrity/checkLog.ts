import { type Finding, finding } from '../../finding/index.ts';
import { chainOf, logHeadSchema, logHeadSetting } from '../../register/log/log.ts';
import { digestOf, type LogSubject, logSubjectSchema, removedDigest } from '../../register/log/logSubject.ts';
import { logStartSetting } from '../../register/migrations/addLogChain.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { LogTable } from '../../register/tables/schema.ts';
import { ukTime } from '../../time.ts';

/**
 * Checks the chain of the log, and the register against the log: finds entries that were changed or removed, and contents
 * that were changed, removed or added since their last entry.
 */
export async function checkLog(register: Register): Promise<readonly Finding[]> {
  const { findings, last } = await checkChain(register);
  return [...findings, ...(await checkDigests(register, last)), ...(await checkUnlogged(register, last))];
}

/** The digest in the last entry about each part of the register, by the part as JSON. */
type LastEntries = ReadonlyMap<string, { readonly at: string; readonly digest: string | null }>;

/** The number of entries that are read at once. */
const batch = 1000;

async function checkChain({ db, sealKey }: Register): Promise<{ findings: readonly Finding[]; last: LastEntries }> {
  const broken: Broken[] = [];
  const last = new Map<string, { at: string; digest: string | null }>();
  let before = { id: 0, chain: '' };
  for (;;) {
    const rows = await db
      .selectFrom('log')
      .selectAll()
      .where('id', '>', before.id)
      .orderBy('id')
      .limit(batch)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      if (chainOf(sealKey, before.chain, row) !== row.chain) broken.push({ entry: row.id, before: before.id });
      if (row.about !== null) last.set(row.about, { at: row.at, digest: row.digest });
      before = { id: row.id, chain: row.chain };
    }
  }
  const head = await headOf({ db });
  const isWhole = head?.id === before.id && head.chain === before.chain;
  const cut = isWhole ? [] : [finding('register.log-cut', {}, { last: before.id, written: head?.id ?? null })];
  return { findings: [...brokenParts(broken), ...cut], last };
}

/** An entry that does not fit into the chain, and the one before it. */
interface Broken {
  readonly entry: number;
  readonly before: number;
}

/** One finding for consecutive entries: with another key, all of them are broken. */
function brokenParts(broken: readonly Broken[]): readonly Finding[] {
  const parts: { entry: number; to: number; removed: number }[] = [];
  for (const { entry, before } of broken) {
    const part = parts.at(-1);
    // SQLite numbers entries without a gap.
    const removed = entry - before - 1;
    if (part !== undefined && part.to === before && removed === 0) part.to = entry;
    else parts.push({ entry, to: entry, removed });
  }
  return parts.map((part) => finding('register.log-broken', {}, part));
}

async function headOf({ db }: OpenDatabase): Promise<(Pick<LogTable, 'chain'> & { id: number }) | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', logHeadSetting).executeTakeFirst();
  try {
    return logHeadSchema.parse(JSON.parse(row?.value ?? ''));
  } catch {
    return undefined;
  }
}

async function checkDigests({ db }: OpenDatabase, last: LastEntries): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const unproved = new Map<LogSubject[0], number>();
  for (const [about, { at, digest }] of last) {
    const logged = loggedOf(about);
    if (logged === undefined) continue;
    const now = await digestOf(db, logged);
    if (now === digest) continue;
    const facts = { what: nameOf(logged), at: timeOf(at) };
    if (now === removedDigest) findings.push(finding('register.removed', {}, facts));
    else if (digest !== null) findings.push(finding('register.changed', {}, facts));
    else unproved.set(logged[0], (unproved.get(logged[0]) ?? 0) + 1);
  }
  return [...findings, ...[...unproved].map(([kind, count]) => notProved(kind, count))];
}

/** Contents of the register without an entry: added by hand, or before the log covered them. */
async function checkUnlogged({ db }: OpenDatabase, last: LastEntries): Promise<readonly Finding[]> {
  const start = await db.selectFrom('setting').select('value').where('name', '=', logStartSetting).executeTakeFirst();
  const findings: Finding[] = [];
  const unproved = new Map<LogSubject[0], number>();
  for (const logged of await everything(db)) {
    if (last.has(JSON.stringify(logged))) continue;
    if (start?.value === '0' || inEveryLog.has(logged[0])) {
      findings.push(finding('register.not-in-log', {}, { what: nameOf(logged) }));
    } else unproved.set(logged[0], (unproved.get(logged[0]) ?? 0) + 1);
  }
  return [...findings, ...[...unproved].map(([kind, count]) => notProved(kind, count))];
}

/** Logged by the versions before digests as well. */
const inEveryLog: ReadonlySet<LogSubject[0]> = new Set(['return', 'workbook']);

async function everything(db: OpenDatabase['db']): Promise<readonly LogSubject[]> {
  const returns = await db.selectFrom('return').select('file').orderBy('id').execute();
  const rounds = await db.selectFrom('round').select(['round', 'instrument']).execute();
  const partners = await db.selectFrom('partner').select(['round', 'instrument', 'code']).execute();
  const workbooks = await db.selectFrom('workbook').select('id').execute();
  const messages = await db.selectFrom('message').select('id').orderBy('id').execute();
  const agreements = await db.selectFrom('agreement').select('id').orderBy('id').execute();
  const changes = await db.selectFrom('round_change').select('id').orderBy('id').execute();
  return [
    ...returns.map(({ file }) => ['return', file] as const),
    ...rounds.map(({ round, instrument }) => ['round', round, instrument] as const),
    ...partners.map(({ round, instrument, code }) => ['partner', round, instrument, code] as const),
    ...workbooks.map(({ id }) => ['workbook', id] as const),
    ...messages.map(({ id }) => ['message', id] as const),
    ...agreements.map(({ id }) => ['agreement', id] as const),
    ...changes.map(({ id }) => ['round change', id] as const),
  ];
}

const notProved = (kind: LogSubject[0], count: number): Finding =>
  finding('register.not-proved', {}, { what: count === 1 ? kindNames[kind][0] : kindNames[kind][1], count });

const kindNames: Readonly<Record<LogSubject[0], readonly [one: string, many: string]>> = {
  return: ['return', 'returns'],
  round: ['round', 'rounds'],
  partner: ['partner', 'partners'],
  workbook: ['issued workbook', 'issued workbooks'],
  message: ['message', 'messages'],
  agreement: ['agreed score', 'agreed scores'],
  'round change': ['change of a round', 'changes of rounds'],
};

function nameOf([kind, ...key]: LogSubject): string {
  const [first = '', ...others] = key.map(String);
  if (kind === 'partner') return `Partner ${others[1]} of round ${first} (${others[0]})`;
  if (kind === 'round') return `Round ${first} (${others[0]})`;
  if (kind === 'return') return `The return of the file with SHA-256 ${first}`;
  return `${kindNames[kind][0][0]?.toUpperCase()}${kindNames[kind][0].slice(1)} ${first}`;
}

/** Undefined for text that no version wrote. */
function loggedOf(about: string): LogSubject | undefined {
  try {
    return logSubjectSchema.parse(JSON.parse(about));
  } catch {
    return undefined;
  }
}

const timeOf = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : ukTime(new Date(at)));
