import type { Alignment, CellStyle, Colour, Fill, Font, Line } from './cellStyle.ts';

/** The purpose of a cell. Its look follows from that, in this file only. */
export type Role =
  | 'title'
  | 'heading'
  | 'headline'
  | 'note'
  | 'marking'
  | 'corner'
  | 'status'
  | 'label'
  | 'value'
  | 'header'
  | 'text'
  | 'plain'
  | 'plainNumber'
  | 'plainAmount'
  | 'plainDate'
  | 'typed'
  | 'question'
  | 'reference'
  | 'unused'
  | 'number'
  | 'decimal'
  | 'coefficient'
  | 'percent'
  | 'exactPercent'
  | 'amount'
  | 'computed'
  | 'change'
  | 'date'
  | 'time'
  | 'link'
  | 'lineLink'
  | 'input'
  | 'inputScore'
  | 'inputLevel'
  | 'inputLabel'
  | 'inputDate'
  | 'inputNumber'
  | 'inputTime'
  | `${InputRole}Marked`
  | 'position';

/** Names of cell styles, which people see in their program. */
export type StyleName =
  | 'Heading 1'
  | 'Heading 2'
  | 'Note'
  | 'Label'
  | 'Table heading'
  | 'Text'
  | 'Question'
  | 'Figure'
  | 'Date'
  | 'Hyperlink'
  | 'Input'
  | 'To put right'
  | 'Level';

export const styleNames: Readonly<Record<Role, StyleName>> = {
  title: 'Heading 1',
  heading: 'Heading 2',
  note: 'Note',
  marking: 'Note',
  corner: 'Note',
  status: 'Note',
  label: 'Label',
  header: 'Table heading',
  value: 'Text',
  text: 'Text',
  plain: 'Text',
  plainNumber: 'Figure',
  plainAmount: 'Figure',
  plainDate: 'Date',
  typed: 'Text',
  headline: 'Level',
  question: 'Question',
  reference: 'Question',
  unused: 'Text',
  number: 'Figure',
  decimal: 'Figure',
  coefficient: 'Figure',
  percent: 'Figure',
  exactPercent: 'Figure',
  amount: 'Figure',
  computed: 'Figure',
  change: 'Figure',
  date: 'Date',
  time: 'Date',
  link: 'Hyperlink',
  lineLink: 'Hyperlink',
  input: 'Input',
  inputScore: 'Input',
  inputLevel: 'Input',
  inputLabel: 'Input',
  inputDate: 'Input',
  inputNumber: 'Input',
  inputTime: 'Input',
  inputMarked: 'To put right',
  inputScoreMarked: 'To put right',
  inputLevelMarked: 'To put right',
  inputLabelMarked: 'To put right',
  inputDateMarked: 'To put right',
  inputNumberMarked: 'To put right',
  position: 'Level',
};

/** Excel's numbers of its own styles of these names, of which screen readers know the headings. */
export const builtInStyles: ReadonlyMap<StyleName, number> = new Map([
  ['Heading 1', 16],
  ['Heading 2', 17],
  ['Note', 10],
  ['Input', 20],
  ['Hyperlink', 8],
]);

/** Cells that are filled in. Each also has a look for an answer that is to be corrected. */
export type InputRole = 'input' | 'inputScore' | 'inputLevel' | 'inputLabel' | 'inputDate' | 'inputNumber';

/** Colours of a cell and of the text in it, as RRGGBB. */
interface ColourPair {
  readonly fill: string;
  readonly text: string;
  /** Of its borders, if they are not the usual ones. */
  readonly edge?: string;
}

/** The fills of levels, from the lowest, and the palest of them that still differ from white in grey print. */
const levelFills = {
  red: { full: 'AE0F14', tint: 'F3B0AA' },
  darkAmber: { full: 'CC7401', tint: 'F7BE82' },
  amber: { full: 'FFB81C', tint: 'FFCF70' },
  lightGreen: { full: '58B87C', tint: '97D1AC' },
  green: { full: '00805A', tint: '84CFA9' },
} as const;

const tint = (level: keyof typeof levelFills): ColourPair => ({
  fill: levelFills[level].tint,
  text: '212B32',
  edge: levelFills[level].full,
});

