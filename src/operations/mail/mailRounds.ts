import type { LetterContext } from '../../letters/outgoingMessage.ts';
import { issuedFiles, issuedInRound } from '../../rounds/issue/issuedFiles.ts';
import { type PartnerProgress, roundProgress } from '../../rounds/progress/roundProgress.ts';
import { wasMailed } from '../../rounds/progress/sendingMethod.ts';
import { checkCodes } from '../rounds/checkCodes.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import { roundsInUse } from '../rounds/roundsInUse.ts';
import type { MailRequest } from './mailRequest.ts';

export interface MailRound extends LetterContext {
  /** Those of its partners that are wanted. */
  readonly partners: readonly PartnerProgress[];
  /** Whether workbooks of the round went out by e-mail at all. */
  readonly mailed: boolean;
}

/**
 * The rounds that e-mails are about, each with how far its partners have come.
 *
 * @throws Refusal for a round or a partner that does not exist.
 */
export async function mailRounds(context: OperationContext, request: MailRequest): Promise<readonly MailRound[]> {
  const { register } = context;
  const known = await issuedFiles(register);
  const all: MailRound[] = [];
  for (const { round, instrument } of await roundsInUse(context, request)) {
    const partners = await roundProgress(register, round, instrument);
    all.push({
      round,
      instrument,
      partners,
      issued: issuedInRound(known, round),
      contact: request.contact,
      mailed: wasMailed(partners),
    });
  }
  const codes = all.flatMap(({ partners }) => partners.map(({ partner }) => partner.code));
  checkCodes(request.partner, codes);
  return all.map((one) => ({
    ...one,
    partners: one.partners.filter(({ partner }) => request.partner?.includes(partner.code) ?? true),
  }));
}
