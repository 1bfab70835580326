import { finishWorkbook } from '../spreadsheet/write/finishWorkbook.ts';
import { newWorkbook } from '../spreadsheet/write/newWorkbook.ts';
import type { Tracker } from './load/tracker.ts';
import type { SheetMarks } from './sheets/parts/content.ts';
import { writeTrackerTable } from './sheets/tracker/tracker.ts';
import { writeTrackerNotes } from './sheets/tracker/trackerNotes.ts';

/**
 * Writes the tracker of a round. Returns the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param trackers One for each instrument of the round.
 * @param made The time shown on the sheet Notes and in the document's properties.
 */
export async function writeTracker(trackers: readonly Tracker[], made: Date): Promise<Uint8Array> {
  const round = trackers[0]?.round.round ?? '';
  const markings = new Set(trackers.flatMap((tracker) => tracker.round.marking ?? []));
  const marks: SheetMarks = {
    marking: markings.size === 0 ? undefined : [...markings].join(' / '),
    footer: `Tracker, round ${round}`,
  };
  const workbook = await newWorkbook({
    title: `Tracker of round ${round}`,
    at: made,
  });
  writeTrackerTable(workbook, marks, trackers);
  writeTrackerNotes(workbook, marks, trackers, made);
  return finishWorkbook(workbook, {
    properties: new Map([
      ['Scorebook kind', 'tracker'],
      ['Scorebook round', round],
    ]),
    language: 'en-GB',
    lockStructure: false,
  });
}
