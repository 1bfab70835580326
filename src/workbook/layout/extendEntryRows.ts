import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';

/** Gives an instrument as many rows for entries as a response has: partners may have added some. */
export const extendEntryRows = (instrument: Instrument, { entries }: Response): Instrument => ({
  ...instrument,
  sections: instrument.sections.map((section) =>
    section.shape === 'items'
      ? section
      : { ...section, rows: Math.max(section.rows, ...(entries.get(section.key) ?? []).map(({ entry }) => entry)) },
  ),
});
