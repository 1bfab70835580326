import type { PictureHeader } from './pictureHeader.ts';

/** The value of a cell. Dates are numbers, as Excel stores them, counted as `RawWorkbook.date1904` says. */
export type RawValue =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Whether the cell's number format shows a date or a time. */
      readonly isDate: boolean;
      /** The code of the number format, unless it is `General`. */
      readonly format?: string;
    }
  /** Runs of different fonts are joined. ISO dates (`t="d"`) are given as written: `2026-07-01`. */
  | {
      readonly kind: 'text';
      readonly value: string;
      /** The code of a number format that may display another text. */
      readonly format?: string;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The error as Excel shows it: `#REF!`. */
  | { readonly kind: 'error'; readonly value: string }
  /** A picture placed in the cell: `(picture)`, or `(picture: …)` with its description. */
  | { readonly kind: 'picture'; readonly value: string; readonly file?: RawFile };

/** A cell that is not empty. */
export interface RawCell {
  /** From 1 to 1,048,576. */
  readonly row: number;
  /** From 1 (A) to 16,384 (XFD). */
  readonly column: number;
  /** For a formula, the value that the last program computed; empty text if it stored none. */
  readonly value: RawValue;
  readonly formula: boolean;
  /** The formula as written in the file, without `=`; absent if the cell shares the formula of another. */
  readonly formulaText?: string;
  /** The words in it that are struck out; true if all that it shows is. */
  readonly struck?: string | true;
  /** Target of a link on the cell: an address as written in the file, or `#` and a place in the workbook. */
  readonly link?: string;
}

/** A block of cells. */
export interface RawRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Merged cells; only the first of them shows its content. */
export type RawMerge = RawRange;

/** A note or threaded comment on a cell. */
export interface RawComment {
  /** In A1 notation, as the file gives it. */
  readonly cell: string;
  readonly text: string;
}

/** A part of the package that holds a picture or an embedded file. */
export interface RawFile {
  readonly part: string;
  /** Size in bytes after inflating. */
  readonly size: number;
  /** CRC-32 of these bytes. */
  readonly crc: number;
  /** Absent if it is no picture of a known format. */
  readonly picture?: PictureHeader;
}

/**
 * `file` is an embedded file, `header` a text printed above or below the sheet, `other` an object that this reader does
 * not know.
 */
export const objectKinds = [
  ...(['text box', 'shape', 'picture', 'chart', 'diagram', 'ink', 'control'] as const),
  ...(['file', 'background', 'header', 'other'] as const),
] as const;

export type ObjectKind = (typeof objectKinds)[number];

/** An object on a sheet, or printed with it, that is in none of its cells. */
export interface RawObject {
  readonly kind: ObjectKind;
  /** Its text, one line for each paragraph; empty when there is none. */
  readonly text: string;
  /** Its alternative text, if a person probably wrote it. */
  readonly alternative?: string;
  /** The cells that it covers; absent if unknown, or if it covers none. */
  readonly over?: RawRange;
  /** The picture that it shows, or the file that it holds; absent if that is not in the package. */
  readonly file?: RawFile;
}

/** Where the reading of a sheet stopped because the sheet exceeded a limit. */
export interface SheetCut {
  /** The last row with all cells read; 0 if there is none. */
  readonly after: number;
  /** The quantity over its limit: `number of cells`. */
  readonly what: string;
  /** The limit, in words. */
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
  /** Numbers of the rows with cells that are hidden, as by a filter; absent if there are none. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Absent if the whole sheet was read. */
  readonly cut?: SheetCut;
}

/**
 * The content of an .xlsx file that matters for answers, before it is known which instrument and partner it belongs to.
 */
export interface RawWorkbook {
  /**
   * In the workbook's order. Chart sheets, and sheets with a missing part, have no cells.
   *
   * @internal
   */
  readonly sheets: readonly RawSheet[];
  /** Workbook-level names (not those of one sheet), exactly as spelt → formula, without a leading `=`. */
  readonly definedNames: ReadonlyMap<string, string>;
  /** Custom document properties: name → value as text. */
  readonly properties: ReadonlyMap<string, string>;
  /** Dates count days from 1 January 1904 instead of from the last day of 1899. */
  readonly date1904: boolean;
}