/**
 * Colours as RRGGBB. Any two that the same cell may have differ in grey print by a contrast of at least 1.4, and for the
 * colour-blind (practice A44, which would have 3 for three bands: there are up to seven states). Words always say the same
 * as the colour. Text on each passes 4.5 (A42). Amber and the hues of red and green are the health service's (A43).
 */
export const palette = {
  brand: { fill: '12436D', text: 'FFFFFF' },
  plain: { fill: 'FFFFFF', text: '212B32' },
  /** Waits for an answer. */
  input: { fill: 'DDEFFB', text: '212B32' },
  /** Has a fact that is to be confirmed or changed. */
  given: { fill: 'D3C6A4', text: '212B32' },
  red: { fill: levelFills.red.full, text: 'FFFFFF' },
  darkAmber: { fill: levelFills.darkAmber.full, text: '000000' },
  amber: { fill: levelFills.amber.full, text: '000000' },
  /**
   * For scales of five levels and more. In grey print it is like the grey of what does not apply, which says so in words:
   * between the other colours of a score there is room for one of the two only. What is free besides is nearly black.
   */
  lightGreen: { fill: levelFills.lightGreen.full, text: '000000' },
  green: { fill: levelFills.green.full, text: 'FFFFFF' },
  paleRed: tint('red'),
  paleDarkAmber: tint('darkAmber'),
  paleAmber: tint('amber'),
  paleLightGreen: tint('lightGreen'),
  paleGreen: tint('green'),
  /** Not scored, not applicable, unanswered; a cell in which nothing is asked. */
  grey: { fill: '9EA7AD', text: '000000' },
  /** Still to be done. */
  todo: { fill: 'CBA6EE', text: '212B32' },
  /** To be put right, among levels. */
  wrong: { fill: '6B0F4F', text: 'FFFFFF' },
  /** To be put right, where there are no levels: less of a flood around long texts. */
  wrongText: { fill: 'DD6F95', text: '000000' },
  link: { fill: 'FFFFFF', text: '005EB8' },
} as const satisfies Record<string, ColourPair>;

export type PaletteColour = keyof typeof palette;

export type LevelColour = keyof typeof levelFills;

/** The tint of a level, for words about it. */
export const tintOf: Readonly<Record<LevelColour, PaletteColour>> = {
  red: 'paleRed',
  darkAmber: 'paleDarkAmber',
  amber: 'paleAmber',
  lightGreen: 'paleLightGreen',
  green: 'paleGreen',
};

/** The look of an answer that is to be put right. */
export const markedColour: Readonly<Record<InputRole, PaletteColour>> = {
  input: 'wrongText',
  inputScore: 'wrong',
  inputLevel: 'wrong',
  inputLabel: 'wrong',
  inputDate: 'wrongText',
  inputNumber: 'wrongText',
};

/**
 * Looks of a chart's lines, in their order: the Analysis Function's colours for categories (practice A40), and markers and
 * dashes for those who cannot distinguish them.
 */
export const lineLooks = [
  { colour: '12436D', marker: 'circle', dash: 'solid' },
  { colour: 'F46A25', marker: 'square', dash: 'sysDash' },
  { colour: '28A197', marker: 'triangle', dash: 'solid' },
  { colour: '801650', marker: 'diamond', dash: 'sysDash' },
  { colour: '3D3D3D', marker: 'x', dash: 'solid' },
  { colour: 'A285D1', marker: 'plus', dash: 'sysDash' },
] as const;

/** Colours of the tabs of sheets, as RRGGBB, by what people do on them. */
export const tabColours = { 'fill in': '005EB8', read: '768692', result: '330072' } as const;

export type TabColour = keyof typeof tabColours;

const argb = (rgb: string): Colour => ({ argb: `FF${rgb}` });
const font = (size: number, extra: Font = {}): Font => ({
  name: 'Arial',
  family: 2,
  size,
  color: argb(palette.plain.text),
  ...extra,
});
const solid = (rgb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: argb(rgb), bgColor: argb(rgb) });
const thin: Line = { style: 'thin', color: argb('7A858C') };
const box = { top: thin, left: thin, bottom: thin, right: thin };
/** Seen on grey as well. */
const dark: Line = { style: 'thin', color: argb('425563') };
const darkBox = { top: dark, left: dark, bottom: dark, right: dark };
/** Leaves space between text and borders. */
const wrapped: Alignment = { vertical: 'top', horizontal: 'left', wrapText: true, indent: 1 };
/** For figures of which the digits are in columns. */
const rightmost: Alignment = { vertical: 'top', horizontal: 'right', indent: 1 };
const centred: Alignment = { vertical: 'top', horizontal: 'center', wrapText: true };
const open = { locked: false };

