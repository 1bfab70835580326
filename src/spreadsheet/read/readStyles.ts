import { getFormatFromId } from 'numfmt';
import { readXml } from '../xml/readXml.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { isOn } from './readSharedStrings.ts';

/** How the cells of one cell format (`s` of a cell) display their values. */
export interface NumberFormat {
  /** As in ECMA-376 part 1, 18.8.31: `dd/mm/yyyy`. */
  readonly code: string;
  /** Whether it shows a date or a time. */
  readonly isDate: boolean;
  /** Whether it may change the display of a text, as `"Ref "@` and `;;;` do. */
  readonly changesText: boolean;
  /** Whether all that it shows is struck out. */
  readonly isStruck: boolean;
}

/** Excel's limit for a workbook; cells with a higher number display their values unformatted. */
const maxCellFormats = 65_490;

/** The lists that hold neither number formats nor fonts of cells. */
const passedOver: ReadonlySet<string> = new Set([
  ...['fills', 'borders', 'cellStyleXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
]);

/** The number formats of a workbook by the index of the cell format. */
export function readNumberFormats(partName: string, bytes: Uint8Array, limits: ReadLimits): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const found: { readonly id: number; readonly font: number }[] = [];
  const struckFonts = new Set<number>();
  let fonts = 0;
  let within = '';
  let hasMore = true;
  readXml(partName, bytes, limits, {
    passedOver,
    take(xml, at) {
      const isNeeded = found.length < maxCellFormats || within !== 'cellXfs';
      if (!hasMore || isNeeded || !xml.startsWith('<xf', at)) return at;
      // The end is searched for once only, because there may be none.
      const end = xml.indexOf('</cellXfs>', at);
      hasMore = false;
      return end === -1 ? at : end;
    },
    open(name, attributes, depth) {
      // Conditional formats also have number formats, with numbers of their own: only those of these two lists count.
      if (depth === 2) within = name;
      else if (name === 'numFmt' && within === 'numFmts') {
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (within === 'fonts') {
        if (name === 'font' && depth === 3) fonts += 1;
        else if (name === 'strike' && isOn(attributes)) struckFonts.add(fonts - 1);
      } else if (name === 'xf' && within === 'cellXfs' && found.length < maxCellFormats) {
        const [id, font] = ['numFmtId', 'fontId'].map((key) => Number(attributes.get(key) ?? 0));
        found.push({ id: id ?? 0, font: font ?? 0 });
      }
    },
  });
  const formats = new Map<string, NumberFormat>();
  return found.map(({ id, font }) => {
    const isStruck = struckFonts.has(font);
    const key = `${id} ${isStruck}`;
    const known = formats.get(key) ?? numberFormat(codeOf(id, codes.get(id)), isStruck);
    formats.set(key, known);
    return known;
  });
}

/** Excel's limit; Excel never wrote a longer code. */
const longestCode = 255;
/** Characters outside quoted text, each of which takes time for every cell. Accounting formats have some 90. */
const longestUnquoted = 120;

function codeOf(id: number, code: string | undefined): string {
  if (code === undefined) return builtInCode(id);
  const isAbsurd = code.length > longestCode || code.replace(/"[^"]*"/g, '').length > longestUnquoted;
  return isAbsurd ? 'General' : code;
}

/** The cached code must not retain the whole part in memory from which it was cut. */
const numberFormat = (code: string, isStruck: boolean): NumberFormat => ({
  code: Buffer.from(code).toString(),
  isDate: isDateFormat(code),
  changesText: code !== '@' && textSection.test(code),
  isStruck,
});

/** Text is shown by the fourth section, or by one with a single @ in it. */
const textSection = /^[^@]*@[^@]*$|^[^@;]*(?:;[^@;]*){3}$/;

/** The last number of a built-in format. */
const lastBuiltIn = 58;

/** The code of a built-in format (ECMA-376 part 1, 18.8.30) in an Excel with UK settings. */
const builtInCode = (id: number): string => (id <= lastBuiltIn ? getFormatFromId(id, 'en-GB') : 'General');

/**
 * Whether a number format shows a date or a time: a letter for year, month, day, hour or second remains after removing
 * quoted text, escaped characters (`\x`), spaces of a character's width (`_x`), fill characters (`*x`) and bracketed
 * parts (`[Red]`, `[$-809]`); or it shows elapsed time (`[h]`). `0.0\ \d\a\y\s` does not.
 */
export function isDateFormat(code: string): boolean {
  const shown = code.replace(/"[^"]*"?|[\\_*].?|\[(?!(?:h+|m+|s+)\])[^\]]*\]?|General/gis, '');
  return /[ymdhs]/i.test(shown);
}
