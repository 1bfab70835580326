import { strFromU8 } from 'fflate';
import { columnLetters } from '../model/address.ts';
import { type Content, wrappingText } from '../plan/content.ts';
import type { LongRows, SheetPlan } from '../plan/sheetPlan.ts';
import type { TableRow } from '../plan/tableRows.ts';
import { defaultRowHeight, highestRow, styledHeight } from '../style/rowHeight.ts';
import { styleOf } from '../style/theme.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { maxLinks } from '../xml/hyperlinks.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';
import { type Deflated, deflatePieces } from '../zip/packZip.ts';
import { cellXml, isFormulaLike } from './cellXml.ts';
import { inPieces } from './inPieces.ts';
import type { QuotedStyles } from './quotePrefix.ts';

/**
 * Compresses the part of a sheet with a long table, the rows while they are made, and extends the table. exceljs takes
 * some ten microseconds and a kilobyte for each cell, and a roll-up has hundreds of thousands: so it writes only the styles.
 *
 * @param part Name of the part of the sheet.
 * @returns the compressed part; undefined if the sheet has no long table.
 */
export function deflateLongSheet(
  parts: PackageParts,
  part: string,
  { name, long }: SheetPlan,
  quoted: QuotedStyles,
): Deflated | undefined {
  if (long === undefined) return undefined;
  const links = new Map<string, string>();
  const xml = strFromU8(parts.get(part) ?? new Uint8Array());
  const deflated = deflatePieces(inPieces(textsOf(xml, name, long, links, quoted)));
  addTargets(parts, part, links);
  lengthenTable(parts, long);
  return deflated;
}

/**
 * The XML of the sheet, row by row.
 *
 * @param targets Targets of its links, a file or a site, by the ids of the relationships. New ones are added.
 */
function* textsOf(
  xml: string,
  sheet: string,
  { firstRow, columns, rows }: LongRows,
  targets: Map<string, string>,
  quoted: QuotedStyles,
): Generator<string> {
  const [styled, unlinked] = [rowIn(xml, firstRow), rows.length > 1 ? rowIn(xml, firstRow + 1) : null];
  if (styled === null) throw new Error(`The sheet ${sheet} has no row ${firstRow}`);
  const [styles, otherStyles] = [stylesOf(styled[0]), stylesOf(unlinked?.[0] ?? styled[0])];
  const cells = columns.map(({ role, width }, index) => {
    const letters = columnLetters(index + 1);
    const [style, otherStyle] = [styles.get(letters) ?? '0', otherStyles.get(letters) ?? '0'];
    const look = styleOf(role);
    const oneLine = styledHeight('', look, width);
    const isWrapped = look.alignment?.wrapText === true;
    const heightOf = (text: string): number => (isWrapped && text !== '' ? styledHeight(text, look, width) : oneLine);
    // Text without a target must not look like a link.
    const textStyle = role === 'link' ? otherStyle : style;
    const textOf = cached((text: string) => ({
      height: heightOf(text),
      // As one flat string: most texts are written many times.
      xml: ['" s="', isFormulaLike(text) ? quoted(textStyle) : textStyle, '"', cellXml(text)].join(''),
    }));
    return { letters, start: `<c r="${letters}`, style, heightOf, textOf };
  });
  const [links, linkTo] = linksTo(targets);
  /** The text of a cell without a link. */
  const plainText = (content: Content, letters: string, row: number): string | undefined => {
    if (typeof content === 'string') return content;
    if (typeof content !== 'object' || !('address' in content)) return undefined;
    return linkTo(`${letters}${row}`, content.address) ? undefined : content.text;
  };
  const written = (contents: TableRow, row: number): string => {
    let height = defaultRowHeight;
    let all = '';
    contents.forEach((content, index) => {
      const column = cells[index];
      if (column === undefined || content === undefined) return;
      const plain = plainText(content, column.letters, row);
      if (plain === undefined) {
        const style = isFormulaLike(content) ? quoted(column.style) : column.style;
        height = Math.max(height, column.heightOf(wrappingText(content)));
        all += `${column.start}${row}" s="${style}"${cellXml(content)}`;
      } else {
        const text = column.textOf(plain);
        height = Math.max(height, text.height);
        all += `${column.start}${row}${text.xml}`;
      }
    });
    return `<row r="${row}" ht="${Math.min(highestRow, height)}">${all}</row>`;
  };
  yield upToRow(xml.slice(0, styled.index), columns.length, firstRow + rows.length - 1);
  let row = firstRow;
  for (const contents of rows) {
    yield written(contents, row);
    row += 1;
  }
  if (row !== firstRow + rows.length) throw new Error(`The sheet ${sheet} has other rows than it was planned with`);
  const rest = xml.slice(styled.index + styled[0].length).replace(unlinked?.[0] ?? '', '');
  yield withLinks(rest, links);
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
      if (elements.length >= maxLinks) return false;
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

/** The links of a sheet come before its print settings (ECMA-376 part 1, 18.3.1.99). */
function withLinks(rest: string, links: readonly string[]): string {
  if (links.length === 0) return rest;
  const at = rest.search(/<(?:printOptions|pageMargins|pageSetup|headerFooter)\b/);
  if (at === -1) throw new Error('The sheet has no place for links');
  return `${rest.slice(0, at)}<hyperlinks>${links.join('')}</hyperlinks>${rest.slice(at)}`;
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

/** Texts of a column that are cached: most rows repeat the texts of others. There may be 10,000 partners. */
const maxKnown = 10_000;

function cached<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = of(text);
    if (known.size < maxKnown) known.set(text, made);
    return made;
  };
}

function lengthenTable(parts: PackageParts, { table, firstRow, columns, rows }: LongRows): void {
  const name = [...parts.keys()].find(
    (part) =>
      part.startsWith('xl/tables/') &&
      strFromU8(parts.get(part) ?? new Uint8Array()).includes(` displayName="${table}"`),
  );
  if (name === undefined) throw new Error(`There is no table ${table}`);
  const end = columnLetters(columns.length);
  editPart(parts, name, (xml) => xml.replaceAll(`:${end}${firstRow}"`, `:${end}${firstRow + rows.length - 1}"`));
}
