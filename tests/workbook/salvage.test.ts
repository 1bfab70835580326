import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answered, blank, type Response } from '../../src/response/response.ts';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import type { PrintedMatter } from '../../src/workbook/printedMatter.ts';
import { readResponse } from '../../src/workbook/readResponse.ts';
import { readStamp } from '../../src/workbook/readStamp.ts';
import { tamperEvidence, withEvidence } from '../../src/workbook/tamperEvidence.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor, printedFor } from '../issued.ts';
import { withGnumeric, withLibreOffice, withOpenpyxl } from '../programs.ts';
import { sampleInstrument as instrument } from '../sampleInstrument.ts';
import { savedByGnumeric, savedByLibreOffice, savedByOpenpyxl } from '../savedBy.ts';
import { EditedWorkbook, type Typed } from './editedWorkbook.ts';

/** Every answer names its question, so that one in a wrong place shows. Columns H to L are the score, the evidence, the action, the lead and the day. */
const given: Response = {
  items: new Map(
    ['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key, index) => [
      key,
      new Map([
        ['score', answered((index % 3) + 1)],
        ['evidence', answered(`evidence ${key}`)],
        ['action', answered(`action ${key}`)],
        ['lead', answered(`lead ${key}`)],
        ['due', answered(`2027-03-1${index}`)],
      ]),
    ]),
  ),
  entries: new Map([
    [
      'participants',
      [
        {
          entry: 1,
          answers: new Map([
            ['name', answered('Sample person A')],
            ['role', answered('Chair')],
          ]),
        },
      ],
    ],
  ]),
};

interface Case {
  readonly done: string;
  readonly edit: (workbook: EditedWorkbook) => void;
  /** Codes, each with its cell, question or sheet. */
  readonly findings: readonly string[];
  /** Answers that are read otherwise than they were given; all others are kept. */
  readonly otherwise: Readonly<Record<string, string | number>>;
}

const [needs, supply, people] = ['1 Needs', '2 Supply', 'Participants'];

const row = (
  done: string,
  edit: Case['edit'],
  findings: Case['findings'] = [],
  otherwise: Case['otherwise'] = {},
): Case => ({ done, edit, findings, otherwise });

/** Something typed into one cell of the first section. */
const typed = (
  done: string,
  place: string,
  value: Typed,
  findings: Case['findings'] = [],
  otherwise: Case['otherwise'] = {},
): Case => row(done, (workbook) => workbook.type(needs, place, value), findings, otherwise);

const formula = (content: string, type = ''): Typed => ({ type, content });

/** Everything from a row or a column on moves by one. */
const rowsDown = (from: number) => (at: number, column: number) => [at >= from ? at + 1 : at, column] as const;
const columnsRight = (from: number) => (at: number, column: number) =>
  [at, column >= from ? column + 1 : column] as const;
const withoutRow = (gone: number) => (at: number, column: number) =>
  at === gone ? undefined : ([at > gone ? at - 1 : at, column] as const);
const withoutColumn = (gone: number) => (at: number, column: number) =>
  column === gone ? undefined : ([at, column > gone ? column - 1 : column] as const);
