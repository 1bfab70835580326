import type { Scale } from '../../../instrument/model/schema.ts';
import type { ColouredBand } from '../../../scoring/bands.ts';
import { address } from '../../../spreadsheet/model/address.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { ConditionalFormat } from '../../../spreadsheet/plan/sheetPlan.ts';
import { bandRules, isAtLevel, levelColour } from '../../../workbook/parts/bands.ts';

/** Columns of a table, and the number of its rows. */
export interface ColouredCells {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rows: number;
}

/** The colours of the positions in columns of a sheet's table, by their words. */
export function positionFormats(
  bands: readonly ColouredBand[],
  { firstColumn, lastColumn, rows }: ColouredCells,
): readonly ConditionalFormat[] {
  if (rows === 0 || lastColumn < firstColumn) return [];
  const first = address(headerRow + 1, firstColumn);
  return [{ range: `${first}:${address(headerRow + rows, lastColumn)}`, colours: bandRules(first, bands) }];
}

/** The colours of the levels in a column of a sheet's table. */
export function levelFormat(scale: Scale, column: number, rows: number): ConditionalFormat {
  const first = address(headerRow + 1, column);
  return {
    range: `${first}:${address(headerRow + rows, column)}`,
    colours: scale.options.map(({ level }) => ({
      formula: isAtLevel(first, scale, level),
      colour: levelColour(scale, level),
    })),
  };
}
