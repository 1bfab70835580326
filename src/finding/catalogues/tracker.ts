import { type Catalogue, error, warning } from '../wording/entry.ts';
import { firstFew, list, quoted } from '../wording/quote.ts';

const anew =
  'To begin again, write a new tracker ("scorebook status --round NAME --out FILE") and make your changes in that.';

/** What can be wrong with a tracker that is read back. */
export const trackerFindings = {
  'tracker.unreadable': error(
    (f: { problem: string }) =>
      `The file cannot be read, because ${f.problem}. A tracker is an Excel workbook (.xlsx) without a password. Open it in Excel and save it as such. ${anew}`,
  ),
  'tracker.not-a-tracker': error(
    (f: { looksLike: string }) =>
      `This is ${f.looksLike}, and no tracker that Scorebook wrote. "scorebook status --round NAME --out FILE" writes one. Give that file.`,
  ),
  'tracker.not-as-written': error(
    () =>
      `This tracker does not say how it was when it was written: an earlier version of Scorebook wrote it, or its hidden sheet was changed or removed. ${anew}`,
  ),
  'tracker.no-sheet': error(
    (f: { sheets: readonly string[] }) =>
      `There is no sheet "Tracker". The workbook has: ${list(f.sheets)}. Give the sheet its name again, or write a new tracker.`,
  ),
  'tracker.other-register': error(
    (f: { round: string }) =>
      `This tracker, of round ${quoted(f.round)}, was written with another register. Give the one with which it was written, with --register.`,
  ),
  'tracker.other-round': error(
    (f: { round: string; wanted: string }) =>
      `This is the tracker of round ${quoted(f.round)}, not of ${quoted(f.wanted)}. Give the tracker of that round, or leave out --round.`,
  ),
  'tracker.no-headings': error(
    (f: { headings: readonly string[] }) =>
      `No row has the headings of the tracker: ${f.headings.join(', ')}. Put them back, in this order. ${anew}`,
  ),
  'tracker.heading-missing': error((f: { heading: string; found: string }) =>
    f.found === ''
      ? `The column ${quoted(f.heading)} is missing. Put it back. ${anew}`
      : `The heading ${quoted(f.heading)} was changed to ${quoted(f.found)}. Change it back.`,
  ),
  'tracker.column-moved': error(
    (f: { heading: string }) =>
      `The column ${quoted(f.heading)} is in another place than it was written. Move it back. ${anew}`,
  ),
  'tracker.column-added': error((f: { heading: string }) =>
    f.heading === ''
      ? 'There is something beside the table, which is not read. Move it to a sheet of its own.'
      : `The column ${quoted(f.heading)} was added, or is there twice. It is not read. Move it to a sheet of its own.`,
  ),
  'tracker.row-without-code': error(
    () =>
      'This row has no partner code. If it is a note, move it to a sheet of its own. If it is a partner, put its code back.',
  ),
  'tracker.code-unknown': error(
    (f: { code: string }) =>
      `No partner had the code ${quoted(f.code)} when this tracker was written. A code cannot be changed here. Put back the one that was there. To add a partner, add it to the list of partners and generate again.`,
  ),
  'tracker.code-twice': error(
    (f: { code: string; first: string }) =>
      `The code ${quoted(f.code)} is already in ${f.first}. Put back the code that was here, or remove the row if it is a copy.`,
  ),
  'tracker.rows-missing': error(
    (f: { partners: readonly string[] }) =>
      `Rows were removed: ${firstFew(f.partners)}. Removing a row does not withdraw a partner. Put it back, and write Yes in its column Withdrawn if that is meant. ${anew}`,
  ),
  'tracker.not-read-back': error(
    (f: { heading: string; was: string; is: string }) =>
      `${quoted(f.heading)} said ${quoted(f.was)} and now says ${quoted(f.is)}. Scorebook works this column out itself, and does not read it. Put back what it said. "scorebook round --help" lists what can be changed.`,
  ),
  'tracker.formula': error(
    (f: { heading: string }) =>
      `${quoted(f.heading)} has a formula. Replace it with its value (Paste Special > Values).`,
  ),
  'tracker.error-value': error(
    (f: { heading: string; value: string }) => `${quoted(f.heading)} is ${quoted(f.value)}. Type the value itself.`,
  ),
  'tracker.struck-out': error(
    () =>
      'Something in this row is struck out. If the partner takes no part any more, write Yes in the column Withdrawn. In either case remove the strike-through.',
  ),
  'tracker.not-a-time': error((f: { heading: string; text: string; dayFirst?: string }) =>
    f.dayFirst === undefined
      ? `${quoted(f.heading)} is ${quoted(f.text)}, which is not a date and time. Write day, month, year and UK time, as in 23/12/2026 12:00. The day alone is enough, and ends at 23:59.`
      : `${quoted(f.heading)} is ${quoted(f.text)}, which has the month first. Write ${f.dayFirst} if that is the day.`,
  ),
  'tracker.not-yes-or-no': error(
    (f: { text: string }) =>
      `"Withdrawn" is ${quoted(f.text)}. Write Yes if the partner takes no part any more, and the reason in the column Reason; otherwise No.`,
  ),
  'tracker.no-decision': error(
    (f: { text: string }) =>
      `"Decide" is ${quoted(f.text)}, which is no decision. Write "set aside 12", "prefer 12", "merge 12 15" or "accept CODE 12", with numbers of returns and the code of a warning; or None.`,
  ),
  'tracker.other-return': error(
    (f: { returns: readonly number[]; partner: string; known: readonly number[] }) =>
      `${f.partner} has no return ${f.returns.join(', ')}. ${f.known.length === 0 ? 'It has none: write None.' : `Write numbers of its own: ${f.known.join(', ')}.`}`,
  ),
  'tracker.no-reason': error(
    () =>
      'This row was changed, and nothing says why. Write it in the column Reason, or give --reason for all rows without one.',
  ),
  'tracker.reason-alone': warning(
    () => 'This row has a reason, and nothing else in it was changed. If something was to change, change that, too.',
  ),
  'tracker.conflict': error(
    (f: { heading: string; was: string; is: string; now: string }) =>
      `${quoted(f.heading)} was ${quoted(f.was)} when the tracker was written. You changed it to ${quoted(f.is)}, but meanwhile it has become ${quoted(f.now)}. Put back ${quoted(f.was)} to leave it so, or write a new tracker and make your change in that.`,
  ),
  'tracker.departed': error(
    (f: { partner: string; how: string }) =>
      `${quoted(f.partner)} ${f.how}, so that nothing of it can be changed. Put back what the row said when the tracker was written, or bring the partner back first.`,
  ),
  'tracker.refused': error((f: { problem: string }) => f.problem),
  'tracker.changed-since': warning(
    (f: { written: string; partners: readonly string[] }) =>
      `Since the tracker was written, at ${f.written}, other things have changed for ${firstFew(f.partners)}. They stay as they are now.`,
  ),
} as const satisfies Catalogue<'tracker'>;
