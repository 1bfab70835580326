import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { SheetLink } from '../layout/sectionLinks.ts';

/** Font size of a link, and the distance of two texts, in points and in characters. */
const [size, gap] = [11, 2];

/**
 * The links in one row. Each begins in the first column behind the text before it, over empty cells: cells are not wide
 * enough for them. Those for which there are too few columns are left out.
 *
 * @param start Width of the text at the beginning of the row, in characters.
 */
export function linksLine(
  links: readonly SheetLink[],
  row: number,
  widths: readonly number[],
  start: number,
): readonly PlannedCell[] {
  let end = start;
  let column = 1;
  let left = 0;
  return links.flatMap((link): readonly PlannedCell[] => {
    while (left < end && column <= widths.length) {
      left += widths[column - 1] ?? 0;
      column += 1;
    }
    if (column > widths.length) return [];
    end = left + lineWidth(link.text, size) + gap;
    return [cell(row, column, linkTo(link), 'lineLink')];
  });
}

const linkTo = ({ text, sheet, cell: at }: SheetLink): PlannedCell['content'] => ({
  formula: `HYPERLINK(${quotedText(`#'${sheet}'!${at}`)},${quotedText(text)})`,
  result: text,
});
