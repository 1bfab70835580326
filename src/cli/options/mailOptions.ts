import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { folderAt } from '../../disk/files/folderAt.ts';
import { readWordings } from '../../disk/read/readWordings.ts';
import { type MailServer, mailServer } from '../../letters/mailServer.ts';
import type { MailRequest, Posting } from '../../operations/mail/mailRequest.ts';
import { onlyAddress } from '../../partners/emailAddresses.ts';
import { type CommandContext, UsageError } from '../terminal/context.ts';
import { type CommonOptions, refuseEmpty, withCommonOptions } from './common.ts';
import { warnOfPassword } from './warnOfPassword.ts';

/** What every command that writes e-mails is given. */
export interface MailOptions extends CommonOptions, MailRequest {
  readonly out?: string;
  /** A file; false for Scorebook's own. */
  readonly wording?: string | false;
  /** True when the address of the server is in the environment. */
  readonly smtp?: string | true;
  readonly from?: string;
  readonly perMinute: string;
  readonly maxMb: string;
}

/** The variable with the address of the mail server, so that its password is in no list of commands. */
const variable = 'SCOREBOOK_SMTP';

export function withMailOptions(command: Command): Command {
  return withCommonOptions(
    command
      .usage('--round <name> [options]')
      .requiredOption('--round <name>', 'name of the round, such as 2026')
      .option('--instrument <key>', 'only of this instrument, where the round has several')
      .option('--partner <code...>', 'only to these partners')
      .option('--out <folder>', 'where the drafts go (default: output/<round>/mail)')
      .option(
        '--wording <file>',
        'the words of the e-mails; the command "wording" writes the file to begin with (default: as before)',
      )
      .option('--no-wording', "Scorebook's own words again")
      .option('--contact <text>', 'whom partners are to ask (default: as before, or the return address)')
      .option('--no-contact', 'the return address again')
      .option('--smtp [url]', `send by this mail server instead of writing drafts (default: ${variable})`)
      .option('--from <address>', 'the address that sends (default: the return address)')
      .addOption(new Option('--per-minute <number>', 'maximum number of messages sent in a minute').default('20'))
      .addOption(new Option('--max-mb <number>', 'maximum size of one message, in megabytes').default('25'))
      .addOption(new Option('--most-mb <number>', 'the earlier spelling of --max-mb').hideHelp())
      .on('option:most-mb', (megabytes: string) => command.setOptionValue('maxMb', megabytes))
      .option('--again', 'also what went out before')
      .option('--dry-run', 'show how many there would be, and the first; write and send nothing'),
  );
}

/** Where drafts go. */
export const draftFolder = ({ out, round }: MailOptions): string => out ?? join('output', round, 'mail');

/** @throws UsageError for options that cannot be carried out. */
export function postingOf(surroundings: CommandContext, options: MailOptions): Posting {
  for (const name of ['out', 'wording', 'contact'] as const) {
    const value = options[name];
    if (value !== false) refuseEmpty(`--${name}`, value, 'Give a value, or leave it out.');
  }
  if (options.smtp !== undefined && options.out !== undefined) {
    throw new UsageError('--out is where drafts go, and with --smtp there are none. Leave one of the two out.');
  }
  if (options.smtp === undefined && options.from !== undefined) {
    throw new UsageError('--from is for sending with --smtp: a draft goes out from the mailbox of whoever sends it.');
  }
  const from = options.from === undefined ? undefined : onlyAddress(options.from);
  if (options.from !== undefined && from === undefined) {
    throw new UsageError(
      `--from "${options.from}" is no e-mail address. Write one, as in --from returns@region.example.`,
    );
  }
  if (options.smtp !== undefined) warnOfPassword(surroundings, '--smtp', options.smtp, variable);
  return {
    server: options.smtp === undefined ? undefined : serverAt(options.smtp, surroundings.environment?.[variable]),
    from,
    perMinute: positive('--per-minute', options.perMinute),
    maxBytes: positive('--max-mb', options.maxMb) * 1024 * 1024,
    drafts: folderAt(draftFolder(options)),
    ...(options.wording === undefined
      ? {}
      : { wordings: options.wording === false ? options.wording : readWordings(options.wording) }),
  };
}

function serverAt(given: string | true, known: string | undefined): MailServer {
  if (given === true && known === undefined) {
    throw new UsageError(
      `--smtp: no mail server is given. Set ${variable} to its address, as in smtp://USER:PASSWORD@mail.region.example:587.`,
    );
  }
  const server = mailServer(given === true ? (known ?? '') : given);
  if (typeof server !== 'string') return server;
  throw new UsageError(`${given === true ? variable : '--smtp'} cannot be used. ${server}`);
}

function positive(option: string, text: string): number {
  const number = /^\d{1,5}(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw new UsageError(`${option} "${text}" is not a number above 0. Write one in figures, as in ${option} 20.`);
}
