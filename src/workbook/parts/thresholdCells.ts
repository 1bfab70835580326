import { type Threshold, thresholdsOf } from '../../scoring/thresholds.ts';
import { fixed } from '../../spreadsheet/model/address.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** The cell of a threshold on the scorecard. Of cut-offs, the first. */
export function thresholdCell({ instrument, layout }: WorkbookContent, threshold: Threshold['name']): string {
  const { rule } = instrument.scorecard ?? {};
  const at = rule === undefined ? -1 : thresholdsOf(rule).findIndex(({ name }) => name === threshold);
  return fixed(layout.scorecard.rule.firstRow + at, layout.scorecard.columns.position);
}

/** The cells from which the bands begin, from the worst to the best: the last of the rule. */
export function cutOffCells(content: WorkbookContent): string {
  const { rule, columns } = content.layout.scorecard;
  return `${thresholdCell(content, 'from')}:${fixed(rule.lastRow, columns.position)}`;
}
