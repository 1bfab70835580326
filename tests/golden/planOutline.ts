import type { Chart } from '../../src/spreadsheet/charts/chart.ts';
import { address, columnLetters, fixed, sheetCell } from '../../src/spreadsheet/model/address.ts';
import { dateSerial } from '../../src/spreadsheet/model/daySerial.ts';
import { type Content, wrappingText } from '../../src/spreadsheet/plan/content.ts';
import { printScale } from '../../src/spreadsheet/plan/printedPage.ts';
import { cellHeight } from '../../src/spreadsheet/plan/rowHeights.ts';
import { rankedFormats } from '../../src/spreadsheet/plan/rules.ts';
import type {
  PlannedCell,
  PlannedTable,
  SheetPlan,
  Validation,
  WorkbookPlan,
} from '../../src/spreadsheet/plan/sheetPlan.ts';
import { filledArea } from '../../src/spreadsheet/repair/printing.ts';
import { defaultRowHeight, highestRow } from '../../src/spreadsheet/style/rowHeight.ts';
import { palette, styleNames, styleOf, tabColours } from '../../src/spreadsheet/style/theme.ts';
import { footerOf } from '../../src/spreadsheet/write/footer.ts';
import { cellLines, figure, inRuns, type OutlinedCell, section } from './outlineText.ts';

/**
 * A planned workbook as text that people can read and compare: what it says of itself, then sheet by sheet the view, the
 * sizes, the print set-up, every cell of the used rectangle (empty ones too, because those are what partners fill in),
 * and the rules.
 */
export function planOutline(plan: WorkbookPlan): string {
  const { title, by = 'Scorebook', at, language, properties, sheets, opensOn } = plan;
  const isActive = ({ name }: SheetPlan, index: number) => (opensOn === undefined ? index === 0 : name === opensOn);
  const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    ...section('workbook', [
      `title: ${title}`,
      `subject: ${plan.subject}`,
      `creator: ${by}`,
      `keywords: ${plan.keywords.join(', ')}`,
      ...[`description: ${plan.description}`, `category: ${plan.category}`],
      ...[`lastModifiedBy: ${by}`, `created: ${time}`, `modified: ${time}`, `language: ${language}`],
      ...[...properties].map(([name, value]) => `property ${name}: ${value}`),
      `structure: ${plan.lockStructure ? 'locked' : 'not locked'}`,
      `formulas: ${plan.calculateOnOpening ? 'worked out on opening' : 'as stored'}`,
    ]),
    ...section(
      'names',
      sheets.flatMap((sheet) =>
        sheet.cells.flatMap(({ row, column, name }) =>
          name === undefined ? [] : [`${name} = ${sheetCell(sheet.name, row, column)}`],
        ),
      ),
    ),
    ...sheets.flatMap((sheet, index) =>
      section(`sheet ${index + 1}: ${sheet.name}`, sheetLines(sheet, isActive(sheet, index), plan)),
    ),
  ].join('\n');
}

function sheetLines(sheet: SheetPlan, isActive: boolean, workbook: WorkbookPlan): readonly string[] {
  const cells = inOrder([...sheet.cells, ...longCells(sheet)]);
  return [
    `state: ${sheet.state ?? 'visible'}`,
    ...(sheet.tabColour === undefined ? [] : [`tab: ${tabColours[sheet.tabColour]}`]),
    ...(sheet.state === undefined ? [viewLine(sheet, isActive)] : []),
    ...sizeLines(sheet),
    ...printLines(sheet),
    `protection: ${sheet.isProtected ? 'on, allowed: formatCells, formatColumns, formatRows, autoFilter' : 'none'}`,
    ...sheet.tables.map(tableLine),
    ...sheet.charts.map(chartLine),
    ...cellsOf(cells, workbook),
    ...formatLines(sheet),
    ...cells.flatMap((cell) => (cell.validation === undefined ? [] : [validationLine(cell, cell.validation)])),
    ...cells.flatMap(({ row, column, content }) =>
      typeof content === 'object' && 'address' in content ? [`link ${address(row, column)}: ${content.address}`] : [],
    ),
  ];
}

