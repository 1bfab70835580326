import type { EntriesSection, Instrument } from '../../instrument/model/schema.ts';
import { isEntries } from '../../instrument/model/traverse.ts';
import type { Response } from '../../response/response.ts';

/** Gives an instrument as many rows for entries as a response has: partners may have added some. The same one if it has enough. */
export function extendEntryRows(instrument: Instrument, { entries }: Response): Instrument {
  const rowsOf = ({ key, rows }: EntriesSection): number =>
    Math.max(rows, ...(entries.get(key) ?? []).map(({ entry }) => entry));
  if (instrument.sections.filter(isEntries).every((section) => rowsOf(section) === section.rows)) return instrument;
  const sections = instrument.sections.map((section) =>
    isEntries(section) ? { ...section, rows: rowsOf(section) } : section,
  );
  return { ...instrument, sections };
}
