import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { writingProblemOf } from '../../../disk/files/fileProblem.ts';
import { isRegister } from '../../../disk/files/isRegister.ts';
import { FindingsError, finding } from '../../../finding/index.ts';
import { backUpRegister } from '../../../operations/register/backUpRegister.ts';
import { checkRegister } from '../../../operations/register/checkRegister.ts';
import { databaseProblemOf } from '../../../register/database/databaseProblem.ts';
import { writeNewFile } from '../../../register/database/newFile.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  printFindings,
  printJson,
  withCommonOptions,
} from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { startProgress } from '../../terminal/progress.ts';
import { pruneCommand } from './pruneRegister.ts';

export function registerCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  const register = program
    .command('register')
    .summary('check the register, copy it, or make it smaller')
    .description(
      'Proves that the register is whole, copies it, also while other commands use it, or removes what was refused long ago.',
    )
    .helpCommand(false);
  withCommonOptions(register.command('check'))
    .summary('prove that nothing in it is damaged, missing or changed')
    .description(
      'Checks the file of the register, every stored file against its SHA-256 and its seal, and reads it again: answers, figures and findings must be those that are stored. The log shows what was changed, added or removed by hand.',
    )
    .action(async (options: CommonOptions) => {
      done(await check(surroundings, options));
    });
  withCommonOptions(register.command('backup'))
    .usage('<file> [options]')
    .summary('copy it, also while it is used')
    .description('Copies the register into a new file, as it is at one moment, and checks the copy.')
    .argument('<file>', 'where the copy goes; a file that is there already is not overwritten')
    .action(async (file: string, options: CommonOptions) => {
      done(await backup(surroundings, file, options));
    });
  pruneCommand(register, surroundings, done);
}

async function check(surroundings: CommandContext, options: CommonOptions): Promise<ExitCode> {
  const findings = await withExistingRegister(surroundings, options.register, 'read', async (context) => {
    // Where messages go to a file, nobody waits for them.
    if (!surroundings.isTerminal) return checkRegister(context);
    const progress = startProgress(surroundings, 0);
    let done = 0;
    const onProgress = (name: string, total: number): void => {
      progress.expect(total - done);
      done += 1;
      progress.step(printable(name));
    };
    const found = await checkRegister(context, { onProgress });
    progress.end();
    return found;
  });
  if (options.json === true) printJson(surroundings, { register: options.register, findings });
  else {
    printFindings(surroundings, findings);
    surroundings.out(
      `${options.register}: ${findings.length === 0 ? 'nothing is wrong' : counted(findings.length, 'finding')}\n`,
    );
  }
  return exitCodeFor(findings);
}

async function backup(surroundings: CommandContext, file: string, options: CommonOptions): Promise<ExitCode> {
  if (file.trim() === '') throw new UsageError('The name of the copy is empty. Give the path of a file.');
  if (isRegister(file, options.register)) {
    throw new UsageError(`${file} is the register itself, or SQLite's beside it. Give the copy another name.`);
  }
  await withExistingRegister(surroundings, options.register, 'read', (context) =>
    backUpRegister(context, (write) => writeNew(file, write)),
  );
  const { size } = statSync(file);
  if (options.json === true) printJson(surroundings, { register: options.register, file, bytes: size });
  else surroundings.out(`${file}: a copy of ${options.register}\n`);
  return exitCodes.done;
}

/** Writes a new file whole or not at all. */
async function writeNew(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const taken = finding('output.already-there', { file: basename(path) }, {});
  if (existsSync(path)) throw new FindingsError([taken]);
  try {
    await writeNewFile(resolve(path), write);
  } catch (failure) {
    if (failure instanceof FindingsError) throw failure;
    if (failure instanceof Error && 'code' in failure && failure.code === 'EEXIST') throw new FindingsError([taken]);
    const problem = databaseProblemOf(failure) ?? writingProblemOf(failure);
    throw new FindingsError([finding('output.not-written', { file: basename(path) }, { problem })]);
  }
}
