import { address, columnLetters, parseCellReference, sheetCell } from '../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { openWritten, type WrittenCell, type WrittenPackage, type WrittenSheet } from '../tools/lint/openWritten.ts';
import { parseRange } from '../tools/lint/range.ts';
import { formatsOf } from '../tools/lint/rules.ts';
import { allNamed, childOf, textOf, type XmlElement } from '../tools/lint/xmlTree.ts';
import { cellLines, figure, inRuns, section } from './outlineText.ts';

/** The text of `planOutline`, from the bytes of a file instead of its plan. */
export function outlineOf(bytes: Uint8Array): string {
  const written = openWritten(bytes);
  const styles = stylesOf(written.styles);
  const properties = [...readPackage(bytes).properties].map(([name, value]) => `property ${name}: ${value}`);
  return [
    ...section('workbook', [
      ...(written.coreProperties?.children ?? []).map((property) => `${property.name}: ${textOf(property)}`),
      ...properties,
      `structure: ${childOf(written.workbook, 'workbookProtection')?.get('lockStructure') === '1' ? 'locked' : 'not locked'}`,
      `formulas: ${childOf(written.workbook, 'calcPr')?.get('fullCalcOnLoad') === '1' ? 'worked out on opening' : 'as stored'}`,
    ]),
    ...section('names', written.names.filter(({ sheet }) => sheet === undefined).map(nameLine)),
    ...written.sheets.flatMap((sheet, index) =>
      section(`sheet ${index + 1}: ${sheet.name}`, sheetLines(written, sheet, index, styles)),
    ),
  ].join('\n');
}

function nameLine({ name, text }: WrittenPackage['names'][number]): string {
  const place = parseCellReference(text);
  return `${name} = ${place === undefined ? text : sheetCell(place.sheet, place.row, place.column)}`;
}

function sheetLines(written: WrittenPackage, sheet: WrittenSheet, index: number, styles: Styles): readonly string[] {
  return [
    `state: ${sheet.state}`,
    ...tabLine(sheet),
    ...viewLines(sheet),
    ...sizeLines(sheet),
    ...printLines(written, sheet, index),
    ...protectionLines(sheet),
    ...sheet.tables.map((table) => {
      const hidden = allNamed(table.root, 'filterColumn').filter((column) => column.get('hiddenButton') === '1').length;
      return `table ${table.name}: ${table.ref}, ${table.headings.length - hidden} filter buttons`;
    }),
    ...sheet.charts.map(chartLine),
    ...cellsOf(sheet, styles),
    ...formatLines(sheet, styles),
    ...inOrder(allNamed(sheet.root, 'dataValidation'), 'sqref').map(validationLine),
    ...inOrder(allNamed(sheet.root, 'hyperlink'), 'ref').map(
      (link) => `link ${link.get('ref')}: ${targetOf(sheet, link)}`,
    ),
  ];
}

function tabLine({ root }: WrittenSheet): readonly string[] {
  const colour = childOf(childOf(root, 'sheetPr'), 'tabColor')?.get('rgb');
  return colour === undefined ? [] : [`tab: ${colour.slice(2)}`];
}

function viewLines({ root }: WrittenSheet): readonly string[] {
  return allNamed(root, 'sheetView').map((view) => {
    const pane = childOf(view, 'pane');
    const words = [
      `zoom ${view.get('zoomScale') ?? 100}%`,
      `${view.get('showGridLines') === '0' ? 'no ' : ''}grid lines`,
      pane === undefined
        ? 'nothing frozen'
        : `frozen: ${pane.get('ySplit') ?? 0} rows, ${pane.get('xSplit') ?? 0} columns, scrolled to ${pane.get('topLeftCell')}`,
      `at ${childOf(view, 'selection')?.get('activeCell')}`,
      ...(pane === undefined ? [] : [`in the pane ${pane.get('activePane')}`]),
      ...(view.get('tabSelected') === '1' ? ['selected'] : []),
    ];
    return `view: ${words.join(', ')}`;
  });
}

/** Rules and links row by row: their order in a file means nothing. */
function inOrder(elements: readonly XmlElement[], place: 'sqref' | 'ref'): readonly XmlElement[] {
  const at = (element: XmlElement): number => {
    const { top, left } = parseRange(element.get(place) ?? '') ?? { top: 0, left: 0 };
    return top * 16_384 + left;
  };
  return elements.toSorted((one, other) => at(one) - at(other));
}

function targetOf({ targets }: WrittenSheet, link: XmlElement): string {
  const location = link.get('location');
  return `${targets.get(link.get('r:id') ?? '') ?? ''}${location === undefined ? '' : `#${location}`}`;
}

