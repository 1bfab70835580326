import type { Place } from '../../finding/index.ts';
import type { Section } from '../../instrument/model/schema.ts';
import type { Answers } from '../../response/response.ts';

/** The rows of a section with at least one answer or, of questions, a figure, as found on a sheet. */
export interface ReadRows<S extends Section = Section> {
  readonly section: S;
  /** The present name of the sheet. */
  readonly sheet: string;
  readonly rows: readonly ReadRow[];
  /** Keys of the fields with a cell that could be found in every row. */
  readonly found: ReadonlySet<string>;
}

export interface ReadRow {
  readonly answers: Answers;
  /** By field key, if the cell could be found. */
  readonly places: ReadonlyMap<string, Place>;
}

/** The place in which a row answers a field or, if unknown, any field. */
export const placeIn = ({ places }: ReadRow, field: string | undefined): Place =>
  places.get(field ?? '') ?? [...places.values()][0] ?? {};
