import type { Instrument } from '../../../instrument/model/schema.ts';
import type { Message } from '../../../register/rows/messages.ts';
import { describeDecision } from '../../../rounds/round/describeDecision.ts';
import { dueOf } from '../../../rounds/round/roundStatus.ts';
import { bandNames } from '../../../scoring/position.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { ukMinute, ukTime } from '../../../time.ts';
import { likenessText } from '../../figures/likenessText.ts';
import { regionNames } from '../../load/areaNames.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { TrackedPartner, Tracker } from '../../load/tracker.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';

/** What people look up; the columns after these are to the right of the print. */
const printed: TableSheet['columns'] = [
  { heading: 'Partner', role: 'text', width: 40 },
  { heading: 'Next step', role: 'text', width: 44 },
  { heading: 'Returned', role: 'time', width: 17 },
  { heading: 'Position', role: 'position', width: 12 },
  { heading: 'Still open', role: 'number', width: 9 },
];

const others: TableSheet['columns'] = [
  { heading: 'Partner code', role: 'reference', width: 9 },
  { heading: 'Region', role: 'text', width: 22 },
  { heading: 'E-mail', role: 'text', width: 30 },
  { heading: 'Workbook sent', role: 'time', width: 24 },
  { heading: 'Bounced', role: 'time', width: 17 },
  { heading: 'Why it bounced', role: 'text', width: 28 },
  { heading: 'Reminded', role: 'time', width: 24 },
  { heading: 'Reminders', role: 'number', width: 13 },
  { heading: 'Due', role: 'time', width: 17 },
  { heading: 'Deadline', role: 'text', width: 11 },
  { heading: 'Coverage', role: 'percent', width: 12 },
  { heading: 'Errors', role: 'number', width: 9 },
  { heading: 'Warnings', role: 'number', width: 12 },
  { heading: 'Same answers as', role: 'text', width: 28 },
  { heading: 'Acknowledged', role: 'time', width: 24 },
  { heading: 'Decided', role: 'text', width: 100 },
];

/** Printed where the round has several. */
const whichInstrument: TableSheet['columns'] = [{ heading: 'Self-assessment', role: 'text', width: 24 }];

/** The sheet Tracker, with one row for each partner and self-assessment of the round. */
export function trackerSheet(marks: SheetMarks, trackers: readonly Tracker[]): SheetPlan {
  const hasSeveral = trackers.length > 1;
  const columns = [...(hasSeveral ? whichInstrument : []), ...printed, ...others];
  const rows = trackers.flatMap(({ round, instrument, partners }) => {
    const regionOf = regionNames(partners.map(({ partner }) => partner));
    return partners.map((one) => [
      ...(hasSeveral ? [instrument.key] : []),
      ...printedOf(one),
      ...othersOf(regionOf(one.partner), dueOf(round, one), one),
      decidedOf(one, instrument),
    ]);
  });
  const position = columns.findIndex(({ role }) => role === 'position') + 1;
  return planTableSheet(marks, {
    name: 'Tracker',
    title: `Round ${trackers[0]?.round.round ?? ''}: tracker`,
    note: 'One row for each partner. The sheet Notes explains each column.',
    table: 'tracker',
    nameColumns: hasSeveral ? 2 : 1,
    columns,
    printedColumns: columns.length - others.length,
    formats: positionFormats({ firstColumn: position, lastColumn: position, rows: rows.length }),
    rows,
  });
}

const printedOf = ({ partner, step, counting, counted }: TrackedPartner): readonly Content[] => [
  partner.name,
  step,
  ...(counting === undefined
    ? Array.from({ length: 3 }, () => missingValueMarks.noReturn)
    : [ukMinute(counting.received), bandNames[counting.band], counted?.checklist.open ?? 0]),
];

function othersOf(region: string | undefined, due: Date, one: TrackedPartner): readonly Content[] {
  const { partner, messages, counting, alike } = one;
  const last = (...kinds: readonly Message['kind'][]): Message | undefined =>
    messages.findLast(({ kind, state }) => kinds.includes(kind) && state !== 'refused');
  const back = messages.findLast(({ state }) => state === 'bounced' || state === 'refused');
  const reminders = messages.filter(({ kind, state }) => kind === 'reminder' && state !== 'refused');
  const { unanswered } = missingValueMarks;
  return [
    partner.code,
    region ?? unanswered,
    partner.email ?? unanswered,
    sentAt(last('sending')),
    ...(back === undefined ? [unanswered, unanswered] : [ukMinute(new Date(back.at)), back.detail ?? back.state]),
    sentAt(reminders.at(-1)),
    reminders.length,
    ukMinute(due),
    ...(counting === undefined
      ? Array.from({ length: 5 }, () => missingValueMarks.noReturn)
      : [
          counting.late ? 'Late' : 'In time',
          counting.coverage ?? missingValueMarks.notApplicable,
          counting.errors,
          counting.warnings,
          alike.length === 0 ? unanswered : alike.map(likenessText).join('\n'),
        ]),
    sentAt(last('receipt')),
  ];
}

const decidedOf = ({ decisions = [] }: TrackedPartner, instrument: Instrument): string =>
  decisions.length === 0
    ? missingValueMarks.unanswered
    : decisions.map((one) => describeDecision(one, instrument)).join('\n');

/** The time at which a message was sent, or words where that is uncertain. */
function sentAt(message: Message | undefined): Date | string {
  if (message === undefined) return missingValueMarks.unanswered;
  const at = ukTime(new Date(message.at));
  return {
    drafted: `Draft of ${at}`,
    sending: `Uncertain: ${at}`,
    sent: ukMinute(new Date(message.at)),
    refused: `Refused ${at}`,
    bounced: `Bounced`,
  }[message.state];
}
