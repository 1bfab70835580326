import type { Workbook } from 'exceljs';
import { isChosenByLabel, levelName, optionWords, scoredScaleOf } from '../../instrument/traverse.ts';
import type { QuestionCounts } from '../questions.ts';
import { returnedOther } from '../rollUp.ts';
import { shorthand } from '../shorthand.ts';
import { type RollUpContent, writeTableSheet } from './content.ts';

/** How many partners put each question at each level. */
export function writeQuestions(workbook: Workbook, content: RollUpContent, questions: readonly QuestionCounts[]): void {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const { options } = scale;
  const [lowest] = options;
  const isMixed = returnedOther(content.rollUp).length > 0;
  writeTableSheet(workbook, content, {
    name: 'Questions',
    title: 'Counts at each level, by question',
    note: 'The counts are of partners who returned. The share is of those who answered the question. Blank includes what could not be read.',
    table: 'questions',
    columns: [
      { heading: 'Ref', role: 'reference', width: 8 },
      { heading: 'Part', role: 'text', width: 30 },
      { heading: 'Question', role: 'text', width: 60 },
      ...options.map((option) => ({ heading: optionWords(scale, option), role: 'number' as const, width: 14 })),
      { heading: 'Not applicable', role: 'number', width: 12 },
      { heading: 'Blank', role: 'number', width: 9 },
      ...(isMixed ? [{ heading: 'Not asked', role: 'number' as const, width: 9 }] : []),
      { heading: 'Answered', role: 'number', width: 11 },
      ...(isChosenByLabel(scale) ? [] : [{ heading: 'Median level', role: 'decimal' as const, width: 10 }]),
      { heading: lowest === undefined ? 'Share' : `Share at ${levelName(scale, lowest)}`, role: 'percent', width: 11 },
    ],
    rows: questions.map(({ section, item, tally, answered, notAsked, median, lowestShare }) => [
      item.key,
      section.title,
      item.question,
      ...tally.levels.values(),
      tally.notApplicable,
      tally.unanswered,
      ...(isMixed ? [notAsked] : []),
      answered,
      ...(isChosenByLabel(scale) ? [] : [median ?? shorthand.blank]),
      lowestShare ?? shorthand.blank,
    ]),
  });
}
