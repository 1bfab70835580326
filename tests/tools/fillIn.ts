import { strFromU8, strToU8, unzipSync } from 'fflate';
import { address } from '../../src/spreadsheet/model/address.ts';
import { daySerial } from '../../src/spreadsheet/model/daySerial.ts';
import { defaultRowHeight, highestRow, styledHeight } from '../../src/spreadsheet/style/rowHeight.ts';
import { styleOf } from '../../src/spreadsheet/style/theme.ts';
import { packZip } from '../../src/spreadsheet/zip/packZip.ts';

/** A value that a person types into a cell. Dates, `YYYY-MM-DD`, are stored as Excel stores them. */
export interface TypedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string | { readonly day: string };
}

/**
 * Fills in a workbook as a person would. Only the cells change, and rows grow with their texts; the stored results of
 * formulas, which would be wrong, are removed. A program that opens the file calculates them.
 *
 * @throws Error if the workbook has no such sheet or cell.
 */
export function fillIn(workbook: Uint8Array, cells: readonly TypedCell[]): Uint8Array {
  const parts = unzipSync(workbook);
  const partOf = sheetParts(parts);
  for (const part of partOf.values()) parts[part] = strToU8(withoutResults(text(parts, part)));
  for (const sheet of new Set(cells.map((cell) => cell.sheet))) {
    const part = partOf.get(sheet);
    if (part === undefined) throw new Error(`The workbook has no sheet ${sheet}`);
    const typed = cells.filter((cell) => cell.sheet === sheet);
    parts[part] = strToU8(typeInto(text(parts, part), typed));
  }
  return packZip(new Map(Object.entries(parts)));
}

const text = (parts: Readonly<Record<string, Uint8Array>>, name: string): string =>
  strFromU8(parts[name] ?? new Uint8Array());

function sheetParts(parts: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const targets = new Map(
    [...text(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, `xl/${target}`],
    ),
  );
  return new Map(
    [...text(parts, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"[^>]*r:id="([^"]+)"/g)].map(
      ([, name = '', id]) => [name.replaceAll('&amp;', '&'), targets.get(id) ?? ''],
    ),
  );
}

const withoutResults = (xml: string): string => xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1');

/** Changes all cells in one pass: a large sheet has hundreds of answers. */
function typeInto(xml: string, cells: readonly TypedCell[]): string {
  const typed = new Map(cells.map((cell) => [address(cell.row, cell.column), cell.value]));
  const missing = new Set(typed.keys());
  const filled = xml.replace(
    /<c r="([A-Z]+\d+)"((?: s="\d+")?)[^>]*?(?:\/>|>.*?<\/c>)/gs,
    (cell, place: string, style: string) => {
      const value = typed.get(place);
      if (value === undefined) return cell;
      missing.delete(place);
      return cellXml(place, style, value);
    },
  );
  if (missing.size > 0) throw new Error(`The sheet has no cell ${[...missing].join(', ')}`);
  return grown(filled, cells);
}

/** The height of a row grows with what is typed into it, as in Excel, unless it is high enough. */
function grown(xml: string, cells: readonly TypedCell[]): string {
  const widths = columnWidths(xml);
  const needed = new Map<number, number>();
  for (const { row, column, value } of cells) {
    if (typeof value !== 'string') continue;
    const height = Math.min(highestRow, styledHeight(value, styleOf('input'), widths.get(column) ?? 9));
    needed.set(row, Math.max(height, needed.get(row) ?? 0));
  }
  return xml.replace(/<row r="(\d+)"[^>]*/g, (tag, row: string) => {
    const height = needed.get(Number(row)) ?? 0;
    const present = Number(/ ht="([\d.]+)"/.exec(tag)?.[1] ?? defaultRowHeight);
    return height <= present ? tag : `${tag.replace(/ ht="[\d.]+"/, '')} ht="${height}"`;
  });
}

function columnWidths(xml: string): ReadonlyMap<number, number> {
  const columns = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)];
  return new Map(
    columns.flatMap(([, first, last, width]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, index): [number, number] => [
        Number(first) + index,
        Number(width),
      ]),
    ),
  );
}

function cellXml(place: string, style: string, value: TypedCell['value']): string {
  if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${place}"${style}><v>${daySerial(value.day)}</v></c>`;
  // A text that looks like Excel's escape of a character, _x0041_, gets its first underscore escaped.
  const escaped = value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}
