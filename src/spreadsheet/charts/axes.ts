import type { Chart } from './chart.ts';
import { labelText, solid, titleXml } from './chartText.ts';

/** Any two numbers: they link the axes of one chart. */
const ids = { categories: 111111111, values: 222222222 } as const;

export const axisIds = `<c:axId val="${ids.categories}"/><c:axId val="${ids.values}"/>`;

export const lineColour = '8A949B';
const gridColour = 'D9DDE0';

/** The axes of a chart (ECMA-376 part 1, 21.2.2.25 and 21.2.2.226). */
export const axesXml = (chart: Chart): string => categoryAxis(chart) + valueAxis(chart);

/** Bars have the first category on top, as in the table. */
function categoryAxis(chart: Chart): string {
  const isBars = chart.kind !== 'lines' && chart.kind !== 'radar';
  const title =
    'categoryTitle' in chart && chart.categoryTitle !== undefined ? titleXml(chart.categoryTitle, 'small') : '';
  return (
    `<c:catAx><c:axId val="${ids.categories}"/><c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBars ? 'l' : 'b'}"/>` +
    (chart.kind === 'radar' ? gridlines : '') +
    `${title}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr><a:ln w="9525">${solid(lineColour)}</a:ln></c:spPr>${labelText()}` +
    `<c:crossAx val="${ids.values}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

const gridlines = `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(gridColour)}</a:ln></c:spPr></c:majorGridlines>`;

/** Below bars: with the first category on top, the end of the other axis is at the bottom. */
function valueAxis(chart: Chart): string {
  const { kind, axisTitle, format = '0' } = chart;
  const isBars = kind !== 'lines' && kind !== 'radar';
  const { min, max, step } = axisOf(chart);
  const end = max === undefined ? '' : `<c:max val="${max}"/>`;
  return (
    `<c:valAx><c:axId val="${ids.values}"/><c:scaling><c:orientation val="minMax"/>${end}<c:min val="${min}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBars ? 'b' : 'l'}"/>` +
    // Programs draw no title on the axis of a radar chart, and some draw it across the chart.
    `${gridlines}${kind === 'radar' ? '' : titleXml(axisTitle, 'small')}<c:numFmt formatCode="${kind === 'shares' ? '0%' : format}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr><a:ln w="9525">${solid(lineColour)}</a:ln></c:spPr>${labelText()}` +
    `<c:crossAx val="${ids.categories}"/><c:crosses val="${isBars ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/>${step === undefined ? '' : `<c:majorUnit val="${step}"/>`}</c:valAx>`
  );
}

interface AxisEnds {
  readonly min: number;
  readonly max?: number;
  readonly step?: number;
}

/** Up to this count, programs would put the same whole number twice at the axis. */
const fewCounts = 10;

function axisOf({ kind, axis, series }: Chart): AxisEnds {
  if (axis !== undefined) return axis;
  if (kind === 'shares') return { min: 0, max: 1, step: 0.25 };
  if (kind !== 'counts') return { min: 0 };
  const rows = series[0]?.values.values.map((_value, row) =>
    series.reduce((sum, { values }) => sum + (values.values[row] ?? 0), 0),
  );
  return Math.max(0, ...(rows ?? [])) <= fewCounts ? { min: 0, step: 1 } : { min: 0 };
}
