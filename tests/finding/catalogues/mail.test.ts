import { expect, test } from 'vitest';
import { mailFindings } from '../../../src/finding/catalogues/mail.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('mail.password-shown', {}, { option: '--imap', variable: 'SCOREBOOK_IMAP' }),
  finding('mail.no-address', {}, { partners: ['Ashmere PCT'] }),
  finding(
    'mail.reminded-without',
    {},
    { partners: ['5E1', '5E2'], folder: 'output/2026/workbooks', problem: 'missing' },
  ),
  finding('mail.bad-address', {}, { partner: 'Ashmere PCT', address: 'a@ashmere' }),
  finding('mail.several-addresses', {}, { partner: 'Ashmere PCT', addresses: ['a@x.example', 'b@x.example'] }),
  finding('mail.display-name', {}, { partner: 'Ashmere PCT', name: 'Jo Dale', address: 'jo@x.example' }),
  finding('mail.no-return-address', {}, { round: '2026', instrument: 'sample', given: '' }),
  finding('mail.workbook-missing', {}, { partner: 'Ashmere PCT', folder: 'output/2026/workbooks' }),
  finding('mail.workbook-changed', {}, { partner: 'Ashmere PCT' }),
  finding('mail.workbook-of-another', {}, { partner: 'Ashmere PCT', owner: '5E1, round 2026, sample' }),
  finding('mail.workbook-outdated', {}, { partner: 'Ashmere PCT' }),
  finding('mail.too-large', {}, { partner: 'Ashmere PCT', size: '34.2 MB', limit: '25.0 MB' }),
  finding('mail.large', {}, { partner: 'Ashmere PCT', size: '9.1 MB' }),
  finding('mail.draft-changed', {}, {}),
  finding('mail.may-have-gone', {}, { partner: 'Ashmere PCT', at: '2026-11-20 10:00' }),
  finding('mail.bounced-before', {}, { partner: 'Ashmere PCT', at: '2026-11-20 10:00', detail: 'mailbox full' }),
  finding('mail.nothing-to-remind', {}, { partner: 'Ashmere PCT' }),
  finding('mail.for-owner', {}, { partners: ['5E1', '5E2'], owner: 'scorebook' }),
  finding('mail.drafted-before', {}, { partner: 'Ashmere PCT', at: '2026-11-20 10:00' }),
  finding('mail.refused', {}, { partner: 'Ashmere PCT', detail: '550 no such user' }),
  finding('mail.some-refused', {}, { partner: 'Ashmere PCT', detail: 'b@x.example: 550 no such user' }),
  finding('mail.server', {}, { server: 'mail.x.example:587', problem: 'it does not answer' }),
  finding('wording.empty', {}, {}),
  finding('wording.unknown-part', {}, { part: 'sneding', known: ['sending', 'receipt'] }),
  finding('wording.part-twice', {}, { part: 'sending' }),
  finding('wording.outside', {}, { text: 'Dear colleague' }),
  finding('wording.no-subject', {}, { part: 'sending' }),
  finding('wording.stray-brace', {}, { part: 'sending' }),
  finding('wording.no-text', {}, { part: 'sending' }),
  finding(
    'wording.unknown-placeholder',
    {},
    { placeholder: 'deadlin', part: 'sending', known: ['partner', 'deadline'] },
  ),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(mailFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "mail.bad-address": "error: The e-mail address of "Ashmere PCT", "a@ashmere", cannot be used, so no message is sent to it. An address is a name, @ and a domain in plain letters, as in returns@pct.example. Two addresses are separated by a semicolon. Correct it in the list of partners and generate again.",
      "mail.bounced-before": "error: The message to "Ashmere PCT" bounced on 2026-11-20 10:00 (mailbox full). It is not sent. Correct the address in the list of partners, generate again, and send the message again.",
      "mail.display-name": "warning: The list of partners has the name "Jo Dale" with the e-mail address of "Ashmere PCT". Only the address is used: jo@x.example.",
      "mail.draft-changed": "error: A draft with this name already exists, and somebody has changed it. It was not overwritten. Send it as it is, or move it away and run the command again.",
      "mail.drafted-before": "warning: A draft for "Ashmere PCT" was written on 2026-11-20 10:00, and somebody may have sent it since. No other is written. If the draft was not sent, send the message with --again --partner and the partner's code.",
      "mail.for-owner": "error: There are errors in the returns of 5E1, 5E2. Their reminders bring a workbook to correct them in, which only those who see all regions can make. They are not reminded. Ask scorebook, who owns the register, to remind them.",
      "mail.large": "warning: The message to "Ashmere PCT" has 9.1 MB. It is sent, but some mail servers accept no more than 10 MB. Check whether it bounces, and make the workbook smaller (with a smaller logo) if you can.",
      "mail.may-have-gone": "error: Sending the message to "Ashmere PCT" was interrupted on 2026-11-20 10:00. It may have been sent or not. It is not sent again. Ask whether it arrived. If it did not, send it with --again --partner and the partner's code.",
      "mail.no-address": "error: There is no e-mail address for "Ashmere PCT", so no message is sent to it. Add an address to the column email in the list of partners and generate again.",
      "mail.no-return-address": "error: Round "2026" of sample has no return address, so partners would not know where to send their workbooks, and no e-mail is written. Generate again with --return-to, as in --return-to returns@region.example.",
      "mail.nothing-to-remind": "error: The workbook has not reached "Ashmere PCT": others got it by e-mail, but this partner's message was not sent or bounced. It is not reminded. Check its address in the list of partners, generate again, and send it the workbook. If it has the workbook in another way, name it with --partner.",
      "mail.password-shown": "warning: The password in --imap is part of the command. Other people on this computer may see it, and the terminal's history stores it. Set SCOREBOOK_IMAP to the address instead and give --imap without a value. Change the password if others use this computer.",
      "mail.refused": "error: The mail server refused the message to "Ashmere PCT" (550 no such user). Nothing was sent to it. Check the address in the list of partners. Run the command again after correcting it, or later if the server asked for that.",
      "mail.reminded-without": "warning: No workbook is attached to the reminders of 5E1, 5E2, because it is not in output/2026/workbooks. Generate it again, or give its folder with --workbooks.",
      "mail.server": "error: Sending stopped at the mail server mail.x.example:587: it does not answer. Messages that were already sent are recorded. Correct the problem and run the same command again: it continues from there.",
      "mail.several-addresses": "warning: The list of partners has 2 addresses for "Ashmere PCT": "a@x.example", "b@x.example". One message is sent to all of them.",
      "mail.some-refused": "warning: The message to "Ashmere PCT" was sent, but not to all of its addresses (b@x.example: 550 no such user). Check them in the list of partners.",
      "mail.too-large": "error: The message to "Ashmere PCT" would have 34.2 MB, and the limit is 25.0 MB, because many mail servers refuse larger messages. It is not sent. Make the workbook smaller (with a smaller logo), or raise the limit with --max-mb if all servers accept it.",
      "mail.workbook-changed": "error: This file is not the workbook that was issued to "Ashmere PCT". Somebody may have filled it in. It is not sent. Move it away, and generate again.",
      "mail.workbook-missing": "error: The workbook of "Ashmere PCT" is not in output/2026/workbooks. Generate it again, or give its folder with --workbooks.",
      "mail.workbook-of-another": "error: This file has the name of the workbook of "Ashmere PCT", but is the workbook of 5E1, round 2026, sample. It is not sent. Move it away, and generate again.",
      "mail.workbook-outdated": "error: This workbook of "Ashmere PCT" no longer matches the round's deadline, marking, return address or questions, or another workbook was issued after it. It is not sent. Generate again, with a list that includes this partner, to replace it.",
      "wording.empty": "error: The file contains no text for an e-mail. The command "wording" writes a file to begin with. Perhaps your changes were not saved. To use the wording that comes with Scorebook, leave out --wording.",
      "wording.no-subject": "error: The first line of the part "sending" must be its subject. Write one, as in "Subject: {title}, by {deadline}".",
      "wording.no-text": "error: The part "sending" has no text. Write some, or remove the whole part.",
      "wording.outside": "error: "Dear colleague" is before the first part. A part begins with a line such as "=== sending ===". Write one above it, or begin the line with # if it is not to be sent.",
      "wording.part-twice": "error: There are two parts with the name "sending". Remove one of them.",
      "wording.stray-brace": "error: A brace in the part "sending" has no partner. A placeholder is between two braces, as in {partner}. Add the missing brace, or remove this one.",
      "wording.unknown-part": "error: There is no e-mail "sneding". The parts can be: "sending", "receipt". Correct the name.",
      "wording.unknown-placeholder": "error: {deadlin} in the part "sending" is not a known placeholder. Known: {partner}, {deadline}. Correct the word.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
