import type { WorkbookPlan } from '../plan/sheetPlan.ts';
import { palette } from '../style/theme.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import { editPart, insertBefore, type PackageParts } from '../zip/packageParts.ts';
import { addDataBars } from './dataBars.ts';
import { nameStyles } from './nameStyles.ts';
import { completePrinting, shortenPrintAreas } from './printing.ts';
import { sheetView } from './sheetView.ts';
import { splitLinks } from './splitLinks.ts';
import { hasGuardedCharacter, restoreSurrogatePairs } from './surrogatePairs.ts';

/**
 * Adds or corrects what exceljs lacks or gets wrong: the default font, the order of a font's children, the theme's fonts, named
 * styles, descriptions of pictures, rows that may grow, links to places in other workbooks, views, data bars, details of
 * the print and the protection of the workbook's structure.
 *
 * @param sheets Names of the parts of the sheets, in the order of the plan.
 */
export function repairPackage(parts: PackageParts, sheets: readonly string[], plan: WorkbookPlan): void {
  for (const [name, part] of parts) if (hasGuardedCharacter(part)) editPart(parts, name, restoreSurrogatePairs);
  editPart(parts, 'xl/styles.xml', (xml) => orderFonts(setDefaultFont(setBrand(xml, plan))));
  nameStyles(parts, sheets, plan.sheets);
  editPart(parts, 'xl/theme/theme1.xml', setThemeFonts);
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

/** The fonts that programs offer first for new cells and charts. */
const setThemeFonts = (xml: string): string =>
  xml.replace(/(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"/g, '$1"Arial"');

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