const inOrder = (cells: readonly PlannedCell[]): readonly PlannedCell[] =>
  cells.toSorted((one, other) => one.row - other.row || one.column - other.column);

/** The cells of a long table. In a column of links, what is no link looks like text. */
function longCells({ long }: SheetPlan): readonly PlannedCell[] {
  if (long === undefined) return [];
  const { firstRow, columns, rows } = long;
  return [...rows].flatMap((contents, index) =>
    columns.map(({ role }, at): PlannedCell => {
      const content = contents[at];
      const isPlain = role === 'link' && typeof content === 'string';
      return {
        ...{ row: firstRow + index, column: at + 1, content, origin: 'definition' },
        role: isPlain ? 'text' : role,
      };
    }),
  );
}

function viewLine({ frozen, zoom = 90, selected = { row: 1, column: 1 } }: SheetPlan, isActive: boolean): string {
  const { row, column } = selected;
  const words = [
    ...[`zoom ${zoom}%`, 'no grid lines'],
    frozen === undefined
      ? 'nothing frozen'
      : `frozen: ${frozen.rows} rows, ${frozen.columns} columns, scrolled to ${address(Math.max(frozen.rows + 1, row), frozen.columns + 1)}`,
    `at ${address(row, column)}`,
    ...(frozen === undefined
      ? []
      : [
          `in the pane ${frozen.rows > 0 && row > frozen.rows ? 'bottom' : 'top'}${frozen.columns > 0 && column > frozen.columns ? 'Right' : 'Left'}`,
        ]),
    ...(isActive ? ['selected'] : []),
  ];
  return `view: ${words.join(', ')}`;
}

function sizeLines(sheet: SheetPlan): readonly string[] {
  // A width of 9 is exceljs's default, which it would leave to each program.
  const widths = sheet.widths.map((width, index) => [index + 1, width === 9 ? 9.01 : width] as const);
  const heights = new Map(sheet.heights);
  for (const cell of longCells(sheet)) {
    const height = Math.max(heights.get(cell.row) ?? defaultRowHeight, cellHeight(cell, sheet.widths));
    heights.set(cell.row, Math.min(highestRow, height));
  }
  const byRow = [...heights].toSorted(([one], [other]) => one - other);
  return [
    ...(widths.length === 0 ? [] : [`widths: ${inRuns(widths, columnLetters)}`]),
    ...(byRow.length === 0 ? [] : [`heights: ${inRuns(byRow, String)}`]),
  ];
}

function printLines(sheet: SheetPlan): readonly string[] {
  const { name, print } = sheet;
  // exceljs gives every sheet a set-up.
  if (print === undefined) return ['print: paper as set, portrait, scale 100%, downThenOver'];
  const { pages = 0, area, headerRow, titleRow = headerRow, titleColumns, breaks, columnBreaks = [] } = print;
  const ofSheet = sheetCell(name, 1, 1).replace(/!.*/, '!');
  const titles = [
    ...(titleColumns === undefined ? [] : [`${ofSheet}$A:$${columnLetters(titleColumns)}`]),
    ...(headerRow === undefined ? [] : [`${ofSheet}$${titleRow}:$${headerRow}`]),
  ];
  const size =
    columnBreaks.length === 0
      ? `pages wide 1, high ${pages}`
      : `scale ${Math.floor(printScale(sheet) * 100)}%, overThenDown`;
  return [
    `print: paper 9, ${print.orientation ?? 'landscape'}, ${size}`,
    `_xlnm.Print_Area: ${filledArea(sheet) ?? `${sheetCell(name, 1, 1)}:${fixed(area.rows, area.columns)}`}`,
    ...(titles.length === 0 ? [] : [`_xlnm.Print_Titles: ${titles.join()}`]),
    ...(breaks.length === 0 ? [] : [`page breaks after rows ${breaks.join(', ')}`]),
    ...(columnBreaks.length === 0 ? [] : [`page breaks after columns ${columnBreaks.map(columnLetters).join(', ')}`]),
    `oddFooter: ${footerOf(print)}`,
  ];
}

