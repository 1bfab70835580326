import { charactersAcross } from '../../../spreadsheet/plan/printedPage.ts';

/**
 * The width of a page at which text of 10 points is printed at 9 or more, in characters: of a print that is fitted to one
 * page, and of one with breaks, for which there is a reserve.
 */
const [fittedWidth, pageWidth] = [165, charactersAcross(0.9)];

/**
 * The columns after which a page ends, so that no page is wider than its text can be read: as many columns on each, after
 * those that are repeated on every page. None for a table that fits on one.
 *
 * @param widths Those of the columns, in characters.
 * @param titleColumns Number of columns that are repeated.
 */
export function columnBreaks(widths: readonly number[], titleColumns: number): readonly number[] {
  const sum = (some: readonly number[]): number => some.reduce((total, width) => total + width, 0);
  if (sum(widths) <= fittedWidth) return [];
  const room = pageWidth - sum(widths.slice(0, titleColumns));
  const others = widths.slice(titleColumns);
  const pages = Math.ceil(sum(others) / Math.max(room, ...others));
  const onPage = Math.ceil(others.length / Math.max(1, pages));
  return Array.from(
    { length: Math.max(0, Math.ceil(others.length / onPage) - 1) },
    (_, page) => titleColumns + (page + 1) * onPage,
  );
}
