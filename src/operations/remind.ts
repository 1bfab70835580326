import { type Finding, finding } from '../finding/index.ts';
import { allLetters, deadlineFor, type OutgoingMessages } from '../letters/outgoingMessage.ts';
import { type PartnerToRemind, reminderLetters } from '../letters/reminderLetters.ts';
import { returnsToCorrect } from '../rounds/progress/returnsToCorrect.ts';
import type { PartnerProgress } from '../rounds/progress/roundProgress.ts';
import { mayHaveArrived } from '../rounds/progress/sendingMethod.ts';
import { describeUkTime, ukDay } from '../time.ts';
import { type Delivered, deliverMessages } from './mail/deliverMessages.ts';
import type { MailRequest, Posting } from './mail/mailRequest.ts';
import { type MailRound, openMailRounds } from './mail/mailRounds.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import { correctOne } from './workbooks/correctOne.ts';
import type { Folder } from './workbooks/folder.ts';

export interface RemindRequest extends MailRequest {
  /** The reminder for this many days before the deadline: not earlier, and once to each partner. */
  readonly before?: number;
}

export interface Waiting {
  /** Key of the instrument. */
  readonly instrument: string;
  readonly begins: string;
  /** Codes of the partners; all of the round when absent. */
  readonly partners?: readonly string[];
}

export interface Reminded extends Delivered {
  /** Who is not reminded yet, by instrument and by the day on which their reminder begins, `YYYY-MM-DD`. */
  readonly waiting: readonly Waiting[];
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
  const { rounds, findings: changed } = await openMailRounds(context, request, posting);
  const all: OutgoingMessages[] = [{ letters: [], findings: changed }];
  const waiting: Reminded['waiting'][number][] = [];
  for (const round of rounds) {
    const dayFor = ({ partner }: PartnerProgress): string =>
      request.before === undefined ? ukDay(now) : ukDay(deadlineFor(round, partner), request.before);
    const begun = round.partners.filter((one) => dayFor(one) <= ukDay(now));
    waiting.push(...waitingIn(round, dayFor, ukDay(now)));
    if (begun.length === 0) continue;
    const { people, findings } = await toRemind(context, { ...round, partners: begun }, request, corrections);
    const dated = people.map((one) => ({ ...one, about: dayFor(one.progress) }));
    const { letters, findings: left } = reminderLetters(round, dated, round.wordings, now);
    all.push({ letters, findings: [...findings, ...left] });
  }
  return { ...(await deliverMessages(context, request, posting, allLetters(all), watcher)), waiting };
}

interface People {
  readonly people: readonly Omit<PartnerToRemind, 'about'>[];
  readonly findings: readonly Finding[];
}

/** Those whose reminder has not begun, by the day on which it does. */
function waitingIn(
  { instrument, partners }: MailRound,
  dayFor: (partner: PartnerProgress) => string,
  today: string,
): readonly Waiting[] {
  const later = partners.filter((one) => one.progress !== 'done' && dayFor(one) > today);
  return [...new Set(later.map(dayFor))].toSorted().map((begins) => {
    const codes = later.filter((one) => dayFor(one) === begins).map(({ partner }) => partner.code);
    const isAll = partners.every((one) => dayFor(one) === begins);
    return { instrument: instrument.key, begins, ...(isAll ? {} : { partners: codes }) };
  });
}

/** Everyone who is not done. No workbook is made in a trial, and none where answers about people would go by e-mail. */
async function toRemind(
  context: OperationContext,
  mailRound: MailRound,
  { dryRun = false, partner: named }: RemindRequest,
  folder: Folder,
): Promise<People> {
  const { round, instrument, partners, mailed } = mailRound;
  const wrong = partners.filter(({ progress }) => progress === 'with errors').map(({ partner }) => partner.code);
  const returns = await returnsToCorrect(context.register, round, instrument, wrong);
  const people: Omit<PartnerToRemind, 'about'>[] = [];
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
    const due = deadlineFor(mailRound, progress.partner);
    if (progress.counting?.late === false && context.now() > due) {
      pastDue.push(finding('correction.due-past', {}, { due: describeUkTime(due) }));
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
