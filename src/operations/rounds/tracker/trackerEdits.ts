import { type Finding, finding } from '../../../finding/index.ts';
import type { Place } from '../../../finding/place.ts';
import { timeFindings } from '../../../finding/timeFindings.ts';
import type { ReadTracker } from '../../../rollup/readTracker.ts';
import { comparableContent } from '../../../rollup/sheets/tracker/asWritten.ts';
import { type EditableHeading, trackerHeadings, trackerWords } from '../../../rollup/sheets/tracker/trackerTable.ts';
import type { ReadRow, ReadTrackerCell } from '../../../rollup/trackerRows.ts';
import { epochSerial } from '../../../spreadsheet/model/daySerial.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { parseUkTime, type UkTime, ukMinute } from '../../../time.ts';
import { dayFirst } from '../../../writtenTime.ts';
import { type WrittenDecision, writtenDecision } from './writtenDecision.ts';

/** A value that the analyst gave a partner in the tracker. */
export type EditedValue =
  | { readonly what: 'email' | 'contact'; readonly after: string | false }
  | { readonly what: 'sent'; readonly after: Date | null }
  | { readonly what: 'due'; readonly after: Date }
  | { readonly what: 'decided'; readonly decision: WrittenDecision; readonly text: string }
  | { readonly what: 'withdrawn' };

/** A cell that the analyst changed in the tracker. */
export interface TrackerEdit {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Code of the partner. */
  readonly code: string;
  readonly heading: EditableHeading;
  readonly place: Place;
  readonly value: EditedValue;
  readonly shown: string;
  readonly shownBefore: string;
  /** What the cell said when the tracker was written, and what it would say with this value, as they are compared. */
  readonly before: string;
  readonly text: string;
  readonly reason: string | undefined;
}

export interface TrackerEdits {
  readonly edits: readonly TrackerEdit[];
  readonly findings: readonly Finding[];
}

/**
 * What the analyst changed in a tracker.
 *
 * @param reason Why, for rows without a reason of their own.
 */
export function trackerEdits({ rows, date1904 }: ReadTracker, reason: string | undefined): TrackerEdits {
  const all = rows.map((row) => editsOfRow(row, date1904, reason));
  return { edits: all.flatMap(({ edits }) => edits), findings: all.flatMap(({ findings }) => findings) };
}

function editsOfRow(row: ReadRow, date1904: boolean, general: string | undefined): TrackerEdits {
  const { instrument, code, cells } = row;
  const own = cells.get(trackerHeadings.reason);
  const reason = own === undefined || isNone(own.text) ? undefined : own.text;
  const changed = editableCells.flatMap(([heading, readCell]) => {
    const cell = cells.get(heading);
    return cell === undefined || cell.text === cell.before ? [] : [{ heading, cell, ...readCell(cell, date1904) }];
  });
  const edits = changed.flatMap(({ heading, cell, value }) => {
    if (value === undefined) return [];
    const { place, before, shown, shownBefore } = cell;
    const edit = { instrument, code, heading, place, value, before, shown, shownBefore, text: textOf(value) };
    return [{ ...edit, reason: reason ?? general }];
  });
  const place = own?.place ?? {};
  return {
    edits,
    findings: [
      ...changed.flatMap(({ findings }) => findings),
      ...(edits.length > 0 && reason === undefined && general === undefined
        ? [finding('tracker.no-reason', place, {})]
        : []),
      ...(changed.length === 0 && reason !== undefined ? [finding('tracker.reason-alone', place, {})] : []),
    ],
  };
}

interface ReadValue {
  /** Undefined if the cell says nothing that can be used, or nothing that would change anything. */
  readonly value?: EditedValue;
  readonly findings: readonly Finding[];
}

type ReadCell = (cell: ReadTrackerCell, date1904: boolean) => ReadValue;

const isNone = (text: string): boolean => /^(?:none|-|–)?$/i.test(text);

const textValue =
  (what: 'email' | 'contact'): ReadCell =>
  ({ text }) => ({ value: { what, after: isNone(text) ? false : text }, findings: [] });

/** How each column is read, in the order in which changes are made: who is withdrawn can have nothing changed after that. */
const editableCells: readonly (readonly [EditableHeading, ReadCell])[] = [
  [trackerHeadings.email, textValue('email')],
  [trackerHeadings.contact, textValue('contact')],
  [
    trackerHeadings.sent,
    (cell, date1904) => {
      if (isNone(cell.text)) return { value: { what: 'sent', after: null }, findings: [] };
      return withTime(trackerHeadings.sent, cell, date1904, (after) => ({ what: 'sent', after }));
    },
  ],
  [
    trackerHeadings.due,
    (cell, date1904) => withTime(trackerHeadings.due, cell, date1904, (after) => ({ what: 'due', after })),
  ],
  [
    trackerHeadings.decide,
    ({ text, place }) => {
      if (isNone(text)) return { findings: [] };
      const decision = writtenDecision(text);
      return decision === undefined
        ? { findings: [finding('tracker.no-decision', place, { text })] }
        : { value: { what: 'decided', decision, text }, findings: [] };
    },
  ],
  [
    trackerHeadings.withdrawn,
    ({ text, place }) => {
      if (/^(?:yes|y|true|x|withdrawn)$/i.test(text)) return { value: { what: 'withdrawn' }, findings: [] };
      if (/^(?:no|n|false)$/i.test(text) || isNone(text)) return { findings: [] };
      return { findings: [finding('tracker.not-yes-or-no', place, { text })] };
    },
  ],
];

function withTime(
  heading: EditableHeading,
  cell: ReadTrackerCell,
  date1904: boolean,
  valueFor: (after: Date) => EditedValue,
): ReadValue {
  const { place, shown } = cell;
  const written = writtenTimeIn(cell, date1904);
  const time = parseUkTime(written);
  if (time === undefined) {
    const turned = dayFirst(written);
    const facts = { heading, text: shown, ...(turned === undefined ? {} : { dayFirst: turned }) };
    return { findings: [finding('tracker.not-a-time', place, facts)] };
  }
  return { value: valueFor(time.instant), findings: oddities(heading, written, time, place) };
}

const oddities = (heading: string, text: string, time: UkTime, place: Place): readonly Finding[] =>
  timeFindings(heading, text, time).map((found) => ({ ...found, place }));

const dayMilliseconds = 86_400_000;

/** Numbers of days before this are no dates that anybody means: 1 January 2000. */
const firstSerial = 36_526;

/** A time as text: as it was typed, or what Excel made of it. Midnight is a day alone. */
function writtenTimeIn({ cell, text }: ReadTrackerCell, date1904: boolean): string {
  if (cell?.value.kind !== 'number') return text;
  const serial = cell.value.value + (date1904 ? epochSerial[1900] - epochSerial[1904] : 0);
  if (serial < firstSerial || serial > 2 * firstSerial) return text;
  const minutes = Math.round((serial - epochSerial[1900]) * 1440);
  return new Date((minutes / 1440) * dayMilliseconds)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')
    .replace(' 00:00', '');
}

/** What a cell with this value says, as it is compared. */
function textOf(value: EditedValue): string {
  return comparableContent(contentOf(value));
}

function contentOf(value: EditedValue): Content {
  switch (value.what) {
    case 'withdrawn':
      return trackerWords.yes;
    case 'sent':
      return value.after === null ? trackerWords.none : ukMinute(value.after);
    case 'due':
      return ukMinute(value.after);
    case 'decided':
      return value.text;
    default:
      return value.after === false ? trackerWords.none : value.after;
  }
}
