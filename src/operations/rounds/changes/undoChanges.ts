import { Refusal } from '../../../refusal.ts';
import type { Register } from '../../../register/tables/register.ts';
import { departures } from '../../../rounds/changes/departures.ts';
import { loadChanges } from '../../../rounds/changes/loadChanges.ts';
import { type ChangeEntry, changeEntry, undoChange } from '../../../rounds/changes/undoChange.ts';
import { rescoreReturns } from '../../../rounds/returns/rescoreReturns.ts';
import type { OperationContext } from '../operationContext.ts';
import { onlyRound } from '../roundsInUse.ts';
import { type MadeChange, madeChanges, makeChanges } from './makeChanges.ts';
import { checkNameFree } from './renameRound.ts';

export interface UndoneChanges {
  /** The changes as they are now: undone, or made again. */
  readonly changes: readonly MadeChange[];
}

/**
 * Undoes changes of rounds, as if they had never been made: all, or none where one is refused. The number of an entry that undoes
 * another makes that one again.
 *
 * @param ids Numbers of entries.
 * @throws Refusal for a number that is not there, is undone already, or without which the others make no sense.
 */
export async function undoChanges(
  context: OperationContext,
  ids: readonly number[],
  reason: string,
): Promise<UndoneChanges> {
  const about: number[] = [];
  await makeChanges(context, reason, async (inside, author) => {
    const { register } = inside;
    const undone: number[] = [];
    for (const id of ids) {
      const entry = await changeEntry(register, id);
      if (entry === undefined) throw unknown(id);
      if (entry.undoneBy !== undefined) throw undoneBefore(id, entry.undoneBy);
      about.push(entry.change.id);
      const check = async (value: unknown): Promise<void> => {
        if (entry.change.what === 'name') await checkNameFree(register, String(value));
      };
      undone.push(await undoChange(register, entry, author, check));
      await checkAfter(register, entry);
      await scoreAfter(inside, entry);
    }
    return undone;
  });
  return { changes: await madeChanges(context.register, about) };
}

const unknown = (id: number): Refusal =>
  new Refusal(
    'change.unknown',
    () => `There is no change ${id}. "round show" lists those of a round with their numbers.`,
  );

const undoneBefore = (id: number, by: number): Refusal =>
  new Refusal(
    'change.undone',
    () => `Change ${id} is undone already, by ${by}. To make it again, undo ${by} ("round undo ${by}").`,
  );

/** What a change makes possible may rest on it. */
async function checkAfter(register: Register, { id, change, round, instrument }: ChangeEntry): Promise<void> {
  if (change.what !== 'successors') return;
  const left = departures(await loadChanges(register, { round, instrument }));
  const circle = [...left.keys()].find((code) => reaches(left, code, code));
  if (circle === undefined) return;
  throw new Refusal(
    'change.circle',
    () =>
      `Without change ${id}, ${circle} would be part of itself, by way of others. Undo the later changes first ("round show ${round}" lists them).`,
  );
}

/** Answers as they came, or corrected again, may give another position. */
async function scoreAfter(
  context: OperationContext,
  { change, round: name, instrument: key }: ChangeEntry,
): Promise<void> {
  if (change.what !== 'corrected') return;
  const { round, instrument } = await onlyRound(context, { round: name, instrument: key });
  const ids = new Set([...change.before, ...change.after].map((one) => one.return));
  await rescoreReturns(context.register, round.round, instrument, context.now(), ids);
}

function reaches(left: ReturnType<typeof departures>, from: string, wanted: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const next = left.get(from)?.successors ?? [];
  return next.includes(wanted) || next.some((code) => reaches(left, code, wanted, seen));
}