function sizeLines({ root }: WrittenSheet): readonly string[] {
  const widths = allNamed(root, 'col').flatMap((column) => {
    const [first, last] = [Number(column.get('min')), Number(column.get('max'))];
    return Array.from(
      { length: last - first + 1 },
      (_, index) => [first + index, Number(column.get('width'))] as const,
    );
  });
  const heights = allNamed(root, 'row').flatMap((row) => {
    const height = row.get('ht');
    return height === undefined ? [] : [[Number(row.get('r')), Number(height)] as const];
  });
  return [
    ...(widths.length === 0 ? [] : [`widths: ${inRuns(widths, columnLetters)}`]),
    ...(heights.length === 0 ? [] : [`heights: ${inRuns(heights, String)}`]),
  ];
}

function printLines({ names }: WrittenPackage, { root }: WrittenSheet, index: number): readonly string[] {
  const setUp = childOf(root, 'pageSetup');
  const breaks = breaksIn(root, 'rowBreaks');
  const columnBreaks = breaksIn(root, 'colBreaks');
  const foot = childOf(root, 'headerFooter');
  const unscaled = foot?.get('scaleWithDoc') === '0' && foot.get('alignWithMargins') === '0';
  return [
    ...(setUp === undefined
      ? []
      : [
          `print: paper ${setUp.get('paperSize') ?? 'as set'}, ${setUp.get('orientation')}, ${isFitted(root) ? `pages wide ${setUp.get('fitToWidth')}, high ${setUp.get('fitToHeight')}` : `scale ${setUp.get('scale') ?? 100}%, ${setUp.get('pageOrder') ?? 'downThenOver'}`}`,
        ]),
    ...names.filter(({ sheet }) => sheet === index).map(({ name, text }) => `${name}: ${text}`),
    ...(breaks.length === 0 ? [] : [`page breaks after rows ${breaks.join(', ')}`]),
    ...(columnBreaks.length === 0 ? [] : [`page breaks after columns ${columnBreaks.map(columnLetters).join(', ')}`]),
    ...(foot?.children ?? []).map(({ name, text }) => `${name}${unscaled ? '' : ' scaled with the page'}: ${text}`),
  ];
}

const breaksIn = (root: XmlElement, part: 'rowBreaks' | 'colBreaks'): readonly number[] =>
  allNamed(childOf(root, part), 'brk').map((line) => Number(line.get('id')));

const isFitted = (root: XmlElement): boolean =>
  childOf(childOf(root, 'sheetPr'), 'pageSetUpPr')?.get('fitToPage') === '1';

function protectionLines({ root }: WrittenSheet): readonly string[] {
  const protection = childOf(root, 'sheetProtection');
  if (protection === undefined) return ['protection: none'];
  const allowed = (['formatCells', 'formatColumns', 'formatRows', 'sort', 'autoFilter'] as const).filter(
    (action) => protection.get(action) === '0',
  );
  return [`protection: ${protection.get('sheet') === '1' ? 'on' : 'off'}, allowed: ${allowed.join(', ')}`];
}

/** The kind of a chart, as plans call it, from its element and how bars are grouped. */
function kindOf(root: XmlElement): string {
  const bars = allNamed(root, 'barChart')[0];
  if (bars === undefined) return allNamed(root, 'radarChart').length > 0 ? 'radar' : 'lines';
  const grouping = childOf(bars, 'grouping')?.get('val');
  if (grouping === 'percentStacked') return 'shares';
  return grouping === 'stacked' ? 'counts' : 'clustered';
}

function chartLine({ name, description, range, root }: WrittenSheet['charts'][number]): string {
  const place =
    range === undefined ? 'somewhere' : `${address(range.top, range.left)}:${address(range.bottom, range.right)}`;
  const follows = (part: string): readonly string[] => [
    ...new Set(allNamed(root, part).map((element) => textOf(allNamed(element, 'f')[0]))),
  ];
  return `${kindOf(root)} ${place} ${JSON.stringify(name)}: ${JSON.stringify(description)}; bars ${follows('cat').join()}; series ${follows(
    'tx',
  )
    .filter((cells) => cells !== '')
    .join()}; figures ${follows('val').join()}`;
}

function cellsOf(sheet: WrittenSheet, styles: Styles): readonly string[] {
  const byAddress = new Map(
    sheet.cells.map((cell) => {
      const style = styles.cells[cell.style];
      return [cell.address, { value: shownValue(cell, style), style: style?.words ?? '' }];
    }),
  );
  const lastRow = Math.max(...sheet.cells.map(({ row }) => row));
  const lastColumn = Math.max(...sheet.cells.map(({ column }) => column));
  return cellLines(lastRow, lastColumn, (row, column) => byAddress.get(address(row, column)));
}

