import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import { hasFigure } from '../../scoring/bands.ts';
import { thresholdsOf } from '../../scoring/thresholds.ts';
import { cell, joinParts, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** The rule for positions, with the cells that hold its figures. */
export function ruleTable({ words, instrument, layout }: WorkbookContent): SheetPart {
  const { titleRow, headerRow, firstRow, lastRow } = layout.scorecard.rule;
  const { part, position } = layout.scorecard.columns;
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return {};
  const scale = scoredScaleOf(instrument);
  const [title, heading] = hasFigure(rule)
    ? [words.scorecard.ruleTitle, words.scorecard.ruleHeading]
    : [words.scorecard.ruleTitleOfShares, words.scorecard.ruleHeadingOfShares];
  return joinParts([
    { cells: [cell(titleRow, part, title, 'heading')] },
    tableHeadings({
      name: 'rule',
      row: headerRow,
      headings: [heading, words.scorecard.threshold],
      rows: lastRow - firstRow + 1,
    }),
    {
      cells: thresholdsOf(rule, words).flatMap(({ label, value, role }, index) => [
        cell(firstRow + index, part, label(scale), 'text'),
        cell(firstRow + index, position, value, role),
      ]),
    },
  ]);
}
