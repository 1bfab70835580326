import { type Catalogue, error, warning } from '../wording/entry.ts';
import { list, quoted } from '../wording/quote.ts';

/** What can be wrong with e-mail to partners and with its wording. */
export const mailFindings = {
  'mail.password-shown': warning(
    (f: { option: string; variable: string }) =>
      `The password in ${f.option} is part of the command, so that other people on this computer may see it, and the terminal's history stores it. Set ${f.variable} to the address instead, give ${f.option} alone, and change the password if others use this computer.`,
  ),
  'mail.no-address': error(
    (f: { partner: string }) =>
      `There is no e-mail address for ${quoted(f.partner)}, so it gets no message. Write one into the column email of the list of partners and generate again.`,
  ),
  'mail.bad-address': error(
    (f: { partner: string; address: string }) =>
      `The e-mail address of ${quoted(f.partner)}, ${quoted(f.address)}, cannot be used, so it gets no message. An address is a name, @ and a domain in plain letters, as in returns@pct.example; two are separated by a semicolon. Correct it in the list of partners and generate again.`,
  ),
  'mail.several-addresses': warning(
    (f: { partner: string; addresses: readonly string[] }) =>
      `The list of partners has ${f.addresses.length} addresses for ${quoted(f.partner)}: ${list(f.addresses)}. One message goes to all of them.`,
  ),
  'mail.display-name': warning(
    (f: { partner: string; name: string; address: string }) =>
      `The list of partners has the name ${quoted(f.name)} with the e-mail address of ${quoted(f.partner)}. Only the address is used: ${f.address}.`,
  ),
  'mail.no-return-address': error(
    (f: { round: string; instrument: string; given: string }) =>
      `${f.given === '' ? `Round ${quoted(f.round)} of ${f.instrument} has no return address` : `The return address of round ${quoted(f.round)} of ${f.instrument}, ${quoted(f.given)}, is not an e-mail address`}, so partners would not know where to send their workbooks, and no e-mail is written. Generate again with --return-to, as in --return-to returns@region.example.`,
  ),
  'mail.workbook-missing': error(
    (f: { partner: string; folder: string }) =>
      `The workbook of ${quoted(f.partner)} is not in ${f.folder}. Generate it again, or say with --workbooks where it is.`,
  ),
  'mail.workbook-changed': error(
    (f: { partner: string }) =>
      `This file is not the workbook that was issued to ${quoted(f.partner)}: somebody may have filled it in. It is not sent. Move it away, and generate again.`,
  ),
  'mail.workbook-of-another': error(
    (f: { partner: string; owner: string }) =>
      `This file has the name of the workbook of ${quoted(f.partner)}, but is the one of ${f.owner}. It is not sent. Move it away, and generate again.`,
  ),
  'mail.workbook-outdated': error(
    (f: { partner: string }) =>
      `This workbook of ${quoted(f.partner)} does not have the deadline, marking, return address or wording that the round has now, or another was issued after it. It is not sent. Generate again, with a list that has this partner, to replace it.`,
  ),
  'mail.too-large': error(
    (f: { partner: string; size: string; limit: string }) =>
      `The message to ${quoted(f.partner)} would have ${f.size}, and the limit is ${f.limit}: many mail servers refuse larger ones. It is not sent. Make the workbook smaller (a smaller logo), or raise the limit with --most-mb if all servers take it.`,
  ),
  'mail.large': warning(
    (f: { partner: string; size: string }) =>
      `The message to ${quoted(f.partner)} has ${f.size}. It goes, but some mail servers take no more than 10 MB: look whether it comes back, and make the workbook smaller (a smaller logo) if you can.`,
  ),
  'mail.draft-changed': error(
    () =>
      'A draft of this name is there already and somebody has changed it. It was left alone: send it as it is, or move it away and run the command again.',
  ),
  'mail.may-have-gone': error(
    (f: { partner: string; at: string }) =>
      `The message to ${quoted(f.partner)} was being handed over on ${f.at} when that was broken off: it may have gone or not. It is left out. Ask whether it came; if it did not, send it with --again --partner and its code.`,
  ),
  'mail.bounced-before': error(
    (f: { partner: string; at: string; detail: string }) =>
      `The message to ${quoted(f.partner)} came back on ${f.at} (${f.detail}). It is left out. Correct the address in the list of partners, generate again, and send it anew.`,
  ),
  'mail.nothing-to-remind': error(
    (f: { partner: string }) =>
      `The workbook has not reached ${quoted(f.partner)}: by e-mail it went to others, and to it not yet, or came back. It is not reminded. Put its address right in the list of partners if need be, generate again, and send it the workbook; or name it with --partner if it has the workbook by another way.`,
  ),
  'mail.drafted-before': warning(
    (f: { partner: string; at: string }) =>
      `For ${quoted(f.partner)} a draft was written on ${f.at}, which somebody may have sent since. It is left out. If the draft was not sent, send it with --again --partner and its code.`,
  ),
  'mail.refused': error(
    (f: { partner: string; detail: string }) =>
      `The mail server refused the message to ${quoted(f.partner)} (${f.detail}). Nothing went to it. Check the address in the list of partners; run the command again when that is put right, or later where the server only asked for that.`,
  ),
  'mail.some-refused': warning(
    (f: { partner: string; detail: string }) =>
      `The message to ${quoted(f.partner)} went out, but not to all of its addresses (${f.detail}). Check them in the list of partners.`,
  ),
  'mail.server': error(
    (f: { server: string; problem: string }) =>
      `Sending stopped at the mail server ${f.server}: ${f.problem}. What was sent before stays sent; put that right and run the same command again, and it goes on from there.`,
  ),
  'wording.empty': error(
    () =>
      'No words of an e-mail are in it. The command "wording" writes a file to begin with; it may not have been saved since you changed it. Leave --wording out for the words that come with Scorebook.',
  ),
  'wording.unknown-part': error(
    (f: { part: string; known: readonly string[] }) =>
      `There is no e-mail ${quoted(f.part)}. Its parts can be: ${list(f.known)}. Correct the name.`,
  ),
  'wording.part-twice': error(
    (f: { part: string }) => `The part ${quoted(f.part)} stands there twice. Keep one of them.`,
  ),
  'wording.outside': error(
    (f: { text: string }) =>
      `${quoted(f.text)} stands before the first part. A part begins with a line such as "=== sending ===": write one above it, or begin the line with # if it is not to be sent.`,
  ),
  'wording.no-subject': error(
    (f: { part: string }) =>
      `The first line of the part ${quoted(f.part)} has to be its subject. Write one, as in "Subject: {title}, by {deadline}".`,
  ),
  'wording.no-text': error(
    (f: { part: string }) => `The part ${quoted(f.part)} has no text. Write some, or leave the whole part out.`,
  ),
  'wording.unknown-placeholder': error(
    (f: { placeholder: string; part: string; known: readonly string[] }) =>
      `Nothing is known to fill in for {${f.placeholder}} in the part ${quoted(f.part)}. There are: ${f.known.map((name) => `{${name}}`).join(', ')}. Correct the word.`,
  ),
  'wording.stray-brace': error(
    (f: { part: string }) =>
      `A brace stands alone here in the part ${quoted(f.part)}. What is to be filled in stands between two, as in {partner}. Add the other one, or leave it out.`,
  ),
} as const satisfies Catalogue<'mail' | 'wording'>;
