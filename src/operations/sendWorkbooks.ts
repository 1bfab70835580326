import type { WorkbookFolder } from '../letters/issuedWorkbook.ts';
import { allLetters } from '../letters/outgoingMessage.ts';
import { workbookLetters } from '../letters/workbookLetters.ts';
import { issuedFiles } from '../rounds/issue/issuedFiles.ts';
import type { PartnerProgress } from '../rounds/progress/roundProgress.ts';
import { type Delivered, deliverMessages } from './mail/deliverMessages.ts';
import type { MailRequest, Posting } from './mail/mailRequest.ts';
import { openMailRounds } from './mail/mailRounds.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';

/** Where the workbooks of a round are, given the folder that the register knows. */
export type WorkbooksIn = (folder: string | undefined) => WorkbookFolder;

/**
 * Sends to each partner its workbook, as it was issued. Nobody gets the same workbook twice.
 *
 * @throws Refusal for a round or partner that does not exist.
 */
export async function sendWorkbooks(
  context: OperationContext,
  request: MailRequest,
  posting: Posting,
  workbooksIn: WorkbooksIn,
  watcher: Watcher = {},
): Promise<Delivered> {
  const known = await issuedFiles(context.register);
  const { rounds, findings } = await openMailRounds(context, request, posting);
  const letters = rounds.map((round) => {
    const partners = round.partners.map(({ partner }) => partner);
    const sent = new Map(round.partners.map((one) => [one.partner.code, sentTo(one)]));
    return workbookLetters(round, partners, { ...workbooksIn(round.round.folder), known, sent }, round.wordings);
  });
  return deliverMessages(context, request, posting, allLetters([{ letters: [], findings }, ...letters]), watcher);
}

/** The numbers of the workbooks that may have reached a partner, the last one at the end. */
const sentTo = ({ messages }: PartnerProgress): readonly string[] =>
  messages.flatMap(({ kind, state, about }) =>
    kind === 'sending' && state !== 'refused' && state !== 'bounced' ? [about] : [],
  );
