import type { Workbook } from 'exceljs';
import { strFromU8 } from 'fflate';
import { columnLetters } from './address.ts';
import { restoreAstral } from './astral.ts';
import { escapeXml } from './escapeXml.ts';
import { edit, type PackageParts } from './packageParts.ts';
import { defaultRowHeight, highestRow, styledHeight } from './rowHeight.ts';
import { sheetParts } from './sheetParts.ts';
import { type Role, styleOf } from './theme.ts';
import { type Formula, printable } from './worksheet.ts';

/** What a cell of a held row may hold. */
export type HeldContent = string | number | Date | Formula;

/**
 * The rows of a table after its first, which exceljs writes with the styles of all. It takes some ten microseconds and a
 * kilobyte for each cell, and a roll-up has hundreds of thousands: these rows are written into the finished package.
 */
export interface HeldRows {
  readonly sheet: string;
  readonly table: string;
  /** The first row that is held; the one above it is the table's first. */
  readonly firstRow: number;
  readonly columns: readonly { readonly role: Role; readonly width: number }[];
  readonly rows: readonly (readonly HeldContent[])[];
}

const held = new WeakMap<Workbook, HeldRows[]>();

/** Keeps rows back until the package of the workbook is finished. */
export function holdRows(workbook: Workbook, rows: HeldRows): void {
  held.set(workbook, [...heldRowsOf(workbook), rows]);
}

export const heldRowsOf = (workbook: Workbook): readonly HeldRows[] => held.get(workbook) ?? [];

/** Puts held rows into the parts of their sheets, and lengthens their tables. */
export function addHeldRows(parts: PackageParts, all: readonly HeldRows[]): void {
  if (all.length === 0) return;
  const partOf = sheetParts(parts);
  for (const rows of all) {
    const part = partOf.get(rows.sheet) ?? '';
    parts.set(part, withRows(strFromU8(parts.get(part) ?? new Uint8Array()), rows));
    lengthenTable(parts, rows);
  }
}

/** Rows that are turned into bytes together: a long sheet is longer than the longest text that JavaScript has. */
const batch = 2000;

function withRows(xml: string, held: HeldRows): Uint8Array {
  const { firstRow, columns, rows, sheet } = held;
  const last = new RegExp(`<row r="${firstRow - 1}"[^>]*>.*?</row>`, 's').exec(xml);
  if (last === null) throw new Error(`The sheet ${sheet} has no row ${firstRow - 1}`);
  const at = last.index + last[0].length;
  const styles = new Map([...last[0].matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?/g)].map(([, c, s = '0']) => [c, s]));
  const cells = columns.map(({ role, width }, index) => {
    const letters = columnLetters(index + 1);
    return { letters, style: styles.get(letters) ?? '0', textOf: textsOf(role, width) };
  });
  const written = (content: readonly HeldContent[], row: number): string => {
    let height = defaultRowHeight;
    let all = '';
    content.forEach((cell, index) => {
      const column = cells[index];
      if (column === undefined) return;
      const shown = cellOf(cell, column.textOf);
      if (shown.height > height) height = shown.height;
      all += `<c r="${column.letters}${row}" s="${column.style}"${shown.xml}`;
    });
    return `<row r="${row}" ht="${Math.min(highestRow, height)}">${all}</row>`;
  };
  const pieces = [Buffer.from(upToRow(xml.slice(0, at), columns.length, firstRow + rows.length - 1))];
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch).map((row, index) => written(row, firstRow + from + index));
    pieces.push(Buffer.from(some.join('')));
  }
  return Buffer.concat([...pieces, Buffer.from(xml.slice(at))]);
}

/** What stands before the rows, with the extent of the sheet. */
const upToRow = (xml: string, columns: number, lastRow: number): string =>
  xml.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${columnLetters(columns)}${lastRow}"/>`);

interface ShownText {
  readonly xml: string;
  /** Points. */
  readonly height: number;
}

/** Most rows say what others say: so many texts of a column are kept. */
const mostKnown = 5000;

/** How the texts of a column are written. */
function textsOf(role: Role, width: number): (text: string) => ShownText {
  const known = new Map<string, ShownText>();
  const style = styleOf(role);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const shown = { xml: restoreAstral(escapeXml(printable(text))), height: styledHeight(text, style, width) };
    if (known.size < mostKnown) known.set(text, shown);
    return shown;
  };
}

const millisecondsOfDay = 86_400_000;
/** 1 January 1970 in Excel's count of days. */
const epochSerial = 25_569;

/** What follows a cell's address and style, and how high it is. Text is never a formula, whatever it begins with. */
function cellOf(content: HeldContent, textOf: (text: string) => ShownText): ShownText {
  if (typeof content === 'number') return oneLine(`><v>${figure(content)}</v></c>`);
  if (content instanceof Date)
    return oneLine(`><v>${figure(content.getTime() / millisecondsOfDay + epochSerial)}</v></c>`);
  if (typeof content === 'string') {
    const { xml, height } = textOf(content);
    const space = edged.test(content) ? ' xml:space="preserve"' : '';
    return { xml: ` t="inlineStr"><is><t${space}>${xml}</t></is></c>`, height };
  }
  const formula = escapeXml(content.formula);
  if (typeof content.result === 'number') return oneLine(`><f>${formula}</f><v>${figure(content.result)}</v></c>`);
  const { xml, height } = textOf(content.result);
  return { xml: ` t="str"><f>${formula}</f><v>${xml}</v></c>`, height };
}

/** White space that is lost when it is not said to be meant. */
const edged = /^\s|\s$|\s\s|[\n\t]/;

const oneLine = (xml: string): ShownText => ({ xml, height: defaultRowHeight });

function figure(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`A cell cannot hold ${value}`);
  return value;
}

function lengthenTable(parts: PackageParts, { table, firstRow, columns, rows }: HeldRows): void {
  const name = [...parts.keys()].find(
    (part) =>
      part.startsWith('xl/tables/') &&
      strFromU8(parts.get(part) ?? new Uint8Array()).includes(` displayName="${table}"`),
  );
  if (name === undefined) throw new Error(`There is no table ${table}`);
  const end = columnLetters(columns.length);
  edit(parts, name, (xml) => xml.replaceAll(`:${end}${firstRow - 1}"`, `:${end}${firstRow + rows.length - 1}"`));
}
