import type { Instrument } from '../../../instrument/model/schema.ts';
import type { Message } from '../../../register/rows/messages.ts';
import { describeDecision } from '../../../rounds/round/describeDecision.ts';
import { dueOf } from '../../../rounds/round/roundStatus.ts';
import { bandName, bandsOfAll, type ColouredBand } from '../../../scoring/bands.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { ukMinute, ukTime } from '../../../time.ts';
import { likenessText } from '../../figures/likenessText.ts';
import { regionNames } from '../../load/areaNames.ts';
import type { TrackedPartner, Tracker } from '../../load/tracker.ts';
import type { TableSheet } from '../parts/content.ts';

/** The headings by which a tracker is read back. */
export const trackerHeadings = {
  instrument: 'Self-assessment',
  code: 'Partner code',
  email: 'E-mail',
  contact: 'Contact',
  sent: 'Workbook sent',
  due: 'Due',
  decide: 'Decide',
  withdrawn: 'Withdrawn',
  reason: 'Reason',
} as const;

/** The columns that the analyst may change. */
export const editableHeadings = [
  ...[trackerHeadings.email, trackerHeadings.contact, trackerHeadings.sent, trackerHeadings.due],
  ...[trackerHeadings.decide, trackerHeadings.withdrawn, trackerHeadings.reason],
] as const;

export type EditableHeading = (typeof editableHeadings)[number];

/** Words in cells without a figure. */
export const trackerWords = {
  none: 'None',
  noReturn: 'No return',
  notApplicable: 'Not applicable',
  no: 'No',
  yes: 'Yes',
} as const;

/** The table of a tracker. */
export interface TrackerTable {
  readonly columns: TableSheet['columns'];
  /** The number of columns that are printed. */
  readonly printedColumns: number;
  /** The number of columns that name a row. */
  readonly nameColumns: number;
  readonly rows: readonly TrackerRow[];
  readonly bands: readonly ColouredBand[];
}

export interface TrackerRow {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Code of the partner. */
  readonly code: string;
  readonly cells: readonly Content[];
}

/** What people look up; the columns after these are to the right of the print. */
const printed: TableSheet['columns'] = [
  { heading: 'Partner', role: 'text', width: 40 },
  { heading: 'Next step', role: 'text', width: 44 },
  { heading: 'Returned', role: 'time', width: 17 },
  { heading: 'Position', role: 'position', width: 12 },
  { heading: 'Still open', role: 'number', width: 9 },
];

const others: TableSheet['columns'] = [
  { heading: trackerHeadings.code, role: 'reference', width: 9 },
  { heading: 'Region', role: 'text', width: 22 },
  { heading: trackerHeadings.email, role: 'input', width: 30 },
  { heading: trackerHeadings.contact, role: 'input', width: 28 },
  { heading: trackerHeadings.sent, role: 'inputTime', width: 24 },
  { heading: trackerHeadings.due, role: 'inputTime', width: 17 },
  { heading: 'Numbers of returns', role: 'text', width: 12 },
  { heading: trackerHeadings.decide, role: 'input', width: 22 },
  { heading: trackerHeadings.withdrawn, role: 'input', width: 13 },
  { heading: trackerHeadings.reason, role: 'input', width: 30 },
  { heading: 'Bounced', role: 'time', width: 17 },
  { heading: 'Why it bounced', role: 'text', width: 28 },
  { heading: 'Reminded', role: 'time', width: 24 },
  { heading: 'Reminders', role: 'number', width: 13 },
  { heading: 'Deadline', role: 'text', width: 11 },
  { heading: 'Coverage', role: 'percent', width: 12 },
  { heading: 'Errors', role: 'number', width: 9 },
  { heading: 'Warnings', role: 'number', width: 12 },
  { heading: 'Same answers as', role: 'text', width: 28 },
  { heading: 'Acknowledged', role: 'time', width: 24 },
  { heading: 'Decided', role: 'text', width: 100 },
];

/** Printed where the round has several. */
const whichInstrument: TableSheet['columns'] = [{ heading: trackerHeadings.instrument, role: 'text', width: 24 }];

/** The table of a tracker, with one row for each partner and self-assessment of the round. */
export function trackerTable(trackers: readonly Tracker[]): TrackerTable {
  const first = trackers.length > 1 ? whichInstrument : [];
  return {
    columns: [...first, ...printed, ...others],
    printedColumns: first.length + printed.length,
    nameColumns: first.length + 1,
    bands: bandsOfAll(trackers.map(({ instrument }) => instrument)),
    rows: trackers.flatMap(({ round, instrument, partners }) => {
      const regionOf = regionNames(partners.map(({ partner }) => partner));
      return partners.map((one) => ({
        ...{ instrument: instrument.key, code: one.partner.code },
        cells: [
          ...(first.length === 0 ? [] : [instrument.key]),
          ...printedOf(one),
          ...othersOf(regionOf(one.partner), dueOf(round, one), one),
          decidedOf(one, instrument),
        ],
      }));
    }),
  };
}

const { none, noReturn, notApplicable, no } = trackerWords;

const printedOf = ({ partner, step, counting, counted }: TrackedPartner): readonly Content[] => [
  partner.name,
  step,
  ...(counting === undefined
    ? Array.from({ length: 3 }, () => noReturn)
    : [ukMinute(counting.received), bandName(counting.band), counted?.checklist.open ?? 0]),
];

function othersOf(region: string | undefined, due: Date, one: TrackedPartner): readonly Content[] {
  const { partner, contact, messages, counting, alike, returns } = one;
  const last = (...kinds: readonly Message['kind'][]): Message | undefined =>
    messages.findLast(({ kind, state }) => kinds.includes(kind) && state !== 'refused');
  const back = messages.findLast(({ state }) => state === 'bounced' || state === 'refused');
  const reminders = messages.filter(({ kind, state }) => kind === 'reminder' && state !== 'refused');
  return [
    partner.code,
    region ?? none,
    partner.email ?? none,
    contact ?? none,
    workbookSent(one, last('sending')),
    ukMinute(due),
    returns.length === 0 ? noReturn : returns.map(({ id }) => id).join(', '),
    none,
    no,
    none,
    ...(back === undefined ? [none, none] : [ukMinute(new Date(back.at)), back.detail ?? back.state]),
    sentAt(reminders.at(-1)),
    reminders.length,
    ...(counting === undefined
      ? Array.from({ length: 5 }, () => noReturn)
      : [
          counting.late ? 'Late' : 'In time',
          counting.coverage ?? notApplicable,
          counting.errors,
          counting.warnings,
          alike.length === 0 ? none : alike.map(likenessText).join('\n'),
        ]),
    sentAt(last('receipt')),
  ];
}

const decidedOf = ({ decisions = [] }: TrackedPartner, instrument: Instrument): string =>
  decisions.length === 0 ? none : decisions.map((one) => describeDecision(one, instrument)).join('\n');

/** By Scorebook or by hand, whichever was last. */
const workbookSent = ({ sentByHand }: TrackedPartner, message: Message | undefined): Content =>
  sentByHand !== undefined && (message === undefined || new Date(message.at) <= sentByHand)
    ? ukMinute(sentByHand)
    : sentAt(message);

/** The time at which a message was sent, or words where that is uncertain. */
function sentAt(message: Message | undefined): Date | string {
  if (message === undefined) return none;
  const at = ukTime(new Date(message.at));
  return {
    drafted: `Draft of ${at}`,
    sending: `Uncertain: ${at}`,
    sent: ukMinute(new Date(message.at)),
    refused: `Refused ${at}`,
    bounced: `Bounced`,
  }[message.state];
}
