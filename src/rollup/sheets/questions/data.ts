import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { valuesAsRead } from '../../../spreadsheet/plan/tableRows.ts';
import type { Source } from '../../disclosure/subjects.ts';
import { stateWord } from '../../figures/stateWord.ts';
import { regionNames } from '../../load/areaNames.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';

/** The text for rows that count in no figure, such as evidence. */
const countsNowhere = 'In no count';

const sourceWords: Readonly<Record<Source, string>> = {
  returned: 'Returned',
  paper: 'From paper',
  corrected: 'Corrected',
};

/** Code, name and region where answers are about people. */
const nobody = [missingValueMarks.suppressed, missingValueMarks.suppressed, missingValueMarks.suppressed] as const;

/**
 * Up to the partner: region, section and what is counted follow from these, and all columns would print too small. The
 * others are wide enough that they do not heighten the rows.
 */
const printedColumns = 6;

/** The column by which formulas count. */
export const countedColumn = 9;

/** The sheet Data, which the other sheets count: one row for each answer. */
export function dataSheet(content: RollUpContent): SheetPlan {
  const { data, rollUp } = content;
  const partners = rollUp.partners.map(({ partner }) => partner);
  const regionOf = regionNames(partners);
  const regions = new Map(partners.map((partner) => [partner, regionOf(partner) ?? missingValueMarks.unanswered]));
  const hasSources = rollUp.partners.some(
    ({ counting, result }) => result?.corrections !== undefined || counting?.isPaper === true,
  );
  const isCounted = rollUp.instrument.scorecard !== undefined;
  const only =
    data.holds === 'scores'
      ? ' Only scores: all answers would be more rows than Excel has; scorebook export writes them.'
      : '';
  return planTableSheet(content, {
    name: 'Data',
    title: 'Data: one row for each answer',
    ...(rollUp.instrument.aboutPeople === true
      ? {
          note: 'For commissioners only. Partners and free text are suppressed, [c].',
          lead: 'Cases are numbered over all partners, and needs within each case, so that rows can be matched.',
        }
      : {
          note: `Partners who have returned, every question and field, unanswered and not applicable included. Codes are text.${only}`,
        }),
    table: 'data',
    nameColumns: 2,
    printedColumns,
    columns: [
      { heading: 'Partner code', role: 'reference', width: 10 },
      { heading: 'Question', role: 'reference', width: 14 },
      { heading: 'Field', role: 'plain', width: 16 },
      { heading: 'Answer', role: 'plain', width: 60 },
      { heading: 'State', role: 'plain', width: 15 },
      { heading: 'Partner', role: 'plain', width: 34 },
      { heading: 'Region', role: 'plain', width: 24 },
      { heading: 'Section', role: 'plain', width: 60 },
      ...(isCounted ? [{ heading: 'Counted as', role: 'plain' as const, width: 46 }] : []),
      ...(hasSources ? [{ heading: 'Source', role: 'plain' as const, width: 14 }] : []),
    ],
    rows: valuesAsRead(data.count, function* () {
      for (const row of data.rows) {
        const { partner } = row;
        const [code, name, region] =
          partner === undefined
            ? nobody
            : [partner.code, partner.name, regions.get(partner) ?? missingValueMarks.unanswered];
        yield [
          code,
          row.question,
          row.field.heading,
          row.shown,
          stateWord(row.answer),
          name,
          region,
          row.section,
          ...(isCounted ? [data.countedAs(row) ?? countsNowhere] : []),
          ...(hasSources ? [sourceWords[row.source]] : []),
        ];
      }
    }),
  });
}
