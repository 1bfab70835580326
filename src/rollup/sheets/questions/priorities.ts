import type { Priorities } from '../../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, levelName } from '../../../instrument/model/traverse.ts';
import { tidyText } from '../../../response/tidyText.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { sheetNameProblem } from '../../../workbook/layout/checkFit.ts';
import { minCases } from '../../disclosure/thresholds.ts';
import { headingOf, prioritiesOf, ratingScale, worstLevels } from '../../figures/priorities.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import type { Note } from '../parts/notesSheet.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';
import { gapsNote } from './gaps.ts';

/** The priorities over the cases of all partners, the worst served first. */
export function prioritiesSheet(content: RollUpContent, priorities: Priorities): SheetPlan {
  const { instrument } = content.rollUp;
  const scale = ratingScale(instrument, priorities);
  const byLabel = isChosenByLabel(scale);
  const columns: TableSheet['columns'] = [
    { heading: 'Rank', role: 'number', width: 8 },
    ...priorities.by.map((field) => ({
      heading: headingOf(instrument, priorities, field),
      role: 'text' as const,
      width: 36,
    })),
    { heading: 'Cases served badly', role: 'number', width: 11 },
    { heading: 'Cases', role: 'number', width: 9 },
    { heading: 'Rows', role: 'number', width: 9 },
    { heading: 'Partners', role: 'number', width: 10 },
    { heading: 'Partner codes', role: 'reference', width: 24 },
    ...scale.options.map((option) => ({
      heading: `Rows at ${describeOption(scale, option)}`,
      role: 'number' as const,
      width: 14,
    })),
    { heading: 'Rows not rated', role: 'number', width: 10 },
    { heading: 'Worst level', role: 'number', width: 10 },
    ...(byLabel ? [] : [{ heading: 'Median level', role: 'decimal' as const, width: 10 }]),
    { heading: `Share at ${badLevels(priorities, content)}`, role: 'percent', width: 12 },
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  return planTableSheet(content, {
    name: prioritiesSheetName(priorities),
    title: priorities.title,
    note: `For commissioners only: figures under ${minCases} cases can identify a child, so partner codes are suppressed with them, [c]. Worst served first; the sheet Notes explains the counts.`,
    table: 'priorities',
    nameColumns: 1,
    tabColour: 'result',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    rows: prioritiesOf(content.rollUp, priorities).map((group) => [
      group.rank,
      ...group.by,
      group.badlyServed,
      group.cases,
      group.rows,
      group.partners.length,
      group.cases < minCases ? missingValueMarks.suppressed : group.partners.map(({ code }) => code).join(', '),
      ...group.tally.levels.values(),
      group.rows - group.rated,
      group.worst === undefined ? missingValueMarks.unanswered : byLabel ? group.worst.label : group.worst.level,
      ...(byLabel ? [] : [group.median ?? missingValueMarks.unanswered]),
      group.badShare ?? missingValueMarks.unanswered,
    ]),
  });
}

/** Names of the other sheets. */
const otherSheets = new Set([
  ...['notes', 'contents', 'positions', 'response', 'returns', 'summary', 'by region', 'by area', 'by kind'],
  ...[
    'heat map',
    'answers',
    'questions',
    'weakest areas',
    'strengths',
    'areas',
    'change',
    'actions',
    'evidence',
    'gaps',
    'data',
  ],
]);

/** The name of the sheet: the title of the priorities, if it can be the name of a sheet. */
export function prioritiesSheetName({ title }: Priorities): string {
  const name = tidyText(title);
  return sheetNameProblem(name, otherSheets) === undefined ? name : 'Priorities';
}

/** Notes on how priorities are counted: topic and text. */
export function describePriorities(priorities: Priorities, content: RollUpContent): readonly Note[] {
  const { instrument } = content.rollUp;
  const gaps = gapsNote(priorities);
  const fields = priorities.by.map((field) => headingOf(instrument, priorities, field)).join(' and ');
  return [
    [
      priorities.title,
      `Rows that count are grouped by ${fields}, over all partners who returned. A case is served badly if one of its rows is at ${badLevels(priorities, content)}. Groups are sorted by the number of such cases, then by the number of cases. Shares are of the rated rows; a rating that is unanswered or could not be read counts as not rated. A case is identified by its partner and its reference; a partner's rows without a reference count as one case. "Not known" means that the row to which another belongs cannot be found.`,
    ],
    [
      'Small numbers',
      `Cases are about children. Figures under ${minCases} cases can identify a child, and are for commissioners only: do not publish them or pass them on. Partner codes are suppressed with them, and everywhere on the sheet Data.`,
    ],
    ...(gaps === undefined ? [] : [gaps]),
  ];
}

/** The levels at which a case is served badly, for use in a sentence. */
const badLevels = (priorities: Priorities, { rollUp: { instrument } }: RollUpContent): string => {
  const scale = ratingScale(instrument, priorities);
  return worstLevels(scale)
    .map((option) => levelName(scale, option))
    .join(' or ');
};
