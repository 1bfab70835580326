import type { Finding } from '../../finding/index.ts';

/** A number as a cell holds it. */
export interface ListNumber {
  readonly value: number;
  /** Whether its format shows a date or a time. */
  readonly isDate: boolean;
  /** The code of its number format, if it has one of its own. */
  readonly format?: string;
}

/** A cell of a list. Only a cell of a workbook can be more than its text. */
export interface ListCell {
  /** Its text without superfluous white space; a number as Excel shows it, and a date as `YYYY-MM-DD`. */
  readonly text: string;
  /** What Excel shows of a number, a date or a logical value, in a cell that does not hold text. */
  readonly shown?: string;
  /** The number that a cell of a workbook holds. */
  readonly number?: ListNumber;
  readonly isFormula?: true;
  readonly isStruckOut?: true;
}

/** A row of a list that is not empty. */
export interface ListRow {
  /** The line of a text file on which it begins, or the row of a sheet; counted from 1. */
  readonly number: number;
  /** Those that are not empty, by column of the file, from 0. */
  readonly cells: ReadonlyMap<number, ListCell>;
  /** Whether the sheet hides it, as a filter does. */
  readonly isHidden?: true;
}

/** A text file as read with one separator, or a sheet of a workbook. */
export interface ListSource {
  /** Absent for a text file. */
  readonly sheet?: string;
  readonly rows: readonly ListRow[];
  /** What could not be read of it. */
  readonly findings: readonly Finding[];
}

/** Folds white space and drops invisible characters. */
export const tidyCell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
