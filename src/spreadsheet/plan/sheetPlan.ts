import type { Chart } from '../charts/chart.ts';
import type { PaletteColour, Role, TabColour } from '../style/theme.ts';
import type { Content } from './content.ts';
import type { TableRows } from './tableRows.ts';

/**
 * Where the content of a cell comes from: the definition of an instrument, the round in which a workbook goes out, the
 * partner to which it goes, or the answers in it. The first two are the same in all workbooks of a round.
 */
export type Origin = 'definition' | 'round' | 'partner' | 'answer';

export interface PlannedCell {
  /** Counted from 1. */
  readonly row: number;
  readonly column: number;
  readonly content: Content | undefined;
  readonly role: Role;
  /** The origin of a cell that is to be filled in is that of the answer that it may hold. */
  readonly origin: Origin;
  /** Its defined name. */
  readonly name?: string;
  readonly validation?: Validation;
  /** Number format, if it differs from that of its role. */
  readonly numberFormat?: string;
  /** Without the borders of its role: a conditional format draws them. */
  readonly unboxed?: true;
}

/** What may be entered in a cell, with the texts that Excel shows. */
export interface Validation {
  readonly rule: ValidationRule;
  /** Shown while the cell is selected. */
  readonly prompt: Prompt;
  /** Shown for an entry that the rule excludes, which Excel then refuses. Without it, nothing is refused. */
  readonly refusal?: { readonly title: string; readonly text: string };
}

export interface Prompt {
  readonly title: string;
  readonly text: string;
  /** Whether the text is the partner's own, as content of such an origin is. */
  readonly isOwn?: true;
}

export type ValidationRule =
  /** One of the contents of a range, from a drop-down list. */
  | { readonly is: 'list'; readonly range: string }
  | { readonly is: 'text'; readonly maxLength: number }
  | { readonly is: 'date'; readonly from: Date }
  /** Whatever makes a formula true. */
  | { readonly is: 'formula'; readonly formula: string }
  /** A number within limits, themselves allowed; `whole` without decimals. */
  | { readonly is: 'whole' | 'decimal'; readonly least: number; readonly greatest: number };

/** A block that is an Excel table (practice A1), which screen readers announce. Its cells are among those of the sheet. */
export interface PlannedTable {
  /** Unique in the workbook; letters, digits and underscores. */
  readonly name: string;
  /** The row of its headings, which begin in column A. */
  readonly row: number;
  readonly headings: readonly string[];
  /** Rows below the headings. */
  readonly rows: number;
  /** Whether its headings show buttons for filters. */
  readonly filterButtons?: true;
}

/**
 * Rows of a long table, of which each column has one role. They are not among the cells of the sheet, because there may
 * be hundreds of thousands of them.
 */
export interface LongRows {
  /** Name of the table that they belong to. */
  readonly table: string;
  readonly firstRow: number;
  readonly columns: readonly { readonly role: Role; readonly width: number }[];
  readonly rows: TableRows;
}

/** The look of cells for which a formula is true. */
export interface ColourRule {
  readonly formula: string;
  readonly colour: PaletteColour;
  /** Number format, if it differs from the usual one. */
  readonly numberFormat?: string;
}

/** A look of the cells of a range. */
export type ConditionalFormat =
  | ColoursOfCells
  /** Draws the borders of a table's cells. */
  | { readonly range: string; readonly boxedWhen: string }
  | { readonly range: string; readonly bars: DataBars };

/** Looks by formulas of which at most one is true for any cell. */
export interface ColoursOfCells {
  readonly range: string;
  readonly colours: readonly ColourRule[];
  /** Takes precedence over every other format of the sheet, as a mark for something to be put right. */
  readonly isFirst?: true;
  /** Draws the borders of the cells as well: of two formats, LibreOffice applies only the first. */
  readonly isBoxed?: true;
}

/** Bars behind numbers, from 0. */
export interface DataBars {
  readonly colour: PaletteColour;
  /** The number of which the bar fills its cell. */
  readonly to: number;
}

