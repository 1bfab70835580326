import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../../definitions/pct-self-assessment.ts';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import { itemsOf } from '../../../src/instrument/model/traverse.ts';
import { answered, emptyResponse, type Response } from '../../../src/response/response.ts';
import type { BarChart } from '../../../src/spreadsheet/charts/chart.ts';
import { chartPart } from '../../../src/spreadsheet/charts/chartPart.ts';
import { drawingPart } from '../../../src/spreadsheet/charts/drawingPart.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { palette } from '../../../src/spreadsheet/style/theme.ts';
import { addCharts } from '../../../src/spreadsheet/write/addCharts.ts';
import { packZip } from '../../../src/spreadsheet/zip/packZip.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { withLibreOffice } from '../../programs.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { savedByLibreOffice } from '../../savedBy.ts';
import { fillIn } from '../../tools/fillIn.ts';
import { openWritten, type WrittenChart, type WrittenSheet } from '../../tools/lint/openWritten.ts';
import { allNamed, childOf, readXmlTree, textOf } from '../../tools/lint/xmlTree.ts';
import { lintPackage } from '../../tools/lint.ts';
import { sampleReturn } from '../../tools/sampleReturns.ts';

const awkward = `Needs & <supply> "of all" 'ages'`;

/** A chart of two bars and two series, on a sheet with the given name. */
const chartOn = (sheet: string, changes: Partial<BarChart> = {}): BarChart => ({
  kind: 'shares',
  sheet,
  from: { row: 5, column: 1 },
  to: { row: 12, column: 3 },
  title: awkward,
  description: `It shows ${awkward}`,
  axisTitle: 'Share',
  categories: { reference: "'Data'!$A$2:$A$3", values: [awkward, 'Two'] },
  series: [
    {
      name: { reference: "'Data'!$B$1", values: ['1 Weak'] },
      values: { reference: "'Data'!$B$2:$B$3", values: [0, 4] },
      colour: 'red',
    },
    {
      name: { reference: "'Data'!$C$1", values: ['2 Good'] },
      values: { reference: "'Data'!$C$2:$C$3", values: [3, 1] },
      colour: 'amber',
    },
  ],
  ...changes,
});

const size = { width: 500, height: 260 };

/** A workbook with everything on its first sheet that may come before or after a drawing. */
function workbook(change: (workbook: ExcelJS.Workbook) => void = () => {}): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(0);
  const first = book.addWorksheet('R & D "plans"', { views: [{ showGridLines: false }] });
  first.getCell('A1').value = 'Title';
  first.addTable({ name: 'parts', ref: 'A3', columns: [{ name: 'Part' }], rows: [['a']] });
  first.getCell('A2').value = { text: 'a link', hyperlink: 'https://www.example.org/' };
  first.headerFooter.oddFooter = '&LFooter';
  first.getRow(13).addPageBreak();
  first.addConditionalFormatting({
    ref: 'A4:A9',
    // Data bars bring an extension within the conditional format, and another at the end of the sheet.
    rules: [{ type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }] }],
  });
  const data = book.addWorksheet('Data', { state: 'hidden' });
  data.addRows([
    ['Data', '1 Weak', '2 Good'],
    [awkward, 0, 3],
    ['Two', 4, 1],
  ]);
  change(book);
  return book;
}

/** The package of such a workbook with charts added to it. */
async function withCharts(book: ExcelJS.Workbook, charts: readonly BarChart[]): Promise<Uint8Array> {
  const parts = new Map(Object.entries(unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))));
  addCharts(
    parts,
    charts.map((chart) => ({ chart, size })),
  );
  return packZip(parts);
}

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const namesIn = (parts: ReadonlyMap<string, string>, folder: string): readonly string[] =>
  [...parts.keys()].filter((name) => name.startsWith(folder)).sort();

