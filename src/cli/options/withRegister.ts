import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { instruments } from '../../../definitions/index.ts';
import { FindingsError, finding } from '../../finding/index.ts';
import { damageOf } from '../../intake/integrity/damageOf.ts';
import type { OperationContext } from '../../operations/rounds/operationContext.ts';
import { Refusal } from '../../refusal.ts';
import { databaseProblemOf, isBroken } from '../../register/database/databaseProblem.ts';
import { UnusableRegister } from '../../register/migrations/migrate.ts';
import { type Access, openRegister } from '../../register/openRegister.ts';
import { readingProblemOf } from '../files/writeFile.ts';
import { type CommandContext, UsageError } from '../terminal/context.ts';

/** Opens the register for as long as the work takes, making it when it is not there. */
export function withRegister<T>(
  surroundings: CommandContext,
  path: string,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  checkPath(path);
  return using(surroundings, path, 'make', work);
}

/**
 * The same for work on what was issued: a register that is not there would be empty, and its path mistyped. To be read
 * only, it may be on a disk or in a folder that cannot be written to.
 */
export async function withExistingRegister<T>(
  surroundings: CommandContext,
  path: string,
  access: Exclude<Access, 'make'>,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  checkPath(path);
  if (!existsSync(path)) {
    throw new UsageError(`There is no register ${path}. Generate the workbooks first, or check --register.`);
  }
  return using(surroundings, path, access, work);
}

async function using<T>(
  surroundings: CommandContext,
  path: string,
  access: Access,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  const unusable = (problem: string): UsageError =>
    new UsageError(`The register ${path} cannot be opened: ${problem}. Check --register.`);
  if (existsSync(path) && !statSync(path).isFile()) throw unusable('it is a folder or a device, not a file');
  const register = await openRegister(path, access).catch((failure: unknown) => {
    if (failure instanceof FindingsError) throw failure;
    if (!isBroken(failure)) throw unusable(openingProblemOf(failure));
    const problem = 'it cannot be opened';
    throw new FindingsError([finding('register.damaged', { file: basename(path) }, { problem })]);
  });
  if (register.migrated !== undefined) {
    const { from, to, backup } = register.migrated;
    surroundings.err(
      `The register ${path} was brought up to date, from version ${from} to version ${to}. A copy of it as it was is in ${backup}.\n`,
    );
  }
  try {
    return await work({ register, instruments, now: surroundings.now });
  } catch (failure) {
    if ([FindingsError, Refusal, UsageError].some((known) => failure instanceof known)) throw failure;
    const problem = databaseProblemOf(failure);
    if (problem === undefined) {
      const damage = await damageOf(register);
      throw damage.length === 0 ? failure : new FindingsError(damage);
    }
    throw new FindingsError([finding('register.failed', { file: basename(path) }, { problem })]);
  } finally {
    await register.close();
  }
}

function openingProblemOf(failure: unknown): string {
  if (failure instanceof UnusableRegister) return failure.message;
  return databaseProblemOf(failure) ?? readingProblemOf(failure);
}

/** What SQLite would take for something else than a file. */
function checkPath(path: string): void {
  const refuse = (problem: string): UsageError =>
    new UsageError(`--register ${problem}. Give the path of a file, as in --register output/register.db.`);
  if (path.trim() === '') throw refuse('is empty');
  if (path === ':memory:') throw refuse(':memory: would be forgotten when the command ends');
  if (/^(?:[a-z][a-z0-9+.-]+:\/\/|file:)/i.test(path))
    throw refuse(`${path} is an address, and the register is a file`);
}
