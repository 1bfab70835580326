import type { ReadLimits } from './limits.ts';
import { readXml } from './readXml.ts';

/** Indexes of the cell formats (`s` of a cell) whose number format shows a date or a time. */
export function readDateStyles(partName: string, bytes: Uint8Array, limits: ReadLimits): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let within = '';
  readXml(partName, bytes, limits, {
    open(name, attributes, depth) {
      // Conditional formats have number formats too, numbered on their own: only those of these two lists count.
      if (depth === 2) within = name;
      else if (name === 'numFmt' && within === 'numFmts') {
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (name === 'xf' && within === 'cellXfs') formats.push(Number(attributes.get('numFmtId') ?? 0));
    },
  });
  const dateStyles = new Set<number>();
  const dateIds = new Map<number, boolean>();
  formats.forEach((id, index) => {
    const isDate = dateIds.get(id) ?? showsDate(id, codes.get(id));
    dateIds.set(id, isDate);
    if (isDate) dateStyles.add(index);
  });
  return dateStyles;
}

/** A code that the file gives comes before the built-in meaning of its number. */
function showsDate(id: number, code: string | undefined): boolean {
  return code === undefined ? builtInDates.some(([first, last]) => id >= first && id <= last) : isDateFormat(code);
}

/** Numbers of built-in formats that show dates or times, those of East Asian editions included. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * Whether a number format shows a date or a time: a letter for year, month, day, hour or second is left once quoted
 * text, escaped characters (`\x`), spaces of a character's width (`_x`), fill characters (`*x`) and bracketed parts
 * (`[Red]`, `[$-809]`) are gone; or it shows elapsed time (`[h]`). `0.0\ \d\a\y\s` does not.
 */
export function isDateFormat(code: string): boolean {
  const shown = code.replace(/"[^"]*"?|[\\_*].?|\[(?!(?:h+|m+|s+)\])[^\]]*\]?|General/gis, '');
  return /[ymdhs]/i.test(shown);
}
