import type { PositionRule } from '../../instrument/model/schema.ts';
import { levelName, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { fixed } from '../../spreadsheet/model/address.ts';
import { cell, joinParts, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { WorkbookContent } from '../layout/content.ts';

/**
 * The labelled cells that hold the rule's figures, in order; formulas refer to them and contain no threshold
 * themselves.
 */
const thresholds = ['minimumCoverage', 'redFromLowestShare', 'greenAboveHighestShare', 'greenLowestCount'] as const;

type Threshold = (typeof thresholds)[number] & keyof PositionRule;

/** The cell of a threshold on the scorecard. */
export const thresholdCell = ({ layout }: WorkbookContent, threshold: Threshold): string =>
  fixed(layout.scorecard.rule.firstRow + thresholds.indexOf(threshold), layout.scorecard.columns.position);

/** The rule for positions, with the cells that hold its figures. */
export function ruleTable({ instrument, layout }: WorkbookContent): SheetPart {
  const { titleRow, headerRow, firstRow, lastRow } = layout.scorecard.rule;
  const { part, position } = layout.scorecard.columns;
  const { rule } = instrument.scorecard ?? {};
  if (rule === undefined) return {};
  const scale = scoredScaleOf(instrument);
  const [lowest, highest] = [scale.options.at(0), scale.options.at(-1)].map((option) =>
    option === undefined ? '' : levelName(scale, option),
  );
  const labels: Readonly<Record<Threshold, string>> = {
    minimumCoverage: 'Not scored if a smaller share of the questions that apply is answered than',
    redFromLowestShare: `Red if the share of the answered questions at ${lowest} is at least`,
    greenAboveHighestShare: `Green if the share of the answered questions at ${highest} is more than`,
    greenLowestCount: `Green allows at most this many answers at ${lowest}`,
  };
  return joinParts([
    { cells: [cell(titleRow, part, 'How positions are worked out (otherwise Amber)', 'heading')] },
    tableHeadings({
      name: 'rule',
      row: headerRow,
      headings: ['Rule, in the order in which it is applied', 'Threshold'],
      rows: lastRow - firstRow + 1,
    }),
    {
      cells: thresholds.flatMap((threshold, index) => {
        const value = rule[threshold];
        if (value === undefined) return [];
        const role = threshold === 'greenLowestCount' ? 'number' : 'percent';
        return [cell(firstRow + index, part, labels[threshold], 'text'), cell(firstRow + index, position, value, role)];
      }),
    },
  ]);
}
