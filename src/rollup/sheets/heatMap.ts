import type { Workbook } from 'exceljs';
import { viewsOf } from '../../instrument/traverse.ts';
import { bandWords } from '../../scoring/position.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/address.ts';
import { colourWhen } from '../../spreadsheet/worksheet.ts';
import { partLabel } from '../../workbook/layout.ts';
import { bandRules } from '../../workbook/sheets/bands.ts';
import type { PartnerResult } from '../rollUp.ts';
import { shorthand } from '../shorthand.ts';
import { headerRow, type RollUpContent, type TableSheet, writeTableSheet } from './content.ts';

const partnerColumns: TableSheet['columns'] = [
  { heading: 'Region', role: 'text', width: 18 },
  { heading: 'Partner code', role: 'reference', width: 9 },
  { heading: 'Partner', role: 'text', width: 34 },
];

/** Partner by part of every view: the position's word, coloured (practice R11). */
export function writeHeatMap(workbook: Workbook, content: RollUpContent): void {
  const { instrument, partners } = content.rollUp;
  const views = viewsOf(instrument);
  const parts = views.flatMap((view) => partsOf(instrument, view).map((part) => partLabel(view, part)));
  const headings = ['Overall', ...parts];
  const sheet = writeTableSheet(workbook, content, {
    name: 'Heat map',
    title: 'Heat map: positions by partner',
    note: `Overall, then ${views.map((view) => view.title.toLowerCase()).join(', then ')}. [x] means no return. The Notes say what the positions mean.`,
    table: 'heat_map',
    columns: [...partnerColumns, ...headings.map((heading) => ({ heading, role: 'position' as const, width: 14 }))],
    rows: partners.map((partner) => [
      partner.partner.regionName ?? shorthand.blank,
      partner.partner.code,
      partner.partner.name,
      ...positions(partner, headings.length),
    ]),
  });
  if (partners.length === 0) return;
  const first = address(headerRow + 1, partnerColumns.length + 1);
  const last = address(headerRow + partners.length, partnerColumns.length + headings.length);
  colourWhen(sheet, `${first}:${last}`, bandRules(first));
}

function positions({ result }: PartnerResult, count: number): readonly string[] {
  if (result === undefined) return Array.from({ length: count }, () => shorthand.noReturn);
  const { overall, views } = result.scorecard;
  return [overall, ...views.flatMap(({ parts }) => parts)].map(({ band }) => bandWords[band]);
}