describe('a chart in a package', () => {
  const sheet = 'R & D "plans"';
  let parts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    parts = partsOf(await withCharts(workbook(), [chartOn(sheet), chartOn('Data')]));
  });

  test('has a part of its own, and each sheet with charts one drawing', () => {
    expect(namesIn(parts, 'xl/charts/')).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart2.xml']);
    expect(namesIn(parts, 'xl/drawings/')).toEqual([
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/_rels/drawing2.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/drawings/drawing2.xml',
    ]);
  });

  test('is known to the content types', () => {
    const types = parts.get('[Content_Types].xml') ?? '';
    expect(types).toContain(
      '<Override PartName="/xl/charts/chart2.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>',
    );
    expect(types).toContain(
      '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>',
    );
  });

  test('is led to from its sheet, on which links and tables keep their relationships', () => {
    const ofSheet = parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
    expect(ofSheet).toMatch(/Id="rIdDrawing" Type="[^"]+\/drawing" Target="\/xl\/drawings\/drawing1\.xml"/);
    expect(ofSheet).toMatch(/Type="[^"]+\/table"/);
    expect(ofSheet).toMatch(/Type="[^"]+\/hyperlink"/);
    expect(parts.get('xl/worksheets/_rels/sheet2.xml.rels')).toMatch(/drawing2\.xml/);
    expect(parts.get('xl/drawings/_rels/drawing2.xml.rels')).toMatch(
      /Id="rId1" Type="[^"]+\/chart" Target="\/xl\/charts\/chart2\.xml"/,
    );
  });

  test("is where the worksheet's schema has drawings", () => {
    const elements = readXmlTree('sheet1.xml', new TextEncoder().encode(parts.get('xl/worksheets/sheet1.xml')));
    const names = elements.children.map(({ name }) => name);
    expect(names.slice(names.indexOf('headerFooter'))).toEqual([
      'headerFooter',
      'rowBreaks',
      'drawing',
      'tableParts',
      'extLst',
    ]);
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<drawing xmlns:r="[^"]+" r:id="rIdDrawing"\/>/);
  });

  test('says what it shows in a title and in alternative text, whatever the characters', () => {
    const drawing = readXmlTree('drawing', new TextEncoder().encode(parts.get('xl/drawings/drawing1.xml')));
    expect(allNamed(drawing, 'cNvPr').map((frame) => [frame.get('name'), frame.get('descr')])).toEqual([
      [awkward, `It shows ${awkward}`],
    ]);
    const chart = readXmlTree('chart', new TextEncoder().encode(parts.get('xl/charts/chart1.xml')));
    expect(textOf(childOf(childOf(chart, 'chart'), 'title'))).toBe(awkward);
    expect(allNamed(chart, 'cat').map((bars) => allNamed(bars, 'v').map(textOf))).toEqual([
      [awkward, 'Two'],
      [awkward, 'Two'],
    ]);
  });

  test('is the same whenever it is written', async () => {
    const charts = [chartOn(sheet), chartOn('Data')];
    // exceljs gives a data bar another id each time.
    const written = async (): Promise<readonly (readonly [string, string])[]> =>
      [...partsOf(await withCharts(workbook(), charts))].map(([name, part]) => [
        name,
        part.replaceAll(/\{[0-9A-F-]{36}\}/g, ''),
      ]);
    expect(await written()).toEqual(await written());
  });

  test('takes the next number where a picture has the first', async () => {
    const book = workbook((book) => {
      const image = book.addImage({ base64: 'iVBORw0KGgo=', extension: 'png' });
      book.addWorksheet('Picture').addImage(image, 'A1:B2');
    });
    const beside = partsOf(await withCharts(book, [chartOn('Data')]));
    expect(beside.get('xl/worksheets/_rels/sheet2.xml.rels')).toMatch(/drawing2\.xml/);
    expect(beside.get('xl/drawings/drawing1.xml')).not.toContain('chart');
  });

  test('is refused on a sheet that has a drawing already, or is not there', async () => {
    const book = workbook((book) => {
      const image = book.addImage({ base64: 'iVBORw0KGgo=', extension: 'png' });
      book.getWorksheet('Data')?.addImage(image, 'E1:F2');
    });
    await expect(withCharts(book, [chartOn('Data')])).rejects.toThrow('has a drawing already');
    const all = new Map(Object.entries(unzipSync(await withCharts(book, []))));
    expect(() => addCharts(all, [{ chart: chartOn('Nowhere'), size }])).toThrow('Nowhere');
  });

  test('adds nothing when there is none', async () => {
    const without = partsOf(await withCharts(workbook(), []));
    expect([...namesIn(without, 'xl/charts/'), ...namesIn(without, 'xl/drawings/')]).toEqual([]);
  });
});

