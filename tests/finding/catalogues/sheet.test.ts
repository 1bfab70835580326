import { expect, test } from 'vitest';
import { sheetFindings } from '../../../src/finding/catalogues/sheet.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('sheet.missing', {}, { sheet: '1 Needs', answers: 15 }),
  finding('sheet.renamed', {}, { expected: '1 Needs', found: 'Needs (2)' }),
  finding('sheet.heading-missing', {}, { heading: 'Score' }),
  finding('sheet.copy-not-read', {}, { like: '1 Needs' }),
  finding('sheet.ambiguous', {}, { like: '1 Needs', read: 'Draft' }),
  finding('sheet.reference-twice', {}, { read: 5, others: [6, 9] }),
  finding('sheet.not-read', {}, { value: 'see the appendix' }),
  finding('sheet.more-not-read', {}, { cells: 1_800, first: 'A301', last: 'J500' }),
  finding('sheet.comment', {}, { text: 'this should be a 3' }),
  finding('sheet.merged', {}, { range: 'I6:I8', covered: ['I7', 'I8'] }),
  finding('sheet.cut-short', {}, { after: 355, what: 'size', limit: '8.0 MB' }),
  finding('sheet.gone', {}, {}),
  finding('sheet.added', {}, { isHidden: true, cells: 12, objects: 1, firstCell: 'A1', text: 'Our evidence' }),
  finding('sheet.text-box', {}, { kind: 'text box', text: 'Costed in May', cells: ['F7'] }),
  finding('sheet.picture', {}, { kind: 'picture', size: 'PNG, 640 by 480 pixels, 12 KB', cells: ['F7', 'F8'] }),
  finding('sheet.embedded-file', {}, { size: '12 KB', cells: [] }),
  finding('sheet.drawn', {}, { kind: 'shape', cells: ['F7'], alternative: 'Agreed in May' }),
  finding('question.changed', {}, { was: 'Is there a plan?', found: 'Is there a plan, or will there be one?' }),
  finding(
    'printed.changed',
    {},
    {
      was: 'There is a written plan for every partner, agreed by the board and published, and it is reviewed each year.',
      found:
        'There is a written plan for every partner, agreed by the board and published, and it is reviewed at times.',
      cells: ['F6'],
    },
  ),
  finding('printed.gone', {}, { texts: ['1.1 Plans', 'Is there a plan?', 'No.', 'Yes.'], cells: 5 }),
  finding('formula.gone', {}, { cells: ['H6', 'H10'] }),
  finding('formula.changed', {}, { cells: ['H6'] }),
  finding(
    'scorecard.differs',
    {},
    { differences: [{ part: 'Overall', figure: 'Position', shown: 'Green', ours: 'Amber' }] },
  ),
  finding('scorecard.not-recalculated', {}, {}),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(sheetFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "formula.changed": "warning: The formula in H6 is not the one that was issued. The values shown there were not used: Scorebook works out all figures from the answers.",
      "formula.gone": "warning: There is no longer a formula in H6, H10. Somebody typed or pasted over it, or the program that saved the workbook did not save it. The values shown there do not follow the answers and were not used: Scorebook works out all figures from the answers.",
      "printed.changed": "warning: This cell said "…published, and it is reviewed each year." when the workbook was issued, and says "…published, and it is reviewed at times." now. Only answer cells are meant to be changed. Check that the partner answered the question that was asked. If this is an answer, type it into the answer cell.",
      "printed.gone": "warning: Rows or columns of this sheet were deleted after the workbook was issued, and with them 5 cells that said "1.1 Plans", "Is there a plan?", "No." and more. Answers that were lost with them are reported separately. Check that the partner answered the questions that were asked.",
      "question.changed": "warning: The question was "Is there a plan?" when the workbook was issued, and is "Is there a plan, or will there be one?" now. The answers beside it were taken as answers to the question that was issued. Check with the partner that this is the question that was answered.",
      "scorecard.differs": "warning: The Scorecard in the workbook does not agree with the answers: Overall, Position: Green (by the answers Amber). The figures that count are worked out from the answers. The formulas of the Scorecard count only values chosen from the lists, and the program that saved the workbook may not have recalculated them. Let the partner know if they use these figures.",
      "scorecard.not-recalculated": "warning: The Scorecard in the workbook still shows the figures with which it was issued, as if nothing were answered. Either the program that saved the workbook did not recalculate the formulas, or all answers are stored as text, which the formulas do not count. The answers were read, and the figures that count are worked out from them. Ask the partner not to use the figures in its copy.",
      "sheet.added": "warning: This sheet was added to the workbook and hidden, and nothing on it was read (12 filled cells, from A1, "Our evidence"; 1 picture or other object). If it contains answers or evidence, ask for them on the sheets with the questions.",
      "sheet.ambiguous": "error: This sheet and "Draft" both look like "1 Needs", which is missing. "Draft" was read. Ask which one counts, and for a workbook with only that one.",
      "sheet.comment": "warning: This cell has a comment, "this should be a 3". Comments are not read as answers. If it is an answer, type it into the answer cell.",
      "sheet.copy-not-read": "warning: This sheet looks like a copy of "1 Needs" and was not read. If it contains answers, ask for them on the sheet itself.",
      "sheet.cut-short": "error: Only the rows down to 355 of this sheet were read, because its size is over the limit of 8.0 MB. Answers in those rows and on other sheets were read. The sheet may have formats, formulas or data far below the table or beside it. Select those rows or columns, delete them, save the workbook and return it again. No answer has to be typed again.",
      "sheet.drawn": "warning: A shape covers the answer cell F7 and was not read. Its alternative text is "Agreed in May". If it marks or contains an answer, choose or type the answer in the answer cell.",
      "sheet.embedded-file": "warning: An embedded file (12 KB) is on this sheet and was not opened. If it contains an answer, type the answer into the answer cell.",
      "sheet.gone": "warning: This sheet is missing or empty. It contained no answers, so none are lost, and positions are worked out from the answers. Send a fresh workbook if the partner needs the sheet.",
      "sheet.heading-missing": "warning: The column heading "Score" is missing. The answers below it were found by the names of their cells. Check a few of them.",
      "sheet.merged": "warning: The merged cells I6:I8 cover answer cells: I7, I8. Each was read with the value in the file, which is usually blank. Unmerge the cells, and answer each question in its own cell.",
      "sheet.missing": "error: The sheet "1 Needs" is missing, and its 15 answers with it. Ask for it to be filled in again.",
      "sheet.more-not-read": "warning: 1800 more cells on this sheet, from A301 to J500, have values where no answer is expected, and were not read. If there are answers among them, ask for them in the answer cells.",
      "sheet.not-read": "warning: "see the appendix" is in a cell where no answer is expected, and was not read. If it is an answer, type it into the answer cell.",
      "sheet.picture": "warning: A picture covers the answer cells F7, F8: PNG, 640 by 480 pixels, 12 KB. Its contents were not read. If it shows an answer, type the answer into the answer cell.",
      "sheet.reference-twice": "warning: The question is on several rows. Row 5 was read; row 6, row 9 were not. Put everything into one row.",
      "sheet.renamed": "warning: The sheet "1 Needs" is now called "Needs (2)". It was read.",
      "sheet.text-box": "warning: A text box with the text "Costed in May" covers the answer cell F7. The text was not read as an answer. If it is one, type it into the answer cell.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
