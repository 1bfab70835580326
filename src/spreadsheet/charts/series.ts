import { lineLooks, palette } from '../style/theme.ts';
import { escapeXml } from '../xml/escapeXml.ts';
import type { BarChart, Chart, ChartCells, ChartSeries, LineChart } from './chart.ts';
import { labelText, solid } from './chartText.ts';

/**
 * The series of bars. They contain or bear their values, and a dark outline separates them, so that grey prints and
 * colour-blind readers lose nothing.
 */
export const barSeries = ({ kind, series, categories, format = '0' }: BarChart): string =>
  series
    .map((one, index) => {
      const { fill, text } = palette[one.colour];
      const isInside = kind !== 'clustered';
      return (
        `<c:ser>${nameXml(one, index)}` +
        `<c:spPr>${solid(fill)}<a:ln w="9525">${solid(palette.plain.text)}</a:ln></c:spPr><c:invertIfNegative val="0"/>` +
        // A count of 0 has no room in a bar.
        `<c:dLbls><c:numFmt formatCode="${isInside ? '0;;' : escapeXml(format)}" sourceLinked="0"/>${plainLabel}` +
        `${labelText(isInside ? text : palette.plain.text)}<c:dLblPos val="${isInside ? 'ctr' : 'outEnd'}"/>${showValue}</c:dLbls>` +
        `${dataXml(one, categories, format)}</c:ser>`
      );
    })
    .join('');

/** The series of lines. Values at their points would cover each other: the table holds them. */
export const lineSeries = ({ kind, series, categories, format = '0' }: LineChart): string =>
  series
    .map((one, index) => {
      const { colour, marker, dash } = lineLooks[index % lineLooks.length] ?? lineLooks[0];
      return (
        `<c:ser>${nameXml(one, index)}` +
        `<c:spPr><a:ln w="28575" cap="rnd">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr>` +
        `<c:marker><c:symbol val="${marker}"/><c:size val="8"/><c:spPr>${solid(colour)}<a:ln w="9525">${solid(colour)}</a:ln></c:spPr></c:marker>` +
        `${dataXml(one, categories, format)}${kind === 'lines' ? '<c:smooth val="0"/>' : ''}</c:ser>`
      );
    })
    .join('');

const nameXml = ({ name }: ChartSeries, index: number): string =>
  `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escapeXml(name.reference)}</c:f>${stringCache(name.values)}</c:strRef></c:tx>`;

const dataXml = ({ values }: ChartSeries, categories: Chart['categories'], format: string): string =>
  `<c:cat><c:strRef><c:f>${escapeXml(categories.reference)}</c:f>${stringCache(categories.values)}</c:strRef></c:cat>` +
  `<c:val><c:numRef><c:f>${escapeXml(values.reference)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>${points(values.values)}</c:numCache></c:numRef></c:val>`;

const plainLabel = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

const showValue =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

const stringCache = (values: ChartCells<string>['values']): string => `<c:strCache>${points(values)}</c:strCache>`;

const points = (values: readonly (string | number | undefined)[]): string =>
  `<c:ptCount val="${values.length}"/>${values
    .map((value, index) =>
      value === undefined ? '' : `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
    )
    .join('')}`;
