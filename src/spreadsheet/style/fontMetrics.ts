/** Characters with their width in thousandths of the font size. */
type Widths = readonly (readonly [characters: string, width: number])[];

/** Arial's, which are those of Helvetica and Liberation Sans as well. */
const regular: Widths = [
  ["'", 191],
  ['ijl‘’', 222],
  ['|', 260],
  [' !,./:;I[\\]ft·', 278],
  ['()-`r“”', 333],
  ['{}', 334],
  ['•', 350],
  ['"', 355],
  ['*', 389],
  ['°', 400],
  ['^', 469],
  ['Jcksvxyz', 500],
  ['#$0123456789?L_abdeghnopqu£é–', 556],
  ['+<=>~', 584],
  ['FTZ', 611],
  ['&ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['Mm', 833],
  ['%', 889],
  ['W', 944],
  ['▲▼', 990],
  ['—…', 1000],
  ['@', 1015],
];

const bold: Widths = [
  ["'", 238],
  [' ,./I\\ijl·‘’', 278],
  ['|', 280],
  ['!()-:;[]`ft', 333],
  ['•', 350],
  ['*r{}', 389],
  ['°', 400],
  ['"', 474],
  ['z“”', 500],
  ['#$0123456789J_aceksvxy£é–', 556],
  ['+<=>^~', 584],
  ['?FLTZbdghnopqu', 611],
  ['EPSVXY', 667],
  ['&ABCDHKNRU', 722],
  ['GOQw', 778],
  ['M', 833],
  ['%m', 889],
  ['W', 944],
  ['@', 975],
  ['▲▼', 990],
  ['—…', 1000],
];

/** Of all others: more than most letters have. */
const otherWidth = 800;

/** By UTF-16 unit; characters of two units have the width of their first. */
const byUnit = (widths: Widths): ReadonlyMap<number, number> =>
  new Map(widths.flatMap(([characters, width]) => [...characters].map((one) => [one.charCodeAt(0), width])));

const tables = { regular: byUnit(regular), bold: byUnit(bold) } as const;

/** The width of a text in a line, in thousandths of the font size. */
export function unitsOf(text: string, isBold: boolean): number {
  const table = isBold ? tables.bold : tables.regular;
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (!isSecond(unit)) sum += table.get(unit) ?? otherWidth;
  }
  return sum;
}

/** The second unit of a character of two has no width of its own. */
const [firstSecond, lastSecond] = [0xdc00, 0xdfff];
const isSecond = (unit: number): boolean => unit >= firstSecond && unit <= lastSecond;

/** The pixels of a text in a line on a screen. Excel rounds each character's width, as Windows does, and half a pixel up. */
export function pixelsOf(text: string, size: number, isBold: boolean): number {
  const widths = pixelWidths(Math.round(size * pixelsPerPoint), isBold);
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += widths[text.charCodeAt(index)] ?? 0;
  return sum;
}

const knownPixels = new Map<string, Uint8Array>();

/** The pixels of every UTF-16 unit in a font of a height in pixels; the second unit of a character has none. */
function pixelWidths(pixels: number, isBold: boolean): Uint8Array {
  const key = `${pixels} ${isBold}`;
  const known = knownPixels.get(key);
  if (known !== undefined) return known;
  const rounded = (width: number): number => Math.round((width * pixels) / 1000);
  const widths = new Uint8Array(0x10000).fill(rounded(otherWidth)).fill(0, firstSecond, lastSecond + 1);
  for (const [unit, width] of isBold ? tables.bold : tables.regular) widths[unit] = rounded(width);
  knownPixels.set(key, widths);
  return widths;
}

/** On a screen at 100 %. */
const pixelsPerPoint = 96 / 72;
