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
  'round.changed': warning((f: { round: string; what: string; from: string | null; to: string | null }) =>
    f.from === f.to
      ? `The ${f.what} of round ${quoted(f.round)}, ${quoted(f.from ?? '')}, has changed. Workbooks that were already sent do not show this. Send them again.`
      : `The ${f.what} of round ${quoted(f.round)} ${f.from === null ? 'was not given' : `was ${quoted(f.from)}`} and ${f.to === null ? 'has been removed' : `is now ${quoted(f.to)}`}. Workbooks that were already sent do not show this. Send them again.`,
  ),
  'round.not-in-list': warning((f: { round: string; partners: readonly string[] }) =>
    f.partners.length === 1
      ? `In round ${quoted(f.round)} but not in this list: ${firstFew(f.partners)}. This partner still counts and is reminded. If it was left out by mistake, add it to the list again and generate again. Otherwise name only the other partners with --partner when you send reminders.`
      : `In round ${quoted(f.round)} but not in this list: ${firstFew(f.partners)}. These partners still count and are reminded. If they were left out by mistake, add them to the list again and generate again. Otherwise name only the other partners with --partner when you send reminders.`,
  ),
  'correction.open': warning(
    (f: { open: number }) =>
      `Still open: ${f.open} of the required answers. The Checklist lists them, with links to the cells.`,
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
