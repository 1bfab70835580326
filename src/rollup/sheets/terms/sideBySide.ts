import { bandsOfAll } from '../../../scoring/bands.ts';
import { address } from '../../../spreadsheet/model/address.ts';
import { quotedText } from '../../../spreadsheet/plan/formulaText.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { sideBySide } from '../../figures/terms/sideBySide.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { type RollUp, returned } from '../../load/rollUp.ts';
import { planTableSheet, type TableSheet, type TermContent } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { uniqueHeadings } from '../parts/uniqueHeadings.ts';

const columnsOfPlace = 2;

/** The positions of each area under each term, one column for each instrument. What has not come back is grey. */
export function sideBySideSheet(content: TermContent): SheetPlan {
  const { rollUp } = content;
  const { instruments, rows } = sideBySide(rollUp);
  const columns: TableSheet['columns'] = [
    { heading: 'Area or partner', role: 'text', width: 26 },
    { heading: rollUp.title, role: 'text', width: 26 },
    ...instruments.map((instrument) => ({
      heading: headingFor(rollUp.rollUps.find((one) => one.instrument === instrument)),
      role: 'position' as const,
      width: 19,
    })),
  ];
  const headings = uniqueHeadings(columns.map(({ heading }) => heading));
  const cells = { firstColumn: columnsOfPlace + 1, lastColumn: columns.length, rows: rows.length };
  return planTableSheet(content, {
    name: 'Side by side',
    title: `Side by side: ${rollUp.title}, positions of each area by each self-assessment`,
    note: 'Each position follows the rule of its own self-assessment; several partners of an area are listed, the worst first.',
    lead: '[x], in grey: no return. [z]: nothing scored here.',
    table: 'side_by_side',
    nameColumns: 2,
    tabColour: 'result',
    columns: columns.map((column, index) => ({ ...column, heading: headings[index] ?? column.heading })),
    formats: [...positionFormats(bandsOfAll(instruments), cells), ...missingFormats(cells)],
    rows: rows.map(({ place, term, positions }) => [place, term.title, ...positions]),
  });
}

/** A self-assessment with the number of its returns, by which readers see how much its column can say. */
const headingFor = (rollUp: RollUp | undefined): string =>
  rollUp === undefined
    ? ''
    : `${rollUp.instrument.title} (${returned(rollUp).length} of ${rollUp.partners.length} returned)`;

/** Greys the cells without a return: a column that few answered is grey. */
function missingFormats({
  firstColumn,
  lastColumn,
  rows,
}: Parameters<typeof positionFormats>[1]): SheetPlan['formats'] {
  if (rows === 0 || lastColumn < firstColumn) return [];
  const first = address(headerRow + 1, firstColumn);
  const isMissing = `${first}=${quotedText(missingValueMarks.noReturn)}`;
  return [
    {
      range: `${first}:${address(headerRow + rows, lastColumn)}`,
      colours: [{ formula: isMissing, colour: 'grey' }],
    },
  ];
}
