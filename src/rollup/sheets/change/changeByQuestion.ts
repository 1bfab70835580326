import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import type { ChangeSince } from '../../figures/change.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { rowsInData } from '../questions/questions.ts';
import { caution, moveColumns, movesIn, reasonColumns, reasonsIn } from './changeCounts.ts';

/** The sheet Change: how many partners moved, question by question. */
export function changeByQuestionSheet(content: RollUpContent, since: string, { questions }: ChangeSince): SheetPlan {
  return planTableSheet(content, {
    name: 'Change',
    title: `Change ${since}, by question`,
    note: `${caution} The counts are of partners; up is towards the best level. Partners that cannot be compared are counted by reason.`,
    table: 'change',
    nameColumns: 2,
    printedColumns: 3 + moveColumns.length + reasonColumns.length,
    tabColour: 'result',
    columns: [
      { heading: 'Ref', role: 'reference', width: 8 },
      { heading: 'Question', role: 'text', width: 50 },
      { heading: 'Part', role: 'text', width: 24 },
      ...moveColumns,
      ...reasonColumns,
      { heading: 'Answers now', role: 'link', width: 20 },
    ],
    rows: questions.map(({ item, section, counts }) => [
      item.key,
      item.question,
      section.title,
      ...movesIn(counts),
      ...reasonsIn(counts),
      rowsInData(content, item.key),
    ]),
  });
}
