import { showCell } from '../../response/showValue.ts';
import { tidyText } from '../../response/tidyText.ts';
import { parseCellReference } from '../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';

/** Sheet names are equal for Excel when they differ only in case. */
export function sheetNamed(raw: RawWorkbook, name: string): RawSheet | undefined {
  return raw.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** The cell that a defined name points to; undefined when the name is gone, broken, or the cell is empty. */
export function namedCell(raw: RawWorkbook, name: string): RawCell | undefined {
  const reference = parseCellReference(raw.definedNames.get(name) ?? '');
  if (reference === undefined) return undefined;
  return sheetNamed(raw, reference.sheet)?.rows.get(reference.row)?.get(reference.column);
}

/** What people see in a cell, for quoting it; white space is folded. */
export const seenText = (cell: RawCell | undefined, date1904: boolean): string =>
  cell === undefined ? '' : tidyText(showCell(cell, date1904));

/** What a cell holds, as text with white space folded and without what does not show, for comparing with what was written. */
export function rawText(cell: RawCell | undefined): string {
  return cell === undefined ? '' : tidyText(String(cell.value.value));
}

/** Whether a cell holds no words and leads nowhere. */
export const isEmpty = (cell: RawCell): boolean => rawText(cell) === '' && (cell.link === undefined || cell.formula);
