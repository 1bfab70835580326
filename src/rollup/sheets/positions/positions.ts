import type { FigureRule, PositionRule, ShareRule } from '../../../instrument/model/schema.ts';
import { bandsOf, hasFigure } from '../../../scoring/bands.ts';
import { describeBands, describeOverall } from '../../../scoring/describeRule.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { english } from '../../../words/english/english.ts';
import { ruleFigureRole } from '../../../workbook/parts/figures.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { planTableSheet, type SheetMarks, type TableSheet } from '../parts/content.ts';
import { ruleCells } from '../parts/formulas.ts';
import { positionFormats } from '../parts/positionFormats.ts';

/** The rule of positions, with its figures in cells to which formulas refer. */
export function positionsSheet(
  content: SheetMarks & { readonly rollUp: Pick<RollUp, 'instrument'> },
  rule: PositionRule,
): SheetPlan {
  const { instrument } = content.rollUp;
  const words = describeBands(instrument);
  const figures = hasFigure(rule) ? cutOffs(rule) : thresholds(rule);
  const last: TableSheet['columns'][number] = hasFigure(rule)
    ? { heading: `${english.rules.figures[rule.by]} from`, role: ruleFigureRole(instrument), width: 16 }
    : { heading: 'Most questions at the lowest level', role: 'number', width: 16 };
  return planTableSheet(content, {
    name: ruleCells.sheet,
    title: 'How positions are worked out',
    note: `The first line that applies gives the position, of one partner or of a group. ${describeOverall(instrument)}`.trim(),
    table: 'positions',
    tabColour: 'read',
    columns: [
      { heading: 'Position', role: 'position', width: 16 },
      { heading: 'When', role: 'text', width: 90 },
      { heading: 'Share', role: 'percent', width: 12 },
      last,
    ],
    formats: positionFormats(bandsOf(instrument), { firstColumn: 1, lastColumn: 1, rows: words.length }),
    rows: words.map(({ word, meaning }, index) => [
      word,
      meaning,
      ...(figures[index] ?? []).map((figure) => figure ?? missingValueMarks.notApplicable),
    ]),
  });
}

/** Two cells of each line: a share, and a figure of another kind. */
type Figures = readonly (readonly [share: number | undefined, other: number | undefined])[];

const thresholds = (rule: ShareRule): Figures => [
  [rule.minimumCoverage, undefined],
  [rule.redFromLowestShare, undefined],
  [rule.greenAboveHighestShare, rule.greenLowestCount],
  [undefined, undefined],
];

const cutOffs = ({ minimumCoverage, bands }: FigureRule): Figures => [
  [minimumCoverage, undefined],
  ...bands.map(({ from }) => [undefined, from] as const),
];
