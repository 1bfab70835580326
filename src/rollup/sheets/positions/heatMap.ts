import { viewsOf } from '../../../instrument/model/traverse.ts';
import { bandList, bandName, bandsOf } from '../../../scoring/bands.ts';
import { partsOf } from '../../../scoring/scorecard.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { partLabel } from '../../../workbook/layout/layout.ts';
import { combinedScores } from '../../figures/combinedScores.ts';
import { groupingHeadings } from '../../load/groups.ts';
import { heatMapOrder } from '../../load/heatMapOrder.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { PartnerResult } from '../../load/rollUp.ts';
import { wordWidth } from '../parts/combinedColumns.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import { allPartners } from './response.ts';

/** The first column of positions, after the group, code and name of the partner. */
export const firstPartColumn = 4;

/** The heat map of positions, partner by part of every view, with a row for all partners. */
export function heatMapSheet(content: RollUpContent): SheetPlan {
  const { rollUp, by } = content;
  const { instrument } = rollUp;
  const views = viewsOf(instrument);
  const parts = views.flatMap((view) => partsOf(instrument, view).map((part) => partLabel(view, part)));
  const columns: TableSheet['columns'] = [
    { heading: groupingHeadings[by], role: 'text', width: 14 },
    { heading: 'Partner code', role: 'reference', width: 9 },
    { heading: 'Partner', role: 'link', width: 28 },
    ...['Overall', ...parts].map((heading) => ({
      ...{ heading, role: 'position' as const },
      width: Math.max(13, wordWidth(heading)),
    })),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const partners = heatMapOrder(rollUp, by);
  return planTableSheet(content, {
    name: 'Heat map',
    title: 'Heat map: positions by partner',
    note: `By ${by}, the worst first. ${bandList(instrument)} are explained on the sheet Positions; [x] means no return. Click a name for its answers.`,
    table: 'heat_map',
    nameColumns: 3,
    tabColour: 'result',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? '' })),
    formats: positionFormats(bandsOf(instrument), {
      firstColumn: firstPartColumn,
      lastColumn: columns.length,
      rows: partners.length + 1,
    }),
    rows: [
      [
        allPartners,
        missingValueMarks.notApplicable,
        linkTo('Summary', 1, 1, 'All their answers together'),
        ...combinedScores(instrument, rollUp.partners).map(({ band }) => bandName(band)),
      ],
      ...partners.map(({ group, partner }, index) => [
        group,
        partner.partner.code,
        linkTo('Answers', headerRow + 2 + index, firstPartColumn, partner.partner.name),
        ...positions(partner, parts.length + 1),
      ]),
    ],
  });
}

function positions({ result }: PartnerResult, count: number): readonly string[] {
  if (result === undefined) return Array.from({ length: count }, () => missingValueMarks.noReturn);
  const { overall, views } = result.scorecard;
  return [overall, ...views.flatMap(({ parts }) => parts)].map(({ band }) => bandName(band));
}
