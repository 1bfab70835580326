import { cellTextLimit } from './content.ts';

/** Removes characters that XML cannot carry, and cuts the text to the limit of a cell. */
export function cellText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  const fitting = clean.length > cellTextLimit ? `${clean.slice(0, cellTextLimit - 1).toWellFormed()}…` : clean;
  // Text that looks like Excel's escape of a character, _x0041_, would be read as one.
  return fitting.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Text that programs take for the beginning of a formula when it is typed, after any spaces (practice E47). */
export const formulaStart = /^\s*[=+\-@＝＋－＠]/;