/** Rows 6 to 8 in the opposite order. */
const sorted = (at: number, column: number) => [at >= 6 && at <= 8 ? 14 - at : at, column] as const;

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
  row('a row inserted between the questions', (workbook) => workbook.moveWithNames(needs, rowsDown(7))),
  row(
    'a row inserted between the questions, and written into',
    (workbook) => {
      workbook.moveWithNames(needs, rowsDown(7));
      workbook.type(needs, 'I7', 'more evidence for 1.1.1');
    },
    ['sheet.not-read I7'],
  ),
  row('a row inserted by a program that leaves the names', (workbook) => workbook.move(needs, rowsDown(7)), [
    'answer.anchors-part H8',
  ]),
  row('a column inserted before the table', (workbook) => workbook.moveWithNames(needs, columnsRight(1))),
  row('a column inserted between the answers', (workbook) => workbook.moveWithNames(needs, columnsRight(9))),
  row(
    'a column inserted between the answers, headed and filled in',
    (workbook) => {
      workbook.moveWithNames(needs, columnsRight(9));
      workbook.type(needs, 'I5', 'Comments');
      workbook.type(needs, 'I7', 'see the annex');
    },
    ['sheet.not-read I7'],
  ),
  row('a column inserted by a program that leaves the names', (workbook) => workbook.move(needs, columnsRight(9)), [
    'answer.anchors-part J6',
  ]),
  row('a row deleted', (workbook) => workbook.moveWithNames(needs, withoutRow(7)), lostRow, blankRow('1.1.2')),
  row(
    'a column of answers deleted',
    (workbook) => workbook.moveWithNames(needs, withoutColumn(10)),
    ['answer.place-lost 1 Needs'],
    blankColumn('action'),
  ),
  row(
    'the column of scores deleted',
    (workbook) => workbook.moveWithNames(needs, withoutColumn(8)),
    ['answer.place-lost 1 Needs'],
    blankColumn('score'),
  ),
  row('the column of numbers deleted', (workbook) => workbook.moveWithNames(needs, withoutColumn(1)), [
    'printed.gone 1 Needs',
  ]),
  row('the column of questions deleted', (workbook) => workbook.moveWithNames(needs, withoutColumn(3)), [
    'printed.gone 1 Needs',
  ]),
  row(
    'the columns of numbers and of questions deleted',
    (workbook) => {
      workbook.moveWithNames(needs, withoutColumn(3));
      workbook.moveWithNames(needs, withoutColumn(1));
    },
    ['printed.gone 1 Needs'],
  ),
  row('the row of headings deleted', (workbook) => workbook.moveWithNames(needs, withoutRow(5)), [
    ...Array(5).fill('sheet.heading-missing 1 Needs'),
    'printed.gone 1 Needs',
  ]),
  row(
    'the rows above the headings deleted',
    (workbook) => {
      for (const gone of [4, 3, 2, 1]) workbook.moveWithNames(needs, withoutRow(gone));
    },
    ['printed.gone 1 Needs'],
  ),
  row('rows sorted', (workbook) => workbook.move(needs, sorted), ['answer.anchors-part H8']),
  row('rows cut and inserted elsewhere, with the names', (workbook) => workbook.moveWithNames(needs, sorted)),
  row('columns put in another order', (workbook) =>
    workbook.moveWithNames(needs, (at, column) => [at, column === 9 ? 10 : column === 10 ? 9 : column]),
  ),
  row(
    'columns put in another order, the names left',
    (workbook) => workbook.move(needs, (at, column) => [at, column === 9 ? 10 : column === 10 ? 9 : column]),
    ['answer.anchors-part J6'],
  ),
  row('the whole table moved', (workbook) =>
    workbook.moveWithNames(needs, (at, column) => (at < 5 ? [at, column] : [at + 20, column + 4])),
  ),
  row(
    'a row copied below the table',
    (workbook) => workbook.copy(needs, (at, column) => (at === 6 ? [12, column] : undefined)),
    [
      'sheet.reference-twice 1.1.1',
      'sheet.not-read H12',
      'sheet.not-read I12',
      'sheet.not-read J12',
      'sheet.not-read K12',
      'sheet.not-read L12',
    ],
  ),
  row(
    'a row copied over the next',
    (workbook) => workbook.copy(needs, (at, column) => (at === 6 ? [7, column] : undefined)),
    [
      'sheet.reference-twice 1.1.1',
      ...lostRow,
      'sheet.not-read H7',
      'sheet.not-read I7',
      'sheet.not-read J7',
      'sheet.not-read K7',
      'sheet.not-read L7',
    ],
    blankRow('1.1.2'),
  ),
  row(
    'the answers of a row copied over those of the next',
    (workbook) => workbook.copy(needs, (at, column) => (at === 6 && column > 7 ? [7, column] : undefined)),
    [],
    {
      '1.1.2 score': 1,
      '1.1.2 evidence': 'evidence 1.1.1',
      '1.1.2 action': 'action 1.1.1',
      '1.1.2 lead': 'lead 1.1.1',
      '1.1.2 due': '2027-03-10',
    },
  ),
  row('rows hidden', (workbook) => workbook.sheet(needs, (xml) => xml.replace('<row r="7"', '<row r="7" hidden="1"'))),
  row('columns hidden', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace('<col min="8"', '<col hidden="1" min="8"')),
  ),
  row('rows filtered out', (workbook) =>
    workbook.sheet(needs, (xml) =>
      xml
        .replace('<row r="7"', '<row r="7" hidden="1"')
        .replace('<conditionalFormatting', '<autoFilter ref="A5:L8"/><conditionalFormatting'),
    ),
  ),
  row('rows grouped and folded', (workbook) =>
    workbook.sheet(needs, (xml) => xml.replace('<row r="7"', '<row r="7" outlineLevel="1" hidden="1"')),
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
      workbook.type('1 Needs (2)', 'H6', 3);
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
  typed('a heading reworded', 'I5', 'What we can show', ['sheet.heading-missing 1 Needs', 'printed.changed I5']),
  typed('a heading in capitals', 'I5', 'OUR EVIDENCE'),
  typed('a heading with a colon', 'I5', 'Our evidence:'),
  typed('a heading broken over two lines', 'I5', 'Our\nevidence'),
  typed('a heading with characters that do not show', 'I5', 'Our\u00a0evi\u00addence\u200b'),
  typed('a heading in place of another', 'J5', 'Lead', ['sheet.heading-missing 1 Needs']),
  row('a heading cleared', (workbook) => workbook.clear(needs, 'I5'), [
    'sheet.heading-missing 1 Needs',
    'printed.changed I5',
  ]),
  row(
    'a heading cleared and its names gone',
    (workbook) => {
      workbook.clear(needs, 'I5');
      workbook.names((name, to) => (name.endsWith('evidence') ? undefined : to));
    },
    ['answer.place-lost 1 Needs', 'sheet.not-read I6', 'sheet.not-read I7', 'sheet.not-read I8', 'printed.changed I5'],
    blankColumn('evidence'),
  ),
  row(
    'two headings exchanged, and not their answers',
    (workbook) => {
      workbook.type(needs, 'I5', 'Action');
      workbook.type(needs, 'J5', 'Our evidence');
    },
    ['answer.anchors-part J6'],
    {
      '1.1.1 action': 'evidence 1.1.1',
      '1.1.1 evidence': 'action 1.1.1',
      '1.1.2 action': 'evidence 1.1.2',
      '1.1.2 evidence': 'action 1.1.2',
      '1.2.1 action': 'evidence 1.2.1',
      '1.2.1 evidence': 'action 1.2.1',
    },
  ),
  typed('a number changed to that of another question', 'A6', '1.1.2', ['printed.changed A6']),
  typed('a number changed to none', 'A7', 'done', ['printed.changed A7']),
  typed('a number with characters that do not show', 'A7', '\u200b1.1.2\u00a0'),
  row('the numbers cleared', (workbook) => workbook.clear(needs, 'A6', 'A7', 'A8'), ['printed.changed A6']),
  typed('a question reworded', 'C7', 'How good are we?', ['question.changed C7']),
  row('a number and a question cleared', (workbook) => workbook.clear(needs, 'A7', 'C7'), [
    'question.changed C7',
    'printed.changed A7',
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
      workbook.type(needs, 'I5', 'What we can show');
    },
    ['answer.place-lost 1 Needs', 'sheet.not-read I6', 'sheet.not-read I7', 'sheet.not-read I8', 'printed.changed I5'],
    blankColumn('evidence'),
  ),
  row(
    'names gone, and a number and its question changed',
    (workbook) => {
      workbook.names(() => undefined);
      workbook.type(needs, 'A7', 'x');
      workbook.type(needs, 'C7', 'How good are we?');
    },
    [
      ...lostRow,
      'sheet.not-read H7',
      'sheet.not-read I7',
      'sheet.not-read J7',
      'sheet.not-read K7',
      'sheet.not-read L7',
      'question.changed C7',
      'printed.changed A7',
    ],
    blankRow('1.1.2'),
  ),
  row(
    'answers of two rows in merged cells',
    (workbook) => {
      workbook.clear(needs, 'I7');
      workbook.merge(needs, 'I6:I7');
    },
    ['sheet.merged I6'],
    { '1.1.2 evidence': '(blank)' },
  ),
  row(
    'answers of one row in merged cells',
    (workbook) => {
      workbook.clear(needs, 'J6', 'K6');
      workbook.merge(needs, 'I6:K6');
    },
    ['sheet.merged I6'],
    { '1.1.1 action': '(blank)', '1.1.1 lead': '(blank)' },
  ),
  row('merged cells that hide an answer, which is still in the file', (workbook) => workbook.merge(needs, 'I6:I7'), [
    'sheet.merged I6',
  ]),
  row(
    'the numbers of two rows merged',
    (workbook) => {
      workbook.clear(needs, 'A7');
      workbook.merge(needs, 'A6:A7');
    },
    ['printed.changed A7'],
  ),
  row('headings merged with the row below', (workbook) => workbook.merge(needs, 'A4:L4')),
  row('activities merged', (workbook) => {
    workbook.clear(needs, 'B7');
    workbook.merge(needs, 'B6:B7');
  }),
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

/** Ways to write that the level is 3. */
const three = (place: string, value: Typed, findings: Case['findings'] = [`answer.read-as ${place}`]): Case =>
  typed(`level 3 as ${JSON.stringify(value)}`, place, value, findings, { '1.1.1 score': 3 });

const unread = (value: Typed, text: string): Case =>
  typed(`a score of ${JSON.stringify(value)}`, 'H6', value, ['answer.not-an-option H6'], {
    '1.1.1 score': `(unreadable) ${text}`,
  });

const scores: readonly Case[] = [
  three('H6', 3, []),
  ...[
    '3',
    ' 3 ',
    '3 Good',
    'Good',
    'GOOD',
    '3. Good',
    '3 - Good',
    '3 – Good',
    '3: Good',
    '3=Good',
    'Good (3)',
    '(3)',
    '3.0',
    '3,0',
    '3,',
    '3.',
    '3)',
    'level 3',
    'Level 3 - Good',
    'Score: 3',
    '３',
    '３　Ｇｏｏｄ',
    '\u00a03\u00a0',
    '3\u200b',
    'Go\u00adod',
    '\ufeff3',
    '3\n',
    '3\nGood',
    "'3",
  ].map((value) => three('H6', value)),
  three('H6', formula('<f>2+1</f><v>3</v>'), ['answer.formula H6']),
  three('H6', formula('<f>"Good"</f><v>Good</v>', 'str'), ['answer.read-as H6', 'answer.formula H6']),
  typed('not applicable, as the list writes it', 'H6', 'Not applicable', [], { '1.1.1 score': '(not-applicable)' }),
  ...['n/a', 'N/A', 'NA', 'not applicable', 'N.A.', 'n / a', 'Not relevant'].map((value) =>
    typed(`not applicable as "${value}"`, 'H6', value, ['answer.read-as H6'], { '1.1.1 score': '(not-applicable)' }),
  ),
  typed(
    'not applicable with its reason, where a reason stands',
    'H6',
    'N/A - not commissioned',
    ['answer.read-as H6'],
    {
      '1.1.1 score': '(not-applicable)',
    },
  ),
  row(
    'not applicable with its reason, where none stands',
    (workbook) => {
      workbook.clear(needs, 'I6');
      workbook.type(needs, 'H6', 'N/A – not commissioned');
    },
    ['answer.read-as H6', 'answer.reason-kept H6'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': 'not commissioned' },
  ),
  row(
    'not applicable with its reason in brackets',
    (workbook) => {
      workbook.clear(needs, 'I6');
      workbook.type(needs, 'H6', 'Not applicable (no prison here)');
    },
    ['answer.read-as H6', 'answer.reason-kept H6'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': 'no prison here' },
  ),
  row(
    'not applicable with its reason in a sentence',
    (workbook) => {
      workbook.clear(needs, 'I6');
      workbook.type(needs, 'H6', 'Not applicable because we commission none');
    },
    ['answer.read-as H6', 'answer.reason-kept H6'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': 'because we commission none' },
  ),
  unread('n/a - 2', 'n/a - 2'),
  row(
    'not applicable without any reason',
    (workbook) => {
      workbook.clear(needs, 'I6');
      workbook.type(needs, 'H6', 'n/a');
    },
    ['answer.read-as H6', 'answer.no-reason I6'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': '(blank)' },
  ),
  unread('4', '4'),
  unread(0, '0'),
  unread(2.5, '2.5'),
  unread('2/3', '2/3'),
  unread('2-3', '2-3'),
  unread('3 Weak', '3 Weak'),
  unread('3?', '3?'),
  unread('-', '-'),
  unread('0.03', '0.03'),
  unread('30', '30'),
  unread('3,5', '3,5'),
  unread('see below', 'see below'),
  unread('national average', 'national average'),
  unread(formula('<v>1</v>', 'b'), 'TRUE'),
  unread(formula('<v>0</v>', 'b'), 'FALSE'),
  ...['#N/A', '#REF!', '#DIV/0!', '#VALUE!'].map((value) =>
    typed(`the error ${value} for a score`, 'H6', formula(`<v>${value}</v>`, 'e'), ['answer.error-value H6'], {
      '1.1.1 score': `(unreadable) ${value}`,
    }),
  ),
  typed(
    'an error from a formula for a score',
    'H6',
    formula('<f>1/0</f><v>#DIV/0!</v>', 'e'),
    ['answer.error-value H6'],
    {
      '1.1.1 score': '(unreadable) #DIV/0!',
    },
  ),
  typed('a formula that was never worked out', 'H6', formula('<f>A1</f>'), ['answer.formula-without-value H6'], {
    '1.1.1 score': '(blank)',
  }),
  typed('nothing but characters that do not show', 'H6', '\u00a0\u200b\n', [], { '1.1.1 score': '(blank)' }),
];

const day = (value: Typed, findings: Case['findings'] = [], read = '2027-04-30'): Case =>
  typed(`a day as ${JSON.stringify(value)}`, 'L6', value, findings, { '1.1.1 due': read });

const dates: readonly Case[] = [
  day({ day: '2027-04-30' }),
  day(formula('<v>46507.75</v>')),
  day('30/04/2027'),
  day('30.4.27'),
  day('30-04-2027'),
  day('2027-04-30'),
  day(formula('<v>2027-04-30T00:00:00</v>', 'd')),
  day('30 April 2027'),
  day('30th April, 2027'),
  day('30-Apr-27'),
  day('April 30, 2027'),
  day('Friday 30 April 2027'),
  day('３０/０４/２０２７'),
  day('30\u00a0April\u00a02027'),
  day(formula('<f>DATE(2027,4,30)</f><v>46507</v>'), ['answer.formula L6']),
  day('46507', ['answer.date-read-as L6']),
  day('04/05/2027', ['answer.date-read-as L6'], '2027-05-04'),
  day('5/5/2027', [], '2027-05-05'),
  ...['04/30/2027', '31/04/2027', 'April 2027', 'Spring 2027', 'ongoing', '2027', '30/4', 'TBC'].map((value) =>
    day(value, ['answer.not-a-date L6'], `(unreadable) ${value}`),
  ),
  day(3, ['answer.not-a-date L6'], '(unreadable) 03/01/1900 (3)'),
  day(formula('<v>#VALUE!</v>', 'e'), ['answer.error-value L6'], '(unreadable) #VALUE!'),
  day(formula('<v>1</v>', 'b'), ['answer.not-a-date L6'], '(unreadable) TRUE'),
  row('a workbook whose days count from 1904', (workbook) => {
    workbook.part('xl/workbook.xml', (xml) => xml.replace('<workbookPr', '<workbookPr date1904="1"'));
    for (const sheet of [needs, supply]) {
      workbook.sheet(sheet, (xml) =>
        xml.replace(
          /(<c r="L\d+"(?: s="\d+")?><v>)(\d+)/g,
          (_all, before: string, serial: string) => `${before}${Number(serial) - 1462}`,
        ),
      );
    }
  }),
];

const texts: readonly Case[] = [
  typed('rich text', 'I6', formula('<is><r><rPr><b/></rPr><t>evidence </t></r><r><t>1.1.1</t></r></is>', 'inlineStr')),
  typed(
    'a phonetic reading',
    'I6',
    formula('<is><t>evidence 1.1.1</t><rPh sb="0" eb="1"><t>x</t></rPh></is>', 'inlineStr'),
  ),
  row(
    'a hyperlink',
    (workbook) => {
      workbook.type(needs, 'I6', 'http://www.example.org/plan');
      workbook.sheet(needs, (xml) =>
        xml.replace(
          '<pageMargins',
          '<hyperlinks><hyperlink ref="I6" location="Cover!A1" display="x"/></hyperlinks><pageMargins',
        ),
      );
    },
    [],
    { '1.1.1 evidence': 'http://www.example.org/plan (#Cover!A1)' },
  ),
  typed('a formula', 'I6', formula('<f>"evidence "&amp;A6</f><v>evidence 1.1.1</v>', 'str'), ['answer.formula I6']),
  typed(
    'a formula that shares that of another cell',
    'I6',
    formula('<f t="shared" si="0"/><v>evidence 1.1.1</v>', 'str'),
    ['answer.formula I6'],
  ),
  typed('a formula into another workbook', 'I6', formula("<f>'[1]Plan'!$A$1</f><v>evidence 1.1.1</v>", 'str'), [
    'answer.formula I6',
  ]),
  typed('a formula that shows nothing', 'I6', formula('<f>""</f><v></v>', 'str'), ['answer.formula-without-value I6'], {
    '1.1.1 evidence': '(blank)',
  }),
  typed('an error', 'I6', formula('<v>#REF!</v>', 'e'), ['answer.error-value I6'], {
    '1.1.1 evidence': '(unreadable) #REF!',
  }),
  typed('a number', 'I6', 42, [], { '1.1.1 evidence': '42' }),
  typed('a truth value', 'I6', formula('<v>1</v>', 'b'), [], { '1.1.1 evidence': 'TRUE' }),
  typed('text that begins like a formula', 'I6', '=1+1', [], { '1.1.1 evidence': '=1+1' }),
  typed('non-breaking spaces, kept', 'I6', 'a\u00a0b', [], { '1.1.1 evidence': 'a\u00a0b' }),
  typed('line breaks, kept', 'I6', 'a\nb\n\nc', [], { '1.1.1 evidence': 'a\nb\n\nc' }),
  typed('32,767 characters', 'I6', 'x'.repeat(32_767), [], { '1.1.1 evidence': 'x'.repeat(32_767) }),
  typed('more characters than a cell takes', 'I6', 'x'.repeat(32_768), ['answer.too-long I6'], {
    '1.1.1 evidence': 'x'.repeat(32_768),
  }),
  row(
    'a comment in place of an answer',
    (workbook) => {
      workbook.clear(needs, 'H6');
      workbook.comment(needs, { H6: 'this is a 3' });
    },
    ['sheet.comment H6'],
    { '1.1.1 score': '(blank)' },
  ),
  row(
    'comments on a heading and on an answer',
    (workbook) => workbook.comment(needs, { I5: 'which?', I6: 'ask Ann' }),
    ['sheet.comment I5', 'sheet.comment I6'],
  ),
  row('a comment on a sheet where nothing is answered', (workbook) => workbook.comment('Cover', { B4: 'we merged' }), [
    'sheet.comment B4',
  ]),
  typed('a note beside the table', 'N6', 'see the annex', ['sheet.not-read N6']),
  row(
    'a line put above the sheet’s title, and written into',
    (workbook) => {
      workbook.moveWithNames(needs, rowsDown(1));
      workbook.type(needs, 'A1', 'Netherby’s answers');
    },
    ['sheet.not-read A1'],
  ),
  typed('a note above the table', 'D2', 'see the annex', ['sheet.not-read D2']),
  typed('a note on an empty line above the table', 'A3', 'see the annex', ['sheet.not-read A3']),
  typed('a cross on a criterion', 'E6', 'x', ['printed.changed E6']),
  typed('an answer below the table', 'I9', 'more', ['sheet.not-read I9']),
  row(
    'a score in the column of evidence',
    (workbook) => {
      workbook.clear(needs, 'H6');
      workbook.type(needs, 'I6', '3');
    },
    ['answer.wrong-column I6'],
    { '1.1.1 score': '(blank)', '1.1.1 evidence': '3' },
  ),
  row(
    'a score in the column before its own',
    (workbook) => {
      workbook.clear(needs, 'H6');
      workbook.type(needs, 'G6', 3);
    },
    ['printed.changed G6'],
    { '1.1.1 score': '(blank)' },
  ),
  row(
    'text in the column of scores',
    (workbook) => {
      workbook.type(needs, 'H6', 'evidence 1.1.1');
      workbook.clear(needs, 'I6');
    },
    ['answer.not-an-option H6'],
    { '1.1.1 score': '(unreadable) evidence 1.1.1', '1.1.1 evidence': '(blank)' },
  ),
  typed('a name in the column of days', 'L6', 'Ann', ['answer.not-a-date L6'], { '1.1.1 due': '(unreadable) Ann' }),
  row(
    'a whole row of answers one column to the right',
    (workbook) => workbook.move(needs, (at, column) => [at, at === 6 && column > 7 ? column + 1 : column]),
    ['sheet.not-read M6', 'answer.not-a-date L6', 'answer.wrong-column I6'],
    {
      '1.1.1 score': '(blank)',
      '1.1.1 evidence': '1',
      '1.1.1 action': 'evidence 1.1.1',
      '1.1.1 lead': 'action 1.1.1',
      '1.1.1 due': '(unreadable) lead 1.1.1',
    },
  ),
  row(
    'a person below the table',
    (workbook) => {
      workbook.type(people, 'B8', 'Sample person D');
      workbook.type(people, 'C8', 'Clerk');
    },
    [],
    { 'person 4 name': 'Sample person D', 'person 4 role': 'Clerk' },
  ),
  row(
    'people with an empty row between them',
    (workbook) => workbook.type(people, 'B7', 'Sample person C'),
    ['entry.incomplete B7'],
    {
      'person 3 name': 'Sample person C',
    },
  ),
  row('a person’s name in the column of numbers', (workbook) => workbook.type(people, 'A8', 'Sample person D'), [
    'sheet.not-read A8',
  ]),
  row('a figure beside the table of people', (workbook) => workbook.type(people, 'E5', 2), ['sheet.not-read E5']),
  row(
    'the rows of people numbered alike',
    (workbook) => {
      workbook.type(people, 'A6', '1');
      workbook.type(people, 'B6', 'Sample person B');
    },
    ['entry.incomplete B6'],
    { 'person 2 name': 'Sample person B' },
  ),
  row('the people’s numbers cleared', (workbook) => workbook.clear(people, 'A5', 'A6', 'A7')),
  row('the heading of the people’s names reworded', (workbook) => workbook.type(people, 'B4', 'Who'), [
    'sheet.heading-missing Participants',
    'printed.changed B4',
  ]),
];

const cases = {
  'rows and columns': structure,
  sheets,
  'headings, numbers, names and formats': marks,
  scores,
  days: dates,
  'texts, and answers in a wrong place': texts,
};

let written: Uint8Array;
let printed: PrintedMatter;
beforeAll(async () => {
  const details = issuedFor(instrument);
  written = await writeWorkbook(instrument, details, given);
  printed = await printedFor(instrument, details);
});

function edited({ edit }: Case): Uint8Array {
  const workbook = new EditedWorkbook(written);
  edit(workbook);
  return workbook.bytes();
}

function read(bytes: Uint8Array): Pick<Case, 'findings' | 'otherwise'> {
  const raw = readPackage(bytes);
  const { response, findings } = readResponse(raw, instrument);
  // What is typed into the XML leaves the Scorecard's figures as they were.
  const evidence = tamperEvidence(raw, printed, instrument, response).filter(
    ({ code }) => !code.startsWith('scorecard.'),
  );
  const told = withEvidence(findings, evidence);
  const [ofWorkbook, ofAnswers] = [
    told.filter((one) => evidence.includes(one)),
    told.filter((one) => !evidence.includes(one)),
  ];
  const before = shown(given);
  const after = shown(response);
  return {
    findings: [...readStamp(raw).findings, ...ofAnswers, ...ofWorkbook].map(
      ({ code, place }) => `${code} ${place.cell ?? place.key ?? place.sheet ?? ''}`,
    ),
    otherwise: Object.fromEntries(
      [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
        before.get(key) === after.get(key) ? [] : [[key, after.get(key) ?? '(gone)']],
      ),
    ),
  };
}

/** Every answer, by its question or row and its field. */
const shown = ({ items, entries }: Response): ReadonlyMap<string, string | number> =>
  new Map([
    ...[...items].flatMap(([key, answers]) => [...answers].map(([field, answer]) => line(`${key} ${field}`, answer))),
    ...[...entries.values()]
      .flat()
      .flatMap(({ entry, answers }) =>
        [...answers]
          .filter(([, answer]) => answer !== blank)
          .map(([field, answer]) => line(`person ${entry} ${field}`, answer)),
      ),
  ]);

const line = (key: string, answer: Answer): readonly [string, string | number] => {
  if (answer.state === 'answered') return [key, answer.value];
  return [key, answer.state === 'unreadable' ? `(unreadable) ${answer.text}` : `(${answer.state})`];
};

describe.each(Object.entries(cases))('%s', (_group, rows) => {
  test.each(rows)('$done', (each) => {
    expect(read(edited(each))).toEqual({ findings: each.findings, otherwise: each.otherwise });
  });
});

/** What the table says of a workbook must hold for it after another program has saved it too. */
const resaved: readonly Case[] = [
  ...structure.slice(1, 12),
  ...structure.slice(17, 21),
  ...sheets.slice(2, 3),
  ...marks.slice(0, 4),
  ...scores.slice(0, 5),
  ...scores.filter(({ done }) => /not applicable|error|formula on|TRUE/.test(done)).slice(0, 8),
  ...dates.slice(0, 5),
  ...texts.filter(({ done }) => /rich|hyperlink|comment|line breaks|32,767|beside|below/.test(done)),
];

const programs = [
  ['LibreOffice', withLibreOffice, savedByLibreOffice],
  ['Gnumeric', withGnumeric, savedByGnumeric],
  ['openpyxl', withOpenpyxl, savedByOpenpyxl],
] as const;

for (const [program, withProgram, savedBy] of programs) {
  withProgram(`saved by ${program}`, () => {
    let files: readonly Uint8Array[] = [];
    beforeAll(() => {
      files = savedBy(resaved.map(edited));
    }, 300_000);

    test.each(resaved.map((each, index) => ({ ...each, index })))('$done', ({ findings, otherwise, index }) => {
      const again = read(files[index] ?? new Uint8Array());
      // Programs put comments in an order of their own.
      expect(again.findings.toSorted()).toEqual(findings.toSorted());
      expect(again.otherwise).toEqual(otherwise);
    });
  });
}
