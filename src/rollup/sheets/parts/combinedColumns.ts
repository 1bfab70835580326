import type { Instrument } from '../../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { type Band, bandNames } from '../../../scoring/position.ts';
import type { TableSheet } from './content.ts';
import { uniqueHeadings } from './uniqueHeadings.ts';

/** The bands by which partners are counted, in the order of their columns. */
export const countedBands: readonly Band[] = ['red', 'amber', 'green', 'not-scored'];

/** Where the figures of combined scores are, as columns counted from 1. */
export interface CombinedColumns {
  readonly columns: TableSheet['columns'];
  /** The number of columns that are printed: the others, with the counts behind the figures, would make these too small. */
  readonly printed: number;
  readonly position: number;
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
  const hasMedian = !isChosenByLabel(scale);
  const printed: TableSheet['columns'] = [
    { heading: 'Position', role: 'position', width: 12 },
    { heading: `Share at ${lowest}`, role: 'percent', width: 11 },
    { heading: `Share at ${highest}`, role: 'percent', width: 11 },
    ...countedBands.map((band) => ({ heading: `Partners ${bandNames[band]}`, role: 'number' as const, width: 10 })),
    ...scale.options.map((option) => ({ heading: describeOption(scale, option), role: 'number' as const, width: 14 })),
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
  const firstLevel = position + 3 + countedBands.length;
  const coverage = before.length + printed.length;
  return {
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? '' })),
    printed: coverage,
    ...{ position, lowestShare: position + 1, highestShare: position + 2, firstBand: position + 3 },
    ...{ firstLevel, lastLevel: firstLevel + scale.options.length - 1 },
    median: hasMedian ? coverage - 1 : undefined,
    ...{ coverage, notApplicable: coverage + 1, unanswered: coverage + 2, answered: coverage + 3 },
  };
}
