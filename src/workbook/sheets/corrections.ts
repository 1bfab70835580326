import { address } from '../../spreadsheet/model/address.ts';
import type { Content, Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { ConditionalFormat, PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { markedColour, type PaletteColour, type Role } from '../../spreadsheet/style/theme.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { correctionsTable } from '../layout/correctionsTable.ts';
import type { Correction } from '../layout/locateCorrection.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { visibleSheets } from './contents.ts';

const { headerRow, explanationColumn } = correctionsTable;

/** Characters of an explanation: the register gives it as the reason of a decision. */
const maxExplanation = 500;

/** The sheet of findings on the returned workbook, with a link to each cell; none if nothing is to be corrected. */
export function correctionsSheets(content: WorkbookContent): readonly SheetPlan[] {
  const { corrections } = content;
  if (corrections.length === 0) return [];
  const { corrections: words, colours, sheets } = content.words;
  const note = takesExplanations(content) ? words.noteWithReasons : words.note;
  const plan = planSheetFor(
    content,
    {
      name: sheets.corrections,
      title: correctionTitle(content.words, corrections.length),
      note: note(colours.wrongText, colours.wrong),
      widths: takesExplanations(content) ? [18, 24, 62, 17, 41] : [24, 28, 94, 18],
      zoom: 100,
      tabColour: 'read',
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({
        ...{ name: 'corrections', row: headerRow, rows: corrections.length },
        headings: takesExplanations(content) ? words.headings : words.headings.slice(0, explanationColumn - 1),
      }),
      {
        cells: corrections.flatMap((correction, index): readonly PlannedCell[] => {
          const row = headerRow + 1 + index;
          return [
            cell(row, 1, correction.sheet, 'text'),
            cell(row, 2, correction.about, 'text'),
            cell(row, 3, correction.finding.message, 'text'),
            cell(row, 4, linkTo(correction, content), isThere(correction.sheet, content) ? 'link' : 'text'),
            ...(takesExplanations(content) ? [explanationCell(words, correction, row)] : []),
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
function explanationCell(
  words: Words['corrections'],
  { finding: { severity, code }, about }: Correction,
  row: number,
): PlannedCell {
  if (severity === 'error' || code === 'correction.open')
    return cell(row, explanationColumn, words.noExplanation, 'text');
  return {
    ...cell(row, explanationColumn, undefined, 'input'),
    name: `explanation_${row - headerRow}`,
    validation: {
      rule: { is: 'text', maxLength: maxExplanation },
      prompt: { title: words.whyRight, text: words.sayWhy(about) },
      refusal: { title: words.tooLong, text: words.explain(maxExplanation) },
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
export const describeCorrections = ({ corrections }: Words, count: number): string =>
  count === 1 ? corrections.thing(count) : corrections.things(count);

export const correctionTitle = (words: Words, count: number): string =>
  words.corrections.title(describeCorrections(words, count));

export const linkToSheet = (sheet: string, words: string, at = 'A1'): Formula => ({
  formula: `HYPERLINK(${quotedText(`#'${sheet}'!${at}`)},${quotedText(words)})`,
  result: words,
});

/** An unknown sheet name comes from the returned workbook, and nobody can go to a hidden sheet. */
const isThere = (name: string, content: WorkbookContent): boolean =>
  name === content.words.sheets.cover || visibleSheets(content).includes(name);

function linkTo({ sheet, cell }: Correction, content: WorkbookContent): Content {
  const { corrections } = content.words;
  if (!isThere(sheet, content)) return corrections.notHere;
  const at = cell === undefined ? 'A1' : address(cell.row, cell.column);
  return linkToSheet(sheet, corrections.goTo(cell === undefined ? sheet : at), at);
}
