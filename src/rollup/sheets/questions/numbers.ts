import { unitName } from '../../../instrument/model/numbers.ts';
import { asksForNumbers, type FigureField, fieldOf } from '../../../instrument/model/traverse.ts';
import { address, sheetColumn } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { quotedText } from '../../../spreadsheet/plan/formulaText.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';

import {
  type Distribution,
  type NumberFigures,
  numberFigures,
  shownFigure,
  weightOf,
} from '../../figures/fields/numbers.ts';
import { namesOf } from '../../figures/fields/subjects.ts';

import { groupingHeadings } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { RollUp } from '../../load/rollUp.ts';
import { columnBreaks } from '../parts/columnBreaks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { figure } from '../parts/formulas.ts';
import type { Note } from '../parts/notesSheet.ts';
import { fieldColumns } from './fieldColumns.ts';

/** Whether a roll-up shows sums of numbers: those about people, and of partners without names, could disclose one. */
export const showsNumbers = ({ instrument, anonymous }: RollUp): boolean =>
  asksForNumbers(instrument) && instrument.aboutPeople !== true && anonymous !== true;

/** Columns of the sheet Data that formulas add up. */
const dataColumns = { question: 2, field: 3, answer: 4, region: 7 } as const;

/** The column with the name of the group: the last of those that say what the figures of a row are of. */
const groupColumn = 5;

const allPartners = 'All';

/** The sheet Numbers: counts, sums, medians and quartiles of every number, of all partners and by group. */
export function numbersSheet(content: RollUpContent): SheetPlan {
  const rows = numberFigures(content.rollUp, content.by);
  // Money in full has room, and each page of a print has text of 9 points or more.
  const columns: TableSheet['columns'] = [
    ...fieldColumns,
    { heading: 'Unit', role: 'text', width: 9 },
    { heading: groupingHeadings[content.by], role: 'text', width: 18 },
    { heading: 'Returned', role: 'number', width: 11 },
    { heading: 'With a number', role: 'number', width: 10 },
    { heading: 'Numbers', role: 'number', width: 10 },
    { heading: 'Sum', role: 'amount', width: 16 },
    { heading: 'Lower quartile', role: 'amount', width: 13 },
    { heading: 'Median', role: 'amount', width: 13 },
    { heading: 'Upper quartile', role: 'amount', width: 13 },
    { heading: 'Weighted mean', role: 'amount', width: 13 },
    { heading: 'Weighted by', role: 'text', width: 18 },
  ];
  return planTableSheet(content, {
    name: 'Numbers',
    title: 'Numbers: sums, medians and quartiles of what partners entered',
    note: 'Partners without a number are left out of every figure: none counts as zero.',
    table: 'numbers',
    nameColumns: groupColumn,
    titleColumns: groupColumn,
    columnBreaks: columnBreaks(
      columns.map(({ width }) => width),
      groupColumn,
    ),
    tabColour: 'result',
    columns,
    rows: rows.map((row, index) => cellsOf(content, row, headerRow + 1 + index)),
  });
}

function cellsOf(content: RollUpContent, row: NumberFigures, at: number): readonly Content[] {
  const { subject, field, group, figures } = row;
  const shown = (figure: keyof Distribution): Content => {
    if (typeof figures === 'string') return figures;
    const value = figures[figure];
    if (value === undefined) return missingValueMarks.notApplicable;
    return figure === 'sum' ? value : shownFigure(field, value);
  };
  return [
    ...namesOf(subject),
    field.heading,
    unitName(field) ?? missingValueMarks.notApplicable,
    group ?? allPartners,
    row.returned,
    row.partners,
    row.count,
    sumOf(content, row, at, shown('sum')),
    shown('lowerQuartile'),
    shown('median'),
    shown('upperQuartile'),
    shown('weighted'),
    weightName(row, field),
  ];
}

function weightName({ subject: { section } }: NumberFigures, field: FigureField): string {
  const weight = weightOf(field);
  return weight === undefined ? missingValueMarks.notApplicable : fieldOf(section, weight).heading;
}

/** Characters that SUMIFS takes for a pattern. */
const pattern = /[*?~<>=]/;

/** A formula over the sheet Data, where it has the numbers of the row and names the group. */
function sumOf({ data, by }: RollUpContent, row: NumberFigures, at: number, sum: Content): Content {
  const {
    subject: { item },
    field,
    group,
  } = row;
  const isCountable = item !== undefined && (group === undefined || by === 'region');
  const words = [field.heading, group ?? ''];
  if (typeof sum !== 'number' || !isCountable || data.holds !== 'everything' || data.traced === 'too many') return sum;
  if (words.some((text) => pattern.test(text) || text.length > 250)) return sum;
  const cells = (column: number): string => sheetColumn('Data', column, headerRow + 1, headerRow + data.count);
  const terms = [
    cells(dataColumns.answer),
    ...[cells(dataColumns.question), quotedText(item.key)],
    ...[cells(dataColumns.field), quotedText(field.heading)],
    ...(group === undefined ? [] : [cells(dataColumns.region), address(at, groupColumn)]),
  ];
  return figure(true, `SUMIFS(${terms.join(',')})`, sum);
}

/** How the sheet is read, for the notes. */
export function describeNumbers({ rollUp, by }: RollUpContent): readonly Note[] {
  if (!asksForNumbers(rollUp.instrument)) return [];
  if (!showsNumbers(rollUp))
    return [['Numbers', 'Sums and medians of numbers are on no sheet: they could disclose who answered.']];
  return [
    [
      'Numbers',
      `The sheet Numbers adds up what partners entered, for all and for each ${by}. Partners without a number are in no figure. A quarter of the numbers are below the lower quartile, half below the median, and a quarter above the upper quartile. Percentages are not added up: where a field names what they are shares of, the weighted mean is the share of all partners together.`,
    ],
  ];
}
