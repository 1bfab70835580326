import { z } from 'zod';
import { type Finding, finding } from '../../finding/index.ts';
import { defaultWordings } from '../../letters/wording/readWording.ts';
import { partNames, type WordingPart, type Wordings } from '../../letters/wording/wordingParts.ts';
import { loadDetail, storeDetails, storedDetail } from '../../register/rows/storedDetails.ts';
import type { Register } from '../../register/tables/register.ts';
import { makeChange } from '../../rounds/changes/makeChange.ts';
import type { Author, ChangedValue } from '../../rounds/changes/roundChange.ts';
import { type Round, roundsNamed } from '../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import type { ReminderLimits } from './reminderLimits.ts';

/** What the e-mails of a round are written with: a value, false to remove it, or nothing to leave it as before. */
export interface GivenMail extends GivenLimits {
  readonly contact?: string | false;
  readonly wordings?: Wordings | false;
}

/** How often partners are reminded: a number, false for no limit, or nothing to leave it as before. */
export type GivenLimits = { readonly [Key in keyof ReminderLimits]?: number | false };

/** What the e-mails of a round are written with. */
export interface RoundMail {
  readonly round: Round;
  /** The contact for questions; the return address if absent. */
  readonly contact: string | undefined;
  readonly wordings: Wordings;
  readonly limits: ReminderLimits;
  /** How they differ from those before. */
  readonly findings: readonly Finding[];
}

/** What a round remembers of its e-mails, with where it has it. */
const remembered = {
  contact: 'contact',
  wording: 'wording',
  'number of reminders': 'maxReminders',
  'days between reminders': 'daysBetween',
} as const;

type MailKind = keyof typeof remembered;

/**
 * What is given for the e-mails of a round, and otherwise what the round remembers. The round remembers what is given from now
 * on.
 *
 * @param isTrial Nothing is remembered.
 */
export async function rememberMail(
  context: OperationContext,
  round: Round,
  given: GivenMail,
  isTrial: boolean,
): Promise<RoundMail> {
  const { register } = context;
  const { contact = round.contact, maxReminders = round.maxReminders, daysBetween = round.daysBetween } = given;
  const changed = isTrial
    ? []
    : await register.db
        .transaction()
        .execute((db) => remember({ ...context, register: { ...register, db } }, round, given));
  const [after = round] = (await roundsNamed(register, round.round)).filter(
    ({ instrument }) => instrument === round.instrument,
  );
  return {
    round: after,
    contact: contact || undefined,
    wordings:
      given.wordings === undefined ? await storedWordings(register, round) : given.wordings || defaultWordings(),
    limits: { ...(maxReminders ? { maxReminders } : {}), ...(daysBetween ? { daysBetween } : {}) },
    // The first time nothing is different from before.
    findings: changed
      .filter((what) => round[remembered[what]] !== undefined)
      .map((what) => finding('round.mail-changed', {}, { round: round.round, what })),
  };
}

/** Makes the changes inside a transaction, and returns those that differ. */
async function remember(
  { register, by, now }: OperationContext,
  round: Round,
  { contact, wordings, maxReminders, daysBetween }: GivenMail,
): Promise<readonly MailKind[]> {
  const author: Author = { now: now(), ...(by === undefined ? {} : { by }) };
  const made: MailKind[] = [];
  const change = async <Kind extends MailKind>(what: Kind, after: ChangedValue<Kind>): Promise<void> => {
    if ((await makeChange(register, round, { what, after }, author)) !== undefined) made.push(what);
  };
  if (contact !== undefined) await change('contact', contact === false ? null : contact);
  if (wordings !== undefined) {
    const wording = wordings === false ? undefined : storedDetail(wordings);
    if (wording !== undefined) await storeDetails(register, [wording]);
    await change('wording', wording?.digest ?? null);
  }
  if (maxReminders !== undefined) await change('number of reminders', maxReminders === false ? null : maxReminders);
  if (daysBetween !== undefined) await change('days between reminders', daysBetween === false ? null : daysBetween);
  return made;
}

/** The wording that a round remembers. Parts that an earlier version did not know have the usual words. */
async function storedWordings(register: Register, { wording }: Round): Promise<Wordings> {
  const stored = await loadDetail(register, wording, storedWording);
  return { ...defaultWordings(), ...stored };
}

const part = z.object({ subject: z.string(), text: z.string() });

// The keys are the parts, each of which may be missing.
const storedWording = z.object(
  Object.fromEntries(partNames.map((name) => [name, part.exactOptional()])) as Record<
    WordingPart,
    z.ZodExactOptional<typeof part>
  >,
);