function shownValue({ type, content, formula }: WrittenCell, style: CellStyle | undefined): string | undefined {
  if (formula === undefined && content === undefined) return undefined;
  const shown = type === 'n' ? figure(content ?? '', style?.isDate === true) : JSON.stringify(content);
  return formula === undefined ? shown : `=${formula.text} → ${shown}`;
}

interface CellStyle {
  readonly words: string;
  readonly isDate: boolean;
}

interface Styles {
  readonly cells: readonly CellStyle[];
  /** Looks that conditional formats give. */
  readonly formats: readonly string[];
}

/** Excel's own number formats that we use, by number. */
const builtInFormats: Readonly<Record<string, string>> = {
  ...{ '0': 'General', '1': '0', '2': '0.00', '3': '#,##0', '4': '#,##0.00', '9': '0%', '10': '0.00%', '49': '@' },
};

function stylesOf(styles: XmlElement | undefined): Styles {
  const codes = new Map(allNamed(styles, 'numFmt').map((format) => [format.get('numFmtId'), format.get('formatCode')]));
  const fills = (childOf(styles, 'fills')?.children ?? []).map((fill) => allNamed(fill, 'fgColor')[0]?.get('rgb'));
  const named = new Map(allNamed(styles, 'cellStyle').map((style) => [style.get('xfId'), style.get('name')]));
  const cells = (childOf(styles, 'cellXfs')?.children ?? []).map((format) => {
    const id = format.get('numFmtId') ?? '0';
    const code = codes.get(id) ?? builtInFormats[id] ?? `number format ${id}`;
    const fill = fills[Number(format.get('fillId'))];
    const style = named.get(format.get('xfId'));
    const words = [
      ...(childOf(format, 'protection')?.get('locked') === '0' ? ['open'] : []),
      ...(style === undefined || style === 'Normal' ? [] : [style]),
      ...(code === 'General' ? [] : [code]),
      ...(childOf(format, 'alignment')?.get('wrapText') === '1' ? ['wrapped'] : []),
      ...(fill === undefined ? [] : [`fill ${fill.slice(2)}`]),
    ];
    return { words: words.join(', '), isDate: /y/.test(code.replace(/"[^"]*"/g, '')) };
  });
  const formats = allNamed(childOf(styles, 'dxfs'), 'dxf').map((look) => {
    const colour = (part: string, name: string) => allNamed(childOf(look, part), name)[0]?.get('rgb')?.slice(2);
    if (childOf(look, 'fill') === undefined) return childOf(look, 'border') === undefined ? 'nothing' : 'lines';
    return `text ${colour('font', 'color')} on ${colour('fill', 'bgColor')}`;
  });
  return { cells, formats };
}

const formatLines = ({ root }: WrittenSheet, { formats }: Styles): readonly string[] =>
  formatsOf(root)
    .flatMap((format) => allNamed(format, 'cfRule').map((rule) => ({ rule, range: format.get('sqref') })))
    .toSorted((one, other) => Number(one.rule.get('priority')) - Number(other.rule.get('priority')))
    .map(({ rule, range }) =>
      rule.get('type') === 'dataBar'
        ? `bars ${range} (${rule.get('priority')}): from ${allNamed(rule, 'cfvo')
            .map((end) => end.get('val'))
            .join(' to ')}, ${allNamed(rule, 'color')[0]?.get('rgb')?.slice(2)}`
        : `colour ${range} (${rule.get('priority')}): ${allNamed(rule, 'formula').map(textOf).join('; ')} → ${formats[Number(rule.get('dxfId'))]}`,
    );

function validationLine(rule: XmlElement): string {
  const formulas = rule.children.map(textOf).join(' and ');
  const error =
    rule.get('showErrorMessage') === '1'
      ? `${rule.get('errorStyle')} ${said(rule, 'errorTitle', 'error')}`
      : 'lets anything in';
  return `rule ${rule.get('sqref')}: ${[rule.get('type'), operatorOf(rule), formulas].filter((word) => word !== undefined).join(' ')}; prompt ${said(rule, 'promptTitle', 'prompt')}; ${error}`;
}

/** Between is left out in the file (ECMA-376 part 1, 18.3.1.32). */
const operatorOf = (rule: XmlElement): string | undefined =>
  rule.get('operator') ?? (allNamed(rule, 'formula2').length > 0 ? 'between' : undefined);

const said = (rule: XmlElement, title: 'promptTitle' | 'errorTitle', text: 'prompt' | 'error'): string =>
  JSON.stringify(`${rule.get(title) ?? ''}: ${rule.get(text)}`);
