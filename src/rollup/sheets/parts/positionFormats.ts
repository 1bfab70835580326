import { address } from '../../../spreadsheet/model/address.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { ConditionalFormat } from '../../../spreadsheet/plan/sheetPlan.ts';
import { bandRules } from '../../../workbook/parts/bands.ts';

/** Columns of a table, and the number of its rows. */
export interface ColouredCells {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rows: number;
}

/** The colours of the positions in columns of a sheet's table, by their words. */
export function positionFormats({ firstColumn, lastColumn, rows }: ColouredCells): readonly ConditionalFormat[] {
  if (rows === 0 || lastColumn < firstColumn) return [];
  const first = address(headerRow + 1, firstColumn);
  return [{ range: `${first}:${address(headerRow + rows, lastColumn)}`, colours: bandRules(first) }];
}
