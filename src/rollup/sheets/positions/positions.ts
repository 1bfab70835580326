import type { Workbook } from 'exceljs';
import type { PositionRule } from '../../../instrument/model/schema.ts';
import { describeBands } from '../../../scoring/describeRule.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { colourPositions } from '../parts/colourPositions.ts';
import { headerRow, type RollUpContent, writeTableSheet } from '../parts/content.ts';
import { ruleCells } from '../parts/formulas.ts';

/** Writes the rule of positions, with its figures in cells to which formulas refer. */
export function writePositions(workbook: Workbook, content: RollUpContent, rule: PositionRule): void {
  const shares = [rule.minimumCoverage, rule.redFromLowestShare, rule.greenAboveHighestShare];
  const words = describeBands(content.rollUp.instrument);
  const sheet = writeTableSheet(workbook, content, {
    name: ruleCells.sheet,
    title: 'How positions are worked out',
    note: 'The first line that applies gives the position, of one partner or of a group.',
    table: 'positions',
    columns: [
      { heading: 'Position', role: 'position', width: 16 },
      { heading: 'When', role: 'text', width: 90 },
      { heading: 'Share', role: 'percent', width: 12 },
      { heading: 'Maximum at lowest', role: 'number', width: 12 },
    ],
    rows: words.map(({ word, meaning }, index) => [
      word,
      meaning,
      shares[index] ?? missingValueMarks.notApplicable,
      headerRow + 1 + index === ruleCells.greenLowestCount.row
        ? (rule.greenLowestCount ?? missingValueMarks.notApplicable)
        : missingValueMarks.notApplicable,
    ]),
  });
  colourPositions(sheet, { firstColumn: 1, lastColumn: 1, rows: words.length });
}
