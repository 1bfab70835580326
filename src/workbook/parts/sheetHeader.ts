import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Words } from '../../words/words.ts';

/** The text above a sheet's table: it does not wrap, and is cut in print at the table's last column. */
export interface SheetHeader {
  readonly title: string;
  readonly note: string;
  /** Whether some of the text has to be in the Guide instead. */
  readonly isCut: boolean;
}

const sizes = { title: 16, note: 11 } as const;

/**
 * Fits title and introduction into the width: a title that is too long is replaced by the short title, and the
 * introduction loses whole sentences from the end.
 */
export function sheetHeader(
  { sections }: Words,
  {
    title,
    shortTitle,
    introduction,
  }: { readonly title: string; readonly shortTitle: string; readonly introduction: string },
  widths: readonly number[],
): SheetHeader {
  const room = widths.reduce((sum, width) => sum + width, 0);
  // Titles are bold.
  const isTitleCut = lineWidth(title, sizes.title) * 1.08 > room;
  const text = introduction.replace(/\s+/g, ' ').trim();
  if (!isTitleCut && lineWidth(text, sizes.note) <= room) return { title, note: text, isCut: false };
  const more = ` ${sections.seeGuide}`;
  const sentences = text.match(/\S.*?[.!?…](?=\s|$)|\S.*$/g) ?? [text];
  const shortened = sentences.map((_sentence, index) => sentences.slice(0, sentences.length - index).join(' '));
  const isWhole = lineWidth(text, sizes.note) <= room;
  const note = isWhole
    ? text
    : shortened.map((some) => some + more).find((some) => lineWidth(some, sizes.note) <= room);
  return { title: isTitleCut ? shortTitle : title, note: note ?? more.trim(), isCut: true };
}
