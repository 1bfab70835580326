import { escapeXml } from '../xml/escapeXml.ts';
import type { PaletteColour } from './theme.ts';
import { palette } from './theme.ts';

/** A row of cells that a chart refers to, with their present values: previewers draw from these. */
export interface ChartCells<T> {
  /** Absolute reference: `'Scorecard'!$B$10:$B$15`. */
  readonly reference: string;
  readonly values: readonly T[];
}

export interface ChartSeries {
  readonly name: ChartCells<string>;
  readonly values: ChartCells<number>;
  readonly colour: PaletteColour;
}

/** The top left corner of a cell, counted from 1, or some points to the right of it. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly right?: number;
}

/** Horizontal bars, one for each category, in which the series are stacked as shares of the whole. */
export interface StackedBarChart {
  /** The worksheet that shows it. */
  readonly sheet: string;
  /** Its top left corner and its bottom right one. */
  readonly from: ChartCorner;
  readonly to: ChartCorner;
  readonly title: string;
  /** What the chart shows, for people who cannot see it (practice R14). */
  readonly description: string;
  /** The whole of which the bars are shares. */
  readonly axisTitle: string;
  readonly categories: ChartCells<string>;
  readonly series: readonly ChartSeries[];
}

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const outline = '8A949B';

/**
 * The part of a chart (ECMA-376 part 1, 21.2). It also draws values of hidden cells, because the calculations are
 * hidden.
 */
export function chartPart(chart: StackedBarChart): string {
  return (
    `${declaration}<c:chartSpace ${namespaces}><c:roundedCorners val="0"/><c:chart>` +
    titleXml(chart.title, 1100, true) +
    `<c:autoTitleDeleted val="0"/><c:plotArea>${hasRoom(chart) ? room : '<c:layout/>'}` +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>` +
    chart.series.map((series, index) => seriesXml(series, index, chart.categories)).join('') +
    `<c:gapWidth val="30"/><c:overlap val="100"/><c:axId val="${axes.categories}"/><c:axId val="${axes.values}"/></c:barChart>` +
    categoryAxis +
    valueAxis(chart.axisTitle) +
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend>` +
    `<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid(outline)}</a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr>${solid(palette.plain.text)}<a:latin typeface="Arial"/></a:defRPr></a:pPr></a:p></c:txPr>` +
    `</c:chartSpace>`
  );
}

/** Characters of a title above or below the bars, if these have a fixed place. */
const longestTitle = 75;
const longestLegend = 120;

const hasRoom = ({ title, series }: StackedBarChart): boolean =>
  title.length <= longestTitle && series.flatMap(({ name }) => name.values).join('   ').length <= longestLegend;

/**
 * Where the bars are, as shares of the chart: with an automatic layout, some programs leave half of a low chart empty.
 */
const room =
  '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
  '<c:x val="0.35"/><c:y val="0.15"/><c:w val="0.61"/><c:h val="0.54"/></c:manualLayout></c:layout>';

const solid = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;

const textXml = (size: number, more = ''): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${more === '' ? 0 : 1}">${more}</a:defRPr></a:pPr></a:p></c:txPr>`;

function titleXml(title: string, size: number, bold: boolean): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>` +
    `<a:r><a:rPr ${look}/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

/** Any two numbers: they link the axes of one chart. */
const axes = { categories: 111111111, values: 222222222 } as const;

/** The first category on top, as in the table. */
const categoryAxis =
  `<c:catAx><c:axId val="${axes.categories}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
  `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
  `<c:spPr><a:ln w="9525">${solid(outline)}</a:ln></c:spPr>${textXml(900)}` +
  `<c:crossAx val="${axes.values}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;

/** Below the bars: with the first category on top, the end of the other axis is at the bottom. */
const valueAxis = (title: string): string =>
  `<c:valAx><c:axId val="${axes.values}"/><c:scaling><c:orientation val="minMax"/><c:max val="1"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
  `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(palette.grey.fill)}</a:ln></c:spPr></c:majorGridlines>${titleXml(title, 900, false)}<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
  `<c:spPr><a:ln w="9525">${solid(outline)}</a:ln></c:spPr>${textXml(900)}` +
  `<c:crossAx val="${axes.categories}"/><c:crosses val="max"/><c:crossBetween val="between"/><c:majorUnit val="0.25"/></c:valAx>`;

/**
 * The bars contain their counts, and a dark outline separates them, so that grey prints and colour-blind readers lose
 * nothing.
 */
function seriesXml({ name, values, colour }: ChartSeries, index: number, categories: ChartCells<string>): string {
  const { fill, text } = palette[colour];
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escapeXml(name.reference)}</c:f>${stringCache(name.values)}</c:strRef></c:tx>` +
    `<c:spPr>${solid(fill)}<a:ln w="9525">${solid(palette.plain.text)}</a:ln></c:spPr><c:invertIfNegative val="0"/>` +
    // A count of 0 has no label.
    '<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    `${textXml(900, solid(text))}<c:dLblPos val="ctr"/>` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${escapeXml(categories.reference)}</c:f>${stringCache(categories.values)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeXml(values.reference)}</c:f><c:numCache><c:formatCode>0</c:formatCode>${points(values.values)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

const stringCache = (values: readonly string[]): string => `<c:strCache>${points(values)}</c:strCache>`;

const points = (values: readonly (string | number)[]): string =>
  `<c:ptCount val="${values.length}"/>${values
    .map((value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`)
    .join('')}`;

/** The drawing of a sheet that places its charts; the nth chart has the relationship `rId` and n. */
export function drawingPart(charts: readonly StackedBarChart[]): string {
  const anchors = charts.map(({ from, to, title, description }, index) => {
    const id = index + 1;
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', from)}${cornerXml('to', to)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id + 1}" name="${escapeXml(title)}" descr="${escapeXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${namespaces}>${anchors.join('')}</xdr:wsDr>`;
}

/** English Metric Units, in which drawings are measured. */
const unitsPerPoint = 12_700;

const cornerXml = (name: 'from' | 'to', { row, column, right = 0 }: ChartCorner): string =>
  `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>${Math.round(right * unitsPerPoint)}</xdr:colOff>` +
  `<xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
