import { strFromU8 } from 'fflate';
import { formulaStart } from '../plan/cellText.ts';
import { editPart, type PackageParts } from '../zip/packageParts.ts';

/** The style of a cell with a text typed after an apostrophe, by the cell's original style. */
export type QuotedStyles = (style: string) => string;

const stylesPart = 'xl/styles.xml';

/**
 * Marks the cells with a text that begins like a formula. Such a cell is text, but Excel would turn it into a formula
 * as soon as somebody edits the cell and presses Enter, were it not for `quotePrefix` (ECMA-376 part 1, 18.8.45).
 * exceljs does not write that: marked cells get a style of their own, added after the others.
 *
 * @param also Marks further cells, by the styles that it is given.
 */
export function quoteFormulaLikeTexts(
  parts: PackageParts,
  sheets: readonly string[],
  also: (quoted: QuotedStyles) => void,
): void {
  const formats = cellFormats(strFromU8(parts.get(stylesPart) ?? new Uint8Array()));
  const added = new Map<string, string>();
  const quoted: QuotedStyles = (style) => {
    const known = added.get(style) ?? String(formats.length + added.size);
    added.set(style, known);
    return known;
  };
  const texts = formulaLikeTexts(parts);
  if (texts.size > 0) for (const sheet of sheets) editPart(parts, sheet, (xml) => quoteCells(xml, texts, quoted));
  also(quoted);
  if (added.size === 0) return;
  const all = [...formats, ...[...added.keys()].map((style) => withMark(formats[Number(style)] ?? ''))];
  const list = `<cellXfs count="${all.length}">${all.join('')}`;
  editPart(parts, stylesPart, (xml) => {
    const { start, end } = cellXfs(xml);
    return xml.slice(0, start) + list + xml.slice(end);
  });
}

/** The place of the list of cell formats in the part of styles, without its closing tag. */
const cellXfs = (styles: string): { readonly start: number; readonly end: number } => ({
  start: styles.indexOf('<cellXfs'),
  end: styles.indexOf('</cellXfs>'),
});

function cellFormats(styles: string): readonly string[] {
  const { start, end } = cellXfs(styles);
  const [, ...formats] = styles.slice(start, end).split('<xf ');
  return formats.map((format) => `<xf ${format}`);
}

const withMark = (format: string): string => format.replace('<xf ', '<xf quotePrefix="1" ');

/** The indexes of such texts in the shared string table. */
function formulaLikeTexts(parts: PackageParts): ReadonlySet<string> {
  const shared = strFromU8(parts.get('xl/sharedStrings.xml') ?? new Uint8Array());
  const [, ...items] = shared.split('<si');
  const texts = items.map((item) => /<t\b[^>]*>([^<]*)/.exec(item)?.[1] ?? '');
  return new Set(texts.flatMap((text, index) => (formulaStart.test(text) ? [String(index)] : [])));
}

const quoteCells = (xml: string, texts: ReadonlySet<string>, quoted: QuotedStyles): string =>
  xml.replace(
    /<c r="([A-Z]+\d+)"(?: s="(\d+)")? t="s"><v>(\d+)<\/v>/g,
    (cell, place: string, style: string | undefined, text: string) =>
      texts.has(text) ? `<c r="${place}" s="${quoted(style ?? '0')}" t="s"><v>${text}</v>` : cell,
  );
