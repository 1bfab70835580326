import type { RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { cellToken } from '../read/cellToken.ts';
import { sheetNamed } from '../read/rawCells.ts';
import type { IssuedContent, IssuedSheet } from './issuedContent.ts';

/**
 * The sheet that came back for one that went out: by its name and title, or, where they are gone or stand on another sheet
 * now, the one that says most of the same. Undefined when it was deleted or emptied.
 */
export function findSheet(raw: RawWorkbook, sent: IssuedSheet): RawSheet | undefined {
  const named = sheetNamed(raw, sent.name);
  const title = cellToken(sent.rows.get(1)?.get(1));
  if (named !== undefined && title !== '' && cellToken(named.rows.get(1)?.get(1)) === title) return named;
  const texts = new Set(textsOf(sent));
  const [best] = raw.sheets
    .map((sheet) => ({ sheet, same: saysOf(texts, sheet) }))
    .filter(({ same }) => same >= leastSame)
    // Of sheets that say as much, the one with the name comes first.
    .toSorted((a, b) => b.same - a.same || Number(b.sheet === named) - Number(a.sheet === named));
  return best?.sheet ?? (named?.rows.size === 0 ? undefined : named);
}

/** A sheet as it went out, and the one that came back for it; undefined when there is none. */
export interface SheetPair {
  readonly sent: IssuedSheet;
  readonly now: RawSheet | undefined;
}

/** Finds every sheet again that went out. */
export const pairSheets = (raw: RawWorkbook, printed: IssuedContent): readonly SheetPair[] =>
  printed.sheets.map((sent) => ({ sent, now: findSheet(raw, sent) }));

/** Share of its texts by which a sheet is known. */
const leastSame = 0.5;

function saysOf(texts: ReadonlySet<string>, now: RawSheet): number {
  const found = new Set(textsOf(now));
  return texts.size === 0 ? 0 : [...texts].filter((text) => found.has(text)).length / texts.size;
}

const textsOf = ({ rows }: Pick<RawSheet, 'rows'>): readonly string[] =>
  [...rows.values()].flatMap((cells) => [...cells.values()].filter(({ formula }) => !formula).map(cellToken));