describe('how a chart looks', () => {
  test('counts of 0 show nothing, and figures are legible on their bar', () => {
    const xml = chartPart(chartOn('Data'), size);
    expect(xml.match(/<c:numFmt formatCode="0;;"/g)).toHaveLength(2);
    // White on red, black on amber.
    const [red = '', amber = ''] = xml.match(/<c:ser>.*?<\/c:ser>/g) ?? [];
    expect(red).toMatch(/<c:dLbls>.*<a:noFill\/>.*"FFFFFF"/);
    expect(amber).toMatch(/<c:dLbls>.*<a:noFill\/>.*"000000"/);
  });

  test('a corner is a cell and points to the right of it', () => {
    const drawing = drawingPart([chartOn('Data', { to: { row: 13, column: 4, right: 10.5 } })]);
    expect(drawing.match(/<xdr:(?:from|to)>.*?<\/xdr:(?:from|to)>/g)).toEqual([
      '<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>',
      '<xdr:to><xdr:col>3</xdr:col><xdr:colOff>133350</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>',
    ]);
  });
});

const details = issuedFor(instrument);
const layout = layoutOf(instrument);

/** A response that was typed into the blank workbook. */
async function responseTo(levels: readonly number[], notApplicable: number): Promise<Response> {
  const typed = sampleReturn(instrument, { levels, notApplicable, diligence: 0.5 }, 4);
  return readResponse(readPackage(fillIn(await writeWorkbook(instrument, details), typed)), instrument).response;
}

const fillings: Readonly<Record<string, () => Promise<Response>>> = {
  blank: async () => emptyResponse(instrument),
  'half-filled': () => responseTo([0.15, 0.25, 0.2], 0.05),
  complete: () => responseTo([0.2, 0.42, 0.38], 0),
};

function scorecardOf(bytes: Uint8Array): WrittenSheet & { readonly charts: readonly WrittenChart[] } {
  const sheet = openWritten(bytes).sheets.find(({ name }) => name === 'Scorecard');
  if (sheet === undefined) throw new Error('There is no scorecard');
  return sheet;
}

const barsOf = ({ root }: WrittenChart): readonly string[] =>
  allNamed(allNamed(root, 'cat')[0], 'v').map((value) => textOf(value));
const countsOf = ({ root }: WrittenChart): readonly (readonly number[])[] =>
  allNamed(root, 'val').map((values) => allNamed(values, 'v').map((value) => Number(textOf(value))));

