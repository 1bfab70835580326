import type { Instrument } from '../../instrument/model/schema.ts';
import { fieldsOfItem } from '../../instrument/model/traverse.ts';
import type { RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { answerName, entryName } from '../layout/layout.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { readResponse } from './readResponse.ts';

/** How closely a workbook resembles one of an instrument, from 0 to 1, whatever its stamp says. */
export interface Likeness {
  /** Share of the answers with cells that can be found, or with existing defined names, whichever is larger. */
  readonly share: number;
  /** Number of answers with existing defined names. */
  readonly names: number;
}

/** Minimum share for a workbook to be taken for one of the instrument. */
export const minLikeness = 0.5;

export function likenessOf(raw: RawWorkbook, instrument: Instrument): Likeness {
  const { items, entries } = layoutOf(instrument);
  const expected = [
    ...items.flatMap(({ rows }) =>
      rows.flatMap((row) => fieldsOfItem(row).map(({ key }) => answerName(row.item.key, key))),
    ),
    ...entries.flatMap(({ section, rows }) =>
      rows.flatMap((_row, index) => section.fields.map(({ key }) => entryName(section.key, index + 1, key))),
    ),
  ];
  if (expected.length === 0) return { share: 0, names: 0 };
  const names = expected.filter((name) => raw.definedNames.has(name)).length;
  const found = readResponse(raw, instrument).places.length;
  return { share: Math.min(1, Math.max(names, found) / expected.length), names };
}
