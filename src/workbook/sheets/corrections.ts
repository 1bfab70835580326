import { address } from '../../spreadsheet/model/address.ts';
import type { Content, Formula } from '../../spreadsheet/plan/content.ts';
import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { ConditionalFormat, PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { markedColour, type PaletteColour, type Role, wrongColourNames } from '../../spreadsheet/style/theme.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { correctionsTable, noExplanation } from '../layout/correctionsTable.ts';
import { sheetNames } from '../layout/layout.ts';
import type { Correction } from '../layout/locateCorrection.ts';
import { quotedText } from '../parts/bands.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { visibleSheets } from './contents.ts';

const { headerRow, headings, explanationColumn } = correctionsTable;
const listNote = `It has all your answers. Put right what is listed, in cells that are ${wrongColourNames.wrongText} or ${wrongColourNames.wrong} with a thick edge`;

/** Characters of an explanation: the register gives it as the reason of a decision. */
const maxExplanation = 500;

/** The sheet of findings on the returned workbook, with a link to each cell; none if nothing is to be corrected. */
export function correctionsSheets(content: WorkbookContent): readonly SheetPlan[] {
  const { corrections } = content;
  if (corrections.length === 0) return [];
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.corrections,
      title: correctionTitle(corrections.length),
      note: `${listNote}${takesExplanations(content) ? ', or say in the last column why it is right' : ''}. Then return it.`,
      widths: takesExplanations(content) ? [18, 24, 62, 17, 41] : [24, 28, 94, 18],
      zoom: 100,
      tabColour: 'read',
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({
        ...{ name: 'corrections', row: headerRow, rows: corrections.length },
        headings: takesExplanations(content) ? headings : headings.slice(0, explanationColumn - 1),
      }),
      {
        cells: corrections.flatMap((correction, index): readonly PlannedCell[] => {
          const row = headerRow + 1 + index;
          return [
            cell(row, 1, correction.sheet, 'text'),
            cell(row, 2, correction.about, 'text'),
            cell(row, 3, correction.finding.message, 'text'),
            cell(row, 4, linkTo(correction, content), isThere(correction.sheet, content) ? 'link' : 'text'),
            ...(takesExplanations(content) ? [explanationCell(correction, row)] : []),
          ].map((one) => ({ ...one, origin: 'answer' }));
        }),
      },
    ],
  );
  return [plan];
}

/** Words about people are nobody's reason for a decision: they would be shown with it. */
const takesExplanations = ({ instrument }: WorkbookContent): boolean => instrument.aboutPeople !== true;

/** What is open, or is no answer, cannot be right as it is. */
function explanationCell({ finding: { severity, code }, about }: Correction, row: number): PlannedCell {
  if (severity === 'error' || code === 'correction.open') return cell(row, explanationColumn, noExplanation, 'text');
  return {
    ...cell(row, explanationColumn, undefined, 'input'),
    name: `explanation_${row - headerRow}`,
    validation: {
      rule: { is: 'text', maxLength: maxExplanation },
      prompt: { title: 'Why it is right', text: `Only if ${about} is right as it is: say why, in a sentence.` },
      refusal: { title: 'Too long', text: `Explain it in up to ${maxExplanation} characters.` },
    },
  };
}

const marks: Readonly<Partial<Record<Role, PaletteColour>>> = {
  inputMarked: markedColour.input,
  inputScoreMarked: markedColour.inputScore,
  inputDateMarked: markedColour.inputDate,
  inputNumberMarked: markedColour.inputNumber,
};

/** The same sheet, on which what is to be put right takes precedence over all other looks of its cells. */
export function withMarks(plan: SheetPlan): SheetPlan {
  const marked = plan.cells.flatMap(({ row, column, role }): readonly ConditionalFormat[] => {
    const colour = marks[role];
    return colour === undefined
      ? []
      : [{ range: address(row, column), colours: [{ formula: 'TRUE', colour }], isFirst: true }];
  });
  return marked.length === 0 ? plan : { ...plan, formats: [...plan.formats, ...marked] };
}

/** Names a number of corrections. */
export const describeCorrections = (count: number): string =>
  count === 1 ? '1 thing to put right' : `${count} things to put right`;

export const correctionTitle = (count: number): string => `Correction workbook: ${describeCorrections(count)}`;

export const linkToSheet = (sheet: string, words: string, at = 'A1'): Formula => ({
  formula: `HYPERLINK(${quotedText(`#'${sheet}'!${at}`)},${quotedText(words)})`,
  result: words,
});

/** An unknown sheet name comes from the returned workbook, and nobody can go to a hidden sheet. */
const isThere = (name: string, content: WorkbookContent): boolean =>
  name === sheetNames.cover || visibleSheets(content).includes(name);

function linkTo({ sheet, cell }: Correction, content: WorkbookContent): Content {
  if (!isThere(sheet, content)) return 'Not in this workbook';
  const at = cell === undefined ? 'A1' : address(cell.row, cell.column);
  const words = `Go to ${cell === undefined ? sheet : at}`;
  return linkToSheet(sheet, words, at);
}
