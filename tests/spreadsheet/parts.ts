import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Finding, FindingsError } from '../../src/finding/index.ts';
import type { RawSheet, RawValue } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip archive of the given parts, in their order. */
export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part of relationships: `relationships({ rId1: ['worksheet', 'worksheets/sheet1.xml'] })`. */
export function relationships(targets: Readonly<Record<string, readonly [string, string]>>): string {
  const lines = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${lines.join('')}</Relationships>`;
}

/** The parts of a workbook with one sheet, with the given content of `<sheetData>`. Others are added or replaced. */
export function workbookParts(sheetData: string, others: Parts = {}): Parts {
  return {
    '_rels/.rels': relationships({
      rId1: ['officeDocument', 'xl/workbook.xml'],
      rId2: ['custom-properties', 'docProps/custom.xml'],
    }),
    'xl/workbook.xml': workbookXml(),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['styles', 'styles.xml'],
      ...('xl/sharedStrings.xml' in others ? { rId3: ['sharedStrings', 'sharedStrings.xml'] } : {}),
    }),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...others,
  };
}

/** The workbook part: one sheet called One, with elements before and after it. */
export const workbookXml = (before = '', after = ''): string =>
  `<workbook xmlns:r="${office}">${before}<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets>${after}</workbook>`;

/** The rows of the only sheet of a workbook made by `workbookParts`. */
export function readRows(sheetData: string, others: Parts = {}): RawSheet['rows'] {
  return readPackage(zipParts(workbookParts(sheetData, others))).sheets[0]?.rows ?? new Map();
}

/** Values by row and column, `{ '1,2': … }`, with `=` before the place of formulas. */
export function valuesOf(rows: RawSheet['rows']): Readonly<Record<string, RawValue>> {
  const cells = [...rows.values()].flatMap((row) => [...row.values()]);
  return Object.fromEntries(cells.map((cell) => [`${cell.formula ? '=' : ''}${cell.row},${cell.column}`, cell.value]));
}

/** The findings with which an action is refused. Anything else that it throws is thrown on. */
export function findingsOf(action: () => unknown): readonly Finding[] {
  try {
    action();
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
  return [];
}

/** The codes with which `readPackage` refuses a file; none when it reads it. */
export const codesOf = (bytes: Uint8Array): readonly string[] =>
  findingsOf(() => readPackage(bytes)).map((found) => found.code);
