import type { LetterContext } from '../../letters/outgoingMessage.ts';
import type { Register } from '../../register/tables/register.ts';
import { issuedFiles, issuedIn } from '../../rounds/issue/issuedFiles.ts';
import { type PartnerProgress, roundProgress } from '../../rounds/progress/roundProgress.ts';
import { wasMailed } from '../../rounds/progress/sendings.ts';
import { checkCodes } from './checkCodes.ts';
import { roundsInUse } from './common.ts';
import type { MailOptions } from './mailOptions.ts';

export interface MailRound extends LetterContext {
  /** Those of its partners that are wanted. */
  readonly partners: readonly PartnerProgress[];
  /** Whether workbooks of the round went out by e-mail at all. */
  readonly mailed: boolean;
}

/**
 * The rounds that e-mails are about, each with how far its partners have come.
 *
 * @throws UsageError for a round or a partner that there is not.
 */
export async function mailRounds(register: Register, options: MailOptions): Promise<readonly MailRound[]> {
  const known = await issuedFiles(register);
  const all: MailRound[] = [];
  for (const { round, instrument } of await roundsInUse(register, options.round, options.instrument)) {
    const partners = await roundProgress(register, round, instrument);
    all.push({
      round,
      instrument,
      partners,
      issued: issuedIn(known, round),
      contact: options.contact,
      mailed: wasMailed(partners),
    });
  }
  const codes = all.flatMap(({ partners }) => partners.map(({ partner }) => partner.code));
  checkCodes(options.partner, codes);
  return all.map((one) => ({
    ...one,
    partners: one.partners.filter(({ partner }) => options.partner?.includes(partner.code) ?? true),
  }));
}
