import { address } from '../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { openWritten, type WrittenCell, type WrittenPackage, type WrittenSheet } from '../tools/lint/openWritten.ts';
import { allNamed, childOf, textOf, type XmlElement } from '../tools/lint/xmlTree.ts';

/**
 * A workbook as text that people can read and compare: what it says of itself, then sheet by sheet the view, the print
 * set-up, every cell of the used rectangle (empty ones too, because those are what partners fill in), and the rules.
 */
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
    ...section(
      'names',
      written.names.filter(({ sheet }) => sheet === undefined).map(({ name, text }) => `${name} = ${text}`),
    ),
    ...written.sheets.flatMap((sheet, index) =>
      section(`sheet ${index + 1}: ${sheet.name}`, sheetLines(written, sheet, index, styles)),
    ),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] => [`=== ${title} ===`, ...lines, ''];

function sheetLines(written: WrittenPackage, sheet: WrittenSheet, index: number, styles: Styles): readonly string[] {
  return [
    `state: ${sheet.state}`,
    ...viewLines(sheet),
    ...columnLines(sheet),
    ...printLines(written, sheet, index),
    ...protectionLines(sheet),
    ...sheet.tables.map((table) => {
      const hidden = allNamed(table.root, 'filterColumn').filter((column) => column.get('hiddenButton') === '1').length;
      return `table ${table.name}: ${table.ref}, ${table.headings.length - hidden} filter buttons`;
    }),
    ...sheet.charts.map(chartLine),
    ...cellLines(sheet, styles),
    ...formatLines(sheet, styles),
    ...allNamed(sheet.root, 'dataValidation').map(validationLine),
    ...allNamed(sheet.root, 'hyperlink').map(
      (link) => `link ${link.get('ref')}: ${link.get('location') ?? sheet.targets.get(link.get('r:id') ?? '')}`,
    ),
  ];
}

function viewLines({ root }: WrittenSheet): readonly string[] {
  return allNamed(root, 'sheetView').map((view) => {
    const pane = childOf(view, 'pane');
    const words = [
      `zoom ${view.get('zoomScale') ?? 100}%`,
      `${view.get('showGridLines') === '0' ? 'no ' : ''}grid lines`,
      pane === undefined
        ? 'nothing frozen'
        : `frozen: ${pane.get('ySplit') ?? 0} rows, ${pane.get('xSplit') ?? 0} columns`,
      `at ${childOf(view, 'selection')?.get('activeCell')}`,
      ...(view.get('tabSelected') === '1' ? ['selected'] : []),
    ];
    return `view: ${words.join(', ')}`;
  });
}

function columnLines({ root }: WrittenSheet): readonly string[] {
  const columns = allNamed(root, 'col').map((column) => {
    const [first, last] = [column.get('min'), column.get('max')].map((number) =>
      address(1, Number(number)).slice(0, -1),
    );
    const hidden = column.get('hidden') === '1' ? ' hidden' : '';
    return `${first === last ? first : `${first} to ${last}`} ${column.get('width')}${hidden}`;
  });
  return columns.length === 0 ? [] : [`widths: ${columns.join(', ')}`];
}

function printLines({ names }: WrittenPackage, { root }: WrittenSheet, index: number): readonly string[] {
  const setUp = childOf(root, 'pageSetup');
  const breaks = allNamed(childOf(root, 'rowBreaks'), 'brk').map((line) => line.get('id'));
  const footers = childOf(root, 'headerFooter')?.children ?? [];
  return [
    ...(setUp === undefined
      ? []
      : [
          `print: paper ${setUp.get('paperSize') ?? 'as set'}, ${setUp.get('orientation')}, pages wide ${setUp.get('fitToWidth')}, high ${setUp.get('fitToHeight')}`,
        ]),
    ...names.filter(({ sheet }) => sheet === index).map(({ name, text }) => `${name}: ${text}`),
    ...(breaks.length === 0 ? [] : [`page breaks after rows ${breaks.join(', ')}`]),
    ...footers.map((footer) => `${footer.name}: ${footer.text}`),
  ];
}

function protectionLines({ root }: WrittenSheet): readonly string[] {
  const protection = childOf(root, 'sheetProtection');
  if (protection === undefined) return ['protection: none'];
  const allowed = (['formatCells', 'formatColumns', 'formatRows', 'sort', 'autoFilter'] as const).filter(
    (action) => protection.get(action) === '0',
  );
  return [`protection: ${protection.get('sheet') === '1' ? 'on' : 'off'}, allowed: ${allowed.join(', ')}`];
}

