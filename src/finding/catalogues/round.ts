import { type Catalogue, warning } from '../wording/entry.ts';
import { firstFew, quoted } from '../wording/quote.ts';

/** What can be wrong with the round, its deadline or its correction workbooks when they are sent out. */
export const roundFindings = {
  'round.due-past': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, has passed, so every return will count as late. Check --due. To move the deadline, run the command again with the right time and --change-due.`,
  ),
  'round.due-day-off': warning(
    (f: { due: string; dayOff: string }) =>
      `The deadline, ${f.due}, is on ${f.dayOff}, when few people are at work. If a working day is meant, run the command again with it and --change-due.`,
  ),
  'round.due-far': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is more than two years away. Check the year. To move the deadline, run the command again with the right time and --change-due.`,
  ),
  'time.skipped': warning(
    (f: { option: string; time: string; taken: string }) =>
      `${f.option} ${quoted(f.time)} does not exist in UK time: that night the clocks go forward from 01:00 to 02:00. It was taken as ${f.taken}. If another time is meant, give that.`,
  ),
  'time.repeated': warning(
    (f: { option: string; time: string; taken: string }) =>
      `${f.option} ${quoted(f.time)} occurs twice in UK time: that night the clocks go back from 02:00 to 01:00. The later of the two was taken, ${f.taken}. Write which one is meant: ${quoted(f.taken.replace('GMT', 'BST'))} is the earlier, ${quoted(f.taken)} the later.`,
  ),
  'time.unclear': warning(
    (f: { option: string; time: string; taken: string }) =>
      `People mean different times by ${f.option} ${quoted(f.time)}. It was taken as ${f.taken}. If another time is meant, write it with a clock of 24 hours: 00:00 is the beginning of a day, 12:00 is noon, and a day alone ends at 23:59.`,
  ),
  'round.no-return-address': warning(
    (f: { given: string }) =>
      `${f.given === '' ? 'The workbooks do not say where to send them' : `The return address, ${quoted(f.given)}, is not an e-mail address`}, and no e-mail can be written for this round. Generate again with --return-to, as in --return-to returns@region.example, unless the workbooks are sent out and returned in another way.`,
  ),
  'round.no-addresses': warning((f: { partners: readonly string[]; of: number }) =>
    f.partners.length === f.of
      ? 'The list of partners has no e-mail addresses, and no e-mail can be written for this round. Add a column email to the list and generate again, unless the workbooks are sent out in another way.'
      : `There is no e-mail address for ${f.partners.length} of ${f.of} partners, and no e-mail can be written for them: ${firstFew(f.partners)}. Add an address to the column email in the list and generate again, unless they get their workbooks in another way.`,
  ),
  'round.bad-addresses': warning(
    (f: { addresses: readonly string[] }) =>
      `E-mail addresses of partners cannot be used, so those partners get no e-mail: ${firstFew(f.addresses)}. An address is a name, @ and a domain in plain letters, as in returns@pct.example. Correct them with "scorebook round partner CODE --email ADDRESS", or in the list of partners.`,
  ),
  'round.changed': warning((f: { round: string; what: string; from: string | null; to: string | null }) =>
    f.from === f.to
      ? `The ${f.what} of round ${quoted(f.round)}, ${quoted(f.from ?? '')}, has changed. Workbooks that were already sent do not show this. Send them again.`
      : `The ${f.what} of round ${quoted(f.round)} ${f.from === null ? 'was not given' : `was ${quoted(f.from)}`} and ${f.to === null ? 'has been removed' : `is now ${quoted(f.to)}`}. Workbooks that were already sent do not show this. Send them again.`,
  ),
  'round.other-name': warning(
    (f: { code: string; round: string }) =>
      `The workbook of ${f.code} says the earlier name. Renew it with "scorebook generate --round ${f.round} --partner ${f.code}" if the partner is to see the new one.`,
  ),
  'round.mail-changed': warning(
    (f: { round: string; what: 'contact' | 'wording' | 'number of reminders' | 'days between reminders' }) =>
      `The ${f.what === 'wording' ? 'wording of e-mails' : f.what} of round ${quoted(f.round)} ${f.what.startsWith('days') ? 'have' : 'has'} changed, for this message and later ones. "scorebook round show ${f.round}" lists the change with its number, and "scorebook round undo" takes it back.`,
  ),
  'round.other-deadline': warning(
    (f: { partner: string; code: string; round: string; says: string; due: string }) =>
      `The workbook of ${quoted(f.partner)} says ${f.says}, and its deadline is ${f.due}. Renew it with "scorebook generate --round ${f.round} --partner ${f.code}", and send it.`,
  ),
  'round.review-outdated': warning(
    (f: {
      code: string;
      partner: string;
      round: string;
      returned: number | null;
      questions: readonly string[];
      isRenewed: boolean;
    }) => {
      const what = `shows the assessor other answers than those that count now: ${firstFew(f.questions)}`;
      const renew = `"scorebook review generate --round ${f.round} --partner ${f.code}" writes one with the answers that count now`;
      if (f.returned === null) return `The review workbook on ${quoted(f.partner)} ${what}. ${renew}.`;
      const help = f.isRenewed ? 'A workbook with those that count now is out: give it to the assessor' : renew;
      return `The review of ${quoted(f.partner)}, return ${f.returned}, is out of date: its workbook ${what}. Roll-up and feedback mark these questions. ${help}.`;
    },
  ),
  'round.closes-early': warning(
    (f: { round: string; closes: string; partners: readonly string[] }) =>
      `Round ${quoted(f.round)} closes at ${f.closes}, before the deadline of ${firstFew(f.partners)}. What comes from them after that does not count. If that is not meant, run "scorebook round reopen ${f.round} --reason TEXT", or close it later.`,
  ),
  'round.closing-excludes': warning(
    (f: { round: string; closes: string; returns: readonly string[] }) =>
      `Returns of round ${quoted(f.round)} that came after ${f.closes} do not count any more: ${firstFew(f.returns)}. The register still has them. If they are to count, close the round later.`,
  ),
  'round.corrected-since': warning(
    (f: { what: 'name' | 'e-mail address'; listed: string; corrected: string }) =>
      `The list has the ${f.what} ${quoted(f.listed)}, which was corrected to ${quoted(f.corrected)} since. The corrected one is used. Correct the list, too.`,
  ),
  'round.own-deadline': warning(
    (f: { round: string; from: string; to: string }) =>
      `The deadline of this partner in round ${quoted(f.round)} was ${f.from} and is now ${f.to}. The others keep theirs. Send this partner its new workbook.`,
  ),
  'round.not-in-list': warning((f: { round: string; partners: readonly string[] }) =>
    f.partners.length === 1
      ? `In round ${quoted(f.round)} but not in this list: ${firstFew(f.partners)}. This partner still counts and is reminded. If it was left out by mistake, add it to the list and generate again. If it takes no part any more, run "scorebook round withdraw CODE --round ${f.round} --reason TEXT"; if it became part of another, "scorebook round merge CODE --into CODE --round ${f.round} --reason TEXT".`
      : `In round ${quoted(f.round)} but not in this list: ${firstFew(f.partners)}. These partners still count and are reminded. If they were left out by mistake, add them to the list and generate again. If they take no part any more, run "scorebook round withdraw CODE --round ${f.round} --reason TEXT"; if they became part of others, "scorebook round merge CODE --into CODE --round ${f.round} --reason TEXT".`,
  ),
  'round.left-in-list': warning(
    (f: { code: string; partner: string; how: string; round: string }) =>
      `${quoted(f.partner)} ${f.how}, and the list still has it. It gets no workbook. Remove it from the list, or bring it back with "scorebook round bring-back ${f.code} --round ${f.round} --reason TEXT".`,
  ),
  'round.review-uncounted': warning(
    (f: {
      code: string;
      partner: string;
      round: string;
      why: string;
      returned: number | null;
      successors: readonly string[] | null;
    }) =>
      `${
        f.returned === null
          ? `The assessor's workbook on ${quoted(f.partner)} is out, and what comes back of it will be in no figure`
          : `The review of ${quoted(f.partner)}, return ${f.returned}, is in no figure now`
      }: ${f.why}. ${
        f.returned === null
          ? 'Ask the assessor to stop, if that is to stay so.'
          : 'Status and roll-up name it, and the register keeps it.'
      } ${reviewHelp(f)}`,
  ),
  'round.review-of-other-return': warning(
    (f: { code: string; partner: string; round: string; before: number; now: number }) =>
      `The review of ${quoted(f.partner)} is compared with return ${f.now} from now on, not with return ${f.before}. If the two have other answers, "scorebook review generate --round ${f.round} --partner ${f.code}" writes a workbook with those that count now for the assessor.`,
  ),
  'correction.open': warning((f: { open: number }) =>
    f.open === 1
      ? 'The Checklist still has 1 thing to do, with a link to its cell. A line above may be about the same cell.'
      : `The Checklist still has ${f.open} things to do, with links to their cells. It counts each of them; here they are one thing together, and lines above may be about the same cells.`,
  ),
  'correction.left-out': warning(
    (f: { partner: string; what: readonly string[] }) =>
      `The correction workbook for ${f.partner} does not show ${f.what.join(' and ')}, although the workbook that was issued did. An older version of Scorebook issued it and stored no copy. All answers are in the correction workbook. Explain this to the partner if it matters.`,
  ),
  'correction.due-past': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, has passed. A correction that arrives now is late and does not replace a return that arrived in time. If it is to count, move the deadline with generate --change-due and run this command again.`,
  ),
} as const satisfies Catalogue<'round' | 'time' | 'correction'>;

/** The command after which a review counts again, or by which another is written. */
function reviewHelp({
  code,
  round,
  successors,
}: {
  readonly code: string;
  readonly round: string;
  readonly successors: readonly string[] | null;
}): string {
  const generate = (codes: readonly string[]): string =>
    `"scorebook review generate --round ${round} --partner ${codes.join(' ')}"`;
  if (successors === null) {
    return `It counts again when a self-assessment of the partner does. If that has other answers, ${generate([code])} writes a workbook with them for the assessor.`;
  }
  return successors.length === 0
    ? `It counts again with the partner: "scorebook round bring-back ${code} --round ${round} --reason TEXT".`
    : `To have ${successors.join(' and ')} reviewed: ${generate(successors)}.`;
}
