import type { Instrument } from '../../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandName, bandsOf } from '../../../scoring/bands.ts';
import { lineWidth } from '../../../spreadsheet/style/rowHeight.ts';
import { english } from '../../../words/english/english.ts';
import { ruleFigureHeadings, ruleFigureRole } from '../../../workbook/parts/figures.ts';
import type { TableSheet } from './content.ts';
import { uniqueHeadings } from './uniqueHeadings.ts';

/** Where the figures of combined scores are, as columns counted from 1. */
export interface CombinedColumns {
  readonly columns: TableSheet['columns'];
  /** The number of columns that are printed: the others, with the counts behind the figures, would make these too small. */
  readonly printed: number;
  readonly position: number;
  /** Undefined if positions follow from counts. */
  readonly figure: number | undefined;
  readonly lowestShare: number;
  readonly highestShare: number;
  readonly firstBand: number;
  readonly firstLevel: number;
  readonly lastLevel: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly answered: number;
  /** Undefined if people never see the numbers of levels. */
  readonly median: number | undefined;
  readonly coverage: number;
}

/** Columns of the combined scores of many partners in a part, with the counts of partners by position and of answers by level. */
export function combinedColumns(
  instrument: Instrument,
  before: TableSheet['columns'],
  after: TableSheet['columns'] = [],
): CombinedColumns {
  const scale = scoredScaleOf(instrument);
  const [lowest, highest] = [scale.options.at(0), scale.options.at(-1)].map((option) =>
    option === undefined ? '' : levelName(scale, option),
  );
  const bands = bandsOf(instrument);
  const figures = ruleFigureColumns(instrument);
  // A rule by a figure has that in its place.
  const hasMedian = !isChosenByLabel(scale) && figures.length === 0;
  const printed: TableSheet['columns'] = [
    { heading: 'Position', role: 'position', width: 12 },
    ...figures,
    { heading: `Share at ${lowest}`, role: 'percent', width: 11 },
    { heading: `Share at ${highest}`, role: 'percent', width: 11 },
    ...bands.map(({ band }) => ({
      ...{ heading: `Partners ${bandName(band)}`, role: 'number' as const },
      width: Math.max(10, wordWidth(bandName(band))),
    })),
    ...scale.options.map((option) => ({
      ...{ heading: describeOption(scale, option), role: 'number' as const },
      width: Math.max(10, Math.min(14, lineWidth(describeOption(scale, option), headingSize) + 1)),
    })),
    ...(hasMedian ? [{ heading: 'Median level', role: 'decimal' as const, width: 9 }] : []),
    { heading: 'Coverage', role: 'percent', width: 11 },
  ];
  const others: TableSheet['columns'] = [
    { heading: 'Not applicable', role: 'number', width: 12 },
    { heading: 'Unanswered', role: 'number', width: 13 },
    { heading: 'Answered', role: 'number', width: 11 },
    { heading: 'Partners who answered', role: 'number', width: 12 },
  ];
  const columns = [...before, ...printed, ...others, ...after];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading.replace(/\s+/g, ' ').trim()));
  const position = before.length + 1;
  const lowestShare = position + figures.length + 1;
  const firstLevel = lowestShare + 2 + bands.length;
  const coverage = before.length + printed.length;
  return {
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? '' })),
    printed: coverage,
    ...{ position, lowestShare, highestShare: lowestShare + 1, firstBand: lowestShare + 2 },
    figure: figures.length === 0 ? undefined : position + 1,
    ...{ firstLevel, lastLevel: firstLevel + scale.options.length - 1 },
    median: hasMedian ? coverage - 1 : undefined,
    ...{ coverage, notApplicable: coverage + 1, unanswered: coverage + 2, answered: coverage + 3 },
  };
}

/** The column of the figure behind positions, if the rule has one. */
function ruleFigureColumns(instrument: Instrument): TableSheet['columns'] {
  const role = ruleFigureRole(instrument);
  return ruleFigureHeadings(english, instrument).map((heading) => ({
    ...{ heading, role },
    width: Math.max(11, wordWidth(heading)),
  }));
}

/** The width of a column with this heading, so that no word is broken. */
export const wordWidth = (heading: string): number =>
  Math.max(...heading.split(/\s+/).map((word) => lineWidth(word, headingSize))) + 1;

/** Bold text of 10 points is as wide as ordinary text of this size. */
const headingSize = 11;
