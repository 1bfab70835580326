import { type Case, describeCases, needs, people, row, rowsDown, supply, typed } from '../salvageCases.ts';

/** What people and programs do to rows, columns, sheets, headings, numbers and names. */

const columnsRight = (from: number) => (at: number, column: number) =>
  [at, column >= from ? column + 1 : column] as const;
const withoutRow = (gone: number) => (at: number, column: number) =>
  at === gone ? undefined : ([at > gone ? at - 1 : at, column] as const);
const withoutColumn = (gone: number) => (at: number, column: number) =>
  column === gone ? undefined : ([at, column > gone ? column - 1 : column] as const);
/** Rows 5 to 7 in the opposite order. */
const sorted = (at: number, column: number) => [at >= 5 && at <= 7 ? 12 - at : at, column] as const;

/** What is lost with a row, a column or the whole of the first section. */
const fields = ['score', 'evidence', 'action', 'lead', 'due'] as const;
const blankRow = (key: string) => Object.fromEntries(fields.map((field) => [`${key} ${field}`, '(blank)']));
const blankColumn = (field: string) =>
  Object.fromEntries(['1.1.1', '1.1.2', '1.2.1'].map((key) => [`${key} ${field}`, '(blank)']));
const blankSheet = { ...blankRow('1.1.1'), ...blankRow('1.1.2'), ...blankRow('1.2.1') };
/** One finding for each field. */
const lostRow: readonly string[] = fields.map(() => 'answer.place-lost 1 Needs');

const structure: readonly Case[] = [
  row('nothing', () => undefined),
  row('a row inserted above the table', (workbook) => workbook.moveWithNames(needs, rowsDown(3))),
  row('a row inserted between the questions', (workbook) => workbook.moveWithNames(needs, rowsDown(6))),
  row(
    'a row inserted between the questions, and written into',
    (workbook) => {
      workbook.moveWithNames(needs, rowsDown(6));
      workbook.type(needs, 'G6', 'more evidence for 1.1.1');
    },
    ['sheet.not-read G6'],
  ),
  row('a row inserted by a program that leaves the names', (workbook) => workbook.move(needs, rowsDown(6)), [
    'answer.anchors-part C7',
  ]),
  row('a column inserted before the table', (workbook) => workbook.moveWithNames(needs, columnsRight(1))),
  row('a column inserted between the answers', (workbook) => workbook.moveWithNames(needs, columnsRight(7))),
  row(
    'a column inserted between the answers, headed and filled in',
    (workbook) => {
      workbook.moveWithNames(needs, columnsRight(7));
      workbook.type(needs, 'G4', 'Comments');
      workbook.type(needs, 'G6', 'see the annex');
    },
    ['sheet.not-read G6'],
  ),
  row('a column inserted by a program that leaves the names', (workbook) => workbook.move(needs, columnsRight(7)), [
    'answer.anchors-part H5',
  ]),
  row('a row deleted', (workbook) => workbook.moveWithNames(needs, withoutRow(6)), lostRow, blankRow('1.1.2')),
  row(
    'a column of answers deleted',
    (workbook) => workbook.moveWithNames(needs, withoutColumn(8)),
    ['answer.place-lost 1 Needs'],
    blankColumn('action'),
  ),
  row(
    'the column of scores deleted',
    (workbook) => workbook.moveWithNames(needs, withoutColumn(3)),
    ['answer.place-lost 1 Needs'],
    blankColumn('score'),
  ),
  row('the column of numbers deleted', (workbook) => workbook.moveWithNames(needs, withoutColumn(1)), [
    'printed.gone 1 Needs',
  ]),
  row('the column of questions deleted', (workbook) => workbook.moveWithNames(needs, withoutColumn(2)), [
    'printed.gone 1 Needs',
  ]),
  row(
    'the columns of numbers and of questions deleted',
    (workbook) => {
      workbook.moveWithNames(needs, withoutColumn(2));
      workbook.moveWithNames(needs, withoutColumn(1));
    },
    ['printed.gone 1 Needs'],
  ),
  row('the row of headings deleted', (workbook) => workbook.moveWithNames(needs, withoutRow(4)), [
    ...Array(5).fill('sheet.heading-missing 1 Needs'),
    'printed.gone 1 Needs',
  ]),
  row(
    'the rows above the headings deleted',
    (workbook) => {
      for (const gone of [3, 2, 1]) workbook.moveWithNames(needs, withoutRow(gone));
    },
    ['printed.gone 1 Needs'],
  ),
  row('rows sorted', (workbook) => workbook.move(needs, sorted), ['answer.anchors-part C7']),
  row('rows cut and inserted elsewhere, with the names', (workbook) => workbook.moveWithNames(needs, sorted)),
  row('columns put in another order', (workbook) =>
    workbook.moveWithNames(needs, (at, column) => [at, column === 7 ? 8 : column === 8 ? 7 : column]),
  ),
  row(
    'columns put in another order, the names left',
    (workbook) => workbook.move(needs, (at, column) => [at, column === 7 ? 8 : column === 8 ? 7 : column]),
    ['answer.anchors-part H5'],
  ),
  row('the whole table moved', (workbook) =>
    workbook.moveWithNames(needs, (at, column) => (at < 4 ? [at, column] : [at + 20, column + 4])),
  ),
  row(
    'a row copied below the table',
    (workbook) => workbook.copy(needs, (at, column) => (at === 5 ? [11, column] : undefined)),
    [
      'sheet.reference-twice 1.1.1',
      'sheet.not-read C11',
      'sheet.not-read G11',
      'sheet.not-read H11',
      'sheet.not-read I11',
      'sheet.not-read J11',
    ],
  ),
  row(
    'a row copied over the next',
    (workbook) => workbook.copy(needs, (at, column) => (at === 5 ? [6, column] : undefined)),
    [
      'sheet.reference-twice 1.1.1',
      ...lostRow,
      'sheet.not-read C6',
      'sheet.not-read G6',
      'sheet.not-read H6',
      'sheet.not-read I6',
      'sheet.not-read J6',
    ],
    blankRow('1.1.2'),
  ),
  row(
    'the answers of a row copied over those of the next',
    (workbook) =>
      workbook.copy(needs, (at, column) => (at === 5 && (column === 3 || column > 6) ? [6, column] : undefined)),
    [],
    {
      '1.1.2 score': 1,
      '1.1.2 evidence': 'evidence 1.1.1',
      '1.1.2 action': 'action 1.1.1',
      '1.1.2 lead': 'lead 1.1.1',
      '1.1.2 due': '2027-03-10',
    },
  ),
  row('rows hidden', (workbook) => workbook.sheet(needs, (xml) => xml.replace('<row r="6"', '<row r="6" hidden="1"'))),
  row('columns hidden', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace('<col min="8"', '<col hidden="1" min="8"')),
  ),
  row('rows filtered out', (workbook) =>
    workbook.sheet(needs, (xml) =>
      xml
        .replace('<row r="6"', '<row r="6" hidden="1"')
        .replace('<conditionalFormatting', '<autoFilter ref="A4:J7"/><conditionalFormatting'),
    ),
  ),
  row('rows grouped and folded', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace('<row r="6"', '<row r="6" outlineLevel="1" hidden="1"')),
  ),
];

