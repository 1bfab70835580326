import { fixed, sheetCell } from '../model/address.ts';
import type { SheetPlan } from '../plan/sheetPlan.ts';
import { escapeXml } from '../xml/escapeXml.ts';

/** Completes the print set-up of a sheet: breaks between columns, and footers that are not made smaller with the page. */
export function completePrinting(xml: string, { print }: SheetPlan): string {
  if (print === undefined) return xml;
  const { columnBreaks = [] } = print;
  const unscaled = xml.replace('<headerFooter>', '<headerFooter scaleWithDoc="0" alignWithMargins="0">');
  const breaks = columnBreaks.map((column) => `<brk id="${column}" max="1048575" man="1"/>`).join('');
  const count = columnBreaks.length;
  return count === 0
    ? unscaled
    : unscaled.replace(
        /<\/headerFooter>(?:<rowBreaks.*?<\/rowBreaks>)?/s,
        `$&<colBreaks count="${count}" manualBreakCount="${count}">${breaks}</colBreaks>`,
      );
}

/** Makes print areas end at the last row in use, where that is planned. */
export const shortenPrintAreas = (workbook: string, sheets: readonly SheetPlan[]): string =>
  sheets.reduce((xml, sheet, index) => {
    const formula = filledArea(sheet);
    const name = `<definedName name="_xlnm.Print_Area" localSheetId="${index}">`;
    if (formula === undefined) return xml;
    if (!xml.includes(name)) throw new Error(`The sheet ${sheet.name} has no print area`);
    const [before = '', after = ''] = xml.split(name);
    return `${before}${name}${escapeXml(formula)}${after.slice(after.indexOf('<'))}`;
  }, workbook);

/**
 * The print area as a formula, if it ends at the last row in use; undefined for a fixed one. Excel works it out anew each time
 * before it prints, and keeps the present area as a fixed one when somebody changes the page set-up.
 */
export function filledArea({ name, print }: SheetPlan): string | undefined {
  if (print?.area.filled === undefined) return undefined;
  const { rows, columns, filled } = print.area;
  const { column, lastColumn = column, fromRow } = filled;
  const range = `${sheetCell(name, fromRow, column)}:${fixed(rows, lastColumn)}`;
  const last = `SUMPRODUCT(MAX((${range}<>"")*ROW(${range})))`;
  return `${sheetCell(name, 1, 1)}:INDEX(${sheetCell(name, 1, columns)}:${fixed(rows, columns)},MAX(${fromRow - 1},${last}))`;
}
