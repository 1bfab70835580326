import { parseCellReference } from '../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';

/** The cell of a workbook that a defined name is for. @throws Error if it has no such name. */
export function placeNamed(
  workbook: Uint8Array,
  name: string,
): { readonly sheet: string; readonly row: number; readonly column: number } {
  const place = parseCellReference(readPackage(workbook).definedNames.get(name) ?? '');
  if (place === undefined) throw new Error(`No cell has the name ${name}`);
  return place;
}