const sheets: readonly Case[] = [
  row('a sheet hidden', (workbook) =>
    workbook.sheetEntry(needs, (xml) => xml.replace('<sheet ', '<sheet state="hidden" ')),
  ),
  row('a sheet hidden so that Excel does not offer it', (workbook) =>
    workbook.sheetEntry(needs, (xml) => xml.replace('<sheet ', '<sheet state="veryHidden" ')),
  ),
  row('a sheet renamed', (workbook) => workbook.rename(needs, 'Needs, final'), ['sheet.renamed Needs, final']),
  row(
    'a sheet renamed by a program that leaves the names',
    (workbook) => workbook.sheetEntry(needs, (xml) => xml.replace(needs, 'Needs, final')),
    ['sheet.renamed Needs, final'],
  ),
  row('a sheet renamed in capitals', (workbook) => workbook.rename(needs, '1 NEEDS')),
  row(
    'a sheet renamed with a quotation mark and an ampersand',
    (workbook) => workbook.rename(needs, 'Jo’s & Ann needs'),
    ['sheet.renamed Jo’s & Ann needs'],
  ),
  row(
    'two sheets with each other’s name',
    (workbook) => {
      workbook.rename(needs, 'x');
      workbook.rename(supply, needs);
      workbook.rename('x', supply);
    },
    ['sheet.renamed 2 Supply', 'sheet.renamed 1 Needs'],
  ),
  row('a sheet called __proto__', (workbook) => workbook.rename(needs, '__proto__'), ['sheet.renamed __proto__']),
  row('sheets in the opposite order', (workbook) =>
    workbook.part('xl/workbook.xml', (xml) =>
      xml.replace(
        /<sheets>(.*)<\/sheets>/s,
        (_all, entries: string) => `<sheets>${(entries.match(/<sheet .*?\/>/g) ?? []).toReversed().join('')}</sheets>`,
      ),
    ),
  ),
  row('a sheet copied', (workbook) => workbook.copySheet(needs, '1 Needs (2)'), ['sheet.copy-not-read 1 Needs (2)']),
  row(
    'a sheet copied and the copy filled in',
    (workbook) => {
      workbook.copySheet(needs, '1 Needs (2)');
      workbook.type('1 Needs (2)', 'C5', 3);
    },
    ['sheet.copy-not-read 1 Needs (2)'],
  ),
  row(
    'a sheet copied, and the first one deleted',
    (workbook) => {
      workbook.copySheet(needs, '1 Needs (2)');
      workbook.deleteSheet(needs);
    },
    ['sheet.renamed 1 Needs (2)'],
  ),
  row('a sheet deleted', (workbook) => workbook.deleteSheet(needs), ['sheet.missing 1 Needs'], blankSheet),
  row('the sheet of people deleted', (workbook) => workbook.deleteSheet(people), ['sheet.missing Participants'], {
    'person 1 name': '(gone)',
    'person 1 role': '(gone)',
  }),
  row(
    'the scorecard and the checklist deleted',
    (workbook) => {
      workbook.deleteSheet('Scorecard');
      workbook.deleteSheet('Checklist');
    },
    ['sheet.gone Checklist', 'sheet.gone Scorecard'],
  ),
  row('the cover deleted', (workbook) => workbook.deleteSheet('Cover'), ['sheet.gone Cover']),
  row('the sheet with the stamp deleted', (workbook) => workbook.deleteSheet('Stamp')),
  row('the stamp gone from the properties', (workbook) => workbook.part('docProps/custom.xml', () => '<Properties/>')),
  row('a sheet emptied', (workbook) => workbook.move(needs, () => undefined), ['sheet.missing 1 Needs'], blankSheet),
  row(
    'a sheet of one’s own added',
    (workbook) => {
      workbook.copySheet(people, 'Notes');
      workbook.move('Notes', () => undefined);
      workbook.type('Notes', 'B2', 'our notes');
    },
    ['sheet.added Notes'],
  ),
];

