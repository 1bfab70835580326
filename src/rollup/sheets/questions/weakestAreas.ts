import { isChosenByLabel, levelName, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import type { Partner } from '../../../partners/partner.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type QuestionCounts, weakestFirst } from '../../figures/questions.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { rankedColumns } from '../parts/rankedColumns.ts';
import { rowsInData } from './questions.ts';

/** Partners that a row names; if any row has more, all rows show codes. */
const maxNamed = 15;
const maxCodes = 100;

/** The questions ranked by the share of partners at the lowest level, with the names of the partners. */
export function weakestAreasSheet(content: RollUpContent, questions: readonly QuestionCounts[]): SheetPlan {
  const scale = scoredScaleOf(content.rollUp.instrument);
  const [lowest] = scale.options;
  const level = lowest === undefined ? '' : levelName(scale, lowest);
  const label = lowest === undefined || isChosenByLabel(scale) ? '' : ` (${lowest.label})`;
  const ranked = weakestFirst(questions);
  const byCode = ranked.some(({ atLowest }) => atLowest.length > maxNamed);
  const columns: TableSheet['columns'] = [
    ...rankedColumns(level),
    { heading: 'Which partners', role: 'text', width: 60 },
    { heading: 'Rows in Data', role: 'link', width: 20 },
  ];
  return planTableSheet(content, {
    name: 'Weakest areas',
    title: `Weakest areas: questions by the share of partners at ${level}${label}`,
    note: `Largest share first, of the partners who answered; questions with no partner at this level are left out.${byCode ? ' Partners are shown by code: the sheet Returns has their names.' : ''}`,
    table: 'weakest_areas',
    nameColumns: 3,
    printedColumns: columns.length - 1,
    tabColour: 'result',
    columns,
    rows: ranked.map(({ section, item, answered, lowestShare, atLowest }, index, all) => [
      rankOf(all, index),
      item.key,
      item.question,
      section.title,
      lowestShare ?? 0,
      atLowest.length,
      answered,
      whoIs(atLowest, byCode),
      rowsInData(content, item.key),
    ]),
  });
}

function whoIs(partners: readonly Partner[], byCode: boolean): string {
  if (!byCode) return partners.map(({ code, name }) => `${name} (${code})`).join('; ');
  const more = partners.length - maxCodes;
  const codes = partners.slice(0, maxCodes).map(({ code }) => code);
  return `${codes.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Equal shares have equal ranks. */
const rankOf = (questions: readonly QuestionCounts[], index: number): number =>
  questions.findIndex(({ lowestShare }) => lowestShare === questions[index]?.lowestShare) + 1;
