import type { Workbook } from 'exceljs';
import { bandWords } from '../../scoring/position.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/address.ts';
import { colourWhen, completeSheet, type TableColumn, writeTable } from '../../spreadsheet/worksheet.ts';
import { partLabel } from '../../workbook/layout.ts';
import { bandRules } from '../../workbook/sheets/bands.ts';
import type { PartnerResult } from '../rollUp.ts';
import { shorthand } from '../shorthand.ts';
import { headerRow, type RollUpContent, startSheet } from './content.ts';

const partnerColumns: readonly TableColumn[] = [
  { heading: 'Region', role: 'text' },
  { heading: 'Partner code', role: 'reference' },
  { heading: 'Partner', role: 'text' },
];

/** Partner by part of every view: the position's word, coloured (practice R11). */
export function writeHeatMap(workbook: Workbook, content: RollUpContent): void {
  const { instrument, partners } = content.rollUp;
  const { views } = instrument.scorecard;
  const parts = views.flatMap((view) => partsOf(instrument, view).map((part) => partLabel(view, part)));
  const columns: readonly TableColumn[] = [
    ...partnerColumns,
    { heading: 'Overall', role: 'position' },
    ...parts.map((heading) => ({ heading, role: 'position' as const })),
  ];
  const sheet = startSheet(workbook, content, {
    name: 'Heat map',
    title: 'Heat map: positions by partner',
    note: `Overall, then ${views.map((view) => view.title.toLowerCase()).join(', then ')}. [x] means no return. The Notes say what the positions mean.`,
    widths: [18, 9, 34, ...columns.slice(partnerColumns.length).map(() => 14)],
  });
  writeTable(
    sheet,
    'heat_map',
    headerRow,
    columns,
    partners.map((partner) => [
      partner.partner.regionName ?? shorthand.blank,
      partner.partner.code,
      partner.partner.name,
      ...positions(partner, columns.length - partnerColumns.length),
    ]),
  );
  if (partners.length > 0) {
    const first = address(headerRow + 1, partnerColumns.length + 1);
    colourWhen(sheet, `${first}:${address(headerRow + partners.length, columns.length)}`, bandRules(first));
  }
  completeSheet(sheet);
}

function positions({ result }: PartnerResult, count: number): readonly string[] {
  if (result === undefined) return Array.from({ length: count }, () => shorthand.noReturn);
  const { overall, views } = result.scorecard;
  return [overall, ...views.flatMap(({ parts }) => parts)].map(({ band }) => bandWords[band]);
}
