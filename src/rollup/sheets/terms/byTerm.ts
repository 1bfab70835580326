import type { Instrument } from '../../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandName, bandsOfAll } from '../../../scoring/bands.ts';
import { answeredOf, applicableOf, type Tally } from '../../../scoring/position.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { resultsByTerm } from '../../load/byTerm.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { planTableSheet, type TableSheet, type TermContent } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';

/** One row for each partner and instrument under each term, with the levels of the instrument's own scale. */
export function byTermSheet(content: TermContent): SheetPlan {
  const { title } = content.rollUp;
  const printed: TableSheet['columns'] = [
    { heading: title, role: 'text', width: 26 },
    { heading: 'Area', role: 'text', width: 18 },
    { heading: 'Partner code', role: 'reference', width: 9 },
    { heading: 'Partner', role: 'text', width: 28 },
    { heading: 'Self-assessment', role: 'text', width: 34 },
    { heading: 'Position', role: 'position', width: 13 },
    { heading: 'Questions at each level', role: 'text', width: 36 },
    { heading: 'Coverage', role: 'percent', width: 11 },
  ];
  const columns: TableSheet['columns'] = [
    ...printed,
    { heading: 'Answered', role: 'number', width: 11 },
    { heading: 'Applicable', role: 'number', width: 12 },
    { heading: 'Not applicable', role: 'number', width: 12 },
  ];
  const position = columns.findIndex(({ role }) => role === 'position') + 1;
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const results = resultsByTerm(content.rollUp);
  return planTableSheet(content, {
    name: byTermSheetName(content.rollUp.vocabulary),
    title: `Positions by term: ${title}`,
    note: 'Levels and positions are by the scale and rule of each self-assessment: none is added to or averaged with those of another. [x] means no return.',
    table: 'by_term',
    nameColumns: 4,
    tabColour: 'result',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    printedColumns: printed.length,
    formats: positionFormats(bandsOfAll(content.rollUp.rollUps.map(({ instrument }) => instrument)), {
      firstColumn: position,
      lastColumn: position,
      rows: results.length,
    }),
    rows: results.map(({ term, area, partner, instrument, score }) => [
      term.title,
      area ?? missingValueMarks.unanswered,
      partner.code,
      partner.name,
      instrument.title,
      ...(score === undefined
        ? Array.from({ length: 6 }, () => missingValueMarks.noReturn)
        : [
            bandName(score.band),
            levelCounts(instrument, score.tally),
            score.coverage ?? missingValueMarks.notApplicable,
            answeredOf(score.tally),
            applicableOf(score.tally),
            score.tally.notApplicable,
          ]),
    ]),
  });
}

/** The name of the sheet: the key of the vocabulary, all characters of which are allowed in the name of a sheet. */
export const byTermSheetName = (vocabulary: string): string => `By ${vocabulary}`.slice(0, 31);

/** `3 at 1 Weak; 0 at 2 Fair; 2 at 3 Good`, or `3 No; 2 Yes`. */
function levelCounts(instrument: Instrument, { levels }: Tally): string {
  const scale = scoredScaleOf(instrument);
  return scale.options
    .map((option) => {
      const count = levels.get(option.level) ?? 0;
      return `${count} ${isChosenByLabel(scale) ? '' : 'at '}${describeOption(scale, option)}`;
    })
    .join('; ');
}
