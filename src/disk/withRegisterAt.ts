import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../finding/index.ts';
import { findDamage } from '../intake/integrity/findDamage.ts';
import type { OperationContext } from '../operations/rounds/operationContext.ts';
import { Refusal } from '../refusal.ts';
import { databaseProblemOf, isBroken } from '../register/database/databaseProblem.ts';
import { LimitedUser } from '../register/grants/limitsOfUser.ts';
import { UnusableRegister } from '../register/migrations/migrate.ts';
import { openRegister } from '../register/openRegister.ts';
import { isServerAddress, withoutPassword } from '../register/server/serverAddress.ts';
import { connectionProblemOf, lostServerProblemOf, serverProblemOf } from '../register/server/serverProblem.ts';
import type { Access } from '../register/tables/access.ts';
import type { Migrated, Register } from '../register/tables/register.ts';
import { readingProblemOf } from './files/fileProblem.ts';

/** What operations need besides the register. */
export interface RegisterUse extends Omit<OperationContext, 'register'> {
  /** Called when the register was of an earlier version. */
  readonly onMigrated?: (migrated: Migrated) => void;
}

/**
 * Opens the register at a path for as long as the work takes. Unless it is to be made, it must exist: a new one
 * would be empty, and the path is probably mistyped. To be read, it may be on a read-only disk or in a read-only folder.
 *
 * @throws Refusal when there is none, it is not usable, or its user sees too little of it.
 * @throws FindingsError when it is damaged, or failed while it was used.
 */
export async function withRegisterAt<T>(
  path: string,
  access: Access,
  { onMigrated, ...others }: RegisterUse,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  if (!isServerAddress(path)) checkPath(path, access);
  const register = await open(path, access);
  if (register.migrated !== undefined) onMigrated?.(register.migrated);
  try {
    return await work({ register, ...others });
  } catch (failure) {
    if (failure instanceof FindingsError || failure instanceof Refusal) throw failure;
    if (failure instanceof UnusableRegister) throw unusable(path, failure.message);
    throw await failureOf(register, path, failure);
  } finally {
    await register.close();
  }
}

/** Refuses a path that SQLite would not take for a file. */
function checkPath(path: string, access: Access): void {
  const refuse = (problem: string): Refusal =>
    new Refusal('register.unusable', (input) => {
      const option = input('register');
      return `${option} ${problem}. Give the path of a file, as in ${option} output/register.db.`;
    });
  if (path.trim() === '') throw refuse('is empty');
  if (path === ':memory:') throw refuse(':memory: would be forgotten when the command ends');
  const [scheme] = /^(?:[a-z][a-z0-9+.-]+:\/\/|file:)/i.exec(path) ?? [];
  // What follows may have a password.
  if (scheme !== undefined) {
    throw refuse(
      `${scheme}… is neither a file nor the address of a PostgreSQL database, as postgres://user@host/database is`,
    );
  }
  if (access !== 'make' && access !== 'copy' && !existsSync(path)) {
    throw new Refusal(
      'register.unknown',
      (input) => `There is no register ${path}. Generate the workbooks first, or check ${input('register')}.`,
    );
  }
  if (existsSync(path) && !statSync(path).isFile()) throw unusable(path, 'it is a folder or a device, not a file');
}

const unusable = (path: string, problem: string): Refusal =>
  new Refusal(
    'register.unusable',
    (input) => `The register ${withoutPassword(path)} cannot be opened: ${problem}. Check ${input('register')}.`,
  );

async function open(path: string, access: Access): Promise<Register> {
  try {
    return await openRegister(path, access);
  } catch (failure) {
    if (failure instanceof FindingsError) throw failure;
    if (failure instanceof LimitedUser) throw new Refusal('user.limited', () => failure.message);
    if (failure instanceof UnusableRegister) throw unusable(path, failure.message);
    if (isServerAddress(path)) {
      const problem = serverProblemOf(failure) ?? connectionProblemOf(failure);
      if (problem === undefined) throw failure;
      throw unusable(path, problem);
    }
    if (!isBroken(failure)) throw unusable(path, databaseProblemOf(failure) ?? readingProblemOf(failure));
    const problem = 'it cannot be opened';
    throw new FindingsError([finding('register.damaged', { file: basename(path) }, { problem })]);
  }
}

/** The cause of a failure: the database, damage to what is stored, or a bug. */
async function failureOf(register: Register, path: string, failure: unknown): Promise<unknown> {
  const problem = isServerAddress(path) ? lostServerProblemOf(failure) : databaseProblemOf(failure);
  if (problem !== undefined) {
    const file = isServerAddress(path) ? withoutPassword(path) : basename(path);
    return new FindingsError([finding('register.failed', { file }, { problem })]);
  }
  // Who sees a part of it cannot judge the whole.
  if (register.limits !== undefined) return failure;
  const damage = await findDamage(register);
  return damage.length === 0 ? failure : new FindingsError(damage);
}
