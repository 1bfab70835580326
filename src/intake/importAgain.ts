import { type Finding, finding } from '../finding/index.ts';
import type { Register } from '../register/tables/register.ts';
import { findingsAsDecided } from '../rounds/returns/findingsAsDecided.ts';
import { ukTime } from '../time.ts';
import { compareReturn } from './compare/compareReturn.ts';
import { differencesOfStored } from './compare/differences.ts';
import { laterRound } from './compare/laterRound.ts';
import type { KnownReturn } from './imported.ts';
import type { ImportContext } from './readReturn.ts';
import type { IncomingFile } from './record/incomingFile.ts';
import { correctReceived } from './record/recordReturn.ts';
import { type StoredReturn, storedReturn } from './storedReturn.ts';

/** Imports a file that was accepted before, by this command or another. Nothing changes, except a date that is corrected. */
export async function importAgain(
  register: Register,
  context: ImportContext,
  file: IncomingFile,
): Promise<KnownReturn> {
  const stored = await storedReturn(register, file.sha256);
  const { received, found } = otherwise(context, stored) ?? (await corrected(register, file, stored));
  const compared = await compareReturn(register, stored.id, (earlier) =>
    differencesOfStored(register, context.instruments, stored.id, earlier, file.bytes),
  );
  const notes = [...found, ...(context.round === undefined ? await laterRound(register, stored.id) : [])];
  return {
    ...{ ...stored, status: 'already-imported', received, notes, differences: compared.differences },
    findings: await findingsAsDecided(register, stored.id, [...notes, ...compared.findings, ...stored.findings]),
  };
}

interface Received {
  readonly received: Date;
  readonly found: readonly Finding[];
}

/** The options of the command name another partner or round than the return has. */
function otherwise({ as, round }: ImportContext, stored: StoredReturn): Received | undefined {
  const { received, partner } = stored;
  if (as !== undefined && (as.partner !== partner.code || as.round !== stored.round)) {
    const facts = { partner: partner.code, round: stored.round, given: as.partner };
    return { received, found: [finding('return.identified-otherwise', {}, facts)] };
  }
  if (round === undefined || stored.round === round) return undefined;
  return { received, found: [finding('return.other-round', {}, { round: stored.round, expected: round })] };
}

async function corrected(register: Register, file: IncomingFile, { received }: StoredReturn): Promise<Received> {
  // Another import may have accepted the file meanwhile, by its own clock: the first date stays.
  if (!file.isStated || file.received.getTime() === received.getTime()) {
    return { received, found: cameEarlier({ ...file, received }) };
  }
  await correctReceived(register, file, received);
  const [from, to] = [ukTime(received), ukTime(file.received)];
  return { received: file.received, found: [finding('return.received-changed', {}, { from, to })] };
}

/** A message proves better when a file came than the clock of an import. */
function cameEarlier({ message, received }: IncomingFile): readonly Finding[] {
  const arrived = message?.clock === 'receiver' ? message.arrived : undefined;
  if (arrived === undefined || arrived >= received) return [];
  return [finding('return.came-earlier', {}, { arrived: ukTime(arrived), received: ukTime(received) })];
}
