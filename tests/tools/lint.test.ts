import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type Parts, relationships, zipParts } from '../spreadsheet/parts.ts';
import { type LintCode, lintPackage } from './lint.ts';

/** A worksheet of a package. What is left out is as it should be. */
interface Sheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Content of `<sheetViews>`. */
  readonly view?: string;
  /** Content of `<sheetData>`. */
  readonly rows?: string;
  /** What follows `<sheetData>`. */
  readonly after?: string;
  /** Content of table parts. */
  readonly tables?: readonly string[];
  readonly notes?: boolean;
  /** Targets of links, as `rLink1`, `rLink2` … */
  readonly links?: readonly string[];
  readonly chart?: Chart;
}

/** A chart on the cells C7 to D9. */
interface Chart {
  readonly title?: string;
  readonly description?: string;
  /** What its one label follows, and the label that it was written with. */
  readonly follows?: string;
  readonly label?: string;
}

const text = (cell: string, content: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
const title = `<row r="1">${text('A1', 'Title')}</row>`;
const row5 = (cells: string): string => `${title}<row r="5">${cells}</row>`;

/** A package of the given sheets, with names for `<definedNames>` and a place for the workbook's view. */
function book(sheets: readonly Sheet[], names = '', view = '<workbookView activeTab="0"/>'): Uint8Array {
  const entries = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  return zipParts({
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml':
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
      `<bookViews>${view}</bookViews><sheets>${entries.join('')}</sheets>` +
      `<definedNames>${names}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      Object.fromEntries(
        sheets.map((_sheet, index) => [`rId${index + 1}`, ['worksheet', `worksheets/sheet${index + 1}.xml`]]),
      ),
    ),
    ...Object.assign({}, ...sheets.map(sheetParts)),
  });
}

function sheetParts(
  { view, rows = title, after = '', tables = [], notes = false, links = [], chart }: Sheet,
  index: number,
): Parts {
  const name = `sheet${index + 1}`;
  const shown = view ?? `<sheetView${index === 0 ? ' tabSelected="1"' : ''}/>`;
  return {
    [`xl/worksheets/${name}.xml`]: `<worksheet><sheetViews>${shown}</sheetViews><sheetData>${rows}</sheetData>${after}</worksheet>`,
    [`xl/worksheets/_rels/${name}.xml.rels`]: relationships({
      ...Object.fromEntries(
        tables.map((_table, table) => [`rTable${table}`, ['table', `../tables/${name}_${table}.xml`]]),
      ),
      ...Object.fromEntries(links.map((target, link) => [`rLink${link + 1}`, ['hyperlink', target]])),
      ...(notes ? { rNotes: ['comments', '../comments1.xml'] } : {}),
      ...(chart === undefined ? {} : { rDrawing: ['drawing', '../drawings/drawing1.xml'] }),
    }),
    ...(chart === undefined ? {} : chartParts(chart)),
    ...Object.fromEntries(tables.map((table, number) => [`xl/tables/${name}_${number}.xml`, table])),
  };
}

function chartParts({ title = 'Chart', description = 'Text', follows = "'One'!$A$1", label = 'Title' }: Chart): Parts {
  const corner = (name: string, row: number, column: number) =>
    `<${name}><col>${column}</col><colOff>0</colOff><row>${row}</row><rowOff>0</rowOff></${name}>`;
  return {
    'xl/drawings/drawing1.xml':
      `<wsDr xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><twoCellAnchor>${corner('from', 6, 2)}${corner('to', 9, 4)}` +
      `<cNvPr name="Frame" descr="${description}"/><chart r:id="rId1"/></twoCellAnchor></wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationships({ rId1: ['chart', '../charts/chart1.xml'] }),
    'xl/charts/chart1.xml':
      `<chartSpace><chart><title><t>${title}</t></title><plotArea><title><t>Axis</t></title>` +
      `<strRef><f>${follows}</f><strCache><pt idx="0"><v>${label}</v></pt></strCache></strRef></plotArea></chart></chartSpace>`,
  };
}

const only = (sheet: Partial<Sheet>): Uint8Array => book([{ name: 'One', ...sheet }]);
const named = (name: string, refersTo: string, more = ''): string =>
  `<definedName name="${name}"${more}>${refersTo}</definedName>`;

/** A table with columns of the given headings. */
const table = (name: string, ref: string, ...headings: readonly string[]): string =>
  `<table displayName="${name}" ref="${ref}"><tableColumns>${headings
    .map((heading, index) => `<tableColumn id="${index + 1}" name="${heading}"/>`)
    .join('')}</tableColumns></table>`;
const headerRow = (...headings: readonly string[]): string =>
  row5(headings.map((heading, index) => text(`${String.fromCharCode(65 + index)}5`, heading)).join(''));

const validations = (...rules: readonly string[]): Partial<Sheet> => ({
  after: `<dataValidations>${rules.join('')}</dataValidations>`,
});
const listRule = (formula: string, attributes = ''): string =>
  `<dataValidation type="list" showErrorMessage="1" sqref="B2"${attributes}><formula1>${formula}</formula1></dataValidation>`;
const format = (sqref: string, ...rules: readonly string[]): string =>
  `<conditionalFormatting sqref="${sqref}">${rules.join('')}</conditionalFormatting>`;
const rule = (priority: number, formula: string): string =>
  `<cfRule type="expression" priority="${priority}">${formula === '' ? '' : `<formula>${formula}</formula>`}</cfRule>`;
const formula = (content: string, stored = '<v>1</v>'): Partial<Sheet> => ({
  rows: row5(`<c r="B5"><f>${content}</f>${stored}</c>`),
});

/** Every fault once: the package that has it and no other, and the place that is reported. The compiler lists what is missing. */
const faults: Readonly<Record<LintCode, readonly [bytes: Uint8Array, place: string]>> = {
  'sheet-name.invalid': [only({ name: 'Needs: all' }), 'Needs: all'],
  'sheet-name.apostrophe': [only({ name: "D'Alsace" }), "D'Alsace"],
  'sheet-name.duplicate': [book([{ name: 'One' }, { name: 'ONE' }]), 'ONE'],
  'name.invalid': [book([{ name: 'One' }], named('1st', 'One!$A$1')), '1st'],
  'name.cell-address': [book([{ name: 'One' }], named('abc12', 'One!$A$1')), 'abc12'],
  'name.duplicate': [book([{ name: 'One' }], named('answer', 'One!$A$1') + named('Answer', 'One!$A$2')), 'Answer'],
  'name.broken': [book([{ name: 'One' }], named('answer', 'One!#REF!')), 'answer'],
  'name.not-a-place': [book([{ name: 'One' }], named('answer', '42')), 'answer'],
  'name.relative': [book([{ name: 'One' }], named('answer', 'One!$A1')), 'answer'],
  'name.unknown-sheet': [book([{ name: 'One' }], named('answer', "'Two'!$A$1")), 'answer'],
  'name.other-sheet': [
    book([{ name: 'One' }, { name: 'Two' }], named('_xlnm.Print_Titles', 'Two!$4:$4', ' localSheetId="0"')),
    '_xlnm.Print_Titles',
  ],
  'view.active-tab': [
    book(
      [
        { name: 'One', view: '<sheetView/>' },
        { name: 'Two', state: 'hidden', view: '<sheetView tabSelected="1"/>' },
      ],
      '',
      '<workbookView activeTab="1"/>',
    ),
    'Two',
  ],
  'view.selected': [book([{ name: 'One' }, { name: 'Two', view: '<sheetView tabSelected="1"/>' }]), 'Two'],
  'sheet.no-title': [only({ rows: '<row r="1"><c r="A1" s="1"/></row>' }), "'One'!A1"],
  'sheet.merged-cells': [only({ after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }), "'One'!A1:B1"],
  'sheet.footer-too-long': [
    only({ after: `<headerFooter><oddFooter>${'x'.repeat(256)}</oddFooter></headerFooter>` }),
    'One',
  ],
  'note.several-sheets': [
    book([
      { name: 'One', notes: true },
      { name: 'Two', notes: true },
    ]),
    'Two',
  ],
  'note.with-table': [only({ notes: true, rows: headerRow('Part'), tables: [table('parts', 'A5:A6', 'Part')] }), 'One'],
  'link.no-target': [only({ after: '<hyperlinks><hyperlink ref="A5" r:id="rLink1"/></hyperlinks>' }), "'One'!A5"],
  'cell.not-finite': [only({ rows: row5('<c r="B5"><v>NaN</v></c>') }), "'One'!B5"],
  'cell.error-value': [only({ rows: row5('<c r="B5" t="e"><v>#N/A</v></c>') }), "'One'!B5"],
  'cell.unknown-text': [only({ rows: row5('<c r="B5" t="s"><v>7</v></c>') }), "'One'!B5"],
  'cell.text-too-long': [only({ rows: row5(text('B5', 'x'.repeat(32_768))) }), "'One'!B5"],
  'formula.no-result': [only(formula('SUM(A1:A4)', '')), "'One'!B5"],
  'formula.leading-equals': [only(formula('=SUM(A1:A4)')), "'One'!B5"],
  'formula.too-long': [only(formula(`SUM(${'A1,'.repeat(2_800)}A1)`)), "'One'!B5"],
  'formula.text-too-long': [only(formula(`IF(A1="${'x'.repeat(256)}",1,0)`)), "'One'!B5"],
  'formula.array': [only({ rows: row5('<c r="B5"><f t="array" ref="B5">SUM(A1:A4*2)</f><v>1</v></c>') }), "'One'!B5"],
  'formula.function': [only(formula('SUM(A1,INDIRECT("A2"))')), "'One'!B5"],
  'formula.external': [only(formula("SUM('[Other.xlsx]One'!$A$1)")), "'One'!B5"],
  'formula.broken': [only(formula('SUM(#REF!)')), "'One'!B5"],
  'formula.unknown-sheet': [only(formula("SUM('Two'!$A$1)")), "'One'!B5"],
  'validation.no-formula': [
    only(validations('<dataValidation type="whole" showErrorMessage="1" sqref="B2"/>')),
    "'One'!B2",
  ],
  'validation.list-too-long': [only(validations(listRule(`"${'x,'.repeat(128)}"`))), "'One'!B2"],
  'validation.list-unquoted': [only(validations(listRule('yes,no'))), "'One'!B2"],
  'validation.message-too-long': [only(validations(listRule('$A$1:$A$3', ` prompt="${'x'.repeat(256)}"`))), "'One'!B2"],
  'validation.title-too-long': [
    only(validations(listRule('$A$1:$A$3', ` errorTitle="${'x'.repeat(33)}"`))),
    "'One'!B2",
  ],
  'validation.allows-anything': [
    only(validations('<dataValidation type="list" sqref="B2"><formula1>"yes,no"</formula1></dataValidation>')),
    "'One'!B2",
  ],
  'validation.overlap': [
    only(
      validations('<dataValidation type="none" sqref="A10:A12"/>', '<dataValidation type="none" sqref="C1 A2:A12"/>'),
    ),
    "'One'!A2:A12",
  ],
  'format.empty': [only({ after: format('B2:B9') }), "'One'!B2:B9"],
  'format.no-formula': [only({ after: format('B2:B9', rule(1, '')) }), "'One'!B2:B9"],
  'format.duplicate-priority': [
    only({ after: format('B2:B9', rule(1, 'B2="Red"')) + format('C2:C9', rule(1, 'C2="Red"')) }),
    "'One'!C2:C9",
  ],
  'table.name-invalid': [only({ rows: headerRow('Part'), tables: [table('my parts', 'A5:A6', 'Part')] }), 'my parts'],
  'table.name-duplicate': [
    book([
      { name: 'One', rows: headerRow('Part'), tables: [table('parts', 'A5:A6', 'Part')] },
      { name: 'Two', rows: headerRow('Part'), tables: [table('Parts', 'A5:A6', 'Part')] },
    ]),
    'Parts',
  ],
  'table.width': [only({ rows: headerRow('Part'), tables: [table('parts', 'A5:B6', 'Part')] }), 'parts'],
  'table.heading-empty': [only({ rows: headerRow(' '), tables: [table('parts', 'A5:A6', ' ')] }), 'parts'],
  'table.heading-duplicate': [
    only({ rows: headerRow('Part', 'PART'), tables: [table('parts', 'A5:B6', 'Part', 'PART')] }),
    'parts',
  ],
  'table.heading-too-long': [
    only({ rows: headerRow('x'.repeat(256)), tables: [table('parts', 'A5:A6', 'x'.repeat(256))] }),
    'parts',
  ],
  'table.heading-differs': [
    only({ rows: headerRow('Part', 'Level'), tables: [table('parts', 'A5:B6', 'Part', 'Score')] }),
    "'One'!B5",
  ],
  'table.no-rows': [only({ rows: headerRow('Part'), tables: [table('parts', 'A5:A5', 'Part')] }), 'parts'],
  'table.overlap': [
    only({
      rows: headerRow('Part', 'Score'),
      tables: [table('parts', 'A5:A6', 'Part'), table('more', 'A5:B7', 'Part', 'Score')],
    }),
    "'One'!A5:B7",
  ],
  'chart.no-title': [only({ chart: { title: ' ' } }), "'One'!Frame"],
  'chart.no-description': [only({ chart: { description: '' } }), "'One'!Frame"],
  'chart.not-a-place': [only({ chart: { follows: 'One!A$1' } }), "'One'!Frame"],
  'chart.unknown-sheet': [only({ chart: { follows: "'Two'!$A$1" } }), "'One'!Frame"],
  'chart.differs': [only({ chart: { label: 'Heading' } }), "'One'!Frame"],
  'chart.covers-cells': [
    only({ chart: {}, rows: `${title}<row r="9">${text('B9', 'x')}${text('D9', 'y')}${text('E9', 'z')}</row>` }),
    "'One'!Frame",
  ],
};

describe('a package with one fault gives that fault, where it is, and no other', () => {
  test.each(Object.entries(faults))('%s', (code, [bytes, place]) => {
    expect(lintPackage(bytes).map((fault) => [fault.code, fault.place])).toEqual([[code, place]]);
  });
});

const codesOf = (bytes: Uint8Array): readonly string[] => lintPackage(bytes).map(({ code }) => code);

describe('further shapes of a fault', () => {
  test.each(['HYPERLINK("#A "q" part","x")', 'IF(A1="a"b",1,2)', '"a" "b"', '"a', '"a"A1'])(
    'a quotation mark that is not doubled breaks %s',
    (broken) => {
      expect(codesOf(only(formula(broken)))).toEqual(['formula.broken']);
    },
  );

  test.each<[string, string]>([
    ['32 characters', 'x'.repeat(32)],
    ['the name that Excel keeps for itself', 'history'],
    ['no characters', ''],
    ['a slash', 'Needs/supply'],
    ['a bracket', 'Needs [1]'],
  ])('a sheet name of or with %s', (_what, name) => {
    expect(codesOf(only({ name }))).toEqual(['sheet-name.invalid']);
  });

  test.each(['A1', 'xfd1048576', 'R1C1', 'r', 'C', 'RC', 'R12'])('the name %s reads as an address', (name) => {
    expect(codesOf(book([{ name: 'One' }], named(name, 'One!$A$1')))).toEqual(['name.cell-address']);
  });

  test.each(['two words', 'a-b', 'a!b', ''])('the name "%s" is none', (name) => {
    expect(codesOf(book([{ name: 'One' }], named(name, 'One!$A$1')))).toEqual(['name.invalid']);
  });

  test('a table and a cell do not share a name', () => {
    const sheet = { name: 'One', rows: headerRow('Part'), tables: [table('parts', 'A5:A6', 'Part')] };
    expect(codesOf(book([sheet], named('Parts', 'One!$A$1')))).toEqual(['name.duplicate']);
  });

  test('the print titles that exceljs writes for an apostrophe', () => {
    const names = named('_xlnm.Print_Titles', "'D'Alsace'!$1:$1", ' localSheetId="0"');
    expect(codesOf(book([{ name: "D'Alsace" }], names))).toEqual(['sheet-name.apostrophe', 'name.not-a-place']);
  });

  test('a print area on a sheet that is gone', () => {
    const names = named('_xlnm.Print_Area', "'Two'!$A$1:$B$9", ' localSheetId="0"');
    expect(codesOf(book([{ name: 'One' }], names))).toEqual(['name.unknown-sheet']);
  });

  test('a print area that ends at the last row in use, of another sheet, and any other formula as an area', () => {
    const area = (sheet: string, last: string) =>
      named(
        '_xlnm.Print_Area',
        `'One'!$A$1:INDEX('${sheet}'!$C$1:$C$9,MAX(5,SUMPRODUCT(MAX(('One'!$B$6:$B$9&lt;&gt;"")*${last}))))`,
        ' localSheetId="0"',
      );
    expect(codesOf(book([{ name: 'One' }], area('One', "ROW('One'!$B$6:$B$9)")))).toEqual([]);
    expect(codesOf(book([{ name: 'One' }], area('Two', "ROW('One'!$B$6:$B$9)")))).toEqual(['name.unknown-sheet']);
    expect(codesOf(book([{ name: 'One' }], area('One', '1')))).toEqual(['name.not-a-place']);
  });

  test('a first sheet that nobody sees, or that is not selected', () => {
    expect(codesOf(book([{ name: 'One', state: 'hidden' }]))).toEqual(['view.active-tab']);
    expect(codesOf(only({ view: '<sheetView/>' }))).toEqual(['view.selected']);
  });

  test('a workbook may open on another sheet than the first', () => {
    const view = '<workbookView activeTab="1"/>';
    const [one, two] = [{ name: 'One' }, { name: 'Two', view: '<sheetView tabSelected="1"/>' }];
    expect(codesOf(book([{ ...one, view: '<sheetView/>' }, two], '', view))).toEqual([]);
    expect(codesOf(book([one, two], '', view))).toEqual(['view.selected']);
    expect(codesOf(book([one], '', view))).toEqual(['view.active-tab', 'view.selected']);
  });

  test('a link to a sheet that is gone, and one that is an address though it leads into the file', () => {
    const to = (attributes: string) => `<hyperlinks><hyperlink ref="A5" ${attributes}/></hyperlinks>`;
    expect(codesOf(only({ after: to(`location="'Two'!A1"`) }))).toEqual(['link.no-target']);
    expect(codesOf(only({ after: to('r:id="rLink1"'), links: ["#'One'!A1"] }))).toEqual(['link.no-target']);
  });

  test.each(['NaN', 'Infinity', '-Infinity', '0x1F', '1,5'])('the figure %s', (figure) => {
    expect(codesOf(only({ rows: row5(`<c r="B5"><v>${figure}</v></c>`) }))).toEqual(['cell.not-finite']);
  });

  test('an empty stored result is one only where it is text', () => {
    expect(codesOf(only(formula('SUM(A1:A4)', '<v></v>')))).toEqual(['formula.no-result']);
    expect(codesOf(only({ rows: row5('<c r="B5" t="str"><f>IF(A1=1,"","")</f><v></v></c>') }))).toEqual([]);
  });

  test.each([
    'INDIRECT("A1")',
    'OFFSET(A1,1,1)',
    'TODAY()',
    'NOW()',
    'RAND()',
    '_xlfn.XLOOKUP(1,A1:A4,B1:B4)',
    'sum(a1)+Foo.Bar(1)',
  ])('a formula with %s', (called) => {
    expect(codesOf(only(formula(called)))).toEqual(['formula.function']);
  });

  test('a table by name, which not every program understands', () => {
    expect(codesOf(only(formula('SUM(parts[Score])')))).toEqual(['formula.external']);
  });

  test('formulas of data validations and of conditional formats are formulas', () => {
    expect(codesOf(only(validations(listRule("'Two'!$A$1:$A$3"))))).toEqual(['formula.unknown-sheet']);
    expect(codesOf(only({ after: format('B2', rule(1, 'Two!A1=TODAY()')) }))).toEqual([
      'formula.function',
      'formula.unknown-sheet',
    ]);
  });

  test('a text length that cells cannot exceed restricts nothing, a smaller one does', () => {
    const longest = (limit: number) =>
      `<dataValidation type="textLength" operator="lessThanOrEqual" sqref="B2"><formula1>${limit}</formula1></dataValidation>`;
    expect(codesOf(only(validations(longest(32_767))))).toEqual([]);
    expect(codesOf(only(validations(longest(100))))).toEqual(['validation.allows-anything']);
  });

  test('a chart of cells that were deleted, of a name, or of one cell too many', () => {
    expect(codesOf(only({ chart: { follows: '#REF!' } }))).toEqual(['chart.not-a-place']);
    expect(codesOf(only({ chart: { follows: 'parts' } }))).toEqual(['chart.not-a-place']);
    const rows = `${title}<row r="2">${text('A2', 'More')}</row>`;
    expect(codesOf(only({ rows, chart: { follows: "'One'!$A$1:$A$2" } }))).toEqual(['chart.differs']);
    expect(
      codesOf(only({ rows: `${title}<row r="2"><c r="A2"/></row>`, chart: { follows: 'One!$A$1:$A$2' } })),
    ).toEqual([]);
  });

  test('a heading that is a number, and one that is not there', () => {
    const tables = [table('parts', 'A5:A6', '2026')];
    expect(codesOf(only({ tables, rows: row5('<c r="A5"><v>2026</v></c>') }))).toEqual(['table.heading-differs']);
    expect(codesOf(only({ tables }))).toEqual(['table.heading-differs']);
  });
});

describe('what is in order', () => {
  test('a package with something of everything has no fault', () => {
    const sheet: Sheet = {
      name: '1 Needs &amp; supply (all)',
      rows:
        headerRow('Part', 'Score: 1 – 3') +
        '<row r="6"><c r="A6"><v>-1.5E-3</v></c><c r="B6" t="str"><f>IF(SUM(\'Lists\'!$A$1:$A$4)&gt;0,"[INDIRECT(x)] \'No\'!A1","")</f><v></v></c><c r="C6"/></row>',
      after:
        format('B6', rule(1, 'B6="Red"'), rule(2, 'AND(ISNUMBER(B6),B6=3)')) +
        `<dataValidations>${listRule("'Lists'!$A$1:$A$4", ` prompt="${'x'.repeat(255)}" promptTitle="${'x'.repeat(32)}"`)}` +
        '<dataValidation type="list" showErrorMessage="1" sqref="C2:C3 D2"><formula1>"yes,no"</formula1></dataValidation>' +
        '<dataValidation type="list" showErrorMessage="1" sqref="C4"><formula1>answer_1</formula1></dataValidation></dataValidations>' +
        '<hyperlinks><hyperlink ref="A6" r:id="rLink1"/><hyperlink ref="A7" location="\'Lists\'!A1"/></hyperlinks>',
      tables: [table('parts', 'A5:B6', 'Part', 'Score: 1 – 3')],
      links: ['https://www.example.org/'],
    };
    const names =
      named('answer_1', "'1 Needs &amp; supply (all)'!$B$6") +
      named('_xlnm.Print_Area', "'1 Needs &amp; supply (all)'!$A$1:$B$6", ' localSheetId="0"') +
      named(
        '_xlnm.Print_Titles',
        "'1 Needs &amp; supply (all)'!$A:$A,'1 Needs &amp; supply (all)'!$5:$5",
        ' localSheetId="0"',
      ) +
      named('_xlnm.Print_Area', 'Lists!$A$1:$B$6', ' localSheetId="1"');
    const bytes = book(
      [
        { ...sheet, name: '1 Needs &amp; supply (all)' },
        { name: 'Lists', state: 'veryHidden', rows: '' },
      ],
      names,
    );
    expect(lintPackage(bytes)).toEqual([]);
  });

  test('what exceljs writes has no fault but that no sheet is selected', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Cover', { views: [{ showGridLines: false }] });
    sheet.getCell('A1').value = 'Title, with “quotes” & <signs>';
    sheet.addTable({ name: 'parts', ref: 'A5', columns: [{ name: 'Part' }, { name: 'Score' }], rows: [['a', 1]] });
    sheet.getCell('D5').value = { formula: 'SUM(B6:B9)', result: 1 };
    sheet.getCell('D6').value = { text: 'a link', hyperlink: 'https://www.example.org/' };
    expect(codesOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual(['view.selected']);
  });
});
