import type { Message } from '../../../register/rows/messages.ts';
import { bandNames } from '../../../scoring/position.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { ukTime } from '../../../time.ts';
import { likenessText } from '../../figures/likenessText.ts';
import { regionNames } from '../../load/areaNames.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { TrackedPartner, Tracker } from '../../load/tracker.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';

const columns: TableSheet['columns'] = [
  { heading: 'Self-assessment', role: 'text', width: 24 },
  { heading: 'Region', role: 'text', width: 22 },
  { heading: 'Partner code', role: 'reference', width: 9 },
  { heading: 'Partner', role: 'text', width: 34 },
  { heading: 'Next step', role: 'text', width: 34 },
  { heading: 'E-mail', role: 'text', width: 30 },
  { heading: 'Workbook sent', role: 'text', width: 24 },
  { heading: 'Bounced', role: 'text', width: 28 },
  { heading: 'Reminded', role: 'text', width: 24 },
  { heading: 'Reminders', role: 'number', width: 13 },
  { heading: 'Returned', role: 'text', width: 17 },
  { heading: 'Deadline', role: 'text', width: 10 },
  { heading: 'Coverage', role: 'percent', width: 12 },
  { heading: 'Position', role: 'position', width: 12 },
  { heading: 'Still open', role: 'number', width: 9 },
  { heading: 'Errors', role: 'number', width: 8 },
  { heading: 'Warnings', role: 'number', width: 12 },
  { heading: 'Same answers as', role: 'text', width: 28 },
  { heading: 'Acknowledged', role: 'text', width: 24 },
];

/** The sheet Tracker, with one row for each partner and self-assessment of the round. */
export function trackerSheet(marks: SheetMarks, trackers: readonly Tracker[]): SheetPlan {
  const rows = trackers.flatMap(({ instrument, partners }) => {
    const regionOf = regionNames(partners.map(({ partner }) => partner));
    return partners.map((one) => rowOf(instrument.key, regionOf(one.partner), one));
  });
  const position = columns.findIndex(({ role }) => role === 'position') + 1;
  return planTableSheet(marks, {
    name: 'Tracker',
    title: `Round ${trackers[0]?.round.round ?? ''}: tracker`,
    note: 'One row for each partner. The sheet Notes explains each column.',
    table: 'tracker',
    columns,
    formats: positionFormats({ firstColumn: position, lastColumn: position, rows: rows.length }),
    rows,
  });
}

function rowOf(instrument: string, region: string | undefined, one: TrackedPartner): readonly Content[] {
  const { partner, messages, counting, counted, step, alike } = one;
  const last = (...kinds: readonly Message['kind'][]): Message | undefined =>
    messages.findLast(({ kind, state }) => kinds.includes(kind) && state !== 'refused');
  const back = messages.findLast(({ state }) => state === 'bounced' || state === 'refused');
  const reminders = messages.filter(({ kind, state }) => kind === 'reminder' && state !== 'refused');
  return [
    instrument,
    region ?? missingValueMarks.unanswered,
    partner.code,
    partner.name,
    step,
    partner.email ?? missingValueMarks.unanswered,
    sentWords(last('sending')),
    back === undefined ? missingValueMarks.unanswered : `${ukTime(new Date(back.at))}: ${back.detail ?? back.state}`,
    sentWords(reminders.at(-1)),
    reminders.length,
    ...(counting === undefined
      ? Array.from({ length: 8 }, () => missingValueMarks.noReturn)
      : [
          ukTime(counting.received),
          counting.late ? 'Late' : 'In time',
          counting.coverage ?? missingValueMarks.notApplicable,
          bandNames[counting.band],
          counted?.checklist.open ?? 0,
          counting.errors,
          counting.warnings,
          alike.length === 0 ? missingValueMarks.unanswered : alike.map(likenessText).join('\n'),
        ]),
    sentWords(last('receipt')),
  ];
}

/** The time at which the workbook was sent, and whether that is uncertain. */
function sentWords(message: Message | undefined): string {
  if (message === undefined) return missingValueMarks.unanswered;
  const at = ukTime(new Date(message.at));
  return {
    drafted: `Draft of ${at}`,
    sending: `Uncertain: ${at}`,
    sent: at,
    refused: `Refused ${at}`,
    bounced: `Bounced`,
  }[message.state];
}
