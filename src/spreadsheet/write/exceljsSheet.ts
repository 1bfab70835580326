import type { Anchor, CellValue, DataValidation, Workbook, Worksheet } from 'exceljs';
import { columnLetters, sheetCell } from '../model/address.ts';
import { cellText } from '../plan/cellText.ts';
import type { Content } from '../plan/content.ts';
import { margins, printScale } from '../plan/printedPage.ts';
import { rankedFormats } from '../plan/rules.ts';
import type { LongRows, PlannedCell, PlannedPicture, PrintSetup, SheetPlan, Validation } from '../plan/sheetPlan.ts';
import { guardSurrogatePairs } from '../repair/surrogatePairs.ts';
import {
  bandStyle,
  borderStyle,
  groupFont,
  type Role,
  styleOf,
  tabColours,
  withNumberFormat,
  withoutBox,
} from '../style/theme.ts';
import { footerOf } from './footer.ts';

/**
 * Puts a planned sheet into a workbook of exceljs. Cells with content of a partner or an answer get their style, rule
 * and name only: their content is filled in afterwards.
 */
export function addSheet(workbook: Workbook, plan: SheetPlan): void {
  const { state, tabColour } = plan;
  const sheet = workbook.addWorksheet(plan.name, {
    // The view is written afterwards.
    ...(state === undefined ? { views: [{}] } : { state }),
    ...(tabColour === undefined ? {} : { properties: { tabColor: { argb: `FF${tabColours[tabColour]}` } } }),
  });
  plan.widths.forEach((width, index) => {
    // exceljs omits a width of 9, taking it for the default, and programs then use a default of their own.
    sheet.getColumn(index + 1).width = width === 9 ? 9.01 : width;
  });
  for (const table of plan.tables) {
    sheet.addTable({
      ...{ name: table.name, displayName: table.name, ref: `A${table.row}`, headerRow: true },
      style: { showRowStripes: false },
      columns: table.headings.map((heading) => ({ name: textOf(heading), filterButton: table.filterButtons === true })),
      // The rows of a long table are added afterwards; Excel allows no table without rows.
      rows: Array.from({ length: plan.long?.table === table.name ? 1 : table.rows }, () =>
        table.headings.map(() => null),
      ),
    });
  }
  for (const cell of plan.cells) putCell(workbook, sheet, cell);
  if (plan.long !== undefined) putStyles(sheet, plan.long);
  addFormats(sheet, plan);
  for (const [row, height] of plan.heights) sheet.getRow(row).height = height;
  if (plan.picture !== undefined) addPicture(workbook, sheet, plan.picture);
  if (plan.print !== undefined) setUpPrinting(sheet, plan, plan.print);
  if (plan.isProtected) protect(sheet);
}

/** Whether the content of a cell is filled in after exceljs. */
export const isFilledIn = ({ origin }: PlannedCell): boolean => origin === 'partner' || origin === 'answer';

function putCell(workbook: Workbook, sheet: Worksheet, planned: PlannedCell): void {
  const { row, column, content, role, name, validation, unboxed, numberFormat } = planned;
  const cell = sheet.getCell(row, column);
  if (content !== undefined && !isFilledIn(planned)) cell.value = cellValue(content, role);
  const style = numberFormat === undefined ? styleOf(role) : withNumberFormat(styleOf(role), numberFormat);
  cell.style = unboxed === true ? withoutBox(style) : style;
  if (validation !== undefined) cell.dataValidation = ruleOf(validation, `${row} ${column}`);
  if (name !== undefined) workbook.definedNames.add(sheetCell(sheet.name, row, column), name);
}

const textOf = (text: string): string => guardSurrogatePairs(cellText(text));

function cellValue(content: Content, role: Role): CellValue {
  if (typeof content === 'string') return textOf(content);
  if (typeof content === 'number') {
    if (!Number.isFinite(content)) throw new Error(`A cell cannot hold ${content}`);
    return content;
  }
  if (content instanceof Date) return content;
  if ('address' in content) return { text: textOf(content.text), hyperlink: content.address };
  if ('group' in content) {
    const { font = {} } = styleOf(role);
    return {
      richText: [
        { font: groupFont(font), text: textOf(`${content.group}\n`) },
        { font, text: textOf(content.text) },
      ],
    };
  }
  const { formula, result } = content;
  return { formula, result: typeof result === 'string' ? textOf(result) : result };
}

function ruleOf({ rule, prompt, refusal }: Validation, place: string): DataValidation {
  return {
    allowBlank: true,
    showInputMessage: true,
    ...(prompt.title === '' ? {} : { promptTitle: textOf(prompt.title) }),
    prompt: textOf(prompt.text),
    // Is not written. It separates the rules of cells, which exceljs would otherwise join into overlapping ranges if
    // they are equal (`reference/exceljs.md` 2.2).
    ...{ cell: place },
    ...conditionOf(rule),
    // Without `showErrorMessage` Excel would accept anything.
    ...(refusal === undefined
      ? {}
      : {
          ...({ showErrorMessage: true, errorStyle: 'stop' } as const),
          ...{ errorTitle: textOf(refusal.title), error: textOf(refusal.text) },
        }),
  };
}

