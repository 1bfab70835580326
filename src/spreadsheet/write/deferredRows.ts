import type { Workbook } from 'exceljs';
import { strFromU8 } from 'fflate';
import { columnLetters } from '../model/address.ts';
import { defaultRowHeight, highestRow, styledHeight } from '../style/rowHeight.ts';
import { type Role, styleOf } from '../style/theme.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { maxLinks } from '../xml/hyperlinks.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';
import { formulaStart, type QuotedStyles } from './quotePrefix.ts';
import { sheetParts } from './sheetParts.ts';
import { restoreSurrogatePairs } from './surrogatePairs.ts';
import { type Content, printable, put } from './worksheet.ts';

/**
 * The rows of a table after its first, which exceljs writes with the styles of all. exceljs takes some ten microseconds
 * and a kilobyte for each cell, and a roll-up has hundreds of thousands: so these rows are written into the finished
 * package.
 */
export interface DeferredRows {
  readonly sheet: string;
  readonly table: string;
  /** The first deferred row; the one above it is the table's first. */
  readonly firstRow: number;
  readonly columns: readonly { readonly role: Role; readonly width: number }[];
  readonly rows: readonly (readonly Content[])[];
}

const held = new WeakMap<Workbook, DeferredRows[]>();

/**
 * Defers rows until the package of the workbook is written. Until then, two rows without content take their place to
 * define the styles: the second has the style of cells that could be links but are not.
 */
export function deferRows(workbook: Workbook, rows: DeferredRows): void {
  const sheet = workbook.getWorksheet(rows.sheet);
  if (sheet === undefined) throw new Error(`There is no sheet ${rows.sheet}`);
  for (const [index, { role }] of rows.columns.entries()) {
    const isLink = rows.rows.length > 1 || typeof rows.rows[0]?.[index] !== 'string';
    put(sheet, rows.firstRow, index + 1, undefined, role === 'link' && !isLink ? 'text' : role);
    // There may be something else below a single deferred row.
    if (rows.rows.length > 1) put(sheet, rows.firstRow + 1, index + 1, undefined, role === 'link' ? 'text' : role);
  }
  held.set(workbook, [...deferredRowsOf(workbook), rows]);
}

export const deferredRowsOf = (workbook: Workbook): readonly DeferredRows[] => held.get(workbook) ?? [];

/** Inserts deferred rows into the parts of their sheets, and extends their tables. */
export function addDeferredRows(parts: PackageParts, all: readonly DeferredRows[], quoted: QuotedStyles): void {
  if (all.length === 0) return;
  const partOf = sheetParts(parts);
  for (const rows of all) {
    const part = partOf.get(rows.sheet) ?? '';
    const links = new Map<string, string>();
    parts.set(part, withRows(strFromU8(parts.get(part) ?? new Uint8Array()), rows, links, quoted));
    addTargets(parts, part, links);
    lengthenTable(parts, rows);
  }
}

/** Rows that are converted to bytes together: a long sheet exceeds the maximum length of a JavaScript string. */
const batch = 2000;

/** @param targets Targets of its links, a file or a site, by the ids of the relationships. New ones are added. */
function withRows(xml: string, held: DeferredRows, targets: Map<string, string>, quoted: QuotedStyles): Uint8Array {
  const { firstRow, columns, rows, sheet } = held;
  const last = rowIn(xml, firstRow - 1);
  const [styled, unlinked] = [rowIn(xml, firstRow), rows.length > 1 ? rowIn(xml, firstRow + 1) : null];
  if (last === null || styled === null) throw new Error(`The sheet ${sheet} has no row ${firstRow - 1}`);
  const [styles, otherStyles] = [stylesOf(styled[0]), stylesOf(unlinked?.[0] ?? styled[0])];
  const cells = columns.map(({ role, width }, index) => {
    const letters = columnLetters(index + 1);
    const [style, otherStyle] = [styles.get(letters) ?? '0', otherStyles.get(letters) ?? '0'];
    return { letters, style, otherStyle, isLink: role === 'link', textOf: textsOf(role, width) };
  });
  const [links, linkTo] = linksTo(targets);
  const written = (content: readonly Content[], row: number): string => {
    let height = defaultRowHeight;
    let all = '';
    content.forEach((cell, index) => {
      const column = cells[index];
      if (column === undefined) return;
      const shown = cellOf(cell, column.textOf);
      if (shown.height > height) height = shown.height;
      const isLink = typeof cell === 'object' && 'address' in cell && linkTo(`${column.letters}${row}`, cell.address);
      // Text without a target must not look like a link.
      const isPlain = column.isLink && !isLink && (typeof cell === 'string' || shown.isLink === true);
      const style = isPlain ? column.otherStyle : column.style;
      all += `<c r="${column.letters}${row}" s="${shown.isFormulaLike ? quoted(style) : style}"${shown.xml}`;
    });
    return `<row r="${row}" ht="${Math.min(highestRow, height)}">${all}</row>`;
  };
  const end = last.index + last[0].length;
  const pieces = [Buffer.from(upToRow(xml.slice(0, end), columns.length, firstRow + rows.length - 1))];
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch).map((row, index) => written(row, firstRow + from + index));
    pieces.push(Buffer.from(some.join('')));
  }
  const rest = xml
    .slice(end)
    .replace(styled[0], '')
    .replace(unlinked?.[0] ?? '', '');
  return Buffer.concat([...pieces, ...withLinks(rest, links).map((piece) => Buffer.from(piece))]);
}

const rowIn = (xml: string, row: number): RegExpExecArray | null =>
  new RegExp(`<row r="${row}"[^>]*>.*?</row>`, 's').exec(xml);

