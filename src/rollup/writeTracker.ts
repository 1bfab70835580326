import type { WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import type { Tracker } from './load/tracker.ts';
import type { SheetMarks } from './sheets/parts/content.ts';
import { asWrittenSheet } from './sheets/tracker/asWritten.ts';
import { trackerSheet } from './sheets/tracker/tracker.ts';
import { trackerNotesSheet } from './sheets/tracker/trackerNotes.ts';
import { trackerTable } from './sheets/tracker/trackerTable.ts';

/**
 * Writes the tracker of a round. Returns the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param trackers One for each instrument of the round.
 * @param made The time shown on the sheet Notes and in the document's properties.
 */
export const writeTracker = (trackers: readonly Tracker[], made: Date): Promise<Uint8Array> =>
  renderWorkbook(trackerPlan(trackers, made));

/** The same workbook as data. */
export function trackerPlan(trackers: readonly Tracker[], made: Date): WorkbookPlan {
  const round = trackers[0]?.round.round ?? '';
  const table = trackerTable(trackers);
  const markings = new Set(trackers.flatMap((tracker) => tracker.round.marking ?? []));
  const marks: SheetMarks = {
    marking: markings.size === 0 ? undefined : [...markings].join(' / '),
    footer: `Tracker, round ${round}`,
  };
  return {
    title: `Tracker of round ${round}`,
    subject: 'What went out, what came back, and what is next',
    description: 'Where each partner is: its workbook, its return, what is still open, and the next step.',
    keywords: [`round ${round}`, ...trackers.map(({ instrument }) => instrument.key)],
    category: 'Tracker',
    at: made,
    language: 'en-GB',
    properties: new Map([
      ['Scorebook kind', 'tracker'],
      ['Scorebook round', round],
    ]),
    sheets: [
      trackerSheet(marks, round, table),
      trackerNotesSheet(marks, trackers, made),
      asWrittenSheet(table, {
        ...{ round, instruments: trackers.map(({ instrument }) => instrument.key) },
        ...{ register: trackers[0]?.register ?? '', written: made.toISOString() },
      }),
    ],
    lockStructure: false,
    calculateOnOpening: false,
  };
}
