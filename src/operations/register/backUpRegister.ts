import { sql } from 'kysely';
import { FindingsError } from '../../finding/index.ts';
import { copyRegister } from '../../register/copy/copyRegister.ts';
import { backupRegister } from '../../register/database/backupRegister.ts';
import { checkDatabase } from '../../register/database/checkDatabase.ts';
import { isOnServer } from '../../register/database/dialect.ts';
import { openRegister } from '../../register/openRegister.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

/**
 * Copies the register as it is at one moment, also while others use it, and checks the copy.
 *
 * @param saveNew Has a new file written at a path of its choice, and keeps it only when nothing is thrown.
 * @throws FindingsError when the copy is damaged.
 */
export async function backUpRegister(
  { register }: Pick<OperationContext, 'register'>,
  saveNew: (write: (draft: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  await saveNew(async (draft) => {
    if (isOnServer(register.db)) await copyFromServer(register, draft);
    else await backupRegister(register, draft);
    const copy = await openRegister(draft, 'read');
    try {
      const damage = await checkDatabase(copy);
      if (damage.length > 0) throw new FindingsError(damage);
    } finally {
      await copy.close();
    }
  });
}

/** A backup of a register on a server is a file: every computer can open it. */
async function copyFromServer(register: OperationContext['register'], draft: string): Promise<void> {
  const file = await openRegister(draft, 'copy');
  try {
    await copyRegister(register, file, () => undefined);
    // So that everything is in the one file.
    await sql`pragma journal_mode = delete`.execute(file.db);
  } finally {
    await file.close();
  }
}
