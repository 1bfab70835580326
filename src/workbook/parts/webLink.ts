import type { Content } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';

/** Characters by which an indent narrows a column. */
const indented = 2;
/** Excel's limit for a text in a formula. */
const maxText = 255;

/**
 * A link to a website in a column of some width. LibreOffice wraps no link but the results of formulas, so a text that
 * needs more than a line is a formula.
 */
export function webLink(text: string, address: string, width: number): Content {
  const fits = lineWidth(text, 10) <= width - indented;
  if (fits || text.length > maxText || address.length > maxText) return { text, address };
  return { formula: `HYPERLINK(${quotedText(address)},${quotedText(text)})`, result: text };
}
