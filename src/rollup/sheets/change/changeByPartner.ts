import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type ChangeCounts, type ChangeSince, comparedOf } from '../../figures/change.ts';
import { regionNames } from '../../load/areaNames.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { PartnerResult } from '../../load/rollUp.ts';
import { columnBreaks } from '../parts/columnBreaks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import { caution, emptyMark, headingOf } from './changeCounts.ts';

/** The region, code and name of the partner. */
const titleColumns = 3;

/** The sheet Change by partner: how many questions of each partner moved, and the net movement in each part. */
export function changeByPartnerSheet(content: RollUpContent, since: string, change: ChangeSince): SheetPlan {
  const { previous, round, partners } = content.rollUp;
  const regionOf = regionNames(partners.map(({ partner }) => partner));
  const comparedWith: TableSheet['columns'] =
    previous === undefined || previous.predecessors.length === 0
      ? []
      : [{ heading: `Answers of ${previous.round.round}`, role: 'text', width: 22 }];
  const number = { role: 'number', width: 9 } as const;
  const columns: TableSheet['columns'] = [
    { heading: 'Region', role: 'text', width: 16 },
    { heading: 'Partner code', role: 'reference', width: 9 },
    { heading: 'Partner', role: 'text', width: 28 },
    ...comparedWith,
    { heading: 'Moved up', ...number },
    { heading: 'The same', ...number },
    { heading: 'Moved down', ...number },
    { heading: 'Not compared', role: 'number', width: 11 },
    ...change.parts.map((part) => ({ heading: `Net: ${headingOf(part)}`, role: 'change', width: 13 }) as const),
  ];
  const returns: TableSheet['columns'] = [previous?.round.round, round.round].map((name) => ({
    heading: `Returned in ${name}`,
    role: 'text',
    width: 12,
  }));
  const headings = uniqueHeadings([...columns, ...returns].map(({ heading }) => heading));
  return planTableSheet(content, {
    name: 'Change by partner',
    title: `Change ${since}, by partner`,
    note: `${caution} The counts are of questions; net are those that moved up less those that moved down: ▲ up, ▼ down. [x] means no return in one of the rounds.`,
    table: 'change_by_partner',
    nameColumns: titleColumns,
    tabColour: 'result',
    titleColumns,
    printedColumns: columns.length,
    columnBreaks: columnBreaks(
      columns.map(({ width }) => width),
      titleColumns,
    ),
    columns: [...columns, ...returns].map((column, index) => ({ ...column, heading: headings[index] ?? '' })),
    rows: change.partners.map(({ partner, counts }) => [
      regionOf(partner.partner) ?? missingValueMarks.unanswered,
      partner.partner.code,
      partner.partner.name,
      ...comparedWith.map(() => answersThen(partner)),
      ...movesOf(counts[0]),
      ...counts.map(netMove),
      hasReturnedThen(partner) ? 'Yes' : missingValueMarks.noReturn,
      partner.result === undefined ? missingValueMarks.noReturn : 'Yes',
    ]),
  });
}

/** The partner that gave the earlier answers, as `Its own` or `Ashmere (A3)`. */
function answersThen({ lastRound }: PartnerResult): string {
  if (lastRound?.predecessors === undefined) return hasAnswers(lastRound) ? 'Its own' : missingValueMarks.noReturn;
  const names = lastRound.predecessors.map(({ code, name }) => `${name} (${code})`);
  return hasAnswers(lastRound) ? names.join(', ') : 'Several: see below';
}

const hasAnswers = (lastRound: PartnerResult['lastRound']): boolean => lastRound?.scorecard !== undefined;

/** Whether a partner returned in the earlier round. */
export const hasReturnedThen = ({ lastRound }: PartnerResult): boolean => hasAnswers(lastRound);

/** How many questions of a partner moved up, stayed, moved down, and cannot be compared. */
function movesOf(counts: ChangeCounts | undefined): readonly Content[] {
  if (counts === undefined) return [];
  const { better, same, worse } = counts;
  const mark = noMoves(counts);
  if (mark === missingValueMarks.noReturn) return Array.from({ length: 4 }, () => mark);
  const left = counts['question-changed'] + counts['not-applicable'] + counts.blank;
  return [...[better, same, worse].map((count) => mark ?? count), left];
}

const netMove = (counts: ChangeCounts): Content => noMoves(counts) ?? counts.better - counts.worse;

/** The mark in place of figures if nothing can be compared. */
function noMoves(counts: ChangeCounts): string | undefined {
  if (counts['no-return-then'] + counts['no-return-now'] > 0) return missingValueMarks.noReturn;
  return comparedOf(counts) === 0 ? emptyMark(counts) : undefined;
}
