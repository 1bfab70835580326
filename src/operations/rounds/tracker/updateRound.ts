import { type Finding, FindingsError, finding, hasErrors } from '../../../finding/index.ts';
import { isOnServer } from '../../../register/database/dialect.ts';
import { ownKeyFor } from '../../../register/grants/limitRows.ts';
import { regionGrants } from '../../../register/grants/regionGrants.ts';
import type { Register } from '../../../register/tables/register.ts';
import { loadTracker, registerMark } from '../../../rollup/load/tracker.ts';
import { readTracker } from '../../../rollup/readTracker.ts';
import type { TrackerStamp } from '../../../rollup/sheets/tracker/asWritten.ts';
import { presentName } from '../../../rounds/changes/presentName.ts';
import type { MadeChange } from '../changes/makeChanges.ts';
import type { OperationContext } from '../operationContext.ts';
import { type RoundInUse, roundsWithReviews } from '../roundsInUse.ts';
import { applyEdits } from './applyEdits.ts';
import { compareWithPresent } from './compareWithPresent.ts';
import { trackerEdits } from './trackerEdits.ts';

export interface UpdateRequest {
  /** The tracker as the analyst saved it. It may be any file. */
  readonly bytes: Uint8Array;
  /** Name of the file, for the findings. */
  readonly file: string;
  /** Refuses the tracker of another round. */
  readonly round?: string;
  /** Why, for rows without a reason of their own. */
  readonly reason?: string;
  /** Makes the changes. Without it they are only described. */
  readonly confirm?: boolean;
}

export interface UpdatedRound {
  /** The present name of the round. */
  readonly round: string;
  /** When the tracker was written. */
  readonly written: Date;
  /** The changes that were made, or would be: their numbers are not final then. */
  readonly changes: readonly MadeChange[];
  /** Whether they were made. */
  readonly isDone: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Reads back a tracker that the analyst edited. Only cells that were changed in it count: what has changed in the register since it
 * was written stays. All changes are made, or none where there is an error.
 *
 * @throws FindingsError for a file that is no tracker, for that of another register or round, and for one in which more was
 *   changed than is read back.
 */
export async function updateRound(context: OperationContext, request: UpdateRequest): Promise<UpdatedRound> {
  const { register, now } = context;
  const read = readTracker(request.bytes, request.file);
  const rounds = await roundsOf(context, read.stamp, request);
  const trackers = await Promise.all(rounds.map((inUse) => loadTracker(register, inUse, now())));
  const { edits, findings: first } = trackerEdits(read, request.reason?.trim() === '' ? undefined : request.reason);
  const { open, findings: second } = compareWithPresent(read, edits, trackers);
  const known = [...first, ...second];
  const round = trackers[0]?.round.round ?? read.stamp.round;
  const isMeant = request.confirm === true && !hasErrors(known);
  const applied = await applyEdits(context, round, open, isMeant);
  return {
    ...{ round, written: new Date(read.stamp.written), changes: applied.changes, isDone: applied.isDone },
    findings: [...known, ...applied.findings],
  };
}

/** Whether a tracker was written with a register, by its owner or by a user who sees some regions only. */
async function isOf(register: Register, mark: string): Promise<boolean> {
  const users = isOnServer(register.db) ? await regionGrants(register) : [];
  const keys = [register.sealKey, ...users.map(({ user }) => ownKeyFor(register.sealKey, user))];
  return keys.some((key) => registerMark(key) === mark);
}

/** The rounds of a tracker, by their present name. */
async function roundsOf(
  context: OperationContext,
  { round, instruments, register: mark }: TrackerStamp,
  { file, round: wanted }: UpdateRequest,
): Promise<readonly RoundInUse[]> {
  const { register } = context;
  if (!(await isOf(register, mark))) {
    throw new FindingsError([finding('tracker.other-register', { file }, { round })]);
  }
  const name = await presentName(register, instruments[0] ?? '', round);
  if (wanted !== undefined && wanted !== name) {
    throw new FindingsError([finding('tracker.other-round', { file }, { round: name, wanted })]);
  }
  return (await roundsWithReviews(context, { round: name })).filter(({ instrument }) =>
    instruments.includes(instrument.key),
  );
}
