import { type Catalogue, warning } from '../wording/entry.ts';
import { few, quoted } from '../wording/quote.ts';

/** What can be wrong with the round, its deadline or its correction workbooks when they are sent out. */
export const roundFindings = {
  'round.due-past': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is over, so every return will count as late. Check --due; to move it, run the command again with the right time and --change-due.`,
  ),
  'round.due-far': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is more than two years ahead. Check its year; to move it, run the command again with the right time and --change-due.`,
  ),
  'time.skipped': warning(
    (f: { option: string; time: string; taken: string }) =>
      `${f.option} ${quoted(f.time)} is a time that does not exist in the UK: on that night the clocks go forward from 01:00 to 02:00. It was taken as ${f.taken}. If that is not what you mean, give another time.`,
  ),
  'time.repeated': warning(
    (f: { option: string; time: string; taken: string }) =>
      `${f.option} ${quoted(f.time)} is a time that occurs twice in the UK: on that night the clocks go back from 02:00 to 01:00. The later of the two was taken, ${f.taken}. Write which one you mean: ${quoted(`${f.time} BST`)} is the earlier, ${quoted(`${f.time} GMT`)} the later.`,
  ),
  'round.no-return-address': warning(
    (f: { given: string }) =>
      `${f.given === '' ? 'The workbooks do not say where to send them' : `The return address, ${quoted(f.given)}, is not an e-mail address`}, and no e-mail can be written for this round. Generate again with --return-to, as in --return-to returns@region.example, unless the workbooks are sent out and returned in another way.`,
  ),
  'round.changed': warning((f: { round: string; what: string; from: string | null; to: string | null }) =>
    f.from === f.to
      ? `The ${f.what} of round ${quoted(f.round)}, ${quoted(f.from ?? '')}, has changed. Workbooks that have gone out do not show this: send them again.`
      : `The ${f.what} of round ${quoted(f.round)} ${f.from === null ? 'was not given' : `was ${quoted(f.from)}`} and ${f.to === null ? 'has been removed' : `is now ${quoted(f.to)}`}. Workbooks that have gone out do not show this: send them again.`,
  ),
  'round.not-in-list': warning(
    (f: { round: string; partners: readonly string[] }) =>
      `In round ${quoted(f.round)} but not in this list: ${few(f.partners)}. ${f.partners.length === 1 ? 'This partner still counts and is' : 'These partners still count and are'} reminded. If ${f.partners.length === 1 ? 'it was' : 'they were'} left out by mistake, put ${f.partners.length === 1 ? 'it' : 'them'} back into the list and generate again; otherwise name only the others with --partner when you send reminders.`,
  ),
  'correction.open': warning(
    (f: { open: number }) =>
      `Still open: ${f.open} of the answers that are needed. The Checklist says which, with links to where to go on.`,
  ),
  'correction.left-out': warning(
    (f: { partner: string; what: readonly string[] }) =>
      `The correction workbook for ${f.partner} is without ${f.what.join(' and ')}, which the one that went out showed: it was issued by an older version, which kept no copy. All answers are in it; tell the partner if that matters.`,
  ),
  'correction.due-past': warning(
    (f: { due: string }) =>
      `The deadline, ${f.due}, is over: a correction that comes now is late, and does not count instead of a return that came in time. Move the deadline with generate --change-due if it is to count, and run this again.`,
  ),
} as const satisfies Catalogue<'round' | 'time' | 'correction'>;
