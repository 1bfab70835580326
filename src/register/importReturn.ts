import { type Finding, FindingsError, finding } from '../finding.ts';
import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import type { Response } from '../response/response.ts';
import { carryOver } from '../scoring/carryOver.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';
import { defaultLimits } from '../spreadsheet/limits.ts';
import type { RawWorkbook } from '../spreadsheet/rawWorkbook.ts';
import { readPackage } from '../spreadsheet/readPackage.ts';
import { tooLarge } from '../spreadsheet/refusals.ts';
import { ukTime } from '../time.ts';
import { withoutPersonal } from '../workbook/checkPersonal.ts';
import { readPartnerName, readResponse } from '../workbook/readResponse.ts';
import { readStamp } from '../workbook/readStamp.ts';
import { isExample, isSealed, type SealedStamp } from '../workbook/stamp.ts';
import { tamperEvidence, withoutUnread } from '../workbook/tamperEvidence.ts';
import { messageDoubts } from './messageDoubts.ts';
import type { Register } from './openRegister.ts';
import { otherEdition } from './otherEdition.ts';
import { printedIn } from './printedIn.ts';
import { correctReceived, type KeptFile, keepFile, type ReceivedFile, recordReturn } from './recordReturn.ts';
import { roundInstrument } from './roundInstrument.ts';
import { roundsNamed } from './roundStatus.ts';
import { sentInstrument } from './sentInstrument.ts';
import { standingOf } from './standingOf.ts';
import { type IssuedTo, type StoredReturn, storedReturn } from './storedReturn.ts';

export interface ImportContext {
  /** The instruments that are installed; returns of those that the register has sent out are read besides. */
  readonly instruments: readonly Instrument[];
  /** Only returns of this round are accepted; without it, those of any round. */
  readonly round?: string;
}

/** What became of one file. */
export type Imported =
  | ({ readonly status: 'accepted'; readonly id: number } & AcceptedReturn)
  /** Without a number when the file was not even kept. */
  | { readonly status: 'refused'; readonly id?: number; readonly findings: readonly Finding[] }
  /** The same bytes were accepted before: what was made of them then. Nothing changes but a date that is corrected. */
  | ({ readonly status: 'already-imported' } & StoredReturn);

export interface AcceptedReturn {
  readonly round: string;
  /** As the round has it now. */
  readonly instrument: Instrument;
  readonly partner: IssuedTo;
  /** The answers to the instrument's questions. */
  readonly response: Response;
  readonly scorecard: Scorecard;
  readonly findings: readonly Finding[];
}

/** The finding for a file that is too large to be a return: it is neither read nor kept. */
export function oversize(bytes: number): readonly Finding[] {
  const { fileBytes } = defaultLimits;
  return bytes > fileBytes ? tooLarge('size', bytes, fileBytes).findings : [];
}

/**
 * Takes in one file: keeps its bytes, finds out whose it is, reads and scores its answers, and records all of it.
 * A file that cannot be used is refused, with findings, and recorded too; nothing is thrown for it.
 */
export async function importReturn(register: Register, context: ImportContext, file: ReceivedFile): Promise<Imported> {
  const tooMuch = oversize(file.bytes.length);
  if (tooMuch.length > 0) return { status: 'refused', findings: tooMuch };
  const kept = await keepFile(register, file);
  if (kept.accepted) return again(register, context, kept);
  const judged = await judge(register, context, file);
  const id = await recordReturn(
    register,
    kept,
    'scorecard' in judged
      ? { ...judged, status: 'accepted', response: judged.read, overall: judged.scorecard.overall }
      : { ...judged, status: 'refused' },
  );
  if (id === undefined) return again(register, context, kept);
  if (!('scorecard' in judged)) return { status: 'refused', id, findings: judged.findings };
  const { read: _read, workbook: _workbook, ...accepted } = judged;
  const standing = await standingOf(register, context.instruments, id);
  return { ...accepted, status: 'accepted', id, findings: [...standing, ...judged.findings] };
}

/** A file that was accepted before, by this command or another. */
async function again(register: Register, context: ImportContext, kept: KeptFile): Promise<Imported> {
  const stored = await storedReturn(register, kept.sha256);
  const told = async (received: Date, ...first: readonly Finding[]): Promise<Imported> => ({
    ...stored,
    status: 'already-imported',
    received,
    findings: [...first, ...(await standingOf(register, context.instruments, stored.id)), ...stored.findings],
  });
  if (context.round !== undefined && stored.round !== context.round) {
    return told(stored.received, finding('return.other-round', {}, { round: stored.round, expected: context.round }));
  }
  if (kept.received.getTime() === stored.received.getTime()) return told(stored.received, ...cameEarlier(kept));
  await correctReceived(register, kept, stored.received);
  const [from, to] = [ukTime(stored.received), ukTime(kept.received)];
  return told(kept.received, finding('return.received-changed', {}, { from, to }));
}

/** A message is better proof of when a file came than the clock of an import was. */
function cameEarlier({ message, received }: KeptFile): readonly Finding[] {
  const arrived = message?.clock === 'receiver' ? message.arrived : undefined;
  if (arrived === undefined || arrived >= received) return [];
  return [finding('return.came-earlier', {}, { arrived: ukTime(arrived), received: ukTime(received) })];
}

