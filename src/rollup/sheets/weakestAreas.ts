import type { Workbook } from 'exceljs';
import { scoredScaleOf } from '../../instrument/traverse.ts';
import { completeSheet, writeTable } from '../../spreadsheet/worksheet.ts';
import { type QuestionCounts, weakestFirst } from '../questions.ts';
import { headerRow, type RollUpContent, startSheet } from './content.ts';

/** Questions ranked by the share of partners at the lowest level, with the partners named. */
export function writeWeakestAreas(
  workbook: Workbook,
  content: RollUpContent,
  questions: readonly QuestionCounts[],
): void {
  const lowest = scoredScaleOf(content.rollUp.instrument).options[0];
  const sheet = startSheet(workbook, content, {
    name: 'Weakest areas',
    title: `Weakest areas: questions by the share of partners at level ${lowest?.level} (${lowest?.label})`,
    note: 'Largest share first; the share is of the partners who answered. Questions that nobody put at this level are not listed.',
    widths: [8, 8, 60, 30, 12, 12, 12, 60],
  });
  writeTable(
    sheet,
    'weakest_areas',
    headerRow,
    [
      { heading: 'Rank', role: 'number' },
      { heading: 'Ref', role: 'reference' },
      { heading: 'Question', role: 'text' },
      { heading: 'Part', role: 'text' },
      { heading: `Share at level ${lowest?.level}`, role: 'percent' },
      { heading: `Partners at level ${lowest?.level}`, role: 'number' },
      { heading: 'Partners who answered', role: 'number' },
      { heading: 'Which partners', role: 'text' },
    ],
    weakestFirst(questions).map(({ section, item, answered, lowestShare, atLowest }, index, all) => [
      rankOf(all, index),
      item.key,
      item.question,
      section.title,
      lowestShare ?? 0,
      atLowest.length,
      answered,
      atLowest.map(({ code, name }) => `${name} (${code})`).join('; '),
    ]),
  );
  completeSheet(sheet);
}

/** Equal shares have equal ranks. */
const rankOf = (questions: readonly QuestionCounts[], index: number): number =>
  questions.findIndex(({ lowestShare }) => lowestShare === questions[index]?.lowestShare) + 1;
