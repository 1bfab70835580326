import type { Instrument } from '../../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import type { TableSheet } from './content.ts';
import { uniqueHeadings } from './uniqueHeadings.ts';

/** Columns of the combined scores of many partners in a part, with the counts at each level. */
export function combinedColumns(instrument: Instrument, before: TableSheet['columns']): TableSheet['columns'] {
  const scale = scoredScaleOf(instrument);
  const columns: TableSheet['columns'] = [
    { heading: 'View', role: 'text', width: 34 },
    { heading: 'Part', role: 'text', width: 40 },
    ...before,
    ...scale.options.map((option) => ({ heading: describeOption(scale, option), role: 'number' as const, width: 15 })),
    { heading: 'Not applicable', role: 'number', width: 12 },
    { heading: 'Unanswered', role: 'number', width: 13 },
    { heading: 'Answered', role: 'number', width: 11 },
    ...(isChosenByLabel(scale) ? [] : [{ heading: 'Median level', role: 'decimal' as const, width: 10 }]),
    { heading: 'Coverage', role: 'percent', width: 11 },
    { heading: 'Position', role: 'position', width: 13 },
    { heading: 'Partners who answered', role: 'number', width: 12 },
    { heading: 'Partners asked', role: 'number', width: 11 },
    { heading: 'Partner by partner', role: 'link', width: 20 },
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading.replace(/\s+/g, ' ').trim()));
  return columns.map((column, index) => ({ ...column, heading: headings[index] ?? '' }));
}
