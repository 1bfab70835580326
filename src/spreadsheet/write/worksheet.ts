import type { Cell, CellValue, PaperSize, TableStyleProperties, Worksheet } from 'exceljs';
import { columnLetters } from '../model/address.ts';
import { fitRows } from '../style/rowHeight.ts';
import { bandStyle, borderStyle, type PaletteColour, type Role, styleOf, withoutBox } from '../style/theme.ts';
import { guardSurrogatePairs } from './surrogatePairs.ts';

/** The content of a cell. Text is always a string cell, never a formula, whatever it begins with. */
export type Content = string | number | Date | Link | Formula;

export interface Link {
  readonly text: string;
  readonly address: string;
}

export interface Formula {
  /** Without the leading equals sign. */
  readonly formula: string;
  /** Its result, stored with it: Protected View and previewers show nothing else (practice T14). */
  readonly result: string | number;
}

/** Excel's limit for the text of one cell, in UTF-16 units. */
export const cellTextLimit = 32_767;

/** Writes content into a cell in the style of a role. */
export function put(sheet: Worksheet, row: number, column: number, content: Content | undefined, role: Role): Cell {
  const cell = sheet.getCell(row, column);
  if (content !== undefined) cell.value = cellValue(content);
  cell.style = styleOf(role);
  return cell;
}

function cellValue(content: Content): CellValue {
  if (typeof content === 'string') return printable(content);
  if (typeof content === 'number') {
    if (!Number.isFinite(content)) throw new Error(`A cell cannot hold ${content}`);
    return content;
  }
  if (content instanceof Date) return content;
  if ('address' in content) return { text: printable(content.text), hyperlink: content.address };
  const { formula, result } = content;
  return { formula, result: typeof result === 'string' ? printable(result) : result };
}

/**
 * Removes characters that XML cannot carry, cuts the text to the limit of a cell, and protects it on its way through
 * exceljs.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  const fitting = clean.length > cellTextLimit ? `${clean.slice(0, cellTextLimit - 1).toWellFormed()}…` : clean;
  // Text that looks like Excel's escape of a character, _x0041_, would be read as one.
  return guardSurrogatePairs(fitting.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

export interface TableShape {
  /** Unique in the workbook; letters, digits and underscores. */
  readonly name: string;
  readonly row: number;
  readonly headings: readonly string[];
  readonly rows: number;
}

/** Makes a block an Excel table (practice A1), which screen readers announce. Its cells are filled afterwards. */
export function addTable(sheet: Worksheet, { name, row, headings, rows }: TableShape): void {
  // In a table's part XML turns line breaks into spaces; Excel repairs a file in which the header row then differs.
  const names = headings.map((heading) => printable(heading).replace(/\s+/g, ' ').trim());
  const style: TableStyleProperties = { showRowStripes: false };
  sheet.addTable({
    name,
    displayName: name,
    ref: `A${row}`,
    headerRow: true,
    style,
    columns: names.map((heading) => ({ name: heading, filterButton: false })),
    rows: Array.from({ length: rows }, () => names.map(() => null)),
  });
  names.forEach((heading, index) => {
    put(sheet, row, index + 1, heading, 'header');
  });
}

/** The look of cells for which a formula is true. */
export interface ColourRule {
  readonly formula: string;
  readonly colour: PaletteColour;
  /** Number format, if it differs from the usual one. */
  readonly numberFormat?: string;
}

/** Number of conditional formats so far, by sheet: each needs a priority of its own. */
const priorities = new WeakMap<Worksheet, number>();

/** Colours the cells of a range by formulas of which at most one is true for any cell. */
export function colourWhen(sheet: Worksheet, range: string, rules: readonly ColourRule[]): void {
  const before = priorities.get(sheet) ?? 0;
  priorities.set(sheet, before + rules.length);
  sheet.addConditionalFormatting({
    ref: range,
    rules: rules.map(({ formula, colour, numberFormat }, index) => ({
      type: 'expression',
      priority: before + index + 1,
      formulae: [formula],
      style: bandStyle(colour, numberFormat),
    })),
  });
}

export interface RowsOfCells {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Number of columns, from column A. */
  readonly columns: number;
  /** The column that shows something in every row that is in use. */
  readonly filled: number;
}

/**
 * Draws borders around the rows of a table that are in use. Its other rows, which formulas may fill later, look empty.
 */