function chartLine({ name, description, range, root }: WrittenSheet['charts'][number]): string {
  const place =
    range === undefined ? 'somewhere' : `${address(range.top, range.left)}:${address(range.bottom, range.right)}`;
  const follows = (part: string): readonly string[] => [
    ...new Set(allNamed(root, part).map((element) => textOf(allNamed(element, 'f')[0]))),
  ];
  return `chart ${place} ${JSON.stringify(name)}: ${JSON.stringify(description)}; bars ${follows('cat').join()}; series ${follows(
    'tx',
  )
    .filter((cells) => cells !== '')
    .join()}; figures ${follows('val').join()}`;
}

interface Cell {
  readonly address: string;
  readonly value: string;
  readonly style: string;
}

/** Every cell of the used rectangle; runs of empty ones that look alike are reported as one. */
function cellLines(sheet: WrittenSheet, styles: Styles): readonly string[] {
  const byAddress = new Map(sheet.cells.map((cell) => [cell.address, cell]));
  const lastRow = Math.max(...sheet.cells.map(({ row }) => row));
  const lastColumn = Math.max(...sheet.cells.map(({ column }) => column));
  const lines: string[] = [];
  for (let row = 1; row <= lastRow; row += 1) {
    const cells = Array.from({ length: lastColumn }, (_, index) => {
      const place = address(row, index + 1);
      const cell = byAddress.get(place);
      const style = styles.cells[cell?.style ?? 0];
      return { address: place, value: cell === undefined ? empty : shownValue(cell, style), style: style?.words ?? '' };
    });
    lines.push(...runs(cells));
  }
  return lines;
}

const empty = '(empty)';

function runs(cells: readonly Cell[]): readonly string[] {
  const lines: string[] = [];
  let from = 0;
  cells.forEach((cell, index) => {
    const next = cells[index + 1];
    if (cell.value === empty && next?.value === empty && next.style === cell.style) return;
    const first = cells[from]?.address;
    const place = first === cell.address ? cell.address : `${first}:${cell.address}`;
    lines.push(`  ${place} ${cell.value}${cell.style === '' ? '' : ` [${cell.style}]`}`);
    from = index + 1;
  });
  return lines;
}

function shownValue({ type, content, formula }: WrittenCell, style: CellStyle | undefined): string {
  if (formula === undefined && content === undefined) return empty;
  const shown = type === 'n' ? figure(content ?? '', style) : JSON.stringify(content);
  return formula === undefined ? shown : `=${formula.text} → ${shown}`;
}

const figure = (content: string, style: CellStyle | undefined): string =>
  style?.isDate === true
    ? `${new Date((Number(content) - 25_569) * 86_400_000).toISOString().slice(0, 10)} (${content})`
    : content;

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
const builtInFormats: Readonly<Record<string, string>> = { '0': 'General', '1': '0', '9': '0%', '49': '@' };

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
    return { words: words.join(', '), isDate: /y/.test(code) };
  });
  const formats = allNamed(childOf(styles, 'dxfs'), 'dxf').map((look) => {
    const colour = (part: string, name: string) => allNamed(childOf(look, part), name)[0]?.get('rgb')?.slice(2);
    if (childOf(look, 'fill') === undefined) return childOf(look, 'border') === undefined ? 'nothing' : 'lines';
    return `text ${colour('font', 'color')} on ${colour('fill', 'bgColor')}`;
  });
  return { cells, formats };
}

const formatLines = ({ root }: WrittenSheet, { formats }: Styles): readonly string[] =>
  allNamed(root, 'conditionalFormatting').flatMap((format) =>
    allNamed(format, 'cfRule').map(
      (rule) =>
        `colour ${format.get('sqref')} (${rule.get('priority')}): ${allNamed(rule, 'formula').map(textOf).join('; ')} → ${formats[Number(rule.get('dxfId'))]}`,
    ),
  );

function validationLine(rule: XmlElement): string {
  const formulas = rule.children.map(textOf).join(' and ');
  const error =
    rule.get('showErrorMessage') === '1'
      ? `${rule.get('errorStyle')} ${said(rule, 'errorTitle', 'error')}`
      : 'lets anything in';
  return `rule ${rule.get('sqref')}: ${[rule.get('type'), rule.get('operator'), formulas].filter((word) => word !== undefined).join(' ')}; prompt ${said(rule, 'promptTitle', 'prompt')}; ${error}`;
}

const said = (rule: XmlElement, title: 'promptTitle' | 'errorTitle', text: 'prompt' | 'error'): string =>
  JSON.stringify(`${rule.get(title)}: ${rule.get(text)}`);
