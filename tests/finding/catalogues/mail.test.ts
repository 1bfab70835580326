import { expect, test } from 'vitest';
import { mailFindings } from '../../../src/finding/catalogues/mail.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('mail.password-shown', {}, { option: '--imap', variable: 'SCOREBOOK_IMAP' }),
  finding('mail.no-address', {}, { partner: 'Ashmere PCT' }),
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
      "mail.bad-address": "error: The e-mail address of "Ashmere PCT", "a@ashmere", cannot be used, so it gets no message. An address is a name, @ and a domain in plain letters, as in returns@pct.example; two are separated by a semicolon. Correct it in the list of partners and generate again.",
      "mail.bounced-before": "error: The message to "Ashmere PCT" came back on 2026-11-20 10:00 (mailbox full). It is left out. Correct the address in the list of partners, generate again, and send it anew.",
      "mail.display-name": "warning: The list of partners has the name "Jo Dale" with the e-mail address of "Ashmere PCT". Only the address is used: jo@x.example.",
      "mail.draft-changed": "error: A draft of this name is there already and somebody has changed it. It was left alone: send it as it is, or move it away and run the command again.",
      "mail.drafted-before": "warning: For "Ashmere PCT" a draft was written on 2026-11-20 10:00, which somebody may have sent since. It is left out. If the draft was not sent, send it with --again --partner and its code.",
      "mail.large": "warning: The message to "Ashmere PCT" has 9.1 MB. It goes, but some mail servers take no more than 10 MB: look whether it comes back, and make the workbook smaller (a smaller logo) if you can.",
      "mail.may-have-gone": "error: The message to "Ashmere PCT" was being handed over on 2026-11-20 10:00 when that was broken off: it may have gone or not. It is left out. Ask whether it came; if it did not, send it with --again --partner and its code.",
      "mail.no-address": "error: There is no e-mail address for "Ashmere PCT", so it gets no message. Write one into the column email of the list of partners and generate again.",
      "mail.no-return-address": "error: Round "2026" of sample has no return address, so partners would not know where to send their workbooks, and no e-mail is written. Generate again with --return-to, as in --return-to returns@region.example.",
      "mail.nothing-to-remind": "error: The workbook has not reached "Ashmere PCT": by e-mail it went to others, and to it not yet, or came back. It is not reminded. Put its address right in the list of partners if need be, generate again, and send it the workbook; or name it with --partner if it has the workbook by another way.",
      "mail.password-shown": "warning: The password in --imap is part of the command, so that other people on this computer may see it, and the terminal's history stores it. Set SCOREBOOK_IMAP to the address instead, give --imap alone, and change the password if others use this computer.",
      "mail.refused": "error: The mail server refused the message to "Ashmere PCT" (550 no such user). Nothing went to it. Check the address in the list of partners; run the command again when that is put right, or later where the server only asked for that.",
      "mail.server": "error: Sending stopped at the mail server mail.x.example:587: it does not answer. What was sent before stays sent; put that right and run the same command again, and it goes on from there.",
      "mail.several-addresses": "warning: The list of partners has 2 addresses for "Ashmere PCT": "a@x.example", "b@x.example". One message goes to all of them.",
      "mail.some-refused": "warning: The message to "Ashmere PCT" went out, but not to all of its addresses (b@x.example: 550 no such user). Check them in the list of partners.",
      "mail.too-large": "error: The message to "Ashmere PCT" would have 34.2 MB, and the limit is 25.0 MB: many mail servers refuse larger ones. It is not sent. Make the workbook smaller (a smaller logo), or raise the limit with --most-mb if all servers take it.",
      "mail.workbook-changed": "error: This file is not the workbook that was issued to "Ashmere PCT": somebody may have filled it in. It is not sent. Move it away, and generate again.",
      "mail.workbook-missing": "error: The workbook of "Ashmere PCT" is not in output/2026/workbooks. Generate it again, or say with --workbooks where it is.",
      "mail.workbook-of-another": "error: This file has the name of the workbook of "Ashmere PCT", but is the one of 5E1, round 2026, sample. It is not sent. Move it away, and generate again.",
      "mail.workbook-outdated": "error: This workbook of "Ashmere PCT" does not have the deadline, marking, return address or wording that the round has now, or another was issued after it. It is not sent. Generate again, with a list that has this partner, to replace it.",
      "wording.empty": "error: No words of an e-mail are in it. The command "wording" writes a file to begin with; it may not have been saved since you changed it. Leave --wording out for the words that come with Scorebook.",
      "wording.no-subject": "error: The first line of the part "sending" has to be its subject. Write one, as in "Subject: {title}, by {deadline}".",
      "wording.no-text": "error: The part "sending" has no text. Write some, or leave the whole part out.",
      "wording.outside": "error: "Dear colleague" stands before the first part. A part begins with a line such as "=== sending ===": write one above it, or begin the line with # if it is not to be sent.",
      "wording.part-twice": "error: The part "sending" stands there twice. Keep one of them.",
      "wording.stray-brace": "error: A brace stands alone here in the part "sending". What is to be filled in stands between two, as in {partner}. Add the other one, or leave it out.",
      "wording.unknown-part": "error: There is no e-mail "sneding". Its parts can be: "sending", "receipt". Correct the name.",
      "wording.unknown-placeholder": "error: Nothing is known to fill in for {deadlin} in the part "sending". There are: {partner}, {deadline}. Correct the word.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
