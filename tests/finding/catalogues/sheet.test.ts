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
      "formula.changed": "warning: Another formula than the one that went out stands in H6. What is shown there was not used: figures are worked out here from the answers.",
      "formula.gone": "warning: No formula stands any more in H6, H10: somebody typed or pasted over it, or the program that saved the workbook did not keep it. What is shown there does not follow the answers, and was not used: figures are worked out here from the answers.",
      "printed.changed": "warning: "…published, and it is reviewed at times." stands here now, where "…published, and it is reviewed each year." stood when the workbook went out. Only the cells for answers are to be changed: check that the partner answered what was asked, and if this is an answer, put it into the cell for it.",
      "printed.gone": "warning: Rows or columns of this sheet are gone since the workbook went out, and with them 5 cells that said "1.1 Plans", "Is there a plan?", "No." and more. Answers that were lost with them are told apart. Check that the partner answered what was asked.",
      "question.changed": "warning: The question read "Is there a plan?" when the workbook went out, and reads "Is there a plan, or will there be one?" now. Answers found beside it were taken for the question that went out: check with the partner that this is what they answered.",
      "scorecard.differs": "warning: The workbook's own Scorecard does not show what the answers give: Overall, Position: Green (by the answers Amber). What counts is worked out here from the answers. Its formulas count only what is chosen from the lists, and the program that saved it may not have worked them out again. Tell the partner if they use these figures.",
      "scorecard.not-recalculated": "warning: The workbook's own Scorecard shows the figures with which it went out, as if nothing were answered: the program that saved it may not have worked its formulas out again, or every answer stands there as text, which they do not count. The answers were read, and what counts is worked out here from them. Tell the partner not to use the figures of their copy.",
      "sheet.added": "warning: This sheet was added to the workbook and hidden, and nothing on it was read (12 filled cells, from A1, "Our evidence"; 1 picture or other object). If answers or evidence are on it, ask for them on the sheets of the questions.",
      "sheet.ambiguous": "error: This sheet and "Draft" both look like "1 Needs", which is gone. "Draft" was read. Ask which one counts, and for a workbook with only that.",
      "sheet.comment": "warning: A comment stands on this cell, "this should be a 3", and comments are not read as answers. If it is one, type it into the cell for it.",
      "sheet.copy-not-read": "warning: This sheet looks like a copy of "1 Needs" and was not read. If the answers are on it, ask for them on the sheet itself.",
      "sheet.cut-short": "error: Only the rows down to 355 of this sheet were read, because its size is over the limit of 8.0 MB. Answers in those rows and on other sheets were read. It may have formats, formulas or data far below the table or beside it: select those rows (or columns), delete them, save and return the workbook again. Nothing has to be typed again.",
      "sheet.drawn": "warning: A shape covers the answer cell F7 and was not read. Its alternative text is "Agreed in May". If it marks or holds an answer, choose or type the answer in the cell for it.",
      "sheet.embedded-file": "warning: An embedded file (12 KB) is on this sheet and was not opened. If it holds an answer, type the answer into the cell for it.",
      "sheet.gone": "warning: This sheet is not in the workbook any more, or is empty. It held no answers, so none are lost, and positions are worked out from the answers. Send a fresh workbook if the partner needs it.",
      "sheet.heading-missing": "warning: The column heading "Score" is gone. The answers below it were found by their cell names: check a few of them.",
      "sheet.merged": "warning: The cells I6:I8 were merged, which covers answers: I7, I8. Each was read as the file has it, mostly as blank. Take the merging back, and answer each question in its own cell.",
      "sheet.missing": "error: The sheet "1 Needs" is not in the workbook, so its 15 answers are lost. Ask for it to be filled in again.",
      "sheet.more-not-read": "warning: 1800 more cells of this sheet, from A301 to J500, stand where no answer is expected, and were not read. If answers are among them, ask for them in the cells for them.",
      "sheet.not-read": "warning: "see the appendix" stands where no answer is expected, and was not read. If it is an answer, put it into the cell for it.",
      "sheet.picture": "warning: A picture covers the answer cells F7, F8: PNG, 640 by 480 pixels, 12 KB. What it shows was not read. If it holds an answer, type the answer into the cell for it.",
      "sheet.reference-twice": "warning: The question stands on several rows. Row 5 was read, and row 6, row 9 was not. Put everything into one row.",
      "sheet.renamed": "warning: The sheet "1 Needs" is now called "Needs (2)"; it was read all the same.",
      "sheet.text-box": "warning: A text box with the words "Costed in May" covers the answer cell F7. The words were not read as an answer: if they are one, type them into the cell for it.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
