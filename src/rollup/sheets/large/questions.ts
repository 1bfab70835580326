import {
  describeOption,
  isChosenByLabel,
  levelName,
  mayLeaveBlank,
  scoredScaleOf,
} from '../../../instrument/model/traverse.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { byWeakness, lowestOf, type QuestionFigures, strongestFirst, weakestFirst } from '../../figures/questions.ts';
import { groupingHeadings } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type TableSheet } from '../parts/content.ts';
import { rankedColumns } from '../parts/rankedColumns.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import { countsTable, namedColumns } from '../questions/questions.ts';
import type { LargeContent } from './largeContent.ts';

/** How partners answered each question: all together, ranked from either end, and by group. */
export const largeQuestionSheets = (content: LargeContent): readonly SheetPlan[] => [
  questionsSheet(content),
  rankedSheet(content, 'Weakest areas'),
  rankedSheet(content, 'Strengths'),
  ...(content.groups.has(content.by) ? [byGroupSheet(content)] : []),
];

function questionsSheet(content: LargeContent): SheetPlan {
  const figures = figureColumns(content);
  return planTableSheet(content, {
    ...countsTable,
    columns: withUniqueHeadings([...namedColumns, { heading: 'Part', role: 'text', width: 26 }, ...figures.columns]),
    rows: byWeakness(content.all.questions).map((question) => [
      question.item.key,
      question.item.question,
      question.section.title,
      ...figures.cells(question),
    ]),
  });
}

function byGroupSheet(content: LargeContent): SheetPlan {
  const { by, groups } = content;
  const figures = figureColumns(content);
  const each = groups.get(by) ?? [];
  return planTableSheet(content, {
    name: `Questions by ${by}`,
    title: `Counts at each level, by question and ${by}`,
    note: 'The counts are of partners who returned. The share is of those who answered the question.',
    table: `questions_by_${by}`,
    nameColumns: 3,
    tabColour: 'result',
    columns: withUniqueHeadings([
      ...namedColumns,
      { heading: groupingHeadings[by], role: 'text', width: 24 },
      ...figures.columns,
    ]),
    rows: content.all.questions.flatMap(({ item }, place) =>
      each.flatMap(({ label, questions }) => {
        const own = questions[place];
        return own === undefined ? [] : [[item.key, item.question, label, ...figures.cells(own)]];
      }),
    ),
  });
}

/** The figures of a question, in columns. */
function figureColumns({ rollUp: { instrument }, all }: LargeContent): {
  readonly columns: TableSheet['columns'];
  readonly cells: (question: QuestionFigures) => readonly Content[];
} {
  const scale = scoredScaleOf(instrument);
  const [lowest] = scale.options;
  const isOptional = mayLeaveBlank(instrument);
  const isNotAsked = all.questions.some(({ notAsked }) => notAsked > 0);
  const hasMedian = !isChosenByLabel(scale);
  const number = (heading: string, width = 13): TableSheet['columns'][number] => ({ heading, role: 'number', width });
  return {
    columns: [
      ...scale.options.map((option) => number(describeOption(scale, option).replace(/\s+/g, ' ').trim(), 14)),
      number('Not applicable'),
      number('Unanswered'),
      ...(isOptional ? [number('Optional, blank')] : []),
      ...(isNotAsked ? [number('Not asked')] : []),
      number('Answered', 11),
      ...(hasMedian ? [{ heading: 'Median level', role: 'decimal' as const, width: 10 }] : []),
      { heading: lowest === undefined ? 'Share' : `Share at ${levelName(scale, lowest)}`, role: 'percent', width: 11 },
    ],
    cells: ({ tally, optional, notAsked, answered, median, lowestShare }) => [
      ...tally.levels.values(),
      tally.notApplicable,
      tally.unanswered,
      ...(isOptional ? [optional] : []),
      ...(isNotAsked ? [notAsked] : []),
      answered,
      ...(hasMedian ? [median ?? missingValueMarks.unanswered] : []),
      lowestShare ?? missingValueMarks.unanswered,
    ],
  };
}

function withUniqueHeadings(columns: TableSheet['columns']): TableSheet['columns'] {
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  return columns.map((column, place) => ({ ...column, heading: headings[place] ?? '' }));
}

/** Questions ranked by the share of partners at the lowest level, or at the highest. */
function rankedSheet(content: LargeContent, name: 'Weakest areas' | 'Strengths'): SheetPlan {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const { questions } = content.all;
  const isWeakest = name === 'Weakest areas';
  const option = scale.options.at(isWeakest ? 0 : -1);
  const level = option === undefined ? '' : levelName(scale, option);
  const ranked = isWeakest
    ? weakestFirst(questions).map((question) => ({
        ...question,
        share: question.lowestShare ?? 0,
        at: lowestOf(question),
      }))
    : strongestFirst(questions).map((question) => ({
        ...question,
        share: question.highestShare,
        at: question.atHighest,
      }));
  return planTableSheet(content, {
    name,
    title: `${name}: questions by the share of partners at ${level}`,
    note: isWeakest
      ? 'Largest share first, of the partners who answered; questions with no partner at this level are left out.'
      : 'Largest share first, of the partners who answered; only questions with more partners at this level than at the lowest.',
    table: isWeakest ? 'weakest_areas' : 'strengths',
    nameColumns: 3,
    tabColour: 'result',
    columns: rankedColumns(level),
    rows: ranked.map(({ item, section, share, at, answered }) => [
      // Equal shares have equal ranks.
      ranked.findIndex((other) => other.share === share) + 1,
      item.key,
      item.question,
      section.title,
      share,
      at,
      answered,
    ]),
  });
}