const tableLine = ({ name, row, headings, rows, filterButtons }: PlannedTable): string =>
  `table ${name}: ${address(row, 1)}:${address(row + rows, headings.length)}, ${filterButtons === true ? headings.length : 0} filter buttons`;

function chartLine({ kind, title, description, from, to, categories, series }: Chart): string {
  const lastColumn = (to.right ?? 0) > 0 ? to.column : to.column - 1;
  return [
    `${kind} ${address(from.row, from.column)}:${address(to.row - 1, lastColumn)} ${JSON.stringify(title)}: ${JSON.stringify(description)}`,
    `bars ${categories.reference}`,
    `series ${series.map(({ name }) => name.reference).join()}`,
    `figures ${series.map(({ values }) => values.reference).join()}`,
  ].join('; ');
}

function cellsOf(cells: readonly PlannedCell[], workbook: WorkbookPlan): readonly string[] {
  const byAddress = new Map<string, OutlinedCell>(
    cells.map((cell) => [
      address(cell.row, cell.column),
      { value: shownValue(cell), style: styleWords(cell, workbook) },
    ]),
  );
  const lastRow = Math.max(...cells.map(({ row }) => row));
  const lastColumn = Math.max(...cells.map(({ column }) => column));
  return cellLines(lastRow, lastColumn, (row, column) => byAddress.get(address(row, column)));
}

function shownValue({ content, role }: PlannedCell): string | undefined {
  if (content === undefined) return undefined;
  const shown = shownContent(content, /y/.test(styleOf(role).numFmt ?? ''));
  return typeof content === 'object' && 'formula' in content ? `=${content.formula} → ${shown}` : shown;
}

function shownContent(content: Content, isDate: boolean): string {
  if (content instanceof Date) return figure(String(dateSerial(content)), isDate);
  const number = typeof content === 'object' && 'formula' in content ? content.result : content;
  return typeof number === 'number' ? figure(String(number), isDate) : JSON.stringify(wrappingText(content));
}

function styleWords({ role, numberFormat }: PlannedCell, { brandColour = palette.brand.fill }: WorkbookPlan): string {
  const { protection, alignment, fill, ...style } = styleOf(role);
  const numFmt = numberFormat ?? style.numFmt;
  const colour = fill?.fgColor.argb.slice(2);
  return [
    ...(protection?.locked === false ? ['open'] : []),
    styleNames[role],
    ...(numFmt === undefined ? [] : [numFmt]),
    ...(alignment?.wrapText === true ? ['wrapped'] : []),
    ...(colour === undefined ? [] : [`fill ${colour === palette.brand.fill ? brandColour : colour}`]),
  ].join(', ');
}

const formatLines = (sheet: SheetPlan): readonly string[] =>
  rankedFormats(sheet).flatMap(({ range, rules }) =>
    rules.map(({ rule, priority }) => {
      const place = `${range} (${priority})`;
      if ('bars' in rule) return `bars ${place}: from 0 to ${rule.bars.to}, ${palette[rule.bars.colour].fill}`;
      const look = 'lines' in rule ? 'lines' : `text ${palette[rule.colour].text} on ${palette[rule.colour].fill}`;
      return `colour ${place}: ${rule.formula} → ${look}`;
    }),
  );

function validationLine({ row, column }: PlannedCell, { rule, prompt, refusal }: Validation): string {
  const said = ({ title, text }: Validation['prompt']): string => JSON.stringify(`${title}: ${text}`);
  return [
    `rule ${address(row, column)}: ${ruleWords(rule)}`,
    `prompt ${said(prompt)}`,
    refusal === undefined ? 'lets anything in' : `stop ${said(refusal)}`,
  ].join('; ');
}

function ruleWords(rule: Validation['rule']): string {
  switch (rule.is) {
    case 'list':
      return `list ${rule.range}`;
    case 'text':
      return `textLength lessThanOrEqual ${rule.maxLength}`;
    case 'date':
      return `date greaterThanOrEqual ${dateSerial(rule.from)}`;
    case 'formula':
      return rule.formula;
    case 'whole':
    case 'decimal':
      return `${rule.is} between ${rule.least} and ${rule.greatest}`;
  }
}
