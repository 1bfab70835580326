import type { Command } from 'commander';
import { timeFindings } from '../../../finding/timeFindings.ts';
import { changePartner, type PartnerDetailsRequest } from '../../../operations/rounds/changes/changePartner.ts';
import { extendDeadline } from '../../../operations/rounds/changes/extendDeadline.ts';
import type { MadeChanges } from '../../../operations/rounds/changes/makeChanges.ts';
import { mergePartner } from '../../../operations/rounds/changes/mergePartner.ts';
import { recordSent } from '../../../operations/rounds/changes/recordSent.ts';
import { bringBackPartner, withdrawPartner } from '../../../operations/rounds/changes/withdrawPartner.ts';
import type { OperationContext } from '../../../operations/rounds/operationContext.ts';
import type { AddCommand } from '../../options/common.ts';
import { withReason } from '../../options/reasonOptions.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import { printChanges } from '../../output/printChanges.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { printFindings } from '../../terminal/print.ts';
import type { ChangeOptions } from './roundAction.ts';

interface PartnerOptions extends ChangeOptions {
  readonly round: string;
}

const withPartnerOptions = (command: Command, codes: '<code...>' | '<code>'): Command =>
  withReason(
    command
      .usage(`${codes} --round <name> --reason <text> [options]`)
      .argument(codes, 'codes of partners, as status shows them')
      .requiredOption('--round <name>', 'name of the round')
      .option('--instrument <key>', 'only of this instrument, where the round has several'),
  );

export const addPartnerChanges: AddCommand = (round, action) => {
  withPartnerOptions(round.command('extend'), '<code...>')
    .summary('give partners a later deadline')
    .description(
      'Gives partners a later deadline than the round has. Status, reminders, corrections and the roll-up go by it from now on; the deadlines of the others stay.',
    )
    .requiredOption('--due <time>', 'their deadline in UK time, as in "23/12/2026 12:00"')
    .action(action(extend));
  withPartnerOptions(round.command('sent'), '<code...>')
    .summary('record that workbooks were sent without Scorebook')
    .description(
      'Records that workbooks were sent without Scorebook, as from drafts in Outlook, so that status and reminders know that partners have them.',
    )
    .option('--at <time>', 'when they were sent, in UK time (default: now)')
    .option('--no-at', 'they were not sent after all')
    .action(action(recordAsSent));
  withPartnerOptions(round.command('withdraw'), '<code...>')
    .summary('take partners out of a round')
    .description(
      'Withdraws partners: they are in no figure and get no message. What they returned stays in the register.',
    )
    .action(action(changing(withdrawPartner)));
  withPartnerOptions(round.command('bring-back'), '<code...>')
    .summary('bring back partners that left a round')
    .description('Brings back partners that were withdrawn or became part of others. What they returned counts again.')
    .action(action(changing(bringBackPartner)));
  withPartnerOptions(round.command('merge'), '<code...>')
    .summary('record that partners became part of another')
    .description(
      'Records that partners became part of another. They take no part in the round any more; what they returned stays, and comparisons with earlier rounds show it under the other partner. They may be partners of an earlier round only.',
    )
    .requiredOption('--into <code>', 'the partner that they became part of')
    .action(
      action(changing((context, { into = '', ...request }) => mergePartner(context, { ...request, into: [into] }))),
    );
  withPartnerOptions(round.command('split'), '<code>')
    .summary('record that a partner was split into others')
    .description(
      'Records that a partner was split into others, which are in the round already. What it answered is shown under each of them in comparisons with earlier rounds.',
    )
    .requiredOption('--into <code...>', 'the partners into which it was split')
    .action(action(split));
  withPartnerOptions(round.command('partner'), '<code>')
    .summary('correct the name, e-mail address or contact of a partner')
    .description(
      'Gives a partner another name, e-mail address or contact. Name and address stay until the list of partners has others than it had before.',
    )
    .option('--name <text>', 'its name')
    .option('--email <address>', 'its e-mail address, or several with semicolons between them')
    .option('--no-email', 'remove its e-mail address')
    .option('--contact <text>', 'whom to ask there, such as a name and a telephone number, as the tracker shows it')
    .option('--no-contact', 'remove its contact')
    .action(action(correctPartner));
};

type Change = (
  context: OperationContext,
  request: PartnerOptions & { readonly partner: readonly string[]; readonly into?: string },
) => Promise<MadeChanges>;

const changing =
  (change: Change) =>
  async (
    surroundings: CommandContext,
    partner: readonly string[],
    options: PartnerOptions & { readonly into?: string },
  ): Promise<ExitCode> => {
    const made = await withRegister(surroundings, options, 'write', (context) =>
      change(context, { ...options, partner }),
    );
    return printChanges(surroundings, options, made);
  };

function extend(
  surroundings: CommandContext,
  partner: readonly string[],
  options: PartnerOptions & { readonly due: string },
): Promise<ExitCode> {
  const due = timeGiven('--due', options.due, '23/12/2026 12:00');
  printFindings(surroundings, timeFindings('--due', options.due, due), options);
  const change: Change = (context, request) => extendDeadline(context, { ...request, due: due.instant });
  return changing(change)(surroundings, partner, options);
}

function recordAsSent(
  surroundings: CommandContext,
  partner: readonly string[],
  { at: given, ...options }: PartnerOptions & { readonly at?: string | false },
): Promise<ExitCode> {
  const time = typeof given === 'string' ? timeGiven('--at', given, '20/11/2026 16:30') : undefined;
  if (typeof given === 'string' && time !== undefined) {
    printFindings(surroundings, timeFindings('--at', given, time), options);
  }
  const at = given === false ? null : (time?.instant ?? surroundings.now());
  return changing((context, request) => recordSent(context, { ...request, at }))(surroundings, partner, options);
}

function split(
  surroundings: CommandContext,
  partner: string,
  { into, ...options }: PartnerOptions & { readonly into: readonly string[] },
): Promise<ExitCode> {
  return changing((context, request) => mergePartner(context, { ...request, into }))(surroundings, [partner], options);
}

function correctPartner(
  surroundings: CommandContext,
  partner: string,
  { name, email, contact, ...options }: PartnerOptions & Pick<PartnerDetailsRequest, 'name' | 'email' | 'contact'>,
): Promise<ExitCode> {
  const details = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(contact === undefined ? {} : { contact }),
  };
  const change: Change = (context, request) => changePartner(context, { ...request, ...details, partner });
  return changing(change)(surroundings, [partner], options);
}