/** Codes, names and typed text stay text: Excel would read the code 5E1 as fifty (practice A56). */
const asText = '@';
const asDate = 'dd/mm/yyyy';
const asTime = 'dd/mm/yyyy hh:mm';

const inputs: Readonly<Record<InputRole, CellStyle>> = {
  input: {
    font: font(10),
    alignment: wrapped,
    border: box,
    fill: solid(palette.input.fill),
    protection: open,
    numFmt: asText,
  },
  /** A figure that is seen from afar; what it means is beside it. */
  inputScore: {
    font: font(20, { bold: true }),
    // Other words than a figure shrink.
    alignment: { vertical: 'top', horizontal: 'center', shrinkToFit: true },
    border: box,
    fill: solid(palette.input.fill),
    protection: open,
  },
  /** A figure with its meaning. */
  inputLevel: {
    font: font(11, { bold: true }),
    // A number with words in its format does not wrap: it shrinks, or shows only #.
    alignment: { vertical: 'top', horizontal: 'left', indent: 1, shrinkToFit: true },
    border: box,
    fill: solid(palette.input.fill),
    protection: open,
  },
  /** A word or two from a list. */
  inputLabel: {
    font: font(12, { bold: true }),
    alignment: centred,
    border: box,
    fill: solid(palette.input.fill),
    protection: open,
    numFmt: asText,
  },
  inputDate: {
    font: font(10),
    alignment: centred,
    border: box,
    fill: solid(palette.input.fill),
    protection: open,
    numFmt: asDate,
  },
  /** Figures are compared down a column. */
  inputNumber: {
    font: font(11),
    alignment: { vertical: 'top', horizontal: 'right', indent: 1, shrinkToFit: true },
    border: box,
    fill: solid(palette.input.fill),
    protection: open,
    numFmt: '#,##0',
  },
};

/** The thick edge is in the other of the two colours for this, so that it shows. Conditional formats cannot draw it. */
function marked(role: InputRole): CellStyle {
  const { fill, text } = palette[markedColour[role]];
  const other = markedColour[role] === 'wrong' ? palette.wrongText : palette.wrong;
  const strong: Line = { style: 'thick', color: argb(other.fill) };
  return {
    ...inputs[role],
    font: { ...inputs[role].font, color: argb(text) },
    fill: solid(fill),
    border: { top: strong, left: strong, bottom: strong, right: strong },
  };
}

