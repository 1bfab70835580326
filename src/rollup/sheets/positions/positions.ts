import type { PositionRule } from '../../../instrument/model/schema.ts';
import { describeBands } from '../../../scoring/describeRule.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { ruleCells } from '../parts/formulas.ts';
import { positionFormats } from '../parts/positionFormats.ts';

/** The rule of positions, with its figures in cells to which formulas refer. */
export function positionsSheet(content: RollUpContent, rule: PositionRule): SheetPlan {
  const shares = [rule.minimumCoverage, rule.redFromLowestShare, rule.greenAboveHighestShare];
  const words = describeBands(content.rollUp.instrument);
  return planTableSheet(content, {
    name: ruleCells.sheet,
    title: 'How positions are worked out',
    note: 'The first line that applies gives the position, of one partner or of a group.',
    table: 'positions',
    tabColour: 'read',
    columns: [
      { heading: 'Position', role: 'position', width: 16 },
      { heading: 'When', role: 'text', width: 90 },
      { heading: 'Share', role: 'percent', width: 12 },
      { heading: 'Most questions at the lowest level', role: 'number', width: 16 },
    ],
    formats: positionFormats({ firstColumn: 1, lastColumn: 1, rows: words.length }),
    rows: words.map(({ word, meaning }, index) => [
      word,
      meaning,
      shares[index] ?? missingValueMarks.notApplicable,
      headerRow + 1 + index === ruleCells.greenLowestCount.row
        ? (rule.greenLowestCount ?? missingValueMarks.notApplicable)
        : missingValueMarks.notApplicable,
    ]),
  });
}
