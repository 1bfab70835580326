import type { Workbook } from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { StackedBarChart } from '../style/chart.ts';
import { palette } from '../style/theme.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';
import { packZip } from '../zip/packZip.ts';
import { addCharts } from './addCharts.ts';
import { addDeferredRows, deferredRowsOf } from './deferredRows.ts';
import { quoteFormulaLikeTexts } from './quotePrefix.ts';
import { splitLinks } from './splitLinks.ts';
import { hasGuardedCharacter, restoreSurrogatePairs } from './surrogatePairs.ts';

export interface Finish {
  /** Custom document properties, all text. */
  readonly properties: ReadonlyMap<string, string>;
  /** Language of the document, as a BCP 47 tag. */
  readonly language: string;
  /** Prevents sheets from being deleted or renamed by accident. */
  readonly lockStructure: boolean;
  readonly charts?: readonly StackedBarChart[];
  /** Replaces the palette's brand colour; RRGGBB. */
  readonly brandColour?: string;
  /** Alternative text of the picture that exceljs placed. */
  readonly pictureDescription?: string;
}

/** The earliest time that a zip can record: with it, equal parts make equal bytes. */
const zipEpoch = new Date(1980, 0, 1);

const customPart = 'docProps/custom.xml';

/**
 * Converts the workbook to the bytes of an .xlsx file. Adds or corrects, in one pass over the package, whatever exceljs
 * lacks or gets wrong: deferred rows, custom document properties, the language, the default font, the order of a font's
 * children, titles that are headings, rows that may grow, the active sheet, the protection of the workbook's structure,
 * links to places in other workbooks, charts, and the mark of texts that begin like formulas.
 */
export async function finishWorkbook(workbook: Workbook, finish: Finish): Promise<Uint8Array> {
  // Stored uncompressed: the package is compressed once, at the end.
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  const parts: PackageParts = new Map(Object.entries(unzipSync(new Uint8Array(written))));
  for (const [name, part] of parts) if (hasGuardedCharacter(part)) editPart(parts, name, restoreSurrogatePairs);
  const sheets = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'));
  editPart(parts, 'xl/styles.xml', (xml) => markHeadings(orderFonts(setDefaultFont(setBrand(xml, finish)))));
  describePictures(parts, finish);
  editPart(parts, 'xl/workbook.xml', (xml) => insertBefore(xml, '<sheets>', workbookView(finish)));
  for (const name of sheets) {
    editPart(parts, name, letRowsGrow);
    splitLinks(parts, name);
  }
  editPart(parts, 'xl/worksheets/sheet1.xml', (xml) => insertAfter(xml, '<sheetView', ' tabSelected="1"'));
  editPart(parts, 'docProps/core.xml', (xml) => addLanguage(xml, finish.language));
  editPart(parts, '[Content_Types].xml', (xml) =>
    insertBefore(
      xml,
      '</Types>',
      `<Override PartName="/${customPart}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`,
    ),
  );
  editPart(parts, '_rels/.rels', (xml) =>
    insertBefore(
      xml,
      '</Relationships>',
      `<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${customPart}"/>`,
    ),
  );
  parts.set(customPart, strToU8(customProperties(finish.properties)));
  addCharts(parts, finish.charts ?? []);
  const held = deferredRowsOf(workbook);
  quoteFormulaLikeTexts(parts, sheets, (quoted) => addDeferredRows(parts, held, quoted));
  if (held.length > 0) return packZip(parts);
  return zipSync(Object.fromEntries(parts), { mtime: zipEpoch, level: 6 });
}

const setBrand = (xml: string, { brandColour = palette.brand.fill }: Finish): string =>
  xml.replaceAll(`"FF${palette.brand.fill}"`, `"FF${brandColour}"`);

/**
 * exceljs gives pictures a name but no description for screen readers (practice R14), and an attribute that the schema
 * allows only for pictures with two corners.
 */
function describePictures(parts: PackageParts, { pictureDescription }: Finish): void {
  if (pictureDescription === undefined) return;
  for (const name of [...parts.keys()].filter((part) => /^xl\/drawings\/drawing\d+\.xml$/.test(part))) {
    editPart(parts, name, (xml) =>
      xml
        .replace(/<xdr:cNvPr /g, `<xdr:cNvPr descr="${escapeXml(pictureDescription)}" `)
        .replace(/(<xdr:oneCellAnchor) editAs="\w+"/g, '$1'),
    );
  }
}

