import { isAboutRow } from '../../instrument/model/traverse.ts';
import { sheetCell } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import type { EntriesSheet, ItemsSheet, Layout } from '../layout/layout.ts';
import type { CellOf } from '../numbers/computedFormula.ts';
import { conditionFormulas } from '../parts/requiredMarks.ts';

/**
 * A condition that holds while a field of a row is not asked; undefined if it always is.
 *
 * @param cellOf The cells of the row.
 * @param above The cell above a column, in the line that says whether its field is asked.
 */
export function fieldNotAsked(
  layout: Layout,
  sheet: ItemsSheet | EntriesSheet,
  key: string,
  cellOf: CellOf,
  above: (row: number, column: number) => string = (row, column) => sheetCell(sheet.name, row, column),
): string | undefined {
  const found = sheet.columns.find(({ content }) => content.is === 'field' && content.field.key === key);
  const onlyIf = found?.content.is === 'field' ? found.content.field.onlyIf : undefined;
  if (found === undefined || onlyIf === undefined || sheet.fieldsRow === undefined) return undefined;
  if (!isAboutRow(onlyIf))
    return `${above(sheet.fieldsRow, found.column)}<>${quotedText(layout.words.sections.fieldAsked)}`;
  const met = conditionFormulas(layout, sheet.section, onlyIf, cellOf(onlyIf.field));
  const notMet = `IFERROR(OR(${met.join(',')}),FALSE)=FALSE`;
  const before = fieldNotAsked(layout, sheet, onlyIf.field, cellOf, above);
  return before === undefined ? notMet : `OR(${before},${notMet})`;
}