/** A cell, counted from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface PrintSetup {
  /** Text at the left of the footer, such as organisation and round. */
  readonly footer: string;
  /**
   * Text at its right, with `&A` for the name of the sheet, `&P` for the page and `&N` for the number of pages; in English
   * when absent.
   */
  readonly page?: string;
  /** Text in its middle, such as a protective marking. A planned sheet shows it in A3 as well. */
  readonly marking?: string | undefined;
  /** Row repeated at the top of every page. */
  readonly headerRow?: number;
  /** The row above, if it is repeated too. */
  readonly titleRow?: number;
  /** Number of columns, from column A, that are repeated at the left of every page. */
  readonly titleColumns?: number;
  /** Maximum number of printed pages; unlimited when absent. */
  readonly pages?: number;
  /** Landscape when absent. */
  readonly orientation?: 'portrait';
  readonly area: PrintArea;
  /** Rows after which a page ends. */
  readonly breaks: readonly number[];
  /** Columns after which a page ends. Without any, the print is one page wide. */
  readonly columnBreaks?: readonly number[];
}

/** What is printed, from A1. */
export interface PrintArea {
  readonly rows: number;
  readonly columns: number;
  /**
   * Leaves out the empty rows at the end, whatever is entered later: from `fromRow` on, those after the last one in which
   * a column shows something, or one of those up to the last. Excel works this out before it prints; LibreOffice and Gnumeric print all rows.
   */
  readonly filled?: { readonly column: number; readonly lastColumn?: number; readonly fromRow: number };
}

/** A picture with its top left corner in a cell, and some pixels away from that cell's corner. */
export interface PlannedPicture {
  readonly bytes: Uint8Array;
  readonly kind: 'png' | 'jpeg';
  readonly row: number;
  readonly column: number;
  readonly right: number;
  readonly down: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a sheet says and how it is set up, as data. */
export interface SheetPlan {
  readonly name: string;
  /** Shown when absent. */
  readonly state?: 'hidden' | 'veryHidden';
  /** Widths of columns in characters, from column A. */
  readonly widths: readonly number[];
  /** Heights of rows in points; the other rows have the usual height. */
  readonly heights: ReadonlyMap<number, number>;
  /** No two have the same place. */
  readonly cells: readonly PlannedCell[];
  readonly tables: readonly PlannedTable[];
  readonly long?: LongRows;
  readonly formats: readonly ConditionalFormat[];
  /** Rows and columns that stay in view while the rest is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The cell that is active when the workbook is opened; A1 when absent. */
  readonly selected?: Place;
  /** In per cent; 90 when absent. */
  readonly zoom?: number;
  /** By what people do on the sheet; none when absent. */
  readonly tabColour?: TabColour;
  /** Absent on hidden sheets. */
  readonly print?: PrintSetup;
  /** Whether locked cells are protected against accidents. */
  readonly isProtected: boolean;
  readonly picture?: PlannedPicture;
  readonly charts: readonly Chart[];
}

/** A workbook as data. */
export interface WorkbookPlan {
  readonly title: string;
  readonly subject: string;
  /** What the workbook is for, in a sentence or two. */
  readonly description: string;
  readonly keywords: readonly string[];
  /** The kind of workbook. */
  readonly category: string;
  /** The author. */
  readonly by?: string;
  /** The time of creation. */
  readonly at: Date;
  /** Language of the document, as a BCP 47 tag. */
  readonly language: string;
  /** Custom document properties, all text. */
  readonly properties: ReadonlyMap<string, string>;
  readonly sheets: readonly SheetPlan[];
  /** Name of the sheet that is shown when the workbook is opened; the first when absent. */
  readonly opensOn?: string;
  /** Prevents sheets from being deleted or renamed by accident. */
  readonly lockStructure: boolean;
  /** Whether formulas are worked out when the workbook is opened for editing. */
  readonly calculateOnOpening: boolean;
  /** Replaces the palette's brand colour; RRGGBB. */
  readonly brandColour?: string;
  /** Alternative text of the picture. */
  readonly pictureDescription?: string;
}
