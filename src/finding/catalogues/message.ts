import { type Catalogue, error, warning } from '../wording/entry.ts';
import { inSight, list, quoted } from '../wording/quote.ts';

/** What can be wrong with an e-mail or mailbox that returns are read from. */
export const messageFindings = {
  'message.damaged': error(
    (f: { problem: string }) =>
      `The message cannot be read: ${f.problem}. Open it in an e-mail program, save the workbook that is attached, and import that; or ask for it to be sent again.`,
  ),
  'message.over-limit': error(
    (f: { what: string; found: string; limit: string }) =>
      `This was not read because its ${f.what} (${f.found}) is over the limit of ${f.limit}. If it comes from somebody you trust, open it in an e-mail program, save the workbook and import that.`,
  ),
  'message.automatic-reply': warning(
    (f: { subject: string; mark: string; attached: readonly string[] }) =>
      `The message ${quoted(f.subject)} is marked as automatic (${inSight(f.mark)}), and no return was found in it. ${f.attached.length === 0 ? 'If it says that somebody is away, look for another contact.' : `Attached: ${list(f.attached)}. If that is a return all the same, save it and import the file.`}`,
  ),
  'message.bounce': warning(
    (f: { recipient: string; isPermanent: boolean; detail: string }) =>
      `A message did not reach ${f.recipient === '' ? 'an address that the report does not name' : quoted(f.recipient)}${f.isPermanent ? '' : ' for the time being'}: ${quoted(f.detail)}. ${f.isPermanent ? 'Correct the address in the list of partners, and send it again.' : 'Send it again in a few days.'}`,
  ),
  'message.delivery-report': warning(
    (f: { subject: string }) =>
      `This is a report about the delivery of a message, ${quoted(f.subject)}, and no return. Nothing needs to be done.`,
  ),
  'message.read-receipt': warning(
    (f: { subject: string }) =>
      `This says that a message was opened or deleted, ${quoted(f.subject)}, and is no return. Nothing needs to be done.`,
  ),
  'message.encrypted': warning(
    (f: { subject: string }) =>
      `The message ${quoted(f.subject)} is encrypted or sealed, so what is in it cannot be read here. Open it in the e-mail program that it was meant for, save the workbook and import that.`,
  ),
  'message.own-message': warning(
    () => 'This is a message that we sent ourselves, come back or copied, and no return. Nothing needs to be done.',
  ),
  'message.no-attachment': warning(
    (f: { subject: string }) =>
      `The message ${quoted(f.subject)} has no file attached. If a return was meant, ask for the workbook.`,
  ),
  'message.link': warning(
    (f: { hosts: readonly string[] }) =>
      `Instead of a file, the message has a link to one that is kept at ${list(f.hosts)}, which is never followed. If it is the return, ask the sender for the workbook itself: in Outlook, "Attach as copy".`,
  ),
  'message.winmail': warning(
    () =>
      'Outlook wrapped what is attached in a winmail.dat, which is not opened here. Ask the sender to send it again as HTML or plain text (in Outlook: Format Text), not as Rich Text.',
  ),
  'message.content-elsewhere': error(
    () =>
      'Apple Mail stores this attachment in a file of its own, so it is not part of this message file. In Mail, open the message, choose File > Save Attachments, and import what that saves.',
  ),
  'message.other-attachment': warning(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, not an Excel workbook, and was not read. If it was meant as the return, ask for the workbook itself (.xlsx).`,
  ),
  'mailbox.failed': error(
    (f: { problem: string; cure: string }) =>
      `The mailbox could not be read: ${f.problem}. ${f.cure} What was imported before is kept, and the next import goes on from there.`,
  ),
} as const satisfies Catalogue<'message' | 'mailbox'>;
