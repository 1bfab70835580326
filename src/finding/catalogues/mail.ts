import { type Catalogue, error, warning } from '../wording/entry.ts';
import { firstFew, list, quoted } from '../wording/quote.ts';

/** Why a workbook is not attached to a reminder, and what to do. */
const workbookProblems = {
  missing: 'it is not in FOLDER. Generate it again, or give its folder with --workbooks.',
  changed:
    'the file in FOLDER is not the one that was issued. Somebody may have filled it in. Move it away, and generate again.',
  'of another': 'the file in FOLDER is the workbook of another partner. Move it away, and generate again.',
  outdated:
    "it no longer matches the round's deadline, marking, return address or questions. Generate again to replace it.",
} as const;

/** What can be wrong with e-mail to partners and with its wording. */
export const mailFindings = {
  'mail.password-shown': warning(
    (f: { option: string; variable: string }) =>
      `The password in ${f.option} is part of the command. Other people on this computer may see it, and the terminal's history stores it. Set ${f.variable} to the address instead and give ${f.option} without a value. Change the password if others use this computer.`,
  ),
  'mail.no-address': error((f: { partners: readonly string[] }) =>
    f.partners.length === 1
      ? `There is no e-mail address for ${quoted(f.partners[0] ?? '')}, so no message is sent to it. Add an address to the column email in the list of partners and generate again.`
      : `There is no e-mail address for ${f.partners.length} partners, so no message is sent to them: ${firstFew(f.partners)}. Add addresses to the column email in the list of partners and generate again.`,
  ),
  'mail.bad-address': error(
    (f: { partner: string; address: string }) =>
      `The e-mail address of ${quoted(f.partner)}, ${quoted(f.address)}, cannot be used, so no message is sent to it. An address is a name, @ and a domain in plain letters, as in returns@pct.example. Two addresses are separated by a semicolon. Correct it in the list of partners and generate again.`,
  ),
  'mail.several-addresses': warning(
    (f: { partner: string; addresses: readonly string[] }) =>
      `The list of partners has ${f.addresses.length} addresses for ${quoted(f.partner)}: ${list(f.addresses)}. One message is sent to all of them.`,
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
      `The workbook of ${quoted(f.partner)} is not in ${f.folder}. Generate it again, or give its folder with --workbooks.`,
  ),
  'mail.workbook-changed': error(
    (f: { partner: string }) =>
      `This file is not the workbook that was issued to ${quoted(f.partner)}. Somebody may have filled it in. It is not sent. Move it away, and generate again.`,
  ),
  'mail.workbook-of-another': error(
    (f: { partner: string; owner: string }) =>
      `This file has the name of the workbook of ${quoted(f.partner)}, but is the workbook of ${f.owner}. It is not sent. Move it away, and generate again.`,
  ),
  'mail.workbook-outdated': error(
    (f: { partner: string }) =>
      `This workbook of ${quoted(f.partner)} no longer matches the round's deadline, marking, return address or questions, or another workbook was issued after it. It is not sent. Generate again, with a list that includes this partner, to replace it.`,
  ),
  'mail.too-large': error(
    (f: { partner: string; size: string; limit: string }) =>
      `The message to ${quoted(f.partner)} would have ${f.size}, and the limit is ${f.limit}, because many mail servers refuse larger messages. It is not sent. Make the workbook smaller (with a smaller logo), or raise the limit with --max-mb if all servers accept it.`,
  ),
  'mail.large': warning(
    (f: { partner: string; size: string }) =>
      `The message to ${quoted(f.partner)} has ${f.size}. It is sent, but some mail servers accept no more than 10 MB. Check whether it bounces, and make the workbook smaller (with a smaller logo) if you can.`,
  ),
  'mail.draft-changed': error(
    () =>
      'A draft with this name already exists, and somebody has changed it. It was not overwritten. Send it as it is, or move it away and run the command again.',
  ),
  'mail.may-have-gone': error(
    (f: { partner: string; at: string }) =>
      `Sending the message to ${quoted(f.partner)} was interrupted on ${f.at}. It may have been sent or not. It is not sent again. Ask whether it arrived. If it did not, send it with --again --partner and the partner's code.`,
  ),
  'mail.bounced-before': error(
    (f: { partner: string; at: string; detail: string }) =>
      `The message to ${quoted(f.partner)} bounced on ${f.at} (${f.detail}). It is not sent. Correct the address in the list of partners, generate again, and send the message again.`,
  ),
  'mail.nothing-to-remind': error(
    (f: { partner: string }) =>
      `The workbook has not reached ${quoted(f.partner)}: others got it by e-mail, but this partner's message was not sent or bounced. It is not reminded. Check its address in the list of partners, generate again, and send it the workbook. If it has the workbook in another way, name it with --partner.`,
  ),
  'mail.for-owner': error(
    (f: { partners: readonly string[]; owner: string }) =>
      `There are errors in the returns of ${firstFew(f.partners)}. Their reminders bring a workbook to correct them in, which only those who see all regions can make. They are not reminded. Ask ${f.owner}, who owns the register, to remind them.`,
  ),
  'mail.reminded-without': warning(
    (f: { partners: readonly string[]; folder: string; problem: keyof typeof workbookProblems }) =>
      `No workbook is attached to the reminders of ${firstFew(f.partners)}, because ${workbookProblems[f.problem].replace('FOLDER', f.folder)}`,
  ),
  'mail.drafted-before': warning(
    (f: { partner: string; at: string }) =>
      `A draft for ${quoted(f.partner)} was written on ${f.at}, and somebody may have sent it since. No other is written. If the draft was not sent, send the message with --again --partner and the partner's code.`,
  ),
  'mail.refused': error(
    (f: { partner: string; detail: string }) =>
      `The mail server refused the message to ${quoted(f.partner)} (${f.detail}). Nothing was sent to it. Check the address in the list of partners. Run the command again after correcting it, or later if the server asked for that.`,
  ),
  'mail.some-refused': warning(
    (f: { partner: string; detail: string }) =>
      `The message to ${quoted(f.partner)} was sent, but not to all of its addresses (${f.detail}). Check them in the list of partners.`,
  ),
  'mail.server': error(
    (f: { server: string; problem: string }) =>
      `Sending stopped at the mail server ${f.server}: ${f.problem}. Messages that were already sent are recorded. Correct the problem and run the same command again: it continues from there.`,
  ),
  'wording.empty': error(
    () =>
      'The file contains no text for an e-mail. The command "wording" writes a file to begin with. Perhaps your changes were not saved. To use the wording that comes with Scorebook, leave out --wording.',
  ),
  'wording.unknown-part': error(
    (f: { part: string; known: readonly string[] }) =>
      `There is no e-mail ${quoted(f.part)}. The parts can be: ${list(f.known)}. Correct the name.`,
  ),
  'wording.part-twice': error(
    (f: { part: string }) => `There are two parts with the name ${quoted(f.part)}. Remove one of them.`,
  ),
  'wording.outside': error(
    (f: { text: string }) =>
      `${quoted(f.text)} is before the first part. A part begins with a line such as "=== sending ===". Write one above it, or begin the line with # if it is not to be sent.`,
  ),
  'wording.no-subject': error(
    (f: { part: string }) =>
      `The first line of the part ${quoted(f.part)} must be its subject. Write one, as in "Subject: {title}, by {deadline}".`,
  ),
  'wording.no-text': error(
    (f: { part: string }) => `The part ${quoted(f.part)} has no text. Write some, or remove the whole part.`,
  ),
  'wording.unknown-placeholder': error(
    (f: { placeholder: string; part: string; known: readonly string[] }) =>
      `{${f.placeholder}} in the part ${quoted(f.part)} is not a known placeholder. Known: ${f.known.map((name) => `{${name}}`).join(', ')}. Correct the word.`,
  ),
  'wording.stray-brace': error(
    (f: { part: string }) =>
      `A brace in the part ${quoted(f.part)} has no partner. A placeholder is between two braces, as in {partner}. Add the missing brace, or remove this one.`,
  ),
} as const satisfies Catalogue<'mail' | 'wording'>;
