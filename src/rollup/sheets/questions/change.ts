import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { partLabel } from '../../../workbook/layout/layout.ts';
import { type ChangeCounts, type ChangeSince, changeSince, comparedOf, type PartChange } from '../../figures/change.ts';
import { regionNames } from '../../load/areaNames.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { PartnerResult, RollUp } from '../../load/rollUp.ts';
import { columnBreaks } from '../parts/columnBreaks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import type { Note } from '../parts/notesSheet.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import { rowsInData } from './questions.ts';

/** The caution on each of the sheets. */
const caution = 'Two rounds do not make a trend.';

/** The sheets of changes since the earlier round; none without an earlier round. */
export function changeSheets(content: RollUpContent, change: ChangeSince): readonly SheetPlan[] {
  const { previous } = content.rollUp;
  if (previous === undefined) return [];
  const since = `since round ${previous.round.round}`;
  return [
    questionsSheet(content, since, change),
    partsSheet(content, since, change),
    partnersSheet(content, since, change),
  ];
}

const countColumns = [
  { heading: 'Moved up', role: 'number', width: 10 },
  { heading: 'The same', role: 'number', width: 10 },
  { heading: 'Moved down', role: 'number', width: 10 },
  { heading: 'Compared', role: 'number', width: 11 },
  { heading: 'No return then', role: 'number', width: 11 },
  { heading: 'No return now', role: 'number', width: 11 },
  { heading: 'Question changed', role: 'number', width: 11 },
  { heading: 'Not applicable', role: 'number', width: 12 },
  { heading: 'Unanswered', role: 'number', width: 13 },
] as const satisfies TableSheet['columns'];

function questionsSheet(content: RollUpContent, since: string, { questions }: ChangeSince): SheetPlan {
  return planTableSheet(content, {
    name: 'Change',
    title: `Change ${since}, by question`,
    note: `${caution} The counts are of partners; up is towards the best level. Partners that cannot be compared are counted by reason.`,
    table: 'change',
    nameColumns: 2,
    printedColumns: 3 + countColumns.length,
    tabColour: 'result',
    columns: [
      { heading: 'Ref', role: 'reference', width: 8 },
      { heading: 'Question', role: 'text', width: 50 },
      { heading: 'Part', role: 'text', width: 24 },
      ...countColumns,
      { heading: 'Answers now', role: 'link', width: 20 },
    ],
    rows: questions.map(({ item, section, counts }) => [
      item.key,
      item.question,
      section.title,
      ...countsIn(counts),
      rowsInData(content, item.key),
    ]),
  });
}

function partsSheet(content: RollUpContent, since: string, { parts }: ChangeSince): SheetPlan {
  return planTableSheet(content, {
    name: 'Change by part',
    title: `Change ${since}, by part`,
    note: `${caution} The counts are of questions, those of all partners together; shares are of those compared. A question can count in several parts.`,
    table: 'change_by_part',
    tabColour: 'result',
    columns: [
      { heading: 'View', role: 'text', width: 24 },
      { heading: 'Part', role: 'text', width: 40 },
      ...countColumns,
      { heading: 'Share up', role: 'percent', width: 10 },
      { heading: 'Share down', role: 'percent', width: 10 },
    ],
    rows: parts.map((change) => {
      const { view, counts } = change;
      const compared = comparedOf(counts);
      return [
        view?.title ?? 'All',
        headingOf(change),
        ...countsIn(counts),
        ...[counts.better, counts.worse].map((moved) => (compared === 0 ? emptyMark(counts) : moved / compared)),
      ];
    }),
  });
}

/** The region, code and name of the partner. */
const titleColumns = 3;

function partnersSheet(content: RollUpContent, since: string, change: ChangeSince): SheetPlan {
  const { previous, round, partners } = content.rollUp;
  const regionOf = regionNames(partners.map(({ partner }) => partner));
  const [all, ...parts] = change.parts;
  const number = { role: 'number', width: 9 } as const;
  const columns: TableSheet['columns'] = [
    { heading: 'Region', role: 'text', width: 16 },
    { heading: 'Partner code', role: 'reference', width: 9 },
    { heading: 'Partner', role: 'text', width: 28 },
    { heading: 'Moved up', ...number },
    { heading: 'The same', ...number },
    { heading: 'Moved down', ...number },
    { heading: 'Not compared', role: 'number', width: 11 },
    ...[...(all === undefined ? [] : [all]), ...parts].map(
      (part) => ({ heading: `Net: ${headingOf(part)}`, role: 'change', width: 13 }) as const,
    ),
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
      ...movesOf(counts[0]),
      ...counts.map(netMove),
      hasReturnedThen(partner) ? 'Yes' : missingValueMarks.noReturn,
      partner.result === undefined ? missingValueMarks.noReturn : 'Yes',
    ]),
  });
}

const headingOf = ({ view, part }: PartChange): string => partLabel(view, part);

const hasReturnedThen = ({ lastRound }: PartnerResult): boolean => lastRound?.scorecard !== undefined;

function countsIn(counts: ChangeCounts): readonly Content[] {
  const compared = comparedOf(counts);
  const moves = [counts.better, counts.same, counts.worse];
  return [
    ...(compared === 0 ? moves.map(() => emptyMark(counts)) : moves),
    compared,
    counts['no-return-then'],
    counts['no-return-now'],
    counts['question-changed'],
    counts['not-applicable'],
    counts.blank,
  ];
}

/** The mark in place of counts if nothing can be compared: a zero would be read as "nobody moved". */
const emptyMark = (counts: ChangeCounts): string =>
  counts['question-changed'] > 0 ? missingValueMarks.changed : missingValueMarks.unanswered;

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

/** Whether the mark for a changed question occurs. */
export function hasChanged(rollUp: RollUp): boolean {
  if (rollUp.previous === undefined) return false;
  return changeSince(rollUp).questions.some(({ counts }) => counts['question-changed'] > 0);
}

/** Notes on these sheets; empty if there are none. */
export function describeChange(rollUp: RollUp): readonly Note[] {
  const { previous, partners } = rollUp;
  if (previous === undefined) return [];
  const both = partners.filter((partner) => partner.result !== undefined && hasReturnedThen(partner)).length;
  const leftOut = previous.leftOut.length;
  return [
    [
      'Change',
      `Change, Change by part and Change by partner compare with round ${previous.round.round}: ${both} of ${partners.length} partners returned in both rounds, matched by their codes${leftOut === 0 ? '' : `; ${leftOut} who returned then ${leftOut === 1 ? 'is' : 'are'} not in this round`}. Only questions with the same wording in both rounds are compared. Up is towards the best level of the scale. Two rounds do not make a trend; the people who answered may have changed, too.`,
    ],
  ];
}
