import type { Finding } from '../../finding/index.ts';
import type { LetterContext } from '../../letters/outgoingMessage.ts';
import type { Wordings } from '../../letters/wording/wordingParts.ts';
import { Refusal } from '../../refusal.ts';
import type { UserLimits } from '../../register/tables/userLimits.ts';
import { issuedFiles, issuedInRound } from '../../rounds/issue/issuedFiles.ts';
import { type PartnerProgress, roundProgress } from '../../rounds/progress/roundProgress.ts';
import { wasMailed } from '../../rounds/progress/sendingMethod.ts';
import { dueOf, wholeStatus } from '../../rounds/round/roundStatus.ts';
import { checkCodes, checkDeparted } from '../rounds/checkCodes.ts';
import { checkOpen } from '../rounds/checkOpen.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import { refuseReviews } from '../rounds/refuseReviews.ts';
import { type RoundInUse, roundsInUse } from '../rounds/roundsInUse.ts';
import type { MailRequest, Posting } from './mailRequest.ts';
import { type GivenLimits, rememberMail } from './rememberMail.ts';
import type { ReminderLimits } from './reminderLimits.ts';

export interface MailRound extends LetterContext {
  /** Those of its partners that are wanted. */
  readonly partners: readonly PartnerProgress[];
  /** Whether workbooks of the round went out by e-mail at all. */
  readonly mailed: boolean;
  readonly wordings: Wordings;
  readonly limits: ReminderLimits;
}

/** What e-mails are asked for by; reminders also by how often. */
type MailRoundsRequest = MailRequest & GivenLimits;

export interface MailRounds {
  readonly rounds: readonly MailRound[];
  /** What is different from before. */
  readonly findings: readonly Finding[];
}

/**
 * The rounds that e-mails are about, each with how far its partners have come.
 *
 * @throws Refusal for a round or a partner that does not exist, and where something would be remembered for regions that the user
 * does not see.
 */
export async function mailRounds(
  context: OperationContext,
  request: MailRoundsRequest,
  { wordings: given }: Pick<Posting, 'wordings'>,
): Promise<MailRounds> {
  const { register } = context;
  const known = await issuedFiles(register);
  const found: { readonly inUse: RoundInUse; readonly partners: readonly PartnerProgress[] }[] = [];
  for (const inUse of await roundsInUse(context, request)) {
    refuseReviews(inUse.instrument, 'Its workbooks are passed on to assessors by hand: no e-mail goes out.');
    const { takingPart, departed } = await wholeStatus(register, inUse.round);
    checkDeparted(request.partner, departed);
    found.push({ inUse, partners: await roundProgress(register, inUse.round, inUse.instrument, takingPart) });
  }
  const codes = found.flatMap(({ partners }) => partners.map(({ partner }) => partner.code));
  checkCodes(request.partner, codes);
  const { contact, maxReminders, daysBetween } = request;
  const mail = {
    ...(contact === undefined ? {} : { contact }),
    ...(maxReminders === undefined ? {} : { maxReminders }),
    ...(daysBetween === undefined ? {} : { daysBetween }),
    ...(given === undefined ? {} : { wordings: given }),
  };
  if (request.dryRun !== true) refuseForAll(register.limits, Object.keys(mail));
  const rounds: MailRound[] = [];
  const findings: Finding[] = [];
  for (const { inUse, partners } of found) {
    const remembered = await rememberMail(context, inUse.round, mail, request.dryRun === true);
    const { round } = remembered;
    findings.push(...remembered.findings);
    rounds.push({
      ...{ round, instrument: inUse.instrument, limits: remembered.limits },
      ...{ contact: remembered.contact, wordings: remembered.wordings },
      partners: partners.filter(({ partner }) => request.partner?.includes(partner.code) ?? true),
      issued: issuedInRound(known, round),
      dues: new Map(partners.map((one) => [one.partner.code, dueOf(round, one)])),
      mailed: wasMailed(partners),
    });
  }
  return { rounds, findings };
}

/** What a round remembers holds for all regions, so that who sees some of them only cannot change it. */
function refuseForAll(limits: UserLimits | undefined, given: readonly string[]): void {
  if (limits === undefined || given.length === 0) return;
  throw new Refusal('user.limited', (input) => {
    const options = given.map((name) => input(name === 'wordings' ? 'wording' : name)).join(' and ');
    return `${options}: the round remembers this for all regions, and ${limits.user} does not see all. Leave it out, or ask ${limits.owner}, who owns the register.`;
  });
}

/**
 * The same for e-mails that ask for something.
 *
 * @throws Refusal also for a round that is closed; then nothing is remembered.
 */
export async function openMailRounds(
  context: OperationContext,
  request: MailRoundsRequest,
  posting: Pick<Posting, 'wordings'>,
): Promise<MailRounds> {
  for (const { round } of await roundsInUse(context, request)) checkOpen(round, context.now());
  return mailRounds(context, request, posting);
}
