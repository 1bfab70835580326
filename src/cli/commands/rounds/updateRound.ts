import { basename } from 'node:path';
import { readFileAt } from '../../../disk/files/readFile.ts';
import { counted } from '../../../finding/wording/quote.ts';
import { type UpdatedRound, updateRound } from '../../../operations/rounds/tracker/updateRound.ts';
import { describeChange } from '../../../rounds/changes/describeChange.ts';
import { ukTime } from '../../../time.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { madeLines } from '../../output/roundLines.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';

interface UpdateOptions extends CommonOptions {
  readonly round?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly confirm?: boolean;
}

export const addRoundUpdate: AddCommand = (round, action) => {
  withCommonOptions(round.command('update'))
    .usage('<tracker> [options]')
    .summary('read back a tracker that was edited in Excel')
    .description(
      'Reads back a tracker that "status --out" wrote and that was edited in Excel: addresses, contacts, when a workbook was sent without Scorebook, later deadlines, decisions about returns, partners that were withdrawn. It shows what would change; --confirm makes these changes. What has changed since the tracker was written stays.',
    )
    .argument('<tracker>', 'the file')
    .option('--round <name>', 'refuse the tracker of another round')
    .option('--reason <text>', 'why, for rows that have no reason of their own')
    .option('--by <name>', 'who decides it (default: the account under which the command runs)')
    .option('--confirm', 'make the changes')
    .action(action(update));
};

async function update(surroundings: CommandContext, path: string, options: UpdateOptions): Promise<ExitCode> {
  const { round, reason, confirm } = options;
  const request = {
    ...{ bytes: readFileAt(path), file: basename(path) },
    ...(round === undefined ? {} : { round }),
    ...(reason === undefined ? {} : { reason }),
    ...(confirm === undefined ? {} : { confirm }),
  };
  const updated = await withRegister(surroundings, options, 'write', (context) => updateRound(context, request));
  const { findings, isDone } = updated;
  printFindings(surroundings, findings, options);
  // The numbers of changes that were only tried mean nothing.
  const changes = isDone ? updated.changes : updated.changes.map(({ id: _id, ...change }) => change);
  printResult(surroundings, options, { ...updated, changes }, updateLines(updated));
  return exitCodeFor(findings);
}

function updateLines({ round, written, changes, isDone, findings }: UpdatedRound): readonly string[] {
  if (isDone && changes.length > 0) {
    const ids = changes.map(({ id }) => id).join(' ');
    return [...madeLines(changes), `To undo: scorebook round undo ${ids} --reason TEXT`];
  }
  const tracker = `tracker of round ${round}, written on ${ukTime(written)}`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (changes.length + errors === 0) return [`Nothing to change: the ${tracker}, says nothing new.`];
  const next =
    errors === 0
      ? `Nothing was changed yet. To make ${changes.length === 1 ? 'this change' : 'these changes'}, run the same command with --confirm.`
      : `Nothing was changed. First correct ${counted(errors, 'error')} in the tracker, and save it.`;
  return [
    ...(changes.length === 0 ? [] : [`${counted(changes.length, 'change')} by the ${tracker}:`]),
    ...changes.map((change) => `  ${change.instrument}: ${describeChange(change)} (${change.reason ?? 'no reason'})`),
    next,
  ];
}
