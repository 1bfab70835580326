import type { RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { cellToken } from '../read/cells/cellToken.ts';
import { sheetNamed } from '../read/cells/rawCells.ts';
import type { IssuedContent, IssuedSheet } from './issuedContent.ts';

/**
 * Finds the returned sheet for an issued one: by its name and title or, if they are gone or on another sheet, the one
 * with most of the same texts. Undefined if it was deleted or emptied.
 */
export const findSheet = (raw: RawWorkbook, sent: IssuedSheet): RawSheet | undefined => findSheetIn(raw, sent, textsOf);

function findSheetIn(
  raw: RawWorkbook,
  sent: IssuedSheet,
  textsOn: (sheet: RawSheet) => ReadonlySet<string>,
): RawSheet | undefined {
  const named = sheetNamed(raw, sent.name);
  const title = cellToken(sent.rows.get(1)?.get(1));
  if (named !== undefined && title !== '' && cellToken(named.rows.get(1)?.get(1)) === title) return named;
  const texts = textsOf(sent);
  // The title of some sheets is the partner's. If nothing else was changed, no other sheet is as alike.
  if (named !== undefined && sameShare(texts, textsOn(named)) === 1) return named;
  const [best] = raw.sheets
    .map((sheet) => ({ sheet, same: sameShare(texts, textsOn(sheet)) }))
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
export function pairSheets(raw: RawWorkbook, printed: IssuedContent): readonly SheetPair[] {
  const known = new Map<RawSheet, ReadonlySet<string>>();
  const textsOn = (sheet: RawSheet): ReadonlySet<string> => {
    const texts = known.get(sheet) ?? textsOf(sheet);
    known.set(sheet, texts);
    return texts;
  };
  return printed.sheets.map((sent) => ({ sent, now: findSheetIn(raw, sent, textsOn) }));
}

/** Minimum share of its texts by which a sheet is recognised. */
const minSame = 0.5;

const sameShare = (texts: ReadonlySet<string>, found: ReadonlySet<string>): number =>
  texts.size === 0 ? 0 : [...texts].filter((text) => found.has(text)).length / texts.size;

function textsOf({ rows }: Pick<RawSheet, 'rows'>): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const cells of rows.values()) {
    for (const cell of cells.values()) if (!cell.formula) texts.add(cellToken(cell));
  }
  return texts;
}
