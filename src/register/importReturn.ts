import { type Finding, finding } from '../finding.ts';
import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import type { Response } from '../response/response.ts';
import { carryOver } from '../scoring/carryOver.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';
import { defaultLimits } from '../spreadsheet/limits.ts';
import { tooLarge } from '../spreadsheet/refusals.ts';
import { ukTime } from '../time.ts';
import type { SealedStamp } from '../workbook/stamp.ts';
import { type ImportContext, judgeReturn, type ReadReturn } from './judgeReturn.ts';
import type { Register } from './openRegister.ts';
import { otherEdition } from './otherEdition.ts';
import { correctReceived, type KeptFile, keepFile, type ReceivedFile, recordReturn } from './recordReturn.ts';
import { roundInstrument } from './roundInstrument.ts';
import { roundsNamed } from './roundStatus.ts';
import { standingOf } from './standingOf.ts';
import { type IssuedTo, type StoredReturn, storedReturn } from './storedReturn.ts';

/** What became of one file. */
export type Imported =
  | ({ readonly status: 'accepted'; readonly id: number } & AcceptedReturn)
  /** Without number and SHA-256 when the file was not stored. */
  | {
      readonly status: 'refused';
      readonly id?: number;
      readonly sha256?: string;
      readonly findings: readonly Finding[];
    }
  /** The same bytes were accepted before: what was made of them then. Nothing changes but a date that is corrected. */
  | ({
      readonly status: 'already-imported' /** Those of the findings that are about this import. */;
      readonly notes: readonly Finding[];
    } & StoredReturn);

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
  const judged = await judgeReturn(register, context, file);
  if ('read' in judged) return accept(register, context, kept, judged);
  const id = await recordReturn(register, kept, { ...judged, status: 'refused' });
  return id === undefined
    ? again(register, context, kept)
    : { status: 'refused', id, sha256: kept.sha256, findings: judged.findings };
}

async function accept(
  register: Register,
  context: ImportContext,
  kept: KeptFile,
  judged: ReadReturn,
): Promise<Imported> {
  const accepted = await inItsRound(register, context, judged);
  const id = await recordReturn(register, kept, {
    status: 'accepted',
    workbook: judged.stamp.workbook,
    response: judged.read,
    overall: accepted.scorecard.overall,
    findings: accepted.findings,
  });
  if (id === undefined) return again(register, context, kept);
  const standing = await standingOf(register, context.instruments, id);
  return { ...accepted, status: 'accepted', id, findings: [...standing, ...accepted.findings] };
}

/** A return as the round asks now, which may be otherwise than it was sent out. */
async function inItsRound(
  register: Register,
  context: ImportContext,
  { stamp, instrument: sent, partner, read, findings }: ReadReturn,
): Promise<AcceptedReturn> {
  const now = (await instrumentNow(register, context, stamp)) ?? sent;
  const isSame = fingerprint(now) === fingerprint(sent);
  const response = isSame ? read : carryOver(sent, now, read);
  return {
    round: stamp.round,
    instrument: now,
    partner,
    response,
    scorecard: scorecardOf(now, response),
    findings: [...(isSame ? [] : [otherEdition(sent, now, read)]), ...findings],
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

/** A file that was accepted before, by this command or another. */
async function again(register: Register, context: ImportContext, kept: KeptFile): Promise<Imported> {
  const stored = await storedReturn(register, kept.sha256);
  const told = async (received: Date, ...notes: readonly Finding[]): Promise<Imported> => ({
    ...stored,
    status: 'already-imported',
    received,
    notes,
    findings: [...notes, ...(await standingOf(register, context.instruments, stored.id)), ...stored.findings],
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