interface Refusal {
  readonly workbook?: string;
  readonly findings: readonly Finding[];
}

interface Acceptance extends AcceptedReturn {
  readonly workbook: string;
  /** All answers of the workbook, those among them that the round asks for no more. */
  readonly read: Response;
}

type Judged = Acceptance | Refusal;

async function judge(register: Register, context: ImportContext, file: ReceivedFile): Promise<Judged> {
  try {
    return await judgeWorkbook(register, context, file, readPackage(file.bytes));
  } catch (failure) {
    if (failure instanceof FindingsError) return { findings: failure.findings };
    throw failure;
  }
}

async function judgeWorkbook(
  register: Register,
  context: ImportContext,
  file: ReceivedFile,
  raw: RawWorkbook,
): Promise<Judged> {
  const { stamp, findings } = readStamp(raw);
  if (stamp === undefined) return { findings };
  const issued = await issuedTo(register, stamp);
  if (issued === undefined && isExample(stamp)) return { findings: [finding('return.worked-example', {}, {})] };
  if (issued === undefined) {
    return { findings: [finding('return.not-issued', {}, { partner: stamp.partner, round: stamp.round })] };
  }
  const refuse = (found: Finding): Refusal => ({ workbook: stamp.workbook, findings: [found] });
  if (!isSealed(stamp, register.sealKey))
    return refuse(finding('return.bad-stamp', {}, { problem: 'its seal does not fit' }));
  if (context.round !== undefined && stamp.round !== context.round) {
    return refuse(finding('return.other-round', {}, { round: stamp.round, expected: context.round }));
  }
  const sent = await sentInstrument(register, context.instruments, stamp);
  if (sent === undefined) {
    const known = context.instruments.map(({ key, edition }) => `${key} ${edition}`);
    return refuse(
      finding('return.unknown-instrument', {}, { instrument: stamp.instrument, edition: stamp.edition, known }),
    );
  }
  const { response: read, findings: answers } = readResponse(raw, sent);
  const printed = await printedIn(register, stamp, sent);
  const evidence = printed === undefined ? [] : withoutPersonal(sent, tamperEvidence(raw, printed, sent, read));
  const found = [...evidence, ...withoutUnread(answers, evidence)];
  if (!hasAnswer(read)) {
    return { workbook: stamp.workbook, findings: [finding('return.not-filled-in', {}, {}), ...found] };
  }
  const now = (await instrumentNow(register, context, stamp)) ?? sent;
  const isSame = fingerprint(now) === fingerprint(sent);
  const response = isSame ? read : carryOver(sent, now, read);
  return {
    workbook: stamp.workbook,
    round: stamp.round,
    instrument: now,
    partner: { code: issued.code, name: issued.name },
    read,
    response,
    scorecard: scorecardOf(now, response),
    findings: [
      ...messageDoubts(file, issued.email),
      ...withoutPersonal(sent, doubts(raw, stamp, sent, issued)),
      ...(isSame ? [] : [otherEdition(sent, now, read)]),
      ...found,
    ],
  };
}

/** The instrument of the round to which a return belongs. */
async function instrumentNow(
  register: Register,
  { instruments }: ImportContext,
  stamp: SealedStamp,
): Promise<Instrument | undefined> {
  const rounds = await roundsNamed(register, stamp.round);
  const round = rounds.find(({ instrument }) => instrument === stamp.instrument);
  return round === undefined ? undefined : roundInstrument(register, instruments, round);
}

/** Rows that a partner added are there only when something is answered in them. */
const hasAnswer = ({ items, entries }: Response): boolean =>
  [...items.values()].some((answers) => [...answers.values()].some(({ state }) => state !== 'blank')) ||
  [...entries.values()].some((rows) => rows.length > 0);

async function issuedTo(
  { db }: Register,
  stamp: SealedStamp,
): Promise<(IssuedTo & { readonly email: string | null }) | undefined> {
  return db
    .selectFrom('workbook')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.code', '=', 'workbook.partner')
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument'),
    )
    .select(['partner.code', 'partner.name', 'partner.email'])
    .where('workbook.id', '=', stamp.workbook)
    .where('workbook.partner', '=', stamp.partner)
    .where('workbook.round', '=', stamp.round)
    .where('workbook.instrument', '=', stamp.instrument)
    .executeTakeFirst();
}

/** What makes one wonder about a return that is accepted all the same. */
function doubts(raw: RawWorkbook, stamp: SealedStamp, instrument: Instrument, issued: IssuedTo): readonly Finding[] {
  const found = readPartnerName(raw);
  const now = fingerprint(instrument);
  return [
    ...(found === issued.name.replace(/\s+/g, ' ').trim()
      ? []
      : [finding('return.partner-name-changed', {}, { issued: issued.name, found })]),
    ...(now === stamp.fingerprint
      ? []
      : [finding('return.definition-changed', {}, { issued: stamp.fingerprint, now })]),
  ];
}
