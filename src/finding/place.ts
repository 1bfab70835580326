import { printable } from './wording/quote.ts';

/** Where a finding was made, as far as that is known. `placeText` describes it. */
export interface Place {
  /** A file's name, without its folder. */
  readonly file?: string;
  /** A line of a text file, counted from 1. */
  readonly line?: number;
  readonly sheet?: string;
  /** A cell in A1 notation. */
  readonly cell?: string;
  /** Key of an item, section or other part of an instrument. For an answer, its reference: item key or row number. */
  readonly key?: string;
  /** For an answer, the key of its section: with `key` and `field` it finds the answer in any workbook. */
  readonly section?: string;
  /** For an answer, the key of its field. */
  readonly field?: string;
}

/** The place as people write it: `'1 Assessing need'!G14 (1.2.3)`, `partners.csv line 4`. Empty when nothing is known. */
export function placeText(place: Place): string {
  const cell =
    place.sheet === undefined
      ? undefined
      : `'${printable(place.sheet)}'${place.cell === undefined ? '' : `!${place.cell}`}`;
  const where = [place.file, place.line === undefined ? undefined : `line ${place.line}`, cell].filter(
    (part) => part !== undefined,
  );
  if (place.key === undefined) return where.join(' ');
  return where.length === 0 ? place.key : `${where.join(' ')} (${place.key})`;
}
