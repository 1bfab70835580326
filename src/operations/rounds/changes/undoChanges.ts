import type { Finding } from '../../../finding/index.ts';
import { Refusal } from '../../../refusal.ts';
import type { Register } from '../../../register/tables/register.ts';
import { departures } from '../../../rounds/changes/departures.ts';
import { loadChanges } from '../../../rounds/changes/loadChanges.ts';
import { renamedTogether } from '../../../rounds/changes/renamedTogether.ts';
import { type ChangeEntry, changeEntry, undoChange } from '../../../rounds/changes/undoChange.ts';
import { rescoreReturns } from '../../../rounds/returns/rescoreReturns.ts';
import { roundsNamed } from '../../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../operationContext.ts';
import { onlyRound } from '../roundsInUse.ts';
import { type MadeChange, madeChanges, makeChanges } from './makeChanges.ts';
import { checkNameFree } from './renameRound.ts';
import { reviewFindings } from './reviewFindings.ts';

export interface UndoneChanges {
  /** The changes as they are now: undone, or made again. */
  readonly changes: readonly MadeChange[];
  readonly findings: readonly Finding[];
}

/**
 * Undoes changes of rounds, as if they had never been made: all, or none where one is refused. The number of an entry that undoes
 * another makes that one again. A round of several instruments that was renamed gets its earlier name as a whole.
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
    const done = new Set<number>();
    for (const id of ids) {
      if (done.has(id)) continue;
      const entry = await changeEntry(register, id);
      if (entry === undefined) throw unknown(id);
      if (entry.undoneBy !== undefined) throw undoneBefore(id, entry.undoneBy);
      const together = entry.change.what === 'name' ? await renamedTogether(register, entry) : [entry];
      for (const one of together) {
        done.add(one.id);
        about.push(one.change.id);
        const check = async (value: unknown): Promise<void> => {
          if (one.change.what === 'name')
            await checkNameOf(
              register,
              String(value),
              together.filter((other) => other !== one),
            );
        };
        undone.push(await undoChange(register, one, author, check));
        await checkAfter(register, one);
        await scoreAfter(inside, one);
      }
      if (entry.change.what === 'name') await checkWhole(register, entry, together);
    }
    return undone;
  });
  const changes = await madeChanges(context.register, about);
  return { changes, findings: await reviewFindings(context.register, changes) };
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

/** The name may be that of the same round already, of which the other instruments have it back. */
async function checkNameOf(register: Register, name: string, others: readonly ChangeEntry[]): Promise<void> {
  const own = new Set(others.map(({ instrument }) => instrument));
  const taken = await roundsNamed(register, name);
  if (taken.length > 0 && taken.every(({ instrument }) => own.has(instrument))) return;
  await checkNameFree(register, name);
}

/** All instruments of a round have its name, also those that were added after it was renamed. */
async function checkWhole(
  register: Register,
  { id, round: name, change }: ChangeEntry,
  together: readonly ChangeEntry[],
): Promise<void> {
  const changes = await madeChanges(
    register,
    together.map((one) => one.change.id),
  );
  const names = new Set(changes.map(({ round }) => round));
  const others = names.has(name) ? [] : await roundsNamed(register, name);
  if (names.size === 1 && others.length === 0) return;
  const keys = others.map(({ instrument }) => instrument).join(' and ');
  throw new Refusal(
    'change.parts-round',
    () =>
      `Without change ${id}, the instruments of round ${name} would have two names${keys === '' ? '' : `: ${keys} was not renamed with the others`}. Rename the whole round instead ("round rename ${name} ${change.before}").`,
  );
}

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
