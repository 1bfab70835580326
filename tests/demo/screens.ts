import { strFromU8, strToU8, unzipSync } from 'fflate';
import { escapeXml } from '../../src/spreadsheet/xml/escapeXml.ts';
import { decodeEntities } from '../../src/spreadsheet/xml/xmlText.ts';
import { packZip } from '../../src/spreadsheet/zip/packZip.ts';

/** A sheet that is shown, and the zoom at which it opens, in per cent. */
export interface Screen {
  readonly sheet: string;
  readonly zoom: number;
}

/** Cells that go beyond the first screen, and fit on few pages. */
const area = { lastColumn: 'Z', lastRow: 50 } as const;

/** A3, full size, from the corner of the paper: at 96 dots to an inch a dot is a pixel of Excel at a zoom of 100 %. */
const page = `<pageMargins left="0" right="0" top="0" bottom="0.4" header="0" footer="0.1"/><pageSetup paperSize="8" scale="100" orientation="landscape" pageOrder="overThenDown"/>`;

/** The same workbook, of which the first page of each sheet is what a screen shows first. */
export function printedAsScreens(workbook: Uint8Array): {
  readonly workbook: Uint8Array;
  readonly screens: readonly Screen[];
} {
  const parts = unzipSync(workbook);
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/xl\//, ''),
    ]),
  );
  const sheets = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    isShown: attribute(tag, 'state') === '' || attribute(tag, 'state') === 'visible',
    part: `xl/${targets.get(attribute(tag, 'r:id'))}`,
  }));
  const areas = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${escapeXml(`'${unescaped(name).replaceAll("'", "''")}'!$A$1:$${area.lastColumn}$${area.lastRow}`)}</definedName>`,
  );
  parts['xl/workbook.xml'] = strToU8(
    read('xl/workbook.xml')
      .replace(/<definedName name="_xlnm\.Print_[^>]*>[^<]*<\/definedName>/g, '')
      .replace('</definedNames>', `${areas.join('')}</definedNames>`),
  );
  const screens = sheets
    .filter(({ isShown }) => isShown)
    .map(({ name, part }) => {
      const xml = read(part);
      parts[part] = strToU8(fullSize(xml, name));
      return { sheet: unescaped(name), zoom: Number(/ zoomScale="(\d+)"/.exec(xml)?.[1] ?? 100) };
    });
  return { workbook: packZip(new Map(Object.entries(parts))), screens };
}

/** The first page that a sheet is printed on has this text, and no page of another sheet has it. */
export const markOf = (sheet: string): string => `<${sheet}>`;

const fullSize = (xml: string, name: string): string =>
  xml
    .replace(/<pageSetUpPr [^>]*\/>/, '')
    .replace(/<(row|col)Breaks .*?<\/\1Breaks>/gs, '')
    .replace(/<printOptions [^>]*\/>/, '')
    .replace(/<pageSetup [^>]*\/>/, '')
    .replace(/<headerFooter.*?<\/headerFooter>/s, '')
    .replace(
      /<pageMargins [^>]*\/>/,
      `${page}<headerFooter><oddFooter>&amp;L${escapeXml(markOf(unescaped(name)).replaceAll('&', '&&'))}</oddFooter></headerFooter>`,
    );

const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const unescaped = (text: string): string => decodeEntities(text) ?? text;
