import { strFromU8, strToU8, unzipSync } from 'fflate';
import { address, parseCellReference, sheetCell } from '../../src/spreadsheet/model/address.ts';
import { daySerial } from '../../src/spreadsheet/model/daySerial.ts';
import { packZip } from '../../src/spreadsheet/zip/packZip.ts';
import { placeNamed } from '../tools/placeNamed.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
  /** Its style alone, as `s="14"`. */
  readonly style: string;
  readonly xml: (place: string, style: string) => string;
}

type Place = readonly [row: number, column: number];

/** What a cell is given: text, a number, a day as Excel stores it, or the attributes and the content of its element. */
export type Typed = string | number | { readonly day: string } | { readonly type: string; readonly content: string };

/** Something that a person draws over cells, from the first of them to the last. */
export interface Drawn {
  readonly kind: 'text box' | 'picture';
  readonly from: string;
  readonly to: string;
  readonly text?: string;
}

/** A workbook that is changed as people and programs change them: in its XML, part by part. */
export class EditedWorkbook {
  private readonly parts: Record<string, Uint8Array>;
  private drawings = 0;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  bytes(): Uint8Array {
    return packZip(new Map(Object.entries(this.parts)));
  }

  /** Changes the XML of a part, which is made when it is not there. */
  part(name: string, change: (xml: string) => string): void {
    const bytes = this.parts[name];
    this.parts[name] = strToU8(change(bytes === undefined ? '' : strFromU8(bytes)));
  }

  /** Changes the bytes of a part in place. */
  bytesOf(name: string, change: (bytes: Uint8Array) => void): void {
    change(this.parts[name] ?? new Uint8Array());
  }

  remove(name: string): void {
    delete this.parts[name];
  }

  sheet(name: string, change: (xml: string) => string): void {
    this.part(this.partOf(name), change);
  }

  /** The address of the cell that a defined name is for. */
  placeOf(name: string): string {
    const { row, column } = placeNamed(this.bytes(), name);
    return address(row, column);
  }

  /** Types into a cell, which keeps its style. */
  type(sheet: string, place: string, value: Typed): void {
    const { row, column } = parsed(place);
    this.cells(sheet, (cells) => [
      ...cells.filter((cell) => cell.row !== row || cell.column !== column),
      {
        row,
        column,
        style: cells.find((cell) => cell.row === row && cell.column === column)?.style ?? '',
        xml: (at, style) => typedXml(at, style, value),
      },
    ]);
  }

  clear(sheet: string, ...places: readonly string[]): void {
    this.move(sheet, (row, column) => (places.includes(address(row, column)) ? undefined : [row, column]));
  }

  /** Gives cells new places; those without one are gone. */
  move(sheet: string, to: (row: number, column: number) => Place | undefined): void {
    this.cells(sheet, (cells) =>
      cells.flatMap((cell) => {
        const place = to(cell.row, cell.column);
        return place === undefined ? [] : [{ ...cell, row: place[0], column: place[1] }];
      }),
    );
  }

  /** The same, with the defined names following their cells, as in Excel; the names of lost cells break. */
  moveWithNames(sheet: string, to: (row: number, column: number) => Place | undefined): void {
    this.move(sheet, to);
    this.names((_name, reference) => {
      const cell = parseCellReference(reference);
      if (cell?.sheet !== sheet) return reference;
      const place = to(cell.row, cell.column);
      return place === undefined ? `${sheet}!#REF!` : sheetCell(sheet, ...place);
    });
  }

  /** Copies cells over others, as copying and pasting does. */
  copy(sheet: string, to: (row: number, column: number) => Place | undefined): void {
    this.cells(sheet, (cells) => {
      const copies = cells.flatMap((cell) => {
        const place = to(cell.row, cell.column);
        return place === undefined ? [] : [{ ...cell, row: place[0], column: place[1] }];
      });
      const covered = new Set(copies.map((cell) => address(cell.row, cell.column)));
      return [...cells.filter((cell) => !covered.has(address(cell.row, cell.column))), ...copies];
    });
  }

