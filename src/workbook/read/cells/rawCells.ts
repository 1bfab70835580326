import { showCell } from '../../../response/showValue.ts';
import { tidyText } from '../../../response/tidyText.ts';
import { parseCellReference } from '../../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../../spreadsheet/model/rawWorkbook.ts';

/** Finds a sheet by name. Excel ignores case in sheet names. */
export function sheetNamed(raw: RawWorkbook, name: string): RawSheet | undefined {
  return raw.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** The cell to which a defined name refers; undefined if the name is missing or broken, or the cell is empty. */
export function namedCell(raw: RawWorkbook, name: string): RawCell | undefined {
  const reference = parseCellReference(raw.definedNames.get(name) ?? '');
  if (reference === undefined) return undefined;
  return sheetNamed(raw, reference.sheet)?.rows.get(reference.row)?.get(reference.column);
}

/** The displayed text of a cell, for quoting it; white space is folded. */
export const displayedText = (cell: RawCell | undefined, date1904: boolean): string =>
  cell === undefined ? '' : tidyText(showCell(cell, date1904));

/**
 * The stored text of a cell with white space folded and without invisible characters, for comparing it with the issued
 * text.
 */
export function rawText(cell: RawCell | undefined): string {
  return cell === undefined ? '' : tidyText(String(cell.value.value));
}

/** Whether a cell has neither text nor a link. */
export const isEmpty = (cell: RawCell): boolean => rawText(cell) === '' && (cell.link === undefined || cell.formula);