const styles: Readonly<Record<Role, CellStyle>> = {
  ...inputs,
  inputTime: { ...inputs.inputDate, numFmt: asTime },
  inputMarked: marked('input'),
  inputScoreMarked: marked('inputScore'),
  inputLevelMarked: marked('inputLevel'),
  inputLabelMarked: marked('inputLabel'),
  inputDateMarked: marked('inputDate'),
  inputNumberMarked: marked('inputNumber'),
  title: { font: font(16, { bold: true }), alignment: { vertical: 'middle', horizontal: 'left' } },
  heading: { font: font(13, { bold: true }), alignment: { vertical: 'middle', horizontal: 'left' } },
  headline: { font: font(18, { bold: true }), alignment: { vertical: 'middle', horizontal: 'left', indent: 1 } },
  note: { font: font(11), alignment: { vertical: 'middle', horizontal: 'left' } },
  status: { font: font(11, { bold: true }), alignment: { vertical: 'middle', horizontal: 'left' } },
  marking: { font: font(11, { bold: true }), alignment: { vertical: 'middle', horizontal: 'left' } },
  /** At the right end of a line that has other texts at its left. */
  corner: { font: font(11, { bold: true }), alignment: { vertical: 'middle', horizontal: 'right' } },
  label: { font: font(11, { bold: true }), alignment: wrapped, border: box, fill: solid('EEF1F3') },
  value: { font: font(11), alignment: wrapped, border: box, numFmt: asText },
  header: {
    font: font(10, { bold: true, color: argb(palette.brand.text) }),
    fill: solid(palette.brand.fill),
    alignment: { ...wrapped, vertical: 'middle' },
    border: box,
  },
  text: { font: font(10), alignment: wrapped, border: box },
  plain: { font: font(10), alignment: wrapped, numFmt: asText },
  plainNumber: { font: font(10), alignment: centred, numFmt: '0' },
  plainAmount: { font: font(10), alignment: rightmost, numFmt: 'General' },
  plainDate: { font: font(10), alignment: centred, numFmt: asDate },
  typed: { font: font(10), alignment: wrapped, border: box, numFmt: asText },
  question: { font: font(10, { bold: true }), alignment: wrapped, border: box },
  reference: { font: font(10, { bold: true }), alignment: wrapped, border: box, numFmt: asText },
  unused: { font: font(10), alignment: wrapped, border: darkBox, fill: solid(palette.grey.fill) },
  number: { font: font(10), alignment: centred, border: box, numFmt: '0' },
  decimal: { font: font(10), alignment: centred, border: box, numFmt: '0.0' },
  coefficient: { font: font(10), alignment: centred, border: box, numFmt: '0.00' },
  percent: { font: font(10), alignment: centred, border: box, numFmt: '0%' },
  exactPercent: { font: font(10), alignment: centred, border: box, numFmt: '0.0%' },
  /** With thousands; smaller ones have the decimals that they need. */
  amount: { font: font(10), alignment: rightmost, border: box, numFmt: '[>=1000]#,##0;[<=-1000]-#,##0;General' },
  /** Beside the figures that people enter, from which it follows. */
  computed: {
    font: font(11, { bold: true }),
    alignment: { vertical: 'top', horizontal: 'right', indent: 1, shrinkToFit: true },
    border: box,
    numFmt: '#,##0',
  },
  /** More or less than before; an arrow says so without a colour. */
  change: { font: font(10), alignment: centred, border: box, numFmt: '"▲ "0;"▼ "0;"= "0' },
  date: { font: font(10), alignment: centred, border: box, numFmt: asDate },
  time: { font: font(10), alignment: centred, border: box, numFmt: asTime },
  link: { font: font(10, { underline: true, color: argb(palette.link.text) }), alignment: wrapped, border: box },
  /** On a line of its own, outside tables. */
  lineLink: {
    font: font(11, { underline: true, color: argb(palette.link.text) }),
    alignment: { vertical: 'middle', horizontal: 'left' },
  },
  position: { font: font(10, { bold: true }), alignment: centred, border: box },
};

/** The style of a role. Cells of one role share the object, so it must not be changed. */
export const styleOf = (role: Role): CellStyle => styles[role];

/** The borders of a table's cell, for a conditional format. */
export const borderStyle: CellStyle = { border: box };

const withoutLines = new WeakMap<CellStyle, CellStyle>();

/** The same style without borders; one object for each style, as exceljs compares styles by identity. */
export function withoutBox(style: CellStyle): CellStyle {
  const known = withoutLines.get(style);
  if (known !== undefined) return known;
  const { border: _lines, ...rest } = style;
  withoutLines.set(style, rest);
  return rest;
}

const withFormats = new WeakMap<CellStyle, Map<string, CellStyle>>();

/** The same style with another number format; one object for each of them. */
export function withNumberFormat(style: CellStyle, numFmt: string): CellStyle {
  const known = withFormats.get(style) ?? new Map<string, CellStyle>();
  const formatted = known.get(numFmt) ?? { ...style, numFmt };
  withFormats.set(style, known.set(numFmt, formatted));
  return formatted;
}

/** The type of the line above a text that names its group. */
export const groupFont = (of: Font): Font => ({ ...of, bold: false });

interface BandDetails {
  readonly numberFormat?: string;
  readonly isBoxed?: boolean;
}

/** The look that a conditional format gives to a cell. */
export function bandStyle(colour: PaletteColour, { numberFormat, isBoxed = false }: BandDetails = {}): CellStyle {
  const { fill, text, edge }: ColourPair = palette[colour];
  const line: Line | undefined = edge === undefined ? undefined : { style: 'thin', color: argb(edge) };
  const border =
    line === undefined ? (isBoxed ? box : undefined) : { top: line, left: line, bottom: line, right: line };
  return {
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    font: { color: argb(text) },
    fill: solid(fill),
    ...(border === undefined ? {} : { border }),
  };
}
