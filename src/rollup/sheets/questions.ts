import type { Workbook } from 'exceljs';
import { scoredScaleOf } from '../../instrument/traverse.ts';
import { completeSheet, type TableColumn, writeTable } from '../../spreadsheet/worksheet.ts';
import type { QuestionCounts } from '../questions.ts';
import { shorthand } from '../shorthand.ts';
import { headerRow, type RollUpContent, startSheet } from './content.ts';

/** How many partners put each question at each level. */
export function writeQuestions(workbook: Workbook, content: RollUpContent, questions: readonly QuestionCounts[]): void {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const columns: readonly TableColumn[] = [
    { heading: 'Ref', role: 'reference' },
    { heading: 'Part', role: 'text' },
    { heading: 'Question', role: 'text' },
    ...scale.options.map(({ level, label }) => ({ heading: `${level} ${label}`, role: 'number' as const })),
    { heading: 'Not applicable', role: 'number' },
    { heading: 'Blank', role: 'number' },
    { heading: 'Answered', role: 'number' },
    { heading: 'Median level', role: 'decimal' },
    { heading: `Share at level ${scale.options[0]?.level}`, role: 'percent' },
  ];
  const sheet = startSheet(workbook, content, {
    name: 'Questions',
    title: 'Counts at each level, by question',
    note: 'The counts are of partners who returned. The share is of those who answered the question. Blank includes what could not be read.',
    widths: [8, 30, 60, ...scale.options.map(() => 14), 12, 9, 11, 10, 11],
  });
  writeTable(
    sheet,
    'questions',
    headerRow,
    columns,
    questions.map(({ section, item, tally, answered, median, lowestShare }) => [
      item.key,
      section.title,
      item.question,
      ...tally.levels.values(),
      tally.notApplicable,
      tally.unanswered,
      answered,
      median ?? shorthand.blank,
      lowestShare ?? shorthand.blank,
    ]),
  );
  completeSheet(sheet);
}