const marks: readonly Case[] = [
  typed('a heading reworded', 'G4', 'What we can show', ['sheet.heading-missing 1 Needs', 'printed.changed G4']),
  typed('a heading in capitals', 'G4', 'OUR EVIDENCE'),
  typed('a heading with a colon', 'G4', 'Our evidence:'),
  typed('a heading broken over two lines', 'G4', 'Our\nevidence'),
  typed('a heading with characters that do not show', 'G4', 'Our\u00a0evi\u00addence\u200b'),
  typed('a heading in place of another', 'H4', 'Lead', ['sheet.heading-missing 1 Needs']),
  row('a heading cleared', (workbook) => workbook.clear(needs, 'G4'), [
    'sheet.heading-missing 1 Needs',
    'printed.changed G4',
  ]),
  row(
    'a heading cleared and its names gone',
    (workbook) => {
      workbook.clear(needs, 'G4');
      workbook.names((name, to) => (name.endsWith('evidence') ? undefined : to));
    },
    ['answer.place-lost 1 Needs', 'sheet.not-read G5', 'sheet.not-read G6', 'sheet.not-read G7', 'printed.changed G4'],
    blankColumn('evidence'),
  ),
  row(
    'two headings exchanged, and not their answers',
    (workbook) => {
      workbook.type(needs, 'G4', 'Action');
      workbook.type(needs, 'H4', 'Our evidence');
    },
    ['answer.anchors-part H5'],
    {
      '1.1.1 action': 'evidence 1.1.1',
      '1.1.1 evidence': 'action 1.1.1',
      '1.1.2 action': 'evidence 1.1.2',
      '1.1.2 evidence': 'action 1.1.2',
      '1.2.1 action': 'evidence 1.2.1',
      '1.2.1 evidence': 'action 1.2.1',
    },
  ),
  typed('a number changed to that of another question', 'A5', '1.1.2', ['printed.changed A5']),
  typed('a number changed to none', 'A6', 'done', ['printed.changed A6']),
  typed('a number with characters that do not show', 'A6', '\u200b1.1.2\u00a0'),
  row('the numbers cleared', (workbook) => workbook.clear(needs, 'A5', 'A6', 'A7'), ['printed.changed A5']),
  typed('a question reworded', 'B6', 'How good are we?', ['question.changed B6']),
  row('a number and a question cleared', (workbook) => workbook.clear(needs, 'A6', 'B6'), [
    'question.changed B6',
    'printed.changed A6',
  ]),
  row('names broken', (workbook) => workbook.names(() => '#REF!')),
  row('names gone', (workbook) => workbook.names(() => undefined)),
  row('the names of one question broken', (workbook) =>
    workbook.names((name, to) => (name.includes('1_1_2') ? "'1 Needs'!#REF!" : to)),
  ),
  row('names that point into another workbook', (workbook) =>
    workbook.names((_name, to) => `[1]${to.replaceAll("'", '')}`),
  ),
  row('names that point to a range', (workbook) => workbook.names((_name, to) => `${to}:$Z$99`)),
  row(
    'names gone and a heading reworded',
    (workbook) => {
      workbook.names(() => undefined);
      workbook.type(needs, 'G4', 'What we can show');
    },
    ['answer.place-lost 1 Needs', 'sheet.not-read G5', 'sheet.not-read G6', 'sheet.not-read G7', 'printed.changed G4'],
    blankColumn('evidence'),
  ),
  row(
    'names gone, and a number and its question changed',
    (workbook) => {
      workbook.names(() => undefined);
      workbook.type(needs, 'A6', 'x');
      workbook.type(needs, 'B6', 'How good are we?');
    },
    [
      ...lostRow,
      'sheet.not-read C6',
      'sheet.not-read G6',
      'sheet.not-read H6',
      'sheet.not-read I6',
      'sheet.not-read J6',
      'question.changed B6',
      'printed.changed A6',
    ],
    blankRow('1.1.2'),
  ),
  row(
    'answers of two rows in merged cells',
    (workbook) => {
      workbook.clear(needs, 'G6');
      workbook.merge(needs, 'G5:G6');
    },
    ['sheet.merged G5'],
    { '1.1.2 evidence': '(blank)' },
  ),
  row(
    'answers of one row in merged cells',
    (workbook) => {
      workbook.clear(needs, 'H5', 'I5');
      workbook.merge(needs, 'G5:I5');
    },
    ['sheet.merged G5'],
    { '1.1.1 action': '(blank)', '1.1.1 lead': '(blank)' },
  ),
  row('merged cells that hide an answer, which is still in the file', (workbook) => workbook.merge(needs, 'G5:G6'), [
    'sheet.merged G5',
  ]),
  row(
    'the numbers of two rows merged',
    (workbook) => {
      workbook.clear(needs, 'A6');
      workbook.merge(needs, 'A5:A6');
    },
    ['printed.changed A6'],
  ),
  row('headings merged with the row below', (workbook) => workbook.merge(needs, 'A3:J3')),
  row(
    'questions merged',
    (workbook) => {
      workbook.clear(needs, 'B6');
      workbook.merge(needs, 'B5:B6');
    },
    ['question.changed B6'],
  ),
  row('a whole sheet merged', (workbook) => workbook.merge(needs, 'A1:XFD1048576'), ['sheet.merged A1']),
  row('lists of allowed answers gone', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace(/<dataValidations.*<\/dataValidations>/s, '')),
  ),
  row('formats gone', (workbook) => workbook.sheet(needs, (xml) => xml.replace(/ s="\d+"/g, ''))),
  row('the styles gone from the file', (workbook) =>
    workbook.part('xl/_rels/workbook.xml.rels', (xml) => xml.replace(/<Relationship [^>]*styles\.xml"\/>/, '')),
  ),
  row('protection gone', (workbook) => workbook.sheet(needs, (xml) => xml.replace(/<sheetProtection[^>]*>/, ''))),
  row('the table turned into plain cells', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace(/<tableParts.*<\/tableParts>/s, '')),
  ),
  row('conditional formats gone', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace(/<conditionalFormatting.*<\/conditionalFormatting>/s, '')),
  ),
];

describeCases(
  {
    'rows and columns': structure,
    sheets,
    'headings, numbers, names and formats': marks,
  },
  [...structure.slice(1, 12), ...structure.slice(17, 21), ...sheets.slice(2, 3), ...marks.slice(0, 4)],
);
