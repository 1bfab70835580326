import type { Workbook } from 'exceljs';
import { fingerprint } from '../../instrument/fingerprint.ts';
import type { Instrument } from '../../instrument/schema.ts';
import type { ReturnSummary } from '../../register/roundStatus.ts';
import { bandWords } from '../../scoring/position.ts';
import { address } from '../../spreadsheet/address.ts';
import { colourWhen } from '../../spreadsheet/worksheet.ts';
import { ukTime } from '../../time.ts';
import { bandRules } from '../../workbook/sheets/bands.ts';
import { shorthand } from '../shorthand.ts';
import { headerRow, type RollUpContent, type TableSheet, writeTableSheet } from './content.ts';

const columns: TableSheet['columns'] = [
  { heading: 'Region', role: 'text', width: 24 },
  { heading: 'Partner code', role: 'reference', width: 10 },
  { heading: 'Partner', role: 'text', width: 40 },
  { heading: 'Returned', role: 'text', width: 18, identifying: true },
  { heading: 'Deadline', role: 'text', width: 12, identifying: true },
  { heading: 'Coverage', role: 'percent', width: 11 },
  { heading: 'Position', role: 'position', width: 12 },
  { heading: 'Errors', role: 'number', width: 9 },
  { heading: 'Warnings', role: 'number', width: 11 },
  { heading: 'Returns', role: 'number', width: 10, identifying: true },
  { heading: 'Refused', role: 'number', width: 10, identifying: true },
  { heading: 'Edition answered', role: 'text', width: 18, identifying: true },
];

/** Who has returned, when, how complete, and what was noticed on the way in. */
export function writeReturns(workbook: Workbook, content: RollUpContent): void {
  const { partners, instrument } = content.rollUp;
  const now = fingerprint(instrument);
  const sheet = writeTableSheet(workbook, content, {
    name: 'Returns',
    title: 'Returns and coverage',
    note: 'Coverage is the share of applicable questions answered. Errors are answers that could not be read and count in no figure.',
    table: 'returns',
    columns,
    rows: partners.map(({ partner, counting, returns, refused }) => [
      partner.regionName ?? shorthand.blank,
      partner.code,
      partner.name,
      ...(counting === undefined
        ? Array.from({ length: 6 }, () => shorthand.noReturn)
        : [
            ukTime(counting.received),
            counting.late ? 'Late' : 'In time',
            counting.coverage ?? shorthand.notApplicable,
            bandWords[counting.band],
            counting.errors,
            counting.warnings,
          ]),
      returns.length,
      refused,
      counting === undefined ? shorthand.noReturn : editionWords(counting, instrument, now),
    ]),
  });
  if (partners.length === 0) return;
  const position = address(headerRow + 1, columns.findIndex(({ role }) => role === 'position') + 1);
  colourWhen(sheet, `${position}:${position.replace(/\d+/, String(headerRow + partners.length))}`, bandRules(position));
}

const editionWords = ({ edition, wording }: ReturnSummary, instrument: Instrument, now: string): string =>
  edition === instrument.edition && wording !== now ? `${edition}, other wording` : edition;
