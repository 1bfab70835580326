import type { Place } from '../../finding.ts';
import type { Section } from '../../instrument/model/schema.ts';
import type { Answers } from '../../response/response.ts';

/** The rows of a section, as they were found on a sheet, in which something is answered. */
export interface ReadRows<S extends Section = Section> {
  readonly section: S;
  /** The name that the sheet has now. */
  readonly sheet: string;
  readonly rows: readonly ReadRow[];
  /** Keys of the fields whose cells could be found in every row that is there. */
  readonly found: ReadonlySet<string>;
}

export interface ReadRow {
  readonly answers: Answers;
  /** By field key, where the cell could be found. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Where a row answers a field; where that is not known, where it answers anything. */
export const placeIn = ({ places }: ReadRow, field: string | undefined): Place =>
  places.get(field ?? '') ?? [...places.values()][0] ?? {};
