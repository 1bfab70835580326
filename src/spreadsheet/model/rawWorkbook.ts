import type { PictureHeader } from './pictureHeader.ts';

/** What a cell holds. Dates are numbers, as Excel stores them; see `RawWorkbook.date1904` for what they count from. */
export type RawValue =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Whether the cell's number format shows a date or a time. */
      readonly isDate: boolean;
      /** The code of the number format, unless it is `General`. */
      readonly format?: string;
    }
  /** Runs of different fonts are joined. ISO dates (`t="d"`) are given as they are written: `2026-07-01`. */
  | {
      readonly kind: 'text';
      readonly value: string;
      /** The code of a number format that may show another text. */
      readonly format?: string;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The error as Excel shows it: `#REF!`. */
  | { readonly kind: 'error'; readonly value: string }
  /** A picture placed in the cell: `(picture)`, or `(picture: …)` with what is known of it in words. */
  | { readonly kind: 'picture'; readonly value: string; readonly file?: RawFile };

/** A cell that is not empty. */
export interface RawCell {
  /** From 1 to 1,048,576. */
  readonly row: number;
  /** From 1 (A) to 16,384 (XFD). */
  readonly column: number;
  /** For a formula, the value that the last program computed; empty text where it stored none. */
  readonly value: RawValue;
  readonly formula: boolean;
  /** The formula as the file has it, without `=`; absent where the cell shares the formula of another. */
  readonly formulaText?: string;
  /** Where a link on the cell leads to: an address as the file has it, or `#` and a place in the workbook. */
  readonly link?: string;
}

/** A block of cells. */
export interface RawRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Cells that were made one; only the first of them shows. */
export type RawMerge = RawRange;

/** What somebody wrote on a cell instead of into it. */
export interface RawComment {
  /** In A1 notation, as the file gives it. */
  readonly cell: string;
  readonly text: string;
}

/** A part of the package that holds a picture or an embedded file. */
export interface RawFile {
  readonly part: string;
  /** Bytes after unpacking. */
  readonly size: number;
  /** CRC-32 of these bytes. */
  readonly crc: number;
  /** Absent where it is no picture of a known format. */
  readonly picture?: PictureHeader;
}

/** `file` is an embedded file, `header` what is printed above or below the sheet, `other` what this reader does not know. */
export const objectKinds = [
  ...(['text box', 'shape', 'picture', 'chart', 'diagram', 'ink', 'control'] as const),
  ...(['file', 'background', 'header', 'other'] as const),
] as const;

export type ObjectKind = (typeof objectKinds)[number];

/** Something that lies on a sheet, or is printed with it, and stands in none of its cells. */
export interface RawObject {
  readonly kind: ObjectKind;
  /** The words in it, one line for each paragraph; empty when there are none. */
  readonly text: string;
  /** Its alternative text, where it seems that a person wrote it. */
  readonly alternative?: string;
  /** The cells that it lies over; absent where that is not known, or it lies over none. */
  readonly over?: RawRange;
  /** The picture that it shows, or the file that it holds; absent when that is not in the package. */
  readonly file?: RawFile;
}

/** Where the reading of a sheet ended before its end, because it passed a limit. */
export interface SheetCut {
  /** The last row of which all cells were read; 0 where there is none. */
  readonly after: number;
  /** What is over its limit: `number of cells`. */
  readonly what: string;
  /** The limit, as people read it. */
  readonly limit: string;
}

export interface RawSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Row number → column number → cell; only cells that are not empty. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  readonly merges: readonly RawMerge[];
  readonly comments: readonly RawComment[];
  readonly objects: readonly RawObject[];
  /** Absent where the whole sheet was read. */
  readonly cut?: SheetCut;
}

/** What an .xlsx file says, as far as answers are concerned, before anything is known about whose workbook it is. */
export interface RawWorkbook {
  /** In the workbook's order. Chart sheets, and sheets whose part is lost, are there without cells. */
  readonly sheets: readonly RawSheet[];
  /** Names of the whole workbook (not of one sheet), exactly as spelt → formula, without a leading `=`. */
  readonly definedNames: ReadonlyMap<string, string>;
  /** Custom document properties: name → value as text. */
  readonly properties: ReadonlyMap<string, string>;
  /** Dates count days from 1 January 1904 instead of from the last day of 1899. */
  readonly date1904: boolean;
}
