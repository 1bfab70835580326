import { type Catalogue, error, warning } from '../wording/entry.ts';
import { list, printable, quoted } from '../wording/quote.ts';

/** What can be wrong with an e-mail or mailbox that returns are read from. */
export const messageFindings = {
  'message.damaged': error(
    (f: { problem: string }) =>
      `The message cannot be read: ${f.problem}. Open it in an e-mail program, save the attached workbook and import that, or ask for it to be sent again.`,
  ),
  'message.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `This was not read, because its ${f.what} (${f.found}) is over the limit of ${f.limit}. If you trust the sender, open it in an e-mail program, save the workbook and import that.`,
  ),
  'message.automatic-reply': warning(
    (f: { subject: string; mark: string; attached: readonly string[] }) =>
      `The message ${quoted(f.subject)} is marked as automatic (${printable(f.mark)}), and there is no return in it. ${f.attached.length === 0 ? 'If it says that somebody is away, look for another contact.' : `Attached: ${list(f.attached)}. If that is a return after all, save it and import the file.`}`,
  ),
  'message.bounce': warning(
    (f: { recipient: string; isPermanent: boolean; detail: string }) =>
      `A message could not be delivered to ${f.recipient === '' ? 'an address that the report does not name' : quoted(f.recipient)}${f.isPermanent ? '' : ' for the time being'}: ${quoted(f.detail)}. ${f.isPermanent ? 'Correct the address in the list of partners, and send the message again.' : 'Send the message again in a few days.'}`,
  ),
  'message.delivery-report': warning(
    (f: { subject: string }) =>
      `This is a delivery report, ${quoted(f.subject)}, and not a return. Nothing needs to be done.`,
  ),
  'message.read-receipt': warning(
    (f: { subject: string }) =>
      `This is a read receipt, ${quoted(f.subject)}, and not a return: it says that a message was opened or deleted. Nothing needs to be done.`,
  ),
  'message.encrypted': warning(
    (f: { subject: string }) =>
      `The message ${quoted(f.subject)} is encrypted or wrapped in a signature, so its contents cannot be read here. Open it in the recipient's e-mail program, save the workbook and import that.`,
  ),
  'message.own-message': warning(
    () => 'This is a message that Scorebook sent, returned or copied, and not a return. Nothing needs to be done.',
  ),
  'message.no-attachment': warning(
    (f: { subject: string }) =>
      `The message ${quoted(f.subject)} has no attachment. If it was meant as a return, ask for the workbook.`,
  ),
  'message.link': warning(
    (f: { hosts: readonly string[] }) =>
      `Instead of an attachment, the message has a link to a file at ${list(f.hosts)}. Scorebook never follows links. If the file is the return, ask the sender for the workbook itself: in Outlook, "Attach as copy".`,
  ),
  'message.winmail': warning(
    () =>
      'Outlook put the attachments into a file winmail.dat, which Scorebook does not open. Ask the sender to send the message again as HTML or plain text (in Outlook: Format Text), not as Rich Text.',
  ),
  'message.content-elsewhere': error(
    () =>
      'Apple Mail stores this attachment in a separate file, so it is not part of this message file. In Mail, open the message, choose File > Save Attachments, and import the saved files.',
  ),
  'message.other-attachment': warning(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not an Excel workbook, and was not read. If it was meant as the return, ask for the workbook itself (.xlsx).`,
  ),
  'mailbox.failed': error(
    (f: { problem: string; cure: string }) =>
      `The mailbox could not be read: ${f.problem}. ${f.cure} Everything that was already imported is stored, and the next import continues from there.`,
  ),
} as const satisfies Catalogue<'message' | 'mailbox'>;
