import type { RawWorkbook } from '../../src/spreadsheet/model/rawWorkbook.ts';

type CellValue = string | number | boolean | undefined;

/** The table of a roll-up's sheet, below title, note and marking: its header row first. */
export function tableOf(workbook: RawWorkbook, sheet: string): readonly (readonly CellValue[])[] {
  const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? new Map();
  const width = Math.max(...(rows.get(5)?.keys() ?? [0]));
  return [...rows]
    .filter(([row]) => row >= 5)
    .map(([, cells]) => Array.from({ length: width }, (_, column) => cells.get(column + 1)?.value.value));
}