  /** Changes what every defined name refers to; undefined takes the name away. */
  names(change: (name: string, reference: string) => string | undefined): void {
    this.part('xl/workbook.xml', (xml) =>
      xml.replace(
        /<definedName ([^>]*?)name="([^"]+)"([^>]*)>([^<]*)<\/definedName>/g,
        (all, before, name, after, to) => {
          if (/localSheetId/.test(`${before}${after}`)) return all;
          const changed = change(name, unescaped(to));
          return changed === undefined
            ? ''
            : `<definedName ${before}name="${name}"${after}>${escaped(changed)}</definedName>`;
        },
      ),
    );
  }

  rename(from: string, to: string): void {
    this.part('xl/workbook.xml', (xml) => xml.replace(`name="${escaped(from)}"`, `name="${escaped(to)}"`));
    this.names((_name, reference) => reference.replace(`'${from}'!`, `'${to}'!`));
  }

  deleteSheet(name: string): void {
    this.part('xl/workbook.xml', (xml) => xml.replace(new RegExp(`<sheet [^>]*name="${name}"[^>]*/>`), ''));
    this.names((_name, reference) => (reference.startsWith(`'${name}'!`) ? '#REF!' : reference));
  }

  copySheet(name: string, copy: string): void {
    const part = this.partOf(name);
    this.parts['xl/worksheets/sheet99.xml'] = strToU8(
      this.text(part).replace(/<tableParts.*?<\/tableParts>|<hyperlinks>.*?<\/hyperlinks>|<drawing [^>]*>/g, ''),
    );
    this.part('[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        '<Override PartName="/xl/worksheets/sheet99.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
    );
    this.part('xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        `${relationship('rId99', 'worksheet', 'worksheets/sheet99.xml')}</Relationships>`,
      ),
    );
    this.part('xl/workbook.xml', (xml) =>
      xml.replace('</sheets>', `<sheet name="${escaped(copy)}" sheetId="99" r:id="rId99"/></sheets>`),
    );
  }

  /** Adds a sheet with texts in its cells. */
  addSheet(name: string, texts: Readonly<Record<string, string>>): void {
    const rows = Object.entries(texts).map(
      ([place, text]) => `<row r="${parsed(place).row}">${typedXml(place, '', text)}</row>`,
    );
    this.copySheet('Guide', name);
    this.part(
      'xl/worksheets/sheet99.xml',
      () =>
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
  }

  /** Draws objects over cells of a sheet that has no drawing yet. */
  draw(sheet: string, objects: readonly Drawn[]): void {
    this.drawings += 1;
    const [drawing, spreadsheetDrawing] = [`drawing9${this.drawings}`, `${schemas}/drawingml/2006/spreadsheetDrawing`];
    this.part(
      `xl/drawings/${drawing}.xml`,
      () =>
        `<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${schemas}/drawingml/2006/main" xmlns:r="${schemas}/officeDocument/2006/relationships">${objects.map(drawnXml).join('')}</xdr:wsDr>`,
    );
    this.part(`xl/drawings/_rels/${drawing}.xml.rels`, () => relationships('rId1', 'image', '../media/image90.png'));
    this.parts['xl/media/image90.png'] = onePixel;
    this.part('[Content_Types].xml', (xml) =>
      xml
        .replace(
          '</Types>',
          `<Override PartName="/xl/drawings/${drawing}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>`,
        )
        .replace(/(<Types[^>]*>)(?!.*Extension="png")/s, '$1<Default Extension="png" ContentType="image/png"/>'),
    );
    const part = this.partOf(sheet);
    this.part(part, (xml) =>
      // Conditional formats, which come before, have an extension of their own.
      xml.replace(/<(?:legacyDrawing|tableParts|extLst(?!.*<pageMargins))|<\/worksheet>/s, '<drawing r:id="rId91"/>$&'),
    );
    this.part(part, (xml) =>
      xml.replace(/<worksheet (?![^>]*xmlns:r=)/, `$&xmlns:r="${schemas}/officeDocument/2006/relationships" `),
    );
    this.part(part.replace('worksheets/', 'worksheets/_rels/').concat('.rels'), (xml) =>
      xml === ''
        ? relationships('rId91', 'drawing', `../drawings/${drawing}.xml`)
        : xml.replace(
            '</Relationships>',
            `${relationship('rId91', 'drawing', `../drawings/${drawing}.xml`)}</Relationships>`,
          ),
    );
  }

  /** Changes a `<sheet>` of the list of sheets. */
  sheetEntry(name: string, change: (xml: string) => string): void {
    this.part('xl/workbook.xml', (xml) => xml.replace(new RegExp(`<sheet [^>]*name="${name}"[^>]*/>`), change));
  }

  merge(sheet: string, ...ranges: readonly string[]): void {
    const merges = `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    this.sheet(sheet, (xml) => xml.replace(/<(?:conditionalFormatting|dataValidations|pageMargins)/, `${merges}$&`));
  }

  /** Types a number into a cell, which gets a number format. */
  typeAs(sheet: string, place: string, value: number, code: string): void {
    this.part('xl/styles.xml', (xml) => {
      const style = /<cellXfs[^>]*>.*<\/cellXfs>/s.exec(xml)?.[0].match(/<xf /g)?.length ?? 0;
      const id = 300 + style;
      this.sheet(sheet, (text) =>
        text.replace(
          new RegExp(`<c r="${place}"[^>]*?(?:/>|>.*?</c>)`, 's'),
          `<c r="${place}" s="${style}"><v>${value}</v></c>`,
        ),
      );
      return xml
        .replace(/<numFmts[^>]*>/, (mark) => `${mark}<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
        .replace('</cellXfs>', `<xf numFmtId="${id}"/></cellXfs>`);
    });
  }

  /** Links cells of a sheet, which has links of its own or none, to an address. */
  link(sheet: string, range: string, target: string): void {
    const part = this.partOf(sheet);
    const link = `<hyperlink ref="${range}" r:id="rId92"/>`;
    this.part(part, (xml) =>
      (xml.includes('</hyperlinks>')
        ? xml.replace('</hyperlinks>', `${link}$&`)
        : xml.replace('<pageMargins', `<hyperlinks>${link}</hyperlinks>$&`)
      ).replace(/<worksheet (?![^>]*xmlns:r=)/, `$&xmlns:r="${schemas}/officeDocument/2006/relationships" `),
    );
    this.part(part.replace('worksheets/', 'worksheets/_rels/').concat('.rels'), (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rId92" Type="${schemas}/officeDocument/2006/relationships/hyperlink" Target="${escaped(target)}" TargetMode="External"/></Relationships>`,
      ),
    );
  }

  /** Adds notes, as Excel calls comments of the old kind. */
  comment(sheet: string, notes: Readonly<Record<string, string>>): void {
    const part = this.partOf(sheet);
    const comments = Object.entries(notes).map(
      ([place, text]) =>
        `<comment ref="${place}" authorId="0"><text><r><rPr><b/></rPr><t>A:</t></r><r><t xml:space="preserve">\n${escaped(text)}</t></r></text></comment>`,
    );
    this.part(
      'xl/comments1.xml',
      () =>
        `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList>${comments.join('')}</commentList></comments>`,
    );
    this.part('[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
      ),
    );
    this.part(part.replace('worksheets/', 'worksheets/_rels/').concat('.rels'), (xml) =>
      (xml === ''
        ? '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        : xml
      ).replace('</Relationships>', `${relationship('rId90', 'comments', '../comments1.xml')}</Relationships>`),
    );
  }

  private cells(sheet: string, change: (cells: readonly Cell[]) => readonly Cell[]): void {
    this.sheet(sheet, (xml) => {
      const rows = new Map<number, { attributes: string; cells: Cell[] }>();
      for (const [, row = '', attributes = '', content = ''] of xml.matchAll(
        /<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs,
      )) {
        rows.set(Number(row), { attributes: attributes.replace(/ spans="[^"]*"/, ''), cells: cellsIn(content) });
      }
      const changed = new Map<number, Cell[]>();
      for (const cell of change([...rows.values()].flatMap(({ cells }) => cells))) {
        changed.set(cell.row, [...(changed.get(cell.row) ?? []), cell]);
      }
      const written = [...changed]
        .toSorted(([a], [b]) => a - b)
        .map(([row, cells]) => `<row r="${row}"${rows.get(row)?.attributes ?? ''}>${rowXml(cells)}</row>`);
      return xml.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${written.join('')}</sheetData>`);
    });
  }

  private text(part: string): string {
    return strFromU8(this.parts[part] ?? new Uint8Array());
  }

  private partOf(sheet: string): string {
    const entry = new RegExp(`<sheet [^>]*name="${escaped(sheet).replace(/[()]/g, '\\$&')}"[^>]*r:id="([^"]+)"`);
    const id = entry.exec(this.text('xl/workbook.xml'))?.[1];
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(this.text('xl/_rels/workbook.xml.rels'))?.[1];
    if (target === undefined) throw new Error(`There is no sheet ${sheet}`);
    return `xl/${target}`;
  }
}

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

const schemas = 'http://schemas.openxmlformats.org';

const relationships = (id: string, type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship(id, type, target)}</Relationships>`;

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAfbLI3wAAAABJRU5ErkJggg==',
  'base64',
);

function drawnXml({ kind, from, to, text = '' }: Drawn): string {
  const corner = (name: string, place: string): string => {
    const { row, column } = parsed(place);
    return `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>95250</xdr:rowOff></xdr:${name}>`;
  };
  const size =
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>';
  const object =
    kind === 'picture'
      ? `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Picture 2"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>${size}</xdr:pic>`
      : `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>${size}<xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${escaped(text)}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
  return `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to).replace('9525<', '600000<').replace('95250<', '190500<')}${object}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function parsed(place: string): { row: number; column: number } {
  const cell = parseCellReference(`x!${place}`);
  if (cell === undefined) throw new Error(`${place} is no cell`);
  return cell;
}

const cellsIn = (content: string): Cell[] =>
  [...content.matchAll(/<c r="([A-Z]+\d+)"((?: s="\d+")?)([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
    ([, place = '', style = '', type = '', inner = '']) => ({
      ...parsed(place),
      style,
      xml: (at, own) => `<c r="${at}"${own}${type}>${inner}</c>`,
    }),
  );

const rowXml = (cells: readonly Cell[]): string =>
  cells
    .toSorted((a, b) => a.column - b.column)
    .map(({ row, column, style, xml }) => xml(address(row, column), style))
    .join('');

function typedXml(place: string, style: string, value: Typed): string {
  if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
  if (typeof value === 'string') {
    return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  }
  if ('day' in value) return `<c r="${place}"${style}><v>${daySerial(value.day)}</v></c>`;
  return `<c r="${place}"${style}${value.type === '' ? '' : ` t="${value.type}"`}>${value.content}</c>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const unescaped = (text: string): string =>
  text.replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
