import { fingerprint } from '../../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../../instrument/model/schema.ts';
import type { ReturnSummary } from '../../../rounds/round/roundStatus.ts';
import { bandName, bandsOf } from '../../../scoring/bands.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { ukMinute } from '../../../time.ts';
import { groupingHeadings, groupsOf } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';

/** Columns after the group's. */
const columns: TableSheet['columns'] = [
  { heading: 'Partner code', role: 'reference', width: 10 },
  { heading: 'Partner', role: 'text', width: 40 },
  { heading: 'Issued', role: 'time', width: 17, identifying: true },
  { heading: 'Returned', role: 'time', width: 17, identifying: true },
  { heading: 'Deadline', role: 'text', width: 12, identifying: true },
  { heading: 'Coverage', role: 'percent', width: 11 },
  { heading: 'Position', role: 'position', width: 12 },
  { heading: 'Errors', role: 'number', width: 9 },
  { heading: 'Warnings', role: 'number', width: 11 },
  { heading: 'Returns', role: 'number', width: 10, identifying: true },
  { heading: 'Superseded', role: 'number', width: 13, identifying: true },
  { heading: 'Refused', role: 'number', width: 10, identifying: true },
  { heading: 'Edition answered', role: 'text', width: 18, identifying: true },
];

const placeOf = (heading: string): number => columns.findIndex((column) => column.heading === heading) + 2;

/** The columns from which the response rate is counted. */
export const returnsColumns = { sheet: 'Returns', group: 1, deadline: placeOf('Deadline') } as const;
export const deadlineWords = { inTime: 'In time', late: 'Late' } as const;

/** The sheet Returns: who has returned, when, how complete, and the number of findings. */
export function returnsSheet(content: RollUpContent): SheetPlan {
  const { rollUp, by } = content;
  const position = placeOf('Position');
  const now = fingerprint(rollUp.instrument);
  const rows = groupsOf(rollUp.partners, by).flatMap(({ label, partners }) =>
    partners.map(({ partner, issued, counting, returns, refused }) => [
      label,
      partner.code,
      partner.name,
      ukMinute(issued),
      ...(counting === undefined
        ? Array.from({ length: 6 }, () => missingValueMarks.noReturn)
        : [
            ukMinute(counting.received),
            counting.late ? deadlineWords.late : deadlineWords.inTime,
            counting.coverage ?? missingValueMarks.notApplicable,
            bandName(counting.band),
            counting.errors,
            counting.warnings,
          ]),
      cameBack(returns),
      Math.max(0, cameBack(returns) - (counting?.of?.length ?? 1)),
      refused,
      counting === undefined ? missingValueMarks.noReturn : editionWords(counting, rollUp.instrument, now),
    ]),
  );
  return planTableSheet(content, {
    name: returnsColumns.sheet,
    title: 'Returns and coverage',
    note: 'Coverage: share of the questions that apply, in all sections, that are answered; positions count those of the Scorecard.',
    lead: 'Errors: answers that cannot be read or are missing.',
    table: 'returns',
    nameColumns: 3,
    printedColumns: placeOf('Warnings'),
    columns: [{ heading: groupingHeadings[by], role: 'text', width: 24 }, ...columns],
    formats: positionFormats(bandsOf(rollUp.instrument), {
      firstColumn: position,
      lastColumn: position,
      rows: rows.length,
    }),
    rows,
  });
}

/** What was put together did not come back by itself. */
const cameBack = (returns: readonly ReturnSummary[]): number => returns.filter(({ of }) => of === undefined).length;

const editionWords = ({ edition, wording }: ReturnSummary, instrument: Instrument, now: string): string =>
  edition === instrument.edition && wording !== now ? `${edition}, other wording` : edition;
