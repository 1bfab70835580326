import { z } from 'zod';
import { type Finding, finding } from '../../finding/index.ts';
import { defaultWordings } from '../../letters/wording/readWording.ts';
import { partNames, type WordingPart, type Wordings } from '../../letters/wording/wordingParts.ts';
import { loadDetail, storeDetails, storedDetail } from '../../register/rows/storedDetails.ts';
import { makeChange } from '../../rounds/changes/makeChange.ts';
import type { Author } from '../../rounds/changes/roundChange.ts';
import { type Round, roundsNamed } from '../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

/** What the e-mails of a round are written with: a value, false to remove it, or nothing to leave it as before. */
export interface GivenMail {
  readonly contact?: string | false;
  readonly wordings?: Wordings | false;
}

/** What the e-mails of a round are written with. */
export interface RoundMail {
  readonly round: Round;
  /** The contact for questions; the return address if absent. */
  readonly contact: string | undefined;
  readonly wordings: Wordings;
  /** How they differ from those before. */
  readonly findings: readonly Finding[];
}

/**
 * What is given for the e-mails of a round, and otherwise what the round remembers. The round remembers what is given from now
 * on.
 *
 * @param isTrial Nothing is remembered.
 */
export async function rememberMail(
  context: OperationContext,
  round: Round,
  { contact, wordings }: GivenMail,
  isTrial: boolean,
): Promise<RoundMail> {
  const { register, by, now } = context;
  const wording = wordings === undefined ? undefined : wordings === false ? null : storedDetail(wordings);
  const changed = isTrial
    ? []
    : await register.db.transaction().execute(async (db) => {
        const inside = { ...register, db };
        const author: Author = { now: now(), ...(by === undefined ? {} : { by }) };
        const made: ('contact' | 'wording')[] = [];
        if (contact !== undefined) {
          const change = { what: 'contact', after: contact === false ? null : contact } as const;
          if ((await makeChange(inside, round, change, author)) !== undefined) made.push('contact');
        }
        if (wording !== undefined) {
          if (wording !== null) await storeDetails(inside, [wording]);
          const change = { what: 'wording', after: wording?.digest ?? null } as const;
          if ((await makeChange(inside, round, change, author)) !== undefined) made.push('wording');
        }
        return made;
      });
  const [after = round] = (await roundsNamed(register, round.round)).filter(
    ({ instrument }) => instrument === round.instrument,
  );
  return {
    round: after,
    contact: contact === undefined ? round.contact : contact || undefined,
    wordings: wordings === undefined ? await storedWordings(context, round) : wordings || defaultWordings(),
    // The first time nothing is different from before.
    findings: changed
      .filter((what) => round[what] !== undefined)
      .map((what) => finding('round.mail-changed', {}, { round: round.round, what })),
  };
}

/** The wording that a round remembers. Parts that an earlier version did not know have the usual words. */
async function storedWordings({ register }: OperationContext, { wording }: Round): Promise<Wordings> {
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
