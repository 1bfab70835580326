import { type Finding, finding } from '../finding/index.ts';
import { unchangedWorkbook, type WorkbookFolder, type WorkbookProblem } from '../letters/issuedWorkbook.ts';
import { allLetters, deadlineFor, type OutgoingMessages } from '../letters/outgoingMessage.ts';
import { type PartnerToRemind, reminderLetters } from '../letters/reminderLetters.ts';
import { Refusal } from '../refusal.ts';
import { type IssuedFile, issuedFiles } from '../rounds/issue/issuedFiles.ts';
import { returnsToCorrect } from '../rounds/progress/returnsToCorrect.ts';
import type { PartnerProgress } from '../rounds/progress/roundProgress.ts';
import { mayHaveArrived } from '../rounds/progress/sendingMethod.ts';
import { blankReturns } from '../rounds/returns/blankReturns.ts';
import { describeUkTime, ukDay } from '../time.ts';
import { type Delivered, deliverMessages } from './mail/deliverMessages.ts';
import type { MailRequest, Posting } from './mail/mailRequest.ts';
import { type MailRound, openMailRounds } from './mail/mailRounds.ts';
import type { GivenLimits } from './mail/rememberMail.ts';
import { reminderHold } from './mail/reminderLimits.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import type { WorkbooksIn } from './sendWorkbooks.ts';
import { correctOne } from './workbooks/correctOne.ts';
import type { Folder } from './workbooks/folder.ts';

export interface RemindRequest extends MailRequest, GivenLimits {
  /** The reminder for this many days before the deadline: not earlier, and once to each partner. */
  readonly before?: number;
}

/** Partners of an instrument who are not reminded, for the same reason and until the same day. */
export interface Waiting {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Their reminder for some days before the deadline has not begun, or a limit of the round holds it back. */
  readonly why: 'before' | 'number of reminders' | 'days between reminders';
  /** The day from which they are reminded, `YYYY-MM-DD`; absent where they have had as many reminders as they may. */
  readonly begins?: string;
  /** Codes of the partners; all of the round when absent. */
  readonly partners?: readonly string[];
}

export interface Reminded extends Delivered {
  readonly waiting: readonly Waiting[];
}

export interface ReminderFolders {
  /** Where the workbooks to correct are saved. */
  readonly corrections: Folder;
  /** Where the workbooks are that were generated. */
  readonly workbooksIn: WorkbooksIn;
}

/**
 * Writes an e-mail to each partner who is not done, with its workbook where nothing came back. Nobody gets two on one day, nor
 * more than the round allows.
 *
 * @throws Refusal for a round or partner that does not exist, and for limits that are no whole numbers from 1.
 */
export async function remind(
  context: OperationContext,
  request: RemindRequest,
  posting: Posting,
  folders: ReminderFolders,
  watcher: Watcher = {},
): Promise<Reminded> {
  const now = context.now();
  checkLimits(request);
  const known = await issuedFiles(context.register);
  const { rounds, findings: changed } = await openMailRounds(context, request, posting);
  const all: OutgoingMessages[] = [{ letters: [], findings: changed }];
  const waiting: Reminded['waiting'][number][] = [];
  for (const round of rounds) {
    const dayFor = ({ partner }: PartnerProgress): string =>
      request.before === undefined ? ukDay(now) : ukDay(deadlineFor(round, partner), request.before);
    const { ready, waiting: held } = heldBack(round, dayFor, ukDay(now));
    waiting.push(...held);
    if (ready.length === 0) continue;
    const workbooks = { ...folders.workbooksIn(round.round.folder), known };
    const { people, findings } = await toRemind(context, { ...round, partners: ready }, request, {
      corrections: folders.corrections,
      workbooks,
    });
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

/** @throws Refusal for a limit that is no whole number from 1 to 999. */
function checkLimits(given: GivenLimits): void {
  for (const name of ['maxReminders', 'daysBetween'] as const) {
    const { [name]: number = false } = given;
    if (number === false || (Number.isInteger(number) && number >= 1 && number <= 999)) continue;
    throw new Refusal('number.unusable', (input) => `${input(name)} ${number} is not a whole number from 1 to 999.`);
  }
}

/** Those who can be reminded now, and those who cannot, by the reason and the day from which they can. */
function heldBack(
  { instrument, partners, limits }: MailRound,
  dayFor: (partner: PartnerProgress) => string,
  today: string,
): { readonly ready: readonly PartnerProgress[]; readonly waiting: readonly Waiting[] } {
  const ready: PartnerProgress[] = [];
  const waiting = new Map<string, Pick<Waiting, 'why' | 'begins'> & { readonly codes: string[] }>();
  for (const one of partners.filter(({ progress }) => progress !== 'done')) {
    const begins = dayFor(one);
    const hold = begins > today ? ({ why: 'before', begins } as const) : reminderHold(one, begins, limits, today);
    const { code } = one.partner;
    if (hold === undefined) ready.push(one);
    else {
      const key = `${'begins' in hold ? hold.begins : ''} ${hold.why}`;
      const alike = waiting.get(key) ?? { ...hold, codes: [] };
      waiting.set(key, { ...alike, codes: [...alike.codes, code] });
    }
  }
  return {
    ready,
    waiting: [...waiting]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, { codes, ...hold }]) => ({
        ...{ instrument: instrument.key, ...hold },
        ...(codes.length === partners.length ? {} : { partners: codes }),
      })),
  };
}

