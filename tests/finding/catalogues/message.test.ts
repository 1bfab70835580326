import { expect, test } from 'vitest';
import { messageFindings } from '../../../src/finding/catalogues/message.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('message.damaged', {}, { problem: 'it cannot be taken apart' }),
  finding('message.over-limit', {}, { what: 'number of parts', found: 'more than 10,000', limit: '10,000' }),
  finding('message.automatic-reply', {}, { subject: 'Out of office', mark: 'precedence: bulk', attached: [] }),
  finding('message.bounce', {}, { recipient: 'a@netherby.example', isPermanent: true, detail: '550 No such user' }),
  finding('message.delivery-report', {}, { subject: 'Delayed: your self-assessment' }),
  finding('message.read-receipt', {}, { subject: 'Read: your self-assessment' }),
  finding('message.encrypted', {}, { subject: 'Our return' }),
  finding('message.own-message', {}, {}),
  finding('message.no-attachment', {}, { subject: 'A question' }),
  finding('message.link', {}, { hosts: ['netherby.sharepoint.com'] }),
  finding('message.winmail', {}, {}),
  finding('message.content-elsewhere', {}, {}),
  finding('message.other-attachment', {}, { looksLike: 'a PDF document' }),
  finding('mailbox.failed', {}, { problem: 'it does not take this password', cure: 'Check SCOREBOOK_IMAP.' }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(messageFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "mailbox.failed": "error: The mailbox could not be read: it does not take this password. Check SCOREBOOK_IMAP. Everything that was already imported is stored, and the next import continues from there.",
      "message.automatic-reply": "warning: The message "Out of office" is marked as automatic (precedence: bulk), and there is no return in it. If it says that somebody is away, look for another contact.",
      "message.bounce": "warning: A message could not be delivered to "a@netherby.example": "550 No such user". Correct the address in the list of partners, and send the message again.",
      "message.content-elsewhere": "error: Apple Mail stores this attachment in a separate file, so it is not part of this message file. In Mail, open the message, choose File > Save Attachments, and import the saved files.",
      "message.damaged": "error: The message cannot be read: it cannot be taken apart. Open it in an e-mail program, save the attached workbook and import that, or ask for it to be sent again.",
      "message.delivery-report": "warning: This is a delivery report, "Delayed: your self-assessment", and not a return. Nothing needs to be done.",
      "message.encrypted": "warning: The message "Our return" is encrypted or wrapped in a signature, so its contents cannot be read here. Open it in the recipient's e-mail program, save the workbook and import that.",
      "message.link": "warning: Instead of an attachment, the message has a link to a file at "netherby.sharepoint.com". Scorebook never follows links. If the file is the return, ask the sender for the workbook itself: in Outlook, "Attach as copy".",
      "message.no-attachment": "warning: The message "A question" has no attachment. If it was meant as a return, ask for the workbook.",
      "message.other-attachment": "warning: This is a PDF document, not an Excel workbook, and was not read. If it was meant as the return, ask for the workbook itself (.xlsx).",
      "message.over-limit": "error: This was not read, because its number of parts (more than 10,000) is over the limit of 10,000. If you trust the sender, open it in an e-mail program, save the workbook and import that.",
      "message.own-message": "warning: This is a message that Scorebook sent, returned or copied, and not a return. Nothing needs to be done.",
      "message.read-receipt": "warning: This is a read receipt, "Read: your self-assessment", and not a return: it says that a message was opened or deleted. Nothing needs to be done.",
      "message.winmail": "warning: Outlook put the attachments into a file winmail.dat, which Scorebook does not open. Ask the sender to send the message again as HTML or plain text (in Outlook: Format Text), not as Rich Text.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
