import { sizeAt } from '../../../disk/files/fileAt.ts';
import { isRegister } from '../../../disk/files/isRegister.ts';
import { writeNewFileAt } from '../../../disk/files/newFile.ts';
import { type Finding, hasErrors } from '../../../finding/index.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { queueFindings } from '../../../operations/queue/queueFindings.ts';
import { backUpRegister } from '../../../operations/register/backUpRegister.ts';
import { checkRegister } from '../../../operations/register/checkRegister.ts';
import { listDecisions } from '../../../operations/register/listDecisions.ts';
import type { OperationContext } from '../../../operations/rounds/operationContext.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { decisionLines } from '../../output/roundLines.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';
import { countingProgress } from '../../terminal/progress.ts';
import { copyCommand } from './copyRegister.ts';
import { grantCommand } from './grantRegion.ts';
import { pruneCommand } from './pruneRegister.ts';

export const registerCommand: AddCommand = (program, action) => {
  const register = program
    .command('register')
    .summary('check the register, copy it, make it smaller, or say who may see it')
    .description(
      'Proves that the register is whole, copies it, also while other commands use it, removes what was refused long ago, or says who sees which regions.',
    )
    .helpCommand(false);
  withCommonOptions(register.command('check'))
    .summary('prove that nothing in it is damaged, missing or changed')
    .description(
      'Checks the file of the register, every stored file against its SHA-256 and its seal, and reads it again: answers, figures and findings must be those that are stored. The log shows what was changed, added or removed by hand.',
    )
    .action(action(check));
  withCommonOptions(register.command('backup'))
    .usage('<file> [options]')
    .summary('copy it, also while it is used')
    .description('Copies the register into a new file, as it is at one moment, and checks the copy.')
    .argument('<file>', 'where the copy goes; a file that is there already is not overwritten')
    .action(action(backup));
  copyCommand(register, action);
  pruneCommand(register, action);
  grantCommand(register, action);
};

async function check(surroundings: CommandContext, options: CommonOptions): Promise<ExitCode> {
  const { findings, decisions } = await withRegister(surroundings, options, 'read', async (context) => {
    const found = await checked(surroundings, context);
    // Rows of damaged pages are not read.
    return { findings: found, decisions: hasErrors(found) ? [] : await listDecisions(context) };
  });
  const { register } = options;
  printFindings(surroundings, findings, options);
  printResult(surroundings, options, { register, findings, decisions }, [
    `${register}: ${findings.length === 0 ? 'nothing is wrong' : counted(findings.length, 'finding')}`,
    ...decisionLines(decisions),
  ]);
  return exitCodeFor(findings);
}

async function checked(surroundings: CommandContext, context: OperationContext): Promise<readonly Finding[]> {
  // Where messages go to a file, nobody waits for them.
  if (!surroundings.isTerminal) return checkRegister(context);
  const { onProgress, end } = countingProgress(surroundings);
  const found = await checkRegister(context, { onProgress });
  end();
  return found;
}

async function backup(surroundings: CommandContext, file: string, options: CommonOptions): Promise<ExitCode> {
  const { register } = options;
  if (file.trim() === '') throw new UsageError('The name of the copy is empty. Give the path of a file.');
  if (isRegister(file, register)) {
    throw new UsageError(`${file} is the register itself, or SQLite's beside it. Give the copy another name.`);
  }
  const left = await withRegister(surroundings, options, 'read', async (context) => {
    const waiting = await queueFindings(context);
    await backUpRegister(context, (write) => writeNewFileAt(file, write));
    return waiting;
  });
  printResult(surroundings, options, { register, file, bytes: sizeAt(file) }, [`${file}: a copy of ${register}`]);
  printFindings(surroundings, left, options);
  return exitCodes.done;
}
