import { type Finding, finding } from '../finding/index.ts';
import { allLetters, type OutgoingMessages } from '../letters/outgoingMessage.ts';
import { type PartnerToRemind, reminderLetters } from '../letters/reminderLetters.ts';
import { returnsToCorrect } from '../rounds/progress/returnsToCorrect.ts';
import { mayHaveArrived } from '../rounds/progress/sendingMethod.ts';
import { describeUkTime, ukDay } from '../time.ts';
import { type Delivered, deliverMessages } from './mail/deliverMessages.ts';
import type { MailRequest, Posting } from './mail/mailRequest.ts';
import { type MailRound, mailRounds } from './mail/mailRounds.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import { correctOne } from './workbooks/correctOne.ts';
import type { Folder } from './workbooks/folder.ts';

export interface RemindRequest extends MailRequest {
  /** The reminder for this many days before the deadline: not earlier, and once to each partner. */
  readonly before?: number;
}

export interface Reminded extends Delivered {
  /** Instruments of which nobody is reminded yet, each with the day on which the reminder begins, `YYYY-MM-DD`. */
  readonly waiting: readonly { readonly instrument: string; readonly begins: string }[];
}

/**
 * Writes an e-mail to each partner who is not done. Nobody gets two on one day.
 *
 * @param corrections Where the workbooks to correct are saved.
 * @throws Refusal for a round or partner that does not exist.
 */
export async function remind(
  context: OperationContext,
  request: RemindRequest,
  posting: Posting,
  corrections: Folder,
  watcher: Watcher = {},
): Promise<Reminded> {
  const now = context.now();
  const { rounds, findings: changed } = await mailRounds(context, request, posting);
  const all: OutgoingMessages[] = [{ letters: [], findings: changed }];
  const waiting: Reminded['waiting'][number][] = [];
  for (const round of rounds) {
    const about = request.before === undefined ? ukDay(now) : ukDay(round.round.due, request.before);
    if (about > ukDay(now)) {
      waiting.push({ instrument: round.instrument.key, begins: about });
      continue;
    }
    const { people, findings } = await toRemind(context, round, request, corrections);
    const { letters, findings: left } = reminderLetters(round, people, round.wordings, { about, now });
    all.push({ letters, findings: [...findings, ...left] });
  }
  return { ...(await deliverMessages(context, request, posting, allLetters(all), watcher)), waiting };
}

interface People {
  readonly people: readonly PartnerToRemind[];
  readonly findings: readonly Finding[];
}

/** Everyone who is not done. No workbook is made in a trial, and none where answers about people would go by e-mail. */
async function toRemind(
  context: OperationContext,
  { round, instrument, partners, mailed }: MailRound,
  { dryRun = false, partner: named }: RemindRequest,
  folder: Folder,
): Promise<People> {
  const wrong = partners.filter(({ progress }) => progress === 'with errors').map(({ partner }) => partner.code);
  const returns = await returnsToCorrect(context.register, round, instrument, wrong);
  const people: PartnerToRemind[] = [];
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
    if (progress.counting?.late === false && context.now() > round.due) {
      pastDue.push(finding('correction.due-past', {}, { due: describeUkTime(round.due) }));
    }
    if (one === undefined || dryRun || instrument.aboutPeople === true) {
      people.push({ progress, corrections, correction: undefined });
      continue;
    }
    const { workbook, findings: found } = await correctOne(context, { round, instrument }, one, folder);
    findings.push(...found);
    if (workbook !== undefined) people.push({ progress, corrections, correction: workbook });
  }
  return { people, findings: [...findings, ...pastDue.slice(0, 1)] };
}