function insertAfter(xml: string, mark: string, addition: string): string {
  const at = xml.indexOf(`${mark} `);
  if (at < 0) throw new Error(`The part has no ${mark}`);
  return xml.slice(0, at + mark.length) + addition + xml.slice(at + mark.length);
}

/** The fonts that theme.ts gives to titles and to headings of blocks, and Excel's own styles for them. */
const headingStyles = [
  { name: 'Heading 1', builtin: 16, size: 16 },
  { name: 'Heading 2', builtin: 17, size: 13 },
] as const;

/** Applies Excel's own heading styles to titles and headings, by which screen readers find them (practice A14). */
function markHeadings(xml: string): string {
  const fonts = [...(/<fonts.*?<\/fonts>/s.exec(xml)?.[0] ?? '').matchAll(/<font>.*?<\/font>/gs)].map(([font]) => font);
  return headingStyles.reduce((styled, { name, builtin, size }, index) => {
    const font = fonts.findIndex((one) => one.includes('<b/>') && one.includes(`<sz val="${size}"/>`));
    if (font < 0) return styled;
    // The style of ordinary cells comes first.
    const style = index + 1;
    const marked = styled.replace(/<cellXfs.*?<\/cellXfs>/s, (formats) =>
      formats.replace(new RegExp(`<xf (?=[^>]*fontId="${font}")[^>]*>`, 'g'), (format) =>
        format.replace('xfId="0"', `xfId="${style}"`),
      ),
    );
    const format = `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" applyNumberFormat="0" applyFill="0" applyBorder="0" applyAlignment="0" applyProtection="0"/>`;
    return countUp(
      insertBefore(
        countUp(insertBefore(marked, '</cellStyleXfs>', format), 'cellStyleXfs', style + 1),
        '</cellStyles>',
        `<cellStyle name="${name}" xfId="${style}" builtinId="${builtin}"/>`,
      ),
      'cellStyles',
      style + 1,
    );
  }, xml);
}

const countUp = (xml: string, element: string, count: number): string =>
  xml.replace(new RegExp(`<${element} count="\\d+">`), `<${element} count="${count}">`);

/** The schema's order of a font's children (ECMA-376 part 1, 18.8.22); exceljs writes `color` before `sz`. */
const fontOrder = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function orderFonts(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/gs, (_font, children: string) => {
    const found = children.match(/<[a-zA-Z]+[^>]*\/>/g) ?? [];
    const place = (tag: string): number => fontOrder.indexOf(/^<([a-zA-Z]+)/.exec(tag)?.[1] ?? '');
    return `<font>${found.toSorted((a, b) => place(a) - place(b)).join('')}</font>`;
  });
}

/**
 * Column widths count digits of the first font. exceljs fixes it at Calibri, which other systems replace by fonts of
 * another width; Arial, the font of the sheets, has substitutes of equal width everywhere.
 */
const setDefaultFont = (xml: string): string =>
  xml.replace(/<font>.*?<\/font>/s, '<font><sz val="10"/><name val="Arial"/><family val="2"/></font>');

/**
 * A row without a custom height grows when somebody types more into it. Rows without cells stay custom: programs would
 * otherwise ignore their height, and charts are placed by it.
 */
const letRowsGrow = (xml: string): string =>
  xml.replace(/<row [^>]*>/g, (row) => (row.endsWith('/>') ? row : row.replace(' customHeight="1"', '')));

/**
 * The first sheet is active (practice A25). Protection has no password: it prevents accidents and is no security (T13).
 */
const workbookView = ({ lockStructure }: Finish): string =>
  `${lockStructure ? '<workbookProtection lockStructure="1"/>' : ''}<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" firstSheet="0" activeTab="0"/></bookViews>`;

function addLanguage(xml: string, language: string): string {
  return insertBefore(xml, '</cp:coreProperties>', `<dc:language>${escapeXml(language)}</dc:language>`);
}

function customProperties(properties: ReadonlyMap<string, string>): string {
  const entries = [...properties].map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${escapeXml(name)}">` +
      `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${entries.join('')}</Properties>`
  );
}
