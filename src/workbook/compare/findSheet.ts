import type { RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { cellToken } from '../read/cellToken.ts';
import { sheetNamed } from '../read/rawCells.ts';
import type { IssuedContent, IssuedSheet } from './issuedContent.ts';

/**
 * Finds the returned sheet for an issued one: by its name and title or, if they are gone or on another sheet, the one
 * with most of the same texts. Undefined if it was deleted or emptied.
 */
export function findSheet(raw: RawWorkbook, sent: IssuedSheet): RawSheet | undefined {
  const named = sheetNamed(raw, sent.name);
  const title = cellToken(sent.rows.get(1)?.get(1));
  if (named !== undefined && title !== '' && cellToken(named.rows.get(1)?.get(1)) === title) return named;
  const texts = new Set(textsOf(sent));
  const [best] = raw.sheets
    .map((sheet) => ({ sheet, same: sameShare(texts, sheet) }))
    .filter(({ same }) => same >= minSame)
    // Of sheets with equally many, the one with the name comes first.
    .toSorted((a, b) => b.same - a.same || Number(b.sheet === named) - Number(a.sheet === named));
  return best?.sheet ?? (named?.rows.size === 0 ? undefined : named);
}

/** An issued sheet and the returned one; undefined if there is none. */
export interface SheetPair {
  readonly sent: IssuedSheet;
  readonly now: RawSheet | undefined;
}

/** Finds the returned sheet for every issued one. */
export const pairSheets = (raw: RawWorkbook, printed: IssuedContent): readonly SheetPair[] =>
  printed.sheets.map((sent) => ({ sent, now: findSheet(raw, sent) }));

/** Minimum share of its texts by which a sheet is recognised. */
const minSame = 0.5;

function sameShare(texts: ReadonlySet<string>, now: RawSheet): number {
  const found = new Set(textsOf(now));
  return texts.size === 0 ? 0 : [...texts].filter((text) => found.has(text)).length / texts.size;
}

const textsOf = ({ rows }: Pick<RawSheet, 'rows'>): readonly string[] =>
  [...rows.values()].flatMap((cells) => [...cells.values()].filter(({ formula }) => !formula).map(cellToken));