export function boxFilledRows(sheet: Worksheet, { firstRow, lastRow, columns, filled }: RowsOfCells): void {
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.style = withoutBox(cell.style);
    }
  }
  const before = priorities.get(sheet) ?? 0;
  priorities.set(sheet, before + 1);
  sheet.addConditionalFormatting({
    ref: `A${firstRow}:${columnLetters(columns)}${lastRow}`,
    rules: [
      {
        type: 'expression',
        priority: before + 1,
        formulae: [`$${columnLetters(filled)}${firstRow}<>""`],
        style: borderStyle,
      },
    ],
  });
}

export interface PrintSetup {
  /** Text at the left of the footer, such as organisation and round. */
  readonly footer: string;
  /** Text in its middle, such as a protective marking. */
  readonly marking?: string | undefined;
  /** Row repeated at the top of every page. */
  readonly headerRow?: number;
  /** The row above, if it is repeated too. */
  readonly titleRow?: number;
  /** Maximum number of printed pages; unlimited when absent. */
  readonly pages?: number;
  readonly paper?: keyof typeof paperSizes;
}

/** Paper sizes (ECMA-376 part 1, 18.3.1.63). */
const paperSizes = { A3: 8, A4: 9 } as const;

/** Landscape, one page wide, numbered. */
export function setUpPrinting(sheet: Worksheet, setup: PrintSetup): void {
  const { footer, marking = '', headerRow, titleRow = headerRow, pages = 0, paper = 'A4' } = setup;
  sheet.pageSetup = {
    // exceljs's list of papers lacks A3, but it writes any number it is given.
    paperSize: paperSizes[paper] as PaperSize,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headerRow === undefined ? {} : { printTitlesRow: `${titleRow}:${headerRow}` }),
  };
  // The space separates the size from digits after it.
  const small = (text: string): string => `&"Arial"&9 ${guardSurrogatePairs(text)}`;
  const [left, middle] = [footerText(footer, 115), footerText(marking, 80)];
  sheet.headerFooter.oddFooter = `&L${small(left)}&C${small(middle)}&R${small('')}&A, page &P of &N`;
}

/**
 * Text for a footer: & begins a code there, and a literal one is written twice. Excel repairs a file with a footer of
 * more than 255 characters, codes included, so each part of it has its maximum; the whole text is on the sheet.
 */
function footerText(text: string, room: number): string {
  const escaped = (characters: string): string => characters.replaceAll('&', '&&');
  if (escaped(text).length <= room) return escaped(text);
  const shown = [...text];
  while (escaped(shown.join('')).length >= room) shown.pop();
  return `${escaped(shown.join(''))}…`;
}

/**
 * Completes a sheet: sets the heights of rows, and makes the print as wide as the columns in use, even if a title runs
 * over the last.
 *
 * @param lastRow The last printed row, if rows are added afterwards.
 */
export function completeSheet(sheet: Worksheet, lastRow = sheet.rowCount): void {
  fitRows(sheet);
  // exceljs puts a dollar sign before each column and none before the rows, which would move with the active cell. A
  // table without rows leaves its columns empty, and the title runs over them.
  const columns = Math.max(sheet.columnCount, sheet.columns.length);
  sheet.pageSetup.printArea = `A$1:${columnLetters(columns)}$${lastRow}`;
}

/**
 * Protects locked cells against accidents, without a password and so without its slow hash; people may still resize,
 * filter and read everything (practice T13, T15). They may not sort: sorted without their questions, answers could not
 * be identified.
 */
export async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  });
}

export interface TableColumn {
  readonly heading: string;
  readonly role: Role;
}

/**
 * Writes a table with its content, from column A on. An empty table has a sentence in its only row: Excel does not
 * allow a table without rows.
 */
export function writeTable(
  sheet: Worksheet,
  name: string,
  row: number,
  columns: readonly TableColumn[],
  rows: readonly (readonly Content[])[],
): void {
  if (rows.length === 0) {
    put(sheet, row, 1, 'None.', 'note');
    return;
  }
  addTable(sheet, { name, row, headings: columns.map(({ heading }) => heading), rows: rows.length });
  rows.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      const role = columns[column]?.role ?? 'text';
      // Text without a target must not look like a link.
      put(sheet, row + 1 + index, column + 1, cell, role === 'link' && typeof cell === 'string' ? 'text' : role);
    });
  });
}