function conditionOf(rule: Validation['rule']): Pick<DataValidation, 'type' | 'formulae' | 'operator'> {
  switch (rule.is) {
    case 'list':
      return { type: 'list', formulae: [rule.range] };
    case 'text':
      return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [rule.maxLength] };
    case 'date':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [rule.from] };
    case 'formula':
      return { type: 'custom', formulae: [rule.formula] };
    case 'whole':
    case 'decimal':
      return { type: rule.is, operator: 'between', formulae: [rule.least, rule.greatest] };
  }
}

/**
 * Puts the styles of the rows of a long table into rows without content: the second row has the style of cells that could
 * be links but are not. There may be something else below a single row.
 */
function putStyles(sheet: Worksheet, { firstRow, columns, rows }: LongRows): void {
  const [first] = rows;
  columns.forEach(({ role }, index) => {
    const isLink = rows.length > 1 || typeof first?.[index] !== 'string';
    sheet.getCell(firstRow, index + 1).style = styleOf(role === 'link' && !isLink ? 'text' : role);
    if (rows.length > 1) sheet.getCell(firstRow + 1, index + 1).style = styleOf(role === 'link' ? 'text' : role);
  });
}

/** Data bars are added afterwards: exceljs gives them ids at random. */
function addFormats(sheet: Worksheet, plan: SheetPlan): void {
  for (const { range, rules } of rankedFormats(plan)) {
    const looks = rules.flatMap(({ rule, priority }) => ('bars' in rule ? [] : [{ rule, priority }]));
    if (looks.length === 0) continue;
    sheet.addConditionalFormatting({
      ref: range,
      rules: looks.map(({ rule, priority }) => ({
        ...{ type: 'expression', priority, formulae: [rule.formula] },
        style: 'lines' in rule ? borderStyle : bandStyle(rule.colour, rule),
      })),
    });
  }
}

/** English Metric Units, in which drawings are measured, in a pixel (ECMA-376 part 1, 20.1.2.1). */
const unitsPerPixel = 9525;

function addPicture(workbook: Workbook, sheet: Worksheet, picture: PlannedPicture): void {
  sheet.addImage(
    // exceljs declares a Buffer type of its own, but writes any bytes it is given.
    workbook.addImage({ base64: Buffer.from(picture.bytes).toString('base64'), extension: picture.kind }),
    {
      // exceljs has no other way to place a picture by units, and its types do not include this one.
      tl: {
        nativeCol: picture.column - 1,
        nativeColOff: Math.round(picture.right * unitsPerPixel),
        nativeRow: picture.row - 1,
        nativeRowOff: Math.round(picture.down * unitsPerPixel),
      } as Anchor,
      ext: { width: picture.width, height: picture.height },
      editAs: 'oneCell',
    },
  );
}

/** A4 (ECMA-376 part 1, 18.3.1.63). */
const paperSize = 9;

/**
 * Landscape, one page wide and numbered, if nothing else is planned. With breaks between columns the print has a fixed scale:
 * Excel ignores breaks in a print that it fits to pages.
 */
function setUpPrinting(sheet: Worksheet, plan: SheetPlan, setup: PrintSetup): void {
  const {
    headerRow,
    titleRow = headerRow,
    titleColumns,
    pages = 0,
    area,
    breaks,
    columnBreaks = [],
    orientation,
  } = setup;
  sheet.pageSetup = {
    paperSize,
    orientation: orientation ?? 'landscape',
    ...(columnBreaks.length === 0
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: pages }
      : { scale: Math.floor(printScale(plan) * 100), pageOrder: 'overThenDown' }),
    margins,
    ...(headerRow === undefined ? {} : { printTitlesRow: `${titleRow}:${headerRow}` }),
    ...(titleColumns === undefined ? {} : { printTitlesColumn: `A:${columnLetters(titleColumns)}` }),
    // exceljs puts a dollar sign before each column and none before the rows, which would move with the active cell.
    printArea: `A$1:${columnLetters(area.columns)}$${area.rows}`,
  };
  sheet.headerFooter.oddFooter = guardSurrogatePairs(footerOf(setup));
  for (const row of breaks) sheet.getRow(row).addPageBreak();
}

/**
 * Protects locked cells against accidents, without a password and so without its slow hash; people may still resize,
 * filter and read everything (practice T13, T15). They may not sort: sorted without their questions, answers could not
 * be identified.
 */
function protect(sheet: Worksheet): void {
  // Without a password exceljs does nothing that has to be awaited.
  void sheet.protect('', {
    ...{ selectLockedCells: true, selectUnlockedCells: true },
    ...{ formatCells: true, formatColumns: true, formatRows: true, autoFilter: true },
  });
}
