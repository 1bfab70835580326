import type { Place } from '../../finding.ts';
import type { Field } from '../../instrument/model/schema.ts';
import type { RawCell } from '../../spreadsheet/model/rawWorkbook.ts';

/** A row of a section as it was written: what it shows, and the names of its answers' cells. */
export interface ExpectedRow {
  readonly reference: string;
  /** The question, which tells the row when its reference is gone. */
  readonly text?: string;
  readonly nameOf: (field: Field) => string;
}

export interface ExpectedSheet {
  readonly name: string;
  /** Key of the section that is answered on it. */
  readonly section: string;
  /** What may stand as its title, as `tidy` gives it. */
  readonly titles: ReadonlySet<string>;
  /** All headings, the first of them that of the references. */
  readonly headings: readonly string[];
  /** Heading of a column, which not every workbook has, that holds nothing to be read. */
  readonly setAside?: string;
  readonly fields: readonly Field[];
  readonly rows: readonly ExpectedRow[];
  /** All that was printed, besides references, as `tidy` gives it: it is not reported as something unread. */
  readonly printed: ReadonlySet<string>;
  /** Names in small letters of other sheets that may have changed names with this one: those with references of their own. */
  readonly siblings: ReadonlySet<string>;
  /** Whether rows that the partner added are answers too. */
  readonly takesMoreRows: boolean;
}

export interface LocatedAnswer {
  readonly reference: string;
  readonly field: Field;
  /** Undefined when the cell is empty. */
  readonly cell: RawCell | undefined;
  readonly row: number;
  readonly column: number;
  readonly place: Place;
}
