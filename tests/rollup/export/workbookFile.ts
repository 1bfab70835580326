import { workbookData } from '../../../src/rollup/export/workbook.ts';
import { tidyRows } from '../../../src/rollup/figures/tidyData.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';

/** The Excel workbook with the data of a roll-up. */
export async function workbookFile(rollUp: RollUp, made: Date): Promise<Buffer> {
  const { begin, add, end } = workbookData(rollUp, made);
  return Buffer.concat([...begin(), ...add(tidyRows(rollUp, 'partner')), ...(await end())]);
}
