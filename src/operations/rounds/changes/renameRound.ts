import { Refusal } from '../../../refusal.ts';
import type { Register } from '../../../register/tables/register.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import { roundNames } from '../../../rounds/round/roundStatus.ts';
import { checkRoundCase, checkRoundName } from '../checkRoundName.ts';
import type { OperationContext } from '../operationContext.ts';
import { roundsWithReviews } from '../roundsInUse.ts';
import { type MadeChanges, makeChanges } from './makeChanges.ts';

export interface RenameRequest {
  readonly round: string;
  readonly name: string;
  readonly reason: string;
  /** The folder that holds the workbooks of a round for which the register has none. */
  readonly usualFolder?: string;
}

/**
 * Gives a round another name, with all its instruments. Workbooks that say the earlier name are still read.
 *
 * @throws Refusal for a round that does not exist, and for a name that cannot be used or is that of another.
 */
export async function renameRound(context: OperationContext, request: RenameRequest): Promise<MadeChanges> {
  const { round: before, name, usualFolder } = request;
  checkRoundName(name);
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const { register } = inside;
    const rounds = await roundsWithReviews(inside, { round: before });
    if (name !== before) {
      await checkNameFree(register, name);
    }
    const ids: (number | undefined)[] = [];
    for (const { round } of rounds) {
      ids.push(await makeChange(register, round, { what: 'name', after: name }, author));
      if (round.folder !== undefined || usualFolder === undefined) continue;
      const row = register.db.updateTable('round').set({ folder: usualFolder }).where('round', '=', name);
      await row.where('instrument', '=', round.instrument).execute();
    }
    return ids;
  });
  return { changes, findings: [] };
}

/** @throws Refusal for the name of a round that there is. */
export async function checkNameFree(register: Register, name: string): Promise<void> {
  await checkRoundCase(register, name);
  if (!(await roundNames(register)).includes(name)) return;
  throw new Refusal(
    'round.name-taken',
    () => `There is a round ${name} already, and two rounds cannot be made one. Take another name.`,
  );
}
