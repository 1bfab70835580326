import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Finding, type FindingCode, finding, placeText } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { digestOf } from '../../register/log/logSubject.ts';
import { responseRows } from '../../register/rows/answerRows.ts';
import { findingRow } from '../../register/rows/findingRow.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { AnswerRow, FindingTable, RegisterTables } from '../../register/tables/schema.ts';
import { loadReturns } from '../../rounds/returns/loadReturns.ts';
import { earlierIdentification } from '../identify.ts';
import { placeInRound } from '../placeInRound.ts';
import { readReturn } from '../readReturn.ts';
import { scoreReturn } from '../scoreReturn.ts';

type StoredRow = Pick<
  Selectable<RegisterTables['return']>,
  'id' | 'file' | 'status' | 'workbook' | 'coverage' | 'band'
>;

/** The maximum number of differences that are named; the others are counted. */
const maxNamed = 5;

/**
 * Reads the file of a return again, by the same definition, and compares the result with the register.
 * Nothing is written.
 */
export async function rereadReturn(
  register: Register,
  installed: readonly Instrument[],
  stored: StoredRow,
  bytes: Uint8Array,
): Promise<readonly Finding[]> {
  const findings = await register.db.selectFrom('finding').selectAll().where('return_id', '=', stored.id).execute();
  const differences = await differencesOf(register, installed, stored, findings, bytes).catch(unreadable);
  if (differences.length === 0) return [];
  const named = differences.slice(0, maxNamed);
  const facts = { id: stored.id, differences: named, more: differences.length - named.length };
  const proof = await proofOf(register, stored.file);
  if (proof === 'changed') return [finding('register.mismatch', {}, facts)];
  if (stored.status === 'refused' && findings.some(({ code }) => refusedOfItsTime.has(code))) return [];
  return [finding('register.read-differently', {}, { ...facts, isProved: proof === 'unchanged' })];
}

/** The workbook's rows, which no version of Scorebook can have written, prevent reading. */
function unreadable(failure: unknown): readonly string[] {
  if (failure instanceof z.ZodError || failure instanceof SyntaxError) {
    return ['what is stored of its workbook cannot be read'];
  }
  throw failure;
}

async function differencesOf(
  register: Register,
  instruments: readonly Instrument[],
  stored: StoredRow,
  findings: readonly FindingTable[],
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const isByHand = findings.some(({ code }) => code === byHand);
  const known = isByHand ? await earlierIdentification(register, stored.workbook ?? '') : undefined;
  const read = await readReturn(register, { instruments }, { name: '', bytes, received: new Date(0) }, known);
  const status = 'response' in read ? 'accepted' : 'refused';
  if (status !== stored.status) return [`it is stored as ${stored.status}, and its file is ${status}`];
  if (!('response' in read)) return findingDifferences(findings, read.findings);
  const placed = await placeInRound(register, { instruments }, read);
  // The position is that of the return as it was decided.
  const decided = (await loadReturns(register, placed.instrument, [stored.id])).get(stored.id);
  const isCorrected = decided !== undefined && decided.corrections.length > 0;
  const {
    coverage = null,
    scorecard,
    findings: found,
  } = scoreReturn(isCorrected ? { ...placed, response: decided.response } : placed);
  const answers = await register.db.selectFrom('answer').selectAll().where('return_id', '=', stored.id).execute();
  const { band } = scorecard.overall;
  return [
    ...answerDifferences(answers, responseRows(stored.id, read.response)),
    ...(coverage === stored.coverage
      ? []
      : [`coverage is stored as ${stored.coverage}, and its answers give ${coverage}`]),
    ...(band === stored.band ? [] : [`the position is stored as ${stored.band}, and its answers give ${band}`]),
    ...findingDifferences(findings, found),
  ];
}

const byHand: FindingCode = 'return.identified-by-hand';

/**
 * The reasons for refusing a file that depend on more than the file: on the options of the command, or on the rounds,
 * partners and instruments that the register had then.
 */
const refusedOfItsTime: ReadonlySet<string> = new Set<FindingCode>([
  ...(['return.other-round', 'return.not-theirs', 'return.unlike'] as const),
  ...(['return.not-ours', 'return.no-stamp', 'return.not-issued', 'return.unknown-instrument'] as const),
]);

/** Without the answers themselves, which may be about people. */
function answerDifferences(stored: readonly AnswerRow[], read: readonly AnswerRow[]): readonly string[] {
  const nameOf = ({ section, subject, field }: AnswerRow): string =>
    `the answer to ${section === '' ? '' : `${section}, row `}${subject}, ${field}`;
  const textOf = ({ state, value }: AnswerRow): string => JSON.stringify([state, value]);
  return differences(stored, read, nameOf, textOf);
}

function findingDifferences(stored: readonly FindingTable[], read: readonly Finding[]): readonly string[] {
  const nameOf = ({ code, place }: FindingTable): string => {
    const where = placeText(JSON.parse(place));
    return `the finding ${code}${where === '' ? '' : ` at ${where}`}`;
  };
  const rows = read.map((found, position) => findingRow(0, position, found));
  const comparable = (all: readonly FindingTable[]): readonly FindingTable[] =>
    all.filter(({ code }) => !ofItsTime.has(code));
  // The words of a finding are those of the version that made it.
  const textOf = ({ severity, facts }: FindingTable): string => JSON.stringify([severity, facts]);
  return differences(comparable(stored), comparable(rows), nameOf, textOf);
}

/** Findings that depend on more than the file: the message that brought it, the list of partners, other returns. */
const ofItsTime: ReadonlySet<string> = new Set([
  'return.automatic-message',
  'return.other-sender',
  'return.sender-clock',
  'return.partner-name-changed',
]);

/** Names of the entries that only one of two lists has, or that differ. */
function differences<Row>(
  stored: readonly Row[],
  read: readonly Row[],
  nameOf: (row: Row) => string,
  textOf: (row: Row) => string,
): readonly string[] {
  const textsOf = (rows: readonly Row[]): ReadonlyMap<string, readonly string[]> => {
    const texts = new Map<string, string[]>();
    for (const row of rows) texts.set(nameOf(row), [...(texts.get(nameOf(row)) ?? []), textOf(row)].sort());
    return texts;
  };
  const [before, now] = [textsOf(stored), textsOf(read)];
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((name) => {
    const [one, other] = [before.get(name), now.get(name)];
    if (one === undefined) return [`${name} is not stored`];
    if (other === undefined) return [`${name} is stored and not in the file`];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [`${name} is stored otherwise`];
  });
}

/** Whether a file's record is unchanged, as the log shows. */
async function proofOf({ db }: OpenDatabase, sha256: string): Promise<'unchanged' | 'changed' | 'unknown'> {
  const about = ['return', sha256] as const;
  const last = await db
    .selectFrom('log')
    .select('digest')
    .where('about', '=', JSON.stringify(about))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.digest === undefined || last.digest === null) return 'unknown';
  return last.digest === (await digestOf(db, about)) ? 'unchanged' : 'changed';
}
