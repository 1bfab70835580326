import { type Finding, finding } from '../../../finding/index.ts';
import type { Tracker } from '../../../rollup/load/tracker.ts';
import type { ReadTracker } from '../../../rollup/readTracker.ts';
import { comparableContent } from '../../../rollup/sheets/tracker/asWritten.ts';
import { editableHeadings, trackerHeadings, trackerTable } from '../../../rollup/sheets/tracker/trackerTable.ts';
import { rowKey } from '../../../rollup/trackerRows.ts';
import { describeDeparture } from '../../../rounds/round/describeDeparture.ts';
import { type Content, wrappingText } from '../../../spreadsheet/plan/content.ts';
import { describeUkTime } from '../../../time.ts';
import type { TrackerEdit } from './trackerEdits.ts';
import { returnsIn } from './writtenDecision.ts';

export interface ComparedEdits {
  /** Those that change something. */
  readonly open: readonly TrackerEdit[];
  readonly findings: readonly Finding[];
}

/** Compares what a tracker said when it was written, what the analyst made of it, and what it would say now. */
export function compareWithPresent(
  { stamp, rows }: ReadTracker,
  edits: readonly TrackerEdit[],
  trackers: readonly Tracker[],
): ComparedEdits {
  const table = trackerTable(trackers);
  const place = new Map(table.columns.map(({ heading }, index) => [heading, index]));
  const present = new Map(table.rows.map((row) => [rowKey(row), row.cells]));
  const partners = new Map(
    trackers.flatMap(({ instrument, partners: own }) =>
      own.map((one) => [rowKey({ instrument: instrument.key, code: one.partner.code }), one] as const),
    ),
  );
  const left = new Map(
    trackers.flatMap(({ instrument, departed }) =>
      departed.map((status) => [rowKey({ instrument: instrument.key, code: status.partner.code }), status] as const),
    ),
  );
  const open: TrackerEdit[] = [];
  const findings: Finding[] = [];
  for (const edit of edits) {
    const departed = left.get(rowKey(edit));
    const now = present.get(rowKey(edit))?.[place.get(edit.heading) ?? -1];
    if (departed !== undefined) {
      const isDone = edit.value.what === 'withdrawn' && departed.departure.successors.length === 0;
      const facts = { partner: departed.partner.name, how: describeDeparture(departed) };
      if (!isDone) findings.push(finding('tracker.departed', edit.place, facts));
    } else if (edit.value.what === 'decided') {
      const { returns = [] } = partners.get(rowKey(edit)) ?? {};
      const ids = returnsIn(edit.value.decision);
      const others = ids.filter((id) => !returns.some((one) => one.id === id));
      const facts = { returns: others, partner: edit.code, known: returns.map(({ id }) => id) };
      if (others.length > 0) findings.push(finding('tracker.other-return', edit.place, facts));
      // Read a second time, returns are put together already.
      else if (!returns.some(({ of }) => ids.length > 1 && ids.every((id) => of?.includes(id)))) open.push(edit);
    } else if (comparableContent(now) === edit.before) open.push(edit);
    else if (comparableContent(now) !== edit.text) {
      const { heading, shownBefore: was, shown: is } = edit;
      findings.push(finding('tracker.conflict', edit.place, { heading, was, is, now: shownContent(now) }));
    }
  }
  const changed = new Set(edits.map((edit) => `${rowKey(edit)} ${edit.heading}`));
  const since = rows.filter((row) => {
    const cells = present.get(rowKey(row));
    if (cells === undefined && changed.has(`${rowKey(row)} ${trackerHeadings.withdrawn}`)) return false;
    return editableHeadings.some((heading) => {
      const { before } = row.cells.get(heading) ?? {};
      const isOther = comparableContent(cells?.[place.get(heading) ?? -1]) !== before;
      return isOther && !changed.has(`${rowKey(row)} ${heading}`);
    });
  });
  const codes = [...new Set(since.map(({ code }) => code))];
  const facts = { written: describeUkTime(new Date(stamp.written)), partners: codes };
  return {
    open,
    findings: [...findings, ...(codes.length === 0 ? [] : [finding('tracker.changed-since', {}, facts)])],
  };
}

/** As a cell shows it. The times of a tracker are those of UK clocks, as the UTC fields of a date. */
const shownContent = (content: Content | undefined): string =>
  content instanceof Date ? content.toISOString().slice(0, 16).replace('T', ' ') : wrappingText(content);
