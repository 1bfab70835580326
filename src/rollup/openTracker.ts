import { type Finding, FindingsError, finding } from '../finding/index.ts';
import type { RawSheet, RawWorkbook } from '../spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../spreadsheet/read/readPackage.ts';
import { readStamp } from '../workbook/read/readStamp.ts';
import { asWrittenName, stampPlace, type TrackerStamp, trackerStampFrom } from './sheets/tracker/asWritten.ts';
import { trackerSheetName } from './sheets/tracker/tracker.ts';

/** The parts of a tracker that are compared. */
export interface OpenTracker {
  readonly stamp: TrackerStamp;
  readonly sheet: RawSheet;
  readonly asWritten: RawSheet;
  /** As in `RawWorkbook`. */
  readonly date1904: boolean;
}

/** Room for a round of 10,000 partners, twice. */
const maxCells = 500_000;

/**
 * Opens a file as a tracker.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError for a file that cannot be read, and for anything but a tracker.
 */
export function openTracker(bytes: Uint8Array, file: string): OpenTracker {
  const raw = readFile(bytes, file);
  const asWritten = raw.sheets.find(({ name }) => name === asWrittenName);
  const text = asWritten?.rows.get(stampPlace.row)?.get(stampPlace.column)?.value;
  const stamp = text?.kind === 'text' ? trackerStampFrom(text.value) : undefined;
  if (asWritten === undefined || stamp === undefined) throw new FindingsError([noTracker(raw, file)]);
  const sheet = raw.sheets.find(({ name }) => name === trackerSheetName);
  if (sheet === undefined) {
    const sheets = raw.sheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
    throw new FindingsError([finding('tracker.no-sheet', { file }, { sheets })]);
  }
  const cut = sheet.cut ?? asWritten.cut;
  if (cut !== undefined) {
    const problem = `it is too large: its ${cut.what} is more than ${cut.limit}`;
    throw new FindingsError([finding('tracker.unreadable', { file, sheet: sheet.name }, { problem })]);
  }
  return { stamp, sheet, asWritten, date1904: raw.date1904 };
}

function readFile(bytes: Uint8Array, file: string): RawWorkbook {
  try {
    return readPackage(bytes, { cells: maxCells });
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    throw new FindingsError(failure.findings.map((found) => unreadable(found, file)));
  }
}

/** A finding about a returned file as one about a tracker, with the cure for whoever edited it. */
function unreadable(found: Finding, file: string): Finding {
  const because = (problem: string): Finding => finding('tracker.unreadable', { file }, { problem });
  switch (found.code) {
    case 'return.empty':
      return because('it is empty');
    case 'return.encrypted':
      return because('it is protected with a password');
    case 'return.damaged':
      return because(`it is damaged (${found.facts.problem})`);
    case 'return.over-limit':
      return because(`it is too large: its ${found.facts.what} is more than ${found.facts.limit}`);
    case 'return.old-excel':
      return because('it is a workbook in the old format (.xls)');
    case 'return.not-a-workbook':
    case 'return.other-spreadsheet':
    case 'return.macros':
    case 'return.csv':
    case 'return.mail':
    case 'return.link':
    case 'return.lock-file':
      return because(`it is ${found.facts.looksLike}`);
    default:
      return { ...found, place: { file } };
  }
}

/** Another workbook of Scorebook's is named, so that the right file is found. */
function noTracker(raw: RawWorkbook, file: string): Finding {
  const { stamp } = readStamp(raw);
  if (stamp !== undefined) {
    const looksLike = `the workbook of partner ${stamp.partner} in round ${stamp.round}`;
    return finding('tracker.not-a-tracker', { file }, { looksLike });
  }
  const kind = raw.properties.get('Scorebook kind');
  // Some programs do not save the properties.
  if (kind === 'tracker' || (kind === undefined && raw.sheets.some(({ name }) => name === trackerSheetName)))
    return finding('tracker.not-as-written', { file }, {});
  return finding(
    'tracker.not-a-tracker',
    { file },
    { looksLike: kind === undefined ? 'another workbook' : `a ${kind}` },
  );
}
