import type { Command } from 'commander';
import { withRegisterAt } from '../../../disk/withRegisterAt.ts';
import type { Finding } from '../../../finding/index.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { queueFindings } from '../../../operations/queue/queueFindings.ts';
import { Refusal } from '../../../refusal.ts';
import { copyRegister, NotCopied } from '../../../register/copy/copyRegister.ts';
import { withEncodedPassword, withoutPassword } from '../../../register/server/serverAddress.ts';
import type { Action } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';

interface CopyOptions {
  readonly json?: boolean;
}

export const copyCommand = (register: Command, action: Action): void => {
  register
    .command('copy')
    .usage('<from> <to> [options]')
    .summary('move it to a PostgreSQL server, or from one')
    .description(
      'Copies a register, as it is at one moment, into a new file or an empty PostgreSQL database, and compares the two. When it is broken off, the same command carries on.',
    )
    .argument('<from>', 'the register: a file, or a database as in postgres://user@host/database')
    .argument('<to>', 'where the copy goes: a new file, or an empty database')
    .option('--json', 'write the result to standard output as JSON, and nothing else there')
    .action(action(copy));
};

async function copy(
  { err, ...surroundings }: CommandContext,
  fromGiven: string,
  toGiven: string,
  options: CopyOptions,
): Promise<ExitCode> {
  const [from, to] = [withoutPassword(fromGiven), withoutPassword(toGiven)];
  if (from === to) throw new UsageError(`Both places are ${from}. Give the copy another.`);
  const use = { instruments: [], now: surroundings.now };
  let left: readonly Finding[] = [];
  const rows = await named(
    '<from>',
    withRegisterAt(withEncodedPassword(fromGiven), 'read', use, async (context) => {
      left = await queueFindings(context);
      return named(
        '<to>',
        withRegisterAt(withEncodedPassword(toGiven), 'copy', use, async ({ register: target }) => {
          const { register: source } = context;
          try {
            return await copyRegister(source, target, (table) => {
              if (surroundings.isTerminal) err(`${table}\n`);
            });
          } catch (failure) {
            if (failure instanceof NotCopied) throw new UsageError(`${to}: ${failure.message}.`);
            throw failure;
          }
        }),
      );
    }),
  );
  const all = [...rows.values()].reduce((sum, one) => sum + one, 0);
  printResult({ err, ...surroundings }, options, { from, to, rows: Object.fromEntries(rows) }, [
    `${to}: a copy of ${from}, ${counted(all, 'row')} in ${counted(rows.size, 'table')}, the same in both`,
  ]);
  printFindings({ err, ...surroundings }, left, options);
  return exitCodes.done;
}

/** Here a register is no option: a refusal of it names the argument instead. */
async function named<T>(argument: string, opened: Promise<T>): Promise<T> {
  try {
    return await opened;
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const message = failure.describe((input) => (input === 'register' ? argument : input));
    throw new Refusal(failure.code, () => message);
  }
}
