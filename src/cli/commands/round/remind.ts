import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { type Finding, finding } from '../../../finding/index.ts';
import { allLetters, type OutgoingMessages } from '../../../letters/outgoingMessage.ts';
import { reminderLetters, type ToRemind } from '../../../letters/reminderLetters.ts';
import type { Register } from '../../../register/tables/register.ts';
import { returnsToCorrect } from '../../../rounds/progress/returnsToCorrect.ts';
import { mayHaveArrived } from '../../../rounds/progress/sendings.ts';
import { describeUkTime, ukDay } from '../../../time.ts';
import { readWordings } from '../../input/readWordings.ts';
import { counted } from '../../options/common.ts';
import { type MailOptions, postingOf, withMailOptions } from '../../options/mailOptions.ts';
import { type MailRound, mailRounds } from '../../options/mailRounds.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { deliverMessages } from '../../output/deliverMessages.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { correctOne } from './correct.ts';

interface RemindOptions extends MailOptions {
  readonly before?: string;
  readonly corrections?: string;
}

export function remindCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withMailOptions(program.command('remind'))
    .summary('write an e-mail to each partner who is not done, or send it')
    .description(
      'Writes an e-mail to each partner who has returned nothing, whose return is incomplete (it says what is open), or has errors (with a workbook to correct them in, except where answers are about individual people). Partners who are done get none, and nobody gets two on one day.',
    )
    .option(
      '--before <days>',
      'the reminder for this many days before the deadline: not earlier, and once to each partner',
    )
    .option('--corrections <folder>', 'where the workbooks to correct go (default: output/<round>/corrections)')
    .action(async (options: RemindOptions) => {
      done(await remind(surroundings, options));
    });
}

function remind(surroundings: CommandContext, options: RemindOptions): Promise<ExitCode> {
  const posting = postingOf(surroundings, options);
  const days = daysBefore(options.before);
  const wordings = readWordings(options.wording);
  const now = surroundings.now();
  return withExistingRegister(surroundings, options.register, 'write', async (opened) => {
    const { register } = opened;
    const all: OutgoingMessages[] = [];
    for (const context of await mailRounds(opened, options)) {
      const { due } = context.round;
      const about = days === undefined ? ukDay(now) : ukDay(due, days);
      if (about > ukDay(now)) {
        surroundings.err(
          `${context.instrument.key}: nobody is reminded yet, as the reminder of ${counted(days ?? 0, 'day')} before the deadline begins on ${about}.\n`,
        );
        continue;
      }
      const { people, findings } = await toRemind(register, context, options, now);
      const { letters, findings: told } = reminderLetters(context, people, wordings, { about, now });
      all.push({ letters, findings: [...findings, ...told] });
    }
    return deliverMessages(surroundings, register, options, posting, allLetters(all));
  });
}

interface People {
  readonly people: readonly ToRemind[];
  readonly findings: readonly Finding[];
}

/** Everyone who is not done. No workbook is made in a trial, and none where answers about people would go by e-mail. */
async function toRemind(
  register: Register,
  { round, instrument, partners, mailed }: MailRound,
  {
    dryRun = false,
    partner: named,
    round: name,
    corrections: folder = join('output', name, 'corrections'),
  }: RemindOptions,
  now: Date,
): Promise<People> {
  const wrong = partners.filter(({ progress }) => progress === 'with errors').map(({ partner }) => partner.code);
  const returns = await returnsToCorrect(register, round, instrument, wrong);
  const people: ToRemind[] = [];
  const findings: Finding[] = [];
  const pastDue: Finding[] = [];
  for (const progress of partners.filter((one) => one.progress !== 'done')) {
    if (mailed && named === undefined && progress.progress === 'not returned' && !mayHaveArrived(progress)) {
      const { code, name } = progress.partner;
      findings.push(finding('mail.nothing-to-remind', { key: code }, { partner: name }));
      continue;
    }
    const one = returns.find(({ partner }) => partner.code === progress.partner.code);
    const corrections = one?.counting?.corrections ?? [];
    if (progress.counting?.late === false && now > round.due) {
      pastDue.push(finding('correction.due-past', {}, { due: describeUkTime(round.due) }));
    }
    if (one === undefined || dryRun || instrument.aboutPeople === true) {
      people.push({ progress, corrections, correction: undefined });
      continue;
    }
    const made = await correctOne(register, { round, instrument }, one, now, folder);
    findings.push(...made.findings);
    const { file, outcome } = made.file;
    if (file === undefined || outcome === 'left') continue;
    people.push({ progress, corrections, correction: { name: basename(file), bytes: readFileSync(file) } });
  }
  return { people, findings: [...findings, ...pastDue.slice(0, 1)] };
}

function daysBefore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new UsageError(`--before "${text}" is no number of days. Write one in figures, as in --before 7.`);
}
