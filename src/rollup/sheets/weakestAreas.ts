import type { Workbook } from 'exceljs';
import { isChosenByLabel, levelName, scoredScaleOf } from '../../instrument/traverse.ts';
import { type QuestionCounts, weakestFirst } from '../questions.ts';
import { type RollUpContent, writeTableSheet } from './content.ts';
import { rowsInData } from './questions.ts';

/** Questions ranked by the share of partners at the lowest level, with the partners named. */
export function writeWeakestAreas(
  workbook: Workbook,
  content: RollUpContent,
  questions: readonly QuestionCounts[],
): void {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const [lowest] = scale.options;
  const level = lowest === undefined ? '' : levelName(scale, lowest);
  const label = lowest === undefined || isChosenByLabel(scale) ? '' : ` (${lowest.label})`;
  writeTableSheet(workbook, content, {
    name: 'Weakest areas',
    title: `Weakest areas: questions by the share of partners at ${level}${label}`,
    note: 'Largest share first; the share is of the partners who answered. Questions that nobody put at this level are not listed.',
    table: 'weakest_areas',
    columns: [
      { heading: 'Rank', role: 'number', width: 8 },
      { heading: 'Ref', role: 'reference', width: 8 },
      { heading: 'Question', role: 'text', width: 60 },
      { heading: 'Part', role: 'text', width: 30 },
      { heading: `Share at ${level}`, role: 'percent', width: 12 },
      { heading: `Partners at ${level}`, role: 'number', width: 12 },
      { heading: 'Partners who answered', role: 'number', width: 12 },
      { heading: 'Which partners', role: 'text', width: 90 },
      { heading: 'Rows in Data', role: 'link', width: 22 },
    ],
    rows: weakestFirst(questions).map(({ section, item, answered, lowestShare, atLowest }, index, all) => [
      rankOf(all, index),
      item.key,
      item.question,
      section.title,
      lowestShare ?? 0,
      atLowest.length,
      answered,
      atLowest.map(({ code, name }) => `${name} (${code})`).join('; '),
      rowsInData(content, item.key),
    ]),
  });
}

/** Equal shares have equal ranks. */
const rankOf = (questions: readonly QuestionCounts[], index: number): number =>
  questions.findIndex(({ lowestShare }) => lowestShare === questions[index]?.lowestShare) + 1;
