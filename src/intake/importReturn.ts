import { type Finding, finding } from '../finding/index.ts';
import type { Register } from '../register/tables/register.ts';
import { findingsAsDecided } from '../rounds/returns/findingsAsDecided.ts';
import type { ExplainedReturn } from '../rounds/returns/settleExplained.ts';
import { uncountedFinding, uncountedReviews } from '../rounds/round/uncountedReviews.ts';
import { compareReturn } from './compare/compareReturn.ts';
import { differencesOfRead } from './compare/differences.ts';
import { laterRound } from './compare/laterRound.ts';
import { importAgain } from './importAgain.ts';
import type { Imported } from './imported.ts';
import { type PlacedReturn, placeInRound } from './placeInRound.ts';
import { type ImportContext, type ReadOutcome, type Refusal, readReturn } from './readReturn.ts';
import { type IncomingFile, lookUpFile, type ReceivedFile } from './record/incomingFile.ts';
import { recordReturn } from './record/recordReturn.ts';
import { refusedContent } from './refusedContent.ts';
import { acceptedOutcome, scoreReturn } from './scoreReturn.ts';

/**
 * Imports one file: reads its answers, places them in the partner's round, scores them, records all of it with the bytes of the
 * file in one transaction, and compares it with the other returns of the round. A file that cannot be used is refused, with
 * findings, and recorded too; nothing is thrown for it.
 *
 * @param already What was read of it, where it was read before.
 */
export async function importReturn(
  register: Register,
  context: ImportContext,
  file: ReceivedFile,
  already?: ReadOutcome,
): Promise<Imported> {
  const incoming = await lookUpFile(register, file);
  if (incoming.accepted) return importAgain(register, context, incoming);
  const read = already ?? (await readReturn(register, context, file));
  if (!('response' in read)) return refuse(register, context, incoming, read, file.refusedRoom);
  const placed = await placeInRound(register, context, read);
  const scored = scoreReturn(placed);
  const outcome = acceptedOutcome(read, scored);
  const id = await recordReturn(register, incoming, outcome);
  if (id === undefined) return importAgain(register, context, incoming);
  // After it is recorded, so that of two commands at once the second compares with the return of the first.
  const compared = await compareReturn(register, id, (earlier) =>
    differencesOfRead(register, { ...scored, id }, earlier),
  );
  const notes = [
    ...(outcome.explained === undefined ? [] : [explainedNote(outcome.explained)]),
    ...(context.round === undefined ? await laterRound(register, id) : []),
    ...(await uncounted(register, placed)),
  ];
  const all: readonly Finding[] = [...notes, ...compared.findings, ...scored.findings];
  const findings = outcome.explained === undefined ? all : await findingsAsDecided(register, id, all);
  return { ...scored, status: 'accepted', id, notes, differences: compared.differences, findings };
}

const explainedNote = ({ warnings }: ExplainedReturn): Finding =>
  finding('return.explained', {}, { words: warnings.map(({ words }) => words) });

/** A review may come back when it does not count any more. */
async function uncounted(
  register: Register,
  { round, instrument, partner }: PlacedReturn,
): Promise<readonly Finding[]> {
  if (instrument.reviews === undefined) return [];
  const own = (await uncountedReviews(register, { round, instrument: instrument.reviews })).find(
    (review) => review.partner.code === partner.code,
  );
  return own === undefined ? [] : [uncountedFinding(own, `${round} --instrument ${instrument.reviews}`)];
}

async function refuse(
  register: Register,
  context: ImportContext,
  file: IncomingFile,
  { findings, ...identified }: Refusal,
  room?: number,
): Promise<Imported> {
  // Others than those who see all have no room to save: the server stores their files whole.
  const { stored, findings: notStored } = refusedContent(file.bytes, register.limits === undefined ? room : undefined);
  const all = [...findings, ...notStored];
  // Nobody but those who see all sees a file of which no partner is known: only they can record one.
  if (register.limits !== undefined && identified.workbook === undefined) return { status: 'refused', findings };
  const id = await recordReturn(register, file, { ...identified, findings: all, status: 'refused' }, stored);
  if (id === undefined) return importAgain(register, context, file);
  const outcome: Imported = { status: 'refused', id, sha256: file.sha256, stored: stored.bytes.length, findings: all };
  return file.refusedBefore ? { ...outcome, isKnown: true } : outcome;
}
