import { parseCellReference } from '../model/address.ts';
import type { RawCell, RawRange } from '../model/rawWorkbook.ts';
import type { XmlAttributes } from './readXml.ts';

/** A link in the part of a sheet; its address may be the target of a relationship. */
export interface SheetLink {
  readonly range: RawRange;
  readonly relationship: string | undefined;
  /** The target within the file, such as `'Our evidence'!A1`. */
  readonly location: string | undefined;
}

/** Excel's limit for a sheet. */
export const maxLinks = 65_530;

/** Excel's limit for an address. */
const maxAddress = 2_083;

/** Reads a `hyperlink` element; undefined when it names no cell. */
export function readLink(attributes: XmlAttributes): SheetLink | undefined {
  const range = readRange(attributes.get('ref') ?? '');
  const [relationship, location] = [attributes.getLocal('id'), attributes.get('location')];
  return range === undefined ? undefined : { range, relationship, location };
}

/** The cells of a range such as `F7:F9`. */
export function readRange(range: string): RawRange | undefined {
  const [from = '', to = from] = range.split(':', 2);
  const first = parseCellReference(`x!${from}`);
  const last = parseCellReference(`x!${to}`);
  if (first === undefined || last === undefined) return undefined;
  return { firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column };
}

/** Cells that are examined for links over several of them: only files made to take time have more. */
const maxVisits = 250_000;

/**
 * Gives cells the addresses of their links. Of several links the first counts. A link on empty cells alone makes the
 * first of them a cell without text.
 *
 * @param targets addresses outside the file, by the id of the relationship
 */
export function addLinks(
  rows: Map<number, Map<number, RawCell>>,
  links: readonly SheetLink[],
  targets: ReadonlyMap<string, string>,
): void {
  let visits = 0;
  for (const { range, relationship, location } of links) {
    const link = cleanAddress(targets.get(relationship ?? '') ?? '', location);
    if (link === '') continue;
    visits += Math.min(range.lastRow - range.firstRow + 1, rows.size);
    let isOnCells = false;
    for (const [, cells] of entriesBetween(rows, range.firstRow, range.lastRow)) {
      visits += Math.min(range.lastColumn - range.firstColumn + 1, cells.size);
      if (visits > maxVisits) return;
      for (const [column, cell] of entriesBetween(cells, range.firstColumn, range.lastColumn)) {
        isOnCells = true;
        if (cell.link === undefined) cells.set(column, { ...cell, link });
      }
    }
    if (visits > maxVisits) return;
    if (!isOnCells) {
      const { firstRow: row, firstColumn: column } = range;
      const cells = rows.get(row) ?? new Map<number, RawCell>();
      rows.set(row, cells.set(column, { row, column, value: { kind: 'text', value: '' }, formula: false, link }));
    }
  }
}

/** The entries with keys between two numbers, found in whichever way is shorter. */
function entriesBetween<T>(
  all: ReadonlyMap<number, T>,
  first: number,
  last: number,
): readonly (readonly [number, T])[] {
  if (last - first >= all.size) return [...all].filter(([key]) => key >= first && key <= last);
  const keys = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return keys.flatMap((key) => {
    const one = all.get(key);
    return one === undefined ? [] : [[key, one] as const];
  });
}

/** Removes invisible characters, and cuts an address that is longer than Excel allows. */
export function cleanAddress(target: string, location = ''): string {
  const full = `${target.slice(0, maxAddress + 1)}${location === '' ? '' : `#${location}`}`
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return full.length > maxAddress ? `${full.slice(0, maxAddress).toWellFormed()}…` : full;
}

/** The target of a formula that is a link, and the text that it shows. */
export interface LinkFormula {
  readonly address: string;
  readonly words: string;
}

const textLiteral = '"(?:[^"]|"")*"';
const linkFormula = new RegExp(
  `^\\s*HYPERLINK\\(\\s*(${textLiteral}(?:\\s*&\\s*${textLiteral})*)\\s*(?:,\\s*(${textLiteral})?[^"]*)?\\)\\s*$`,
  'i',
);

/** Excel's limit. */
const maxFormula = 8_192;

/** Reads `HYPERLINK("https://…","Our plan")`; undefined for any other formula, and for a computed address. */
export function readLinkFormula(formula: string): LinkFormula | undefined {
  if (formula.length > maxFormula || !isLinkFormula(formula)) return undefined;
  const [, address = '', words] = linkFormula.exec(formula) ?? [];
  const clean = cleanAddress(unquoted(address));
  return clean === '' ? undefined : { address: clean, words: words === undefined ? clean : unquoted(words) };
}

/** Whether a formula makes a link, to any target. */
export const isLinkFormula = (formula: string): boolean =>
  /(?<![A-Z0-9._])HYPERLINK\s*\(/i.test(formula.slice(0, maxFormula).replace(/"(?:[^"]|"")*"/g, '""'));

/** The text of literals that are joined by `&`. */
const unquoted = (literals: string): string =>
  [...literals.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) => text.replaceAll('""', '"')).join('');