describe.each(Object.keys(fillings))('the charts of a workbook that is %s', (filling) => {
  let bytes: Uint8Array;
  let sheet: WrittenSheet;
  beforeAll(async () => {
    bytes = await writeWorkbook(instrument, details, await fillings[filling]?.());
    sheet = scorecardOf(bytes);
  });
  const shown = (row: number, column: number): string | undefined =>
    sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content;

  test('are one for each view that has no sheet of its own, and the lint finds no fault in them', () => {
    expect(sheet.charts.map(({ name }) => name)).toEqual([
      'Parts of the commissioning cycle: position and answers by level',
    ]);
    expect(lintPackage(bytes)).toEqual([]);
  });

  test('are on the rows reserved for them, below the tables', () => {
    const [chart] = layout.scorecard.charts;
    const [from, to] = [
      ...(partsOf(bytes).get('xl/drawings/drawing1.xml') ?? '').matchAll(
        /<xdr:(?:from|to)><xdr:col>(\d+)<\/xdr:col><xdr:colOff>\d+<\/xdr:colOff><xdr:row>(\d+)</g,
      ),
    ].map((corner) => corner.slice(1).map(Number));
    expect(from).toEqual([0, (chart?.firstRow ?? 0) - 1]);
    expect(to?.[1]).toBe(chart?.lastRow);
    expect(chart?.firstRow).toBeGreaterThan(layout.scorecard.views.at(-1)?.lastRow ?? 0);
  });

  test('show the counts of the table, unanswered questions last and in grey', () => {
    const { columns, views } = layout.scorecard;
    const [{ firstRow, lastRow } = { firstRow: 0, lastRow: 0 }] = views;
    const table = [0, 1, 2].map((level) => columns.firstLevel + level).concat(columns.unanswered);
    const [chart] = sheet.charts;
    expect(chart === undefined ? [] : countsOf(chart)).toEqual(
      table.map((column) =>
        Array.from({ length: lastRow - firstRow + 1 }, (_, offset) => Number(shown(firstRow + offset, column))),
      ),
    );
    const last = partsOf(bytes)
      .get('xl/charts/chart1.xml')
      ?.match(/<c:ser>.*?<\/c:ser>/g)
      ?.at(-1);
    expect(last).toContain('<c:v>Unanswered</c:v>');
    expect(last).toContain(`<c:spPr><a:solidFill><a:srgbClr val="${palette.grey.fill}"/>`);
  });

  test('label each bar with its part and its position', () => {
    const { columns, views } = layout.scorecard;
    const bars = sheet.charts.flatMap(barsOf);
    const positions = views
      .slice(0, 1)
      .flatMap(({ firstRow, lastRow }) =>
        Array.from({ length: lastRow - firstRow + 1 }, (_, offset) => shown(firstRow + offset, columns.position)),
      );
    expect(bars.map((bar) => bar.split(': ')[1])).toEqual(positions);
    expect(bars[0]).toMatch(/^1 Assessing need: /);
    expect(bars.at(-1)).toMatch(/^6 Patient feedback: /);
  });
});

describe('a scale of five levels', () => {
  const five = defineInstrument({
    ...sampleDefinition,
    scales: sampleDefinition.scales.map((scale) => ({
      ...scale,
      options: [1, 2, 3, 4, 5].map((level) => ({ level, label: `Level & ${level}`, meaning: 'So good.' })),
    })),
    sections: sampleDefinition.sections.map((section) =>
      section.shape === 'entries'
        ? section
        : {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => ({
                ...item,
                criteria: [1, 2, 3, 4, 5].map((level) => ({ level, text: 'Criterion' })),
              })),
            })),
          },
    ),
  });

  test('has a fill of its own for each level', async () => {
    const levels = new Map(
      itemsOf(five).map(({ item }, index) => [item.key, new Map([['score', answered(index + 1)]])]),
    );
    const response: Response = { ...emptyResponse(five), items: levels };
    const bytes = await writeWorkbook(five, issuedFor(five), response);
    expect(lintPackage(bytes)).toEqual([]);
    const series =
      partsOf(bytes)
        .get('xl/charts/chart1.xml')
        ?.match(/<c:ser>.*?<\/c:ser>/g) ?? [];
    const fills = series.map((xml) => /<c:spPr><a:solidFill><a:srgbClr val="(\w+)"/.exec(xml)?.[1]);
    // And the grey of what is unanswered.
    expect(new Set(fills).size).toBe(6);
  });
});

withLibreOffice('in LibreOffice', () => {
  test('charts are still there when it has saved the file, and follow its figures', { timeout: 120_000 }, async () => {
    const typed = sampleReturn(instrument, { levels: [0.2, 0.42, 0.38], notApplicable: 0, diligence: 0.5 }, 4);
    const [saved = new Uint8Array()] = savedByLibreOffice([fillIn(await writeWorkbook(instrument, details), typed)]);
    const expected = scorecardOf(await writeWorkbook(instrument, details, await fillings['complete']?.()));
    const { charts } = scorecardOf(saved);
    // One on the Scorecard and one for each perspective.
    expect(namesIn(partsOf(saved), 'xl/charts/chart')).toHaveLength(5);
    expect(charts.map(barsOf)).toEqual(expected.charts.map(barsOf));
    expect(charts.map(countsOf)).toEqual(expected.charts.map(countsOf));
  });
});
