import { describeOption, levelName, mayLeaveBlank, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { address, sheetColumn } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { headerRow, maxRows } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { byWeakness, type QuestionCounts } from '../../figures/questions.ts';
import { belowTarget } from '../../figures/targets.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { countedBetween } from '../parts/dataPlan.ts';
import { figure, linkTo, medianOf, type RowSegment, shareOf, sumOf } from '../parts/formulas.ts';
import { type QuestionColumns, questionColumns } from '../parts/questionColumns.ts';
import { countedColumn } from './data.ts';

/** The sheet of counts by question, however many partners are counted. */
export const countsTable = {
  name: 'Questions',
  title: 'Counts at each level, by question, the weakest first',
  note: 'The counts are of partners who returned. The share is of those who answered the question. Unanswered includes answers that could not be read.',
  table: 'questions',
  nameColumns: 2,
  tabColour: 'result',
} as const;

/** The columns that name its rows. */
export const namedColumns: TableSheet['columns'] = [
  { heading: 'Ref', role: 'reference', width: 8 },
  { heading: 'Question', role: 'text', width: 54 },
];

/** The sheet Questions: the number of partners at each level, the weakest question first. */
export function questionsSheet(content: RollUpContent, questions: readonly QuestionCounts[]): SheetPlan {
  const columns = questionColumns(content.rollUp);
  return planTableSheet(content, {
    ...countsTable,
    columns: tableColumns(content, columns),
    printedColumns: columns.share,
    rows: byWeakness(questions).map((question, index) =>
      questionRow(content, columns, question, headerRow + 1 + index),
    ),
  });
}

function tableColumns({ rollUp }: RollUpContent, columns: QuestionColumns): TableSheet['columns'] {
  const scale = scoredScaleOf(rollUp.instrument);
  const [lowest] = scale.options;
  return [
    ...namedColumns,
    ...columns.counts.map((heading, index) => ({
      heading,
      role: 'number' as const,
      width: index < columns.levels ? 14 : 13,
    })),
    { heading: 'Answered', role: 'number', width: 11 },
    ...(columns.median === undefined ? [] : [{ heading: 'Median level', role: 'decimal' as const, width: 10 }]),
    { heading: lowest === undefined ? 'Share' : `Share at ${levelName(scale, lowest)}`, role: 'percent', width: 11 },
    ...columns.views.map(({ heading }) => ({ heading, role: 'text' as const, width: 26 })),
    { heading: 'Rows in Data', role: 'link', width: 20 },
    ...(columns.belowTarget === undefined
      ? []
      : ([
          { heading: 'Target', role: 'text', width: 20 },
          { heading: 'Partners below target', role: 'number', width: 14 },
        ] as const)),
  ];
}

function questionRow(
  content: RollUpContent,
  columns: QuestionColumns,
  question: QuestionCounts,
  row: number,
): readonly Content[] {
  const { rollUp, data } = content;
  const isTraced = data.traced === 'by formula' && data.count > 0;
  const { item, tally, answered, notAsked, optional, median, lowestShare } = question;
  const counted = sheetColumn('Data', countedColumn, headerRow + 1, headerRow + data.count);
  const counts = [
    ...[...tally.levels.values(), tally.notApplicable, tally.unanswered],
    ...(mayLeaveBlank(rollUp.instrument) ? [optional] : []),
    notAsked,
  ];
  const levels = { row, first: columns.firstCount, last: columns.firstCount + columns.levels - 1 };
  const answeredCell = address(row, columns.answered);
  return [
    item.key,
    item.question,
    ...columns.counts.map((_heading, index) => {
      const column = columns.firstCount + index;
      const sought = `$${address(row, columns.reference)}&"${countedBetween}"&${address(headerRow, column).replace(/\d+/, '$$$&')}`;
      return figure(isTraced, `COUNTIF(${counted},${sought})`, counts[index] ?? 0);
    }),
    figure(isTraced, sumOf(levels), answered),
    ...(columns.median === undefined
      ? []
      : [figure(isTraced, medianOf(rollUp.instrument, levels, answeredCell), median ?? missingValueMarks.unanswered)]),
    figure(
      isTraced,
      shareOf(address(row, columns.firstCount), answeredCell),
      lowestShare ?? missingValueMarks.unanswered,
    ),
    ...columns.views.map(({ partOf }) => partOf(question) ?? missingValueMarks.notApplicable),
    rowsInData(content, item.key),
    ...(columns.belowTarget === undefined ? [] : targetsOf(content, question, levels)),
  ];
}

/** The target of a question, and how many partners answered it with a lower level. */
function targetsOf(
  { rollUp: { instrument }, data }: RollUpContent,
  question: QuestionCounts,
  { row, first }: RowSegment,
): readonly Content[] {
  const below = belowTarget(instrument, question);
  if (below === undefined) return [missingValueMarks.notApplicable, missingValueMarks.notApplicable];
  const { target, levels, partners } = below;
  const isTraced = data.traced === 'by formula' && data.count > 0 && levels > 0;
  const sum = sumOf({ row, first, last: first + levels - 1 });
  return [describeOption(scoredScaleOf(instrument), target), figure(isTraced, sum, partners)];
}

/** A link to the answers behind a question's figures. */
export function rowsInData({ data }: RollUpContent, question: string): Content {
  const block = data.blocks.get(question);
  // A table longer than a sheet is cut, so the row may be missing.
  if (block === undefined || block[1] >= maxRows) return missingValueMarks.unanswered;
  const [first, last] = block.map((index) => headerRow + 1 + index);
  return linkTo('Data', first ?? 0, 1, `Rows ${first} to ${last}`);
}