interface Workbooks {
  readonly corrections: Folder;
  readonly workbooks: WorkbookFolder & { readonly known: readonly IssuedFile[] };
}

/**
 * All of these with what their reminders say. No workbook to correct is made in a trial, and none where answers about people would
 * go by e-mail. Who sees some regions only can make none, and leaves those to the owner of the register who need one.
 */
async function toRemind(
  context: OperationContext,
  mailRound: MailRound,
  { dryRun = false, partner: named }: RemindRequest,
  { corrections: folder, workbooks }: Workbooks,
): Promise<People> {
  const { round, instrument, partners, mailed } = mailRound;
  const wrong = partners.filter(({ progress }) => progress === 'with errors').map(({ partner }) => partner.code);
  const returns = await returnsToCorrect(context.register, round, instrument, wrong);
  const blank = await blankReturns(context.register, round);
  const people: Omit<PartnerToRemind, 'about'>[] = [];
  const findings: Finding[] = [];
  const pastDue: Finding[] = [];
  const without: Without[] = [];
  const forOwner: string[] = [];
  for (const progress of partners) {
    if (mailed && named === undefined && progress.progress === 'not returned' && !mayHaveArrived(progress)) {
      const { code, name } = progress.partner;
      findings.push(finding('mail.nothing-to-remind', { key: code }, { partner: name }));
      continue;
    }
    if (progress.progress === 'not returned') {
      const { code } = progress.partner;
      const found = unchangedWorkbook(code, mailRound.issued, workbooks);
      if ('problem' in found) without.push({ code, problem: found.problem });
      const workbook = 'problem' in found ? undefined : { name: found.fileName, bytes: found.bytes };
      people.push({ progress, corrections: [], workbook, cameBlank: blank.get(code) });
      continue;
    }
    const one = returns.find(({ partner }) => partner.code === progress.partner.code);
    const corrections = one?.counting?.corrections ?? [];
    const due = deadlineFor(mailRound, progress.partner);
    if (progress.counting?.late === false && context.now() > due) {
      pastDue.push(finding('correction.due-past', {}, { due: describeUkTime(due) }));
    }
    if (one !== undefined && context.register.limits !== undefined && instrument.aboutPeople !== true) {
      forOwner.push(progress.partner.code);
      continue;
    }
    if (one === undefined || dryRun || instrument.aboutPeople === true) {
      people.push({ progress, corrections, workbook: undefined });
      continue;
    }
    const { workbook, findings: found } = await correctOne(context, { round, instrument }, one, folder);
    findings.push(...found);
    if (workbook !== undefined) people.push({ progress, corrections, workbook });
  }
  const { folder: place } = workbooks;
  const { owner = '' } = context.register.limits ?? {};
  const left = forOwner.length === 0 ? [] : [finding('mail.for-owner', {}, { partners: forOwner, owner })];
  return { people, findings: [...findings, ...left, ...withoutWorkbook(without, place), ...pastDue.slice(0, 1)] };
}

interface Without extends Pick<WorkbookProblem, 'problem'> {
  readonly code: string;
}

/** Partners that are reminded without their workbook, together where the reason is the same. */
const withoutWorkbook = (all: readonly Without[], folder: string): readonly Finding[] =>
  [...new Set(all.map(({ problem }) => problem))].map((problem) => {
    const partners = all.filter((one) => one.problem === problem).map(({ code }) => code);
    return finding('mail.reminded-without', {}, { partners, folder, problem });
  });
