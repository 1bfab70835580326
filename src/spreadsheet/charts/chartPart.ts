import { palette } from '../style/theme.ts';
import { axesXml, axisIds, lineColour } from './axes.ts';
import type { Chart, ChartSize } from './chart.ts';
import { labelText, solid, titleXml } from './chartText.ts';
import { plotLayout } from './plotLayout.ts';
import { barSeries, lineSeries } from './series.ts';

/**
 * The part of a chart (ECMA-376 part 1, 21.2). It also draws values of hidden cells, because the calculations are
 * hidden.
 */
export function chartPart(chart: Chart, size: ChartSize): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(chart.title, 'title')}` +
    `<c:autoTitleDeleted val="0"/><c:plotArea>${plotLayout(chart, size)}${plotXml(chart)}${axesXml(chart)}` +
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${labelText()}</c:legend>` +
    `<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid(lineColour)}</a:ln></c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr>${solid(palette.plain.text)}<a:latin typeface="Arial"/></a:defRPr></a:pPr></a:p></c:txPr>` +
    `</c:chartSpace>`
  );
}

function plotXml(chart: Chart): string {
  switch (chart.kind) {
    case 'shares':
      return bars('percentStacked', barSeries(chart), 100);
    case 'counts':
      return bars('stacked', barSeries(chart), 100);
    case 'clustered':
      return bars('clustered', barSeries(chart), 0);
    case 'lines':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lineSeries(chart)}<c:marker val="1"/>${axisIds}</c:lineChart>`;
    case 'radar':
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${lineSeries(chart)}${axisIds}</c:radarChart>`;
  }
}

const bars = (grouping: string, series: string, overlap: number): string =>
  `<c:barChart><c:barDir val="bar"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}` +
  `<c:gapWidth val="30"/><c:overlap val="${overlap}"/>${axisIds}</c:barChart>`;
