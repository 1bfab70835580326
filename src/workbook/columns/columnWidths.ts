import type { EntriesSection, ItemsSection } from '../../instrument/model/schema.ts';
import { balanceWidths, rowHeight } from '../../spreadsheet/plan/balanceWidths.ts';
import { charactersAcross } from '../../spreadsheet/plan/printedPage.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { type Column, frozenColumns } from './column.ts';
import { textSize } from './plainColumns.ts';

/**
 * Characters of the default font that are seen at once on a laptop of 1366 pixels, at 100 %: 1320 pixels are left of
 * Excel's window, and a character takes 7.
 */
const screen = 188;

/** The smallest size in print, in points. */
const smallest = 9;

/** Characters that fit on a printed page at that size. */
const page = charactersAcross(smallest / textSize);

/** To balance the widths of columns takes some milliseconds, and workbook after workbook has the same. */
const known = new WeakMap<ItemsSection, Map<string, readonly number[]>>();

/** The widths of the columns of questions, in characters of the default font. */
export function itemsWidths(section: ItemsSection, columns: readonly Column[]): readonly number[] {
  // The same section may have other scales in another definition, and headings in another language.
  const key = JSON.stringify(
    columns.map(({ content, min, max }) => ['level' in content ? content.level : content.is, min, max]),
  );
  const ofSection = known.get(section) ?? new Map<string, readonly number[]>();
  const widths = ofSection.get(key) ?? balanced(columns);
  known.set(section, ofSection.set(key, widths));
  return widths;
}

/** Without criteria, all columns are printed on one page, unless a row would then be too high for the screen. */
function balanced(columns: readonly Column[]): readonly number[] {
  if (columns.every(({ content }) => content.is !== 'criterion')) {
    const widths = balanceWidths(columns, Math.min(screen, page), highestRow);
    const rows = Math.max(...columns.map(({ texts }) => texts.length));
    const heights = Array.from({ length: rows }, (_, row) => rowHeight(columns, widths, row));
    if (Math.max(0, ...heights) <= highestRow) return widths;
  }
  const beyond = columns.reduce((sum, { isSeen, min }) => sum + (isSeen ? 0 : min), 0);
  return balanceWidths(columns, screen + beyond, highestRow);
}

/** Points: some 40 pixels less than a laptop shows below the lines that stay in view. */
const highestRow = 250;

/**
 * Columns after which a printed page ends, so that texts are printed at 9 points or more. The first page has what is
 * asked, the next one the answers; each of them begins with the columns up to the score.
 */
export function columnBreaks(columns: readonly Column[], widths: readonly number[]): readonly number[] {
  const widthOf = (some: readonly number[]): number => some.reduce((sum, width) => sum + width, 0);
  if (widthOf(widths) <= page) return [];
  const titles = frozenColumns(columns);
  const lastCriterion = columns.findLast(({ content }) => content.is === 'criterion')?.column;
  const breaks: number[] = [];
  const beside = widthOf(widths.slice(0, titles));
  let used = beside;
  for (const [before, width] of [...widths.entries()].slice(titles)) {
    if (before === lastCriterion || used + width > page) {
      breaks.push(before);
      used = beside;
    }
    used += width;
  }
  return breaks;
}

/** The widths of the columns of rows that partners add, in characters of the default font. */
export const entriesWidths = ({ introduction }: EntriesSection, columns: readonly Column[]): readonly number[] =>
  asWideAs(introduction, columns, balanceWidths(columns, Math.min(screen, page), highestRow));

/** Widens columns of texts, evenly, to the width of the introduction above them, within the page. */
function asWideAs(introduction: string, columns: readonly Column[], widths: readonly number[]): readonly number[] {
  const wanted = Math.min(page, lineWidth(introduction, introductionSize));
  const lacking = wanted - widths.reduce((sum, width) => sum + width, 0);
  const texts = columns.filter(({ min, max }) => min < max).length;
  return lacking <= 0
    ? widths
    : widths.map((width, index) => {
        const column = columns[index];
        return column !== undefined && column.min < column.max ? width + Math.ceil(lacking / texts) : width;
      });
}

/** In points. */
const introductionSize = 11;
