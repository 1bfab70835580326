import { strFromU8 } from 'fflate';
import { address } from '../model/address.ts';
import type { SheetPlan } from '../plan/sheetPlan.ts';
import { builtInStyles, type Role, type StyleName, styleNames } from '../style/theme.ts';
import { editPart, type PackageParts } from '../zip/packageParts.ts';

/**
 * Gives the cells named styles, so that whoever receives a workbook can change the look of all inputs, or of all notes, in one
 * place, and screen readers find headings (practice A14). A named style has font, fill and borders; number formats,
 * alignment and protection belong to the cells. exceljs formats each cell directly.
 *
 * @param names Names of the parts of the sheets.
 */
export function nameStyles(parts: PackageParts, names: readonly string[], sheets: readonly SheetPlan[]): void {
  const roles = new Map<number, Role>();
  sheets.forEach((sheet, index) => {
    const xml = strFromU8(parts.get(names[index] ?? '') ?? new Uint8Array());
    const planned = rolesOf(sheet);
    for (const [, place = '', format] of xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)) {
      const role = planned.get(place);
      if (role !== undefined && !roles.has(Number(format))) roles.set(Number(format), role);
    }
  });
  editPart(parts, 'xl/styles.xml', (xml) => withNames(xml, roles));
}

/** The roles of cells by their addresses. The first two rows of a long table have the formats of all of its rows. */
function rolesOf({ cells, long }: SheetPlan): ReadonlyMap<string, Role> {
  const planned = new Map(cells.map(({ row, column, role }) => [address(row, column), role]));
  long?.columns.forEach(({ role }, index) => {
    planned.set(address(long.firstRow, index + 1), role);
    if (long.rows.length > 1) planned.set(address(long.firstRow + 1, index + 1), role === 'link' ? 'text' : role);
  });
  return planned;
}

/** The parts of a format that a named style has (ECMA-376 part 1, 18.8.45). */
const named = ['fontId', 'fillId', 'borderId'] as const;
const flags = { fontId: 'applyFont', fillId: 'applyFill', borderId: 'applyBorder' } as const;

function withNames(xml: string, roles: ReadonlyMap<number, Role>): string {
  const [before = '', list = '', after = ''] = xml.split(/(?<=<cellXfs count="\d+">)|(?=<\/cellXfs>)/);
  const formats = list.split(/(?=<xf )/);
  const styles = new Map<StyleName, string>();
  for (const [index, role] of roles) {
    const name = styleNames[role];
    if (!styles.has(name)) styles.set(name, formats[index] ?? '');
  }
  const order = [...styles.keys()];
  const changed = formats.map((format, index) => {
    const role = roles.get(index);
    return role === undefined
      ? format
      : underStyle(format, styles.get(styleNames[role]) ?? '', order.indexOf(styleNames[role]) + 1);
  });
  const added = [...styles.values()].map((format) => `<xf numFmtId="0"${attributesOf(format)}${ofCells}/>`);
  const entries = order.map((name, index) => `<cellStyle name="${name}" xfId="${index + 1}"${builtIn(name)}/>`);
  const whole = before + changed.join('') + after;
  return extended(extended(whole, 'cellStyleXfs', added), 'cellStyles', entries);
}

const ofCells = ' applyNumberFormat="0" applyAlignment="0" applyProtection="0"';

const partOf = (format: string, attribute: string): string =>
  new RegExp(` ${attribute}="(\\d+)"`).exec(format)?.[1] ?? '0';

const attributesOf = (format: string): string =>
  named.map((attribute) => ` ${attribute}="${partOf(format, attribute)}"`).join('');

/** What a cell has from its style is not marked as its own, so that it changes with the style. */
const underStyle = (format: string, style: string, number: number): string =>
  named
    .filter((attribute) => partOf(format, attribute) === partOf(style, attribute))
    .reduce((xml, attribute) => xml.replace(` ${flags[attribute]}="1"`, ''), format)
    .replace('xfId="0"', `xfId="${number}"`);

function builtIn(name: StyleName): string {
  const number = builtInStyles.get(name);
  return number === undefined ? '' : ` builtinId="${number}" customBuiltin="1"`;
}

/** Adds entries to a list that has one, for ordinary cells. */
const extended = (xml: string, list: string, entries: readonly string[]): string =>
  xml
    .replace(`<${list} count="1">`, `<${list} count="${entries.length + 1}">`)
    .replace(`</${list}>`, `${entries.join('')}</${list}>`);