const stylesOf = (row: string): ReadonlyMap<string, string> =>
  new Map(
    [...row.matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?/g)].map(([, letters = '', style = '0']) => [letters, style]),
  );

/**
 * Collects links as the elements of a sheet. Links into the same file share one relationship, whereas exceljs gives
 * each its own.
 *
 * @returns the elements, and a function that adds one: false if the sheet has reached its maximum
 */
function linksTo(targets: Map<string, string>): readonly [string[], (cell: string, address: string) => boolean] {
  const elements: string[] = [];
  const ids = new Map<string, string>();
  return [
    elements,
    (cell, address) => {
      // The first row of the table may have one in each column.
      if (elements.length >= maxLinks - spareLinks) return false;
      const [, target = '', place] = /^([^#]*)(?:#(.*))?$/s.exec(address) ?? [];
      const id = ids.get(target) ?? `rIdHeld${ids.size + 1}`;
      ids.set(target, id);
      targets.set(id, target);
      const location = place === undefined ? '' : ` location="${escapeXml(place)}"`;
      elements.push(`<hyperlink ref="${cell}" r:id="${id}"${location}/>`);
      return true;
    },
  ];
}

const spareLinks = 100;

/**
 * The links of a sheet come before its print settings (ECMA-376 part 1, 18.3.1.99); exceljs wrote those of the first
 * row.
 */
function withLinks(rest: string, links: readonly string[]): readonly string[] {
  if (links.length === 0) return [rest];
  const existing = rest.indexOf('</hyperlinks>');
  const at = existing === -1 ? rest.search(/<(?:printOptions|pageMargins|pageSetup|headerFooter)\b/) : existing;
  if (at === -1) throw new Error('The sheet has no place for links');
  const inside = existing === -1 ? ['<hyperlinks>', ...links, '</hyperlinks>'] : links;
  return [rest.slice(0, at), inside.join(''), rest.slice(at)];
}

function addTargets(parts: PackageParts, sheet: string, targets: ReadonlyMap<string, string>): void {
  if (targets.size === 0) return;
  const added = [...targets].map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(target)}" TargetMode="External"/>`,
  );
  // The table of the sheet is among its relationships.
  const relations = sheet.replace('xl/worksheets/', 'xl/worksheets/_rels/').concat('.rels');
  editPart(parts, relations, (xml) => insertBefore(xml, '</Relationships>', added.join('')));
}

/** The XML before the rows, with the updated dimension of the sheet. */
const upToRow = (xml: string, columns: number, lastRow: number): string =>
  xml.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${columnLetters(columns)}${lastRow}"/>`);

interface ShownText {
  readonly xml: string;
  /** Points. */
  readonly height: number;
  readonly isLink?: true;
  /** Whether the text begins like a formula. */
  readonly isFormulaLike: boolean;
}

/** Texts of a column that are cached: most rows repeat the texts of others. */
const maxKnown = 5000;

/** Formats the texts of a column. */
function textsOf(role: Role, width: number): (text: string) => ShownText {
  const known = new Map<string, ShownText>();
  const style = styleOf(role);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const shown = {
      xml: restoreSurrogatePairs(escapeXml(printable(text))),
      height: styledHeight(text, style, width),
      isFormulaLike: formulaStart.test(text),
    };
    if (known.size < maxKnown) known.set(text, shown);
    return shown;
  };
}

const millisecondsOfDay = 86_400_000;
/** 1 January 1970 as a serial number. */
const epochSerial = 25_569;

/**
 * The XML after a cell's address and style, and the cell's height. Text is never a formula, whatever it begins with.
 */
function cellOf(content: Content, textOf: (text: string) => ShownText): ShownText {
  if (typeof content === 'number') return oneLine(`><v>${figure(content)}</v></c>`);
  if (content instanceof Date)
    return oneLine(`><v>${figure(content.getTime() / millisecondsOfDay + epochSerial)}</v></c>`);
  if (typeof content === 'string') return textCell(content, textOf);
  if ('address' in content) return { ...textCell(content.text, textOf), isLink: true };
  const formula = escapeXml(content.formula);
  if (typeof content.result === 'number') return oneLine(`><f>${formula}</f><v>${figure(content.result)}</v></c>`);
  const { xml, height } = textOf(content.result);
  return { xml: ` t="str"><f>${formula}</f><v>${xml}</v></c>`, height, isFormulaLike: false };
}

function textCell(text: string, textOf: (text: string) => ShownText): ShownText {
  const { xml, ...shown } = textOf(text);
  const space = edged.test(text) ? ' xml:space="preserve"' : '';
  return { xml: ` t="inlineStr"><is><t${space}>${xml}</t></is></c>`, ...shown };
}

/** White space that is lost unless it is marked to be preserved. */
const edged = /^\s|\s$|\s\s|[\n\t]/;

const oneLine = (xml: string): ShownText => ({ xml, height: defaultRowHeight, isFormulaLike: false });

function figure(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`A cell cannot hold ${value}`);
  return value;
}

function lengthenTable(parts: PackageParts, { table, firstRow, columns, rows }: DeferredRows): void {
  const name = [...parts.keys()].find(
    (part) =>
      part.startsWith('xl/tables/') &&
      strFromU8(parts.get(part) ?? new Uint8Array()).includes(` displayName="${table}"`),
  );
  if (name === undefined) throw new Error(`There is no table ${table}`);
  const end = columnLetters(columns.length);
  editPart(parts, name, (xml) => xml.replaceAll(`:${end}${firstRow - 1}"`, `:${end}${firstRow + rows.length - 1}"`));
}
