import { type Finding, finding } from '../finding/index.ts';
import type { Register } from '../register/tables/register.ts';
import { defaultLimits } from '../spreadsheet/zip/limits.ts';
import { tooLarge } from '../spreadsheet/zip/readErrors.ts';
import { ukTime } from '../time.ts';
import { compareReturn } from './compare/compareReturn.ts';
import { laterRound } from './compare/laterRound.ts';
import { printsOf } from './compare/prints.ts';
import { type AcceptedReturn, placeInRound } from './placeInRound.ts';
import { correctReceived, type IncomingFile, lookUpFile, type ReceivedFile, recordReturn } from './recordReturn.ts';
import { refusedContent } from './refusedContent.ts';
import { type StoredReturn, storedReturn } from './storedReturn.ts';
import { type ImportContext, type ReadReturn, type Refusal, validateReturn } from './validateReturn.ts';

/** What became of one file. */
export type Imported =
  | ({ readonly status: 'accepted'; readonly id: number } & Notes & AcceptedReturn)
  /**
   * Without number and SHA-256 when it was not recorded, as it could not be had at all. `stored`: bytes that it takes in the
   * register.
   */
  | {
      readonly status: 'refused';
      readonly id?: number;
      readonly sha256?: string;
      readonly stored?: number;
      readonly findings: readonly Finding[];
    }
  /** The same bytes were accepted before: what was made of them then. Nothing changes but a date that is corrected. */
  | ({ readonly status: 'already-imported' } & Notes & StoredReturn);

interface Notes {
  /** Those of the findings that are about this import, and are not stored. */
  readonly notes: readonly Finding[];
}

/** The finding for a file that is too large to be a return. */
export function oversize(bytes: number): readonly Finding[] {
  const { fileBytes } = defaultLimits;
  return bytes > fileBytes ? tooLarge('size', bytes, fileBytes).findings : [];
}

/**
 * Takes in one file: finds out which partner it belongs to, reads and scores its answers, and stores all of it with its bytes. A file that
 * cannot be used is refused, with findings, and recorded too; nothing is thrown for it.
 */
export async function importReturn(register: Register, context: ImportContext, file: ReceivedFile): Promise<Imported> {
  const incoming = await lookUpFile(register, file);
  if (incoming.accepted) return again(register, context, incoming);
  const tooMuch = oversize(file.bytes.length);
  const judged = tooMuch.length > 0 ? { findings: tooMuch } : await validateReturn(register, context, file);
  return 'read' in judged
    ? accept(register, context, incoming, judged)
    : refuse(register, context, incoming, judged, file.refusedRoom);
}

async function refuse(
  register: Register,
  context: ImportContext,
  file: IncomingFile,
  { findings, ...judged }: Refusal,
  room = Number.POSITIVE_INFINITY,
): Promise<Imported> {
  const content = refusedContent(file.bytes, room);
  const all = [...findings, ...content.findings];
  const id = await recordReturn(register, file, { ...judged, findings: all, status: 'refused' }, content.stored);
  if (id === undefined) return again(register, context, file);
  return { status: 'refused', id, sha256: file.sha256, stored: content.stored.bytes.length, findings: all };
}

async function accept(
  register: Register,
  context: ImportContext,
  file: IncomingFile,
  judged: ReadReturn,
): Promise<Imported> {
  const accepted = await placeInRound(register, context, judged);
  const id = await recordReturn(register, file, {
    status: 'accepted',
    workbook: judged.stamp.workbook,
    response: judged.read,
    prints: printsOf(judged.instrument, judged.read),
    coverage: accepted.coverage,
    band: accepted.scorecard.overall.band,
    findings: accepted.findings,
  });
  if (id === undefined) return again(register, context, file);
  const notes = await roundNotes(register, context, id);
  const standing = await compareReturn(register, context.instruments, id);
  return { ...accepted, status: 'accepted', id, notes, findings: [...notes, ...standing, ...accepted.findings] };
}

/** What is to be known of a return's round, where none was asked for. */
const roundNotes = async (register: Register, { round }: ImportContext, id: number): Promise<readonly Finding[]> =>
  round === undefined ? laterRound(register, id) : [];

/** A file that was accepted before, by this command or another. */
async function again(register: Register, context: ImportContext, file: IncomingFile): Promise<Imported> {
  const stored = await storedReturn(register, file.sha256);
  const ofRound = await roundNotes(register, context, stored.id);
  const knownAlready = async (received: Date, ...ofFile: readonly Finding[]): Promise<Imported> => {
    const notes = [...ofFile, ...ofRound];
    const standing = await compareReturn(register, context.instruments, stored.id);
    return {
      ...{ ...stored, status: 'already-imported', received, notes },
      findings: [...notes, ...standing, ...stored.findings],
    };
  };
  const { as } = context;
  if (as !== undefined && (as.partner !== stored.partner.code || as.round !== stored.round)) {
    const facts = { partner: stored.partner.code, round: stored.round, given: as.partner };
    return knownAlready(stored.received, finding('return.identified-otherwise', {}, facts));
  }
  if (context.round !== undefined && stored.round !== context.round) {
    return knownAlready(
      stored.received,
      finding('return.other-round', {}, { round: stored.round, expected: context.round }),
    );
  }
  // Another import may have taken the file in meanwhile, by its own clock: the first date stays.
  if (!file.isStated || file.received.getTime() === stored.received.getTime()) {
    return knownAlready(stored.received, ...cameEarlier({ ...file, received: stored.received }));
  }
  await correctReceived(register, file, stored.received);
  const [from, to] = [ukTime(stored.received), ukTime(file.received)];
  return knownAlready(file.received, finding('return.received-changed', {}, { from, to }));
}

/** A message is better proof of when a file came than the clock of an import was. */
function cameEarlier({ message, received }: IncomingFile): readonly Finding[] {
  const arrived = message?.clock === 'receiver' ? message.arrived : undefined;
  if (arrived === undefined || arrived >= received) return [];
  return [finding('return.came-earlier', {}, { arrived: ukTime(arrived), received: ukTime(received) })];
}
