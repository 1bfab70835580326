import type { WorkbookPlan } from '../plan/sheetPlan.ts';
import { palette } from '../style/theme.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';
import { addDataBars } from './dataBars.ts';
import { completePrinting, shortenPrintAreas } from './printing.ts';
import { sheetView } from './sheetView.ts';
import { splitLinks } from './splitLinks.ts';
import { hasGuardedCharacter, restoreSurrogatePairs } from './surrogatePairs.ts';

/**
 * Adds or corrects what exceljs lacks or gets wrong: the default font, the order of a font's children, titles that are
 * headings, descriptions of pictures, rows that may grow, links to places in other workbooks, views, data bars, details of
 * the print and the protection of the workbook's structure.
 *
 * @param sheets Names of the parts of the sheets, in the order of the plan.
 */
export function repairPackage(parts: PackageParts, sheets: readonly string[], plan: WorkbookPlan): void {
  for (const [name, part] of parts) if (hasGuardedCharacter(part)) editPart(parts, name, restoreSurrogatePairs);
  editPart(parts, 'xl/styles.xml', (xml) => markHeadings(orderFonts(setDefaultFont(setBrand(xml, plan)))));
  describePictures(parts, plan);
  const active = activeSheet(plan);
  editPart(parts, 'xl/workbook.xml', (xml) =>
    insertBefore(shortenPrintAreas(xml, plan.sheets), '<sheets>', workbookView(plan, active)),
  );
  plan.sheets.forEach((sheet, index) => {
    const name = sheets[index] ?? '';
    editPart(parts, name, (xml) => {
      const viewed = xml.replace('<sheetView workbookViewId="0"/>', sheetView(sheet, index === active));
      return addDataBars(completePrinting(letRowsGrow(viewed), sheet), sheet, index + 1);
    });
    splitLinks(parts, name);
  });
}

const setBrand = (xml: string, { brandColour = palette.brand.fill }: WorkbookPlan): string =>
  xml.replaceAll(`"FF${palette.brand.fill}"`, `"FF${brandColour}"`);

/**
 * exceljs gives pictures a name but no description for screen readers (practice R14), and an attribute that the schema
 * allows only for pictures with two corners.
 */
function describePictures(parts: PackageParts, { pictureDescription }: WorkbookPlan): void {
  if (pictureDescription === undefined) return;
  for (const name of [...parts.keys()].filter((part) => /^xl\/drawings\/drawing\d+\.xml$/.test(part))) {
    editPart(parts, name, (xml) =>
      xml
        .replace(/<xdr:cNvPr /g, `<xdr:cNvPr descr="${escapeXml(pictureDescription)}" `)
        .replace(/(<xdr:oneCellAnchor) editAs="\w+"/g, '$1'),
    );
  }
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

/** The number of the sheet on which the workbook opens, counted from 0. */
function activeSheet({ sheets, opensOn }: WorkbookPlan): number {
  const active = opensOn === undefined ? 0 : sheets.findIndex(({ name }) => name === opensOn);
  if (active < 0) throw new Error(`The workbook is to open on a sheet ${opensOn}, which does not exist`);
  return active;
}

/** Protection has no password: it prevents accidents and is no security (practice T13). */
const workbookView = ({ lockStructure }: WorkbookPlan, active: number): string =>
  `${lockStructure ? '<workbookProtection lockStructure="1"/>' : ''}<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" firstSheet="0" activeTab="${active}"/></bookViews>`;
