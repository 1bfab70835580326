import type { Typed } from '../editedWorkbook.ts';
import { type Case, describeCases, formula, needs, people, row, rowsDown, supply, typed } from '../salvageCases.ts';

/** What people type into the cells for answers, and beside them. */

/** Ways to write that the level is 3. */
const three = (place: string, value: Typed, findings: Case['findings'] = [`answer.read-as ${place}`]): Case =>
  typed(`level 3 as ${JSON.stringify(value)}`, place, value, findings, { '1.1.1 score': 3 });

const unread = (value: Typed, text: string): Case =>
  typed(`a score of ${JSON.stringify(value)}`, 'C5', value, ['answer.not-an-option C5'], {
    '1.1.1 score': `(unreadable) ${text}`,
  });

const scores: readonly Case[] = [
  three('C5', 3, []),
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
  ].map((value) => three('C5', value)),
  three('C5', formula('<f>2+1</f><v>3</v>'), ['answer.formula C5']),
  three('C5', formula('<f>"Good"</f><v>Good</v>', 'str'), ['answer.read-as C5', 'answer.formula C5']),
  typed('not applicable, as the list writes it', 'C5', 'Not applicable', [], { '1.1.1 score': '(not-applicable)' }),
  ...['n/a', 'N/A', 'NA', 'not applicable', 'N.A.', 'n / a', 'Not relevant'].map((value) =>
    typed(`not applicable as "${value}"`, 'C5', value, ['answer.read-as C5'], { '1.1.1 score': '(not-applicable)' }),
  ),
  typed(
    'not applicable with its reason, where there is a reason',
    'C5',
    'N/A - not commissioned',
    ['answer.read-as C5'],
    {
      '1.1.1 score': '(not-applicable)',
    },
  ),
  row(
    'not applicable with its reason, where there is none',
    (workbook) => {
      workbook.clear(needs, 'G5');
      workbook.type(needs, 'C5', 'N/A – not commissioned');
    },
    ['answer.read-as C5', 'answer.reason-kept C5'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': 'not commissioned' },
  ),
  row(
    'not applicable with its reason in brackets',
    (workbook) => {
      workbook.clear(needs, 'G5');
      workbook.type(needs, 'C5', 'Not applicable (no prison here)');
    },
    ['answer.read-as C5', 'answer.reason-kept C5'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': 'no prison here' },
  ),
  row(
    'not applicable with its reason in a sentence',
    (workbook) => {
      workbook.clear(needs, 'G5');
      workbook.type(needs, 'C5', 'Not applicable because we commission none');
    },
    ['answer.read-as C5', 'answer.reason-kept C5'],
    { '1.1.1 score': '(not-applicable)', '1.1.1 evidence': 'because we commission none' },
  ),
  unread('n/a - 2', 'n/a - 2'),
  row(
    'not applicable without any reason',
    (workbook) => {
      workbook.clear(needs, 'G5');
      workbook.type(needs, 'C5', 'n/a');
    },
    ['answer.read-as C5', 'answer.no-reason G5'],
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
    typed(`the error ${value} for a score`, 'C5', formula(`<v>${value}</v>`, 'e'), ['answer.error-value C5'], {
      '1.1.1 score': `(unreadable) ${value}`,
    }),
  ),
  typed(
    'an error from a formula for a score',
    'C5',
    formula('<f>1/0</f><v>#DIV/0!</v>', 'e'),
    ['answer.error-value C5'],
    {
      '1.1.1 score': '(unreadable) #DIV/0!',
    },
  ),
  typed('a formula that was never worked out', 'C5', formula('<f>A1</f>'), ['answer.formula-without-value C5'], {
    '1.1.1 score': '(blank)',
  }),
  typed('nothing but characters that do not show', 'C5', '\u00a0\u200b\n', [], { '1.1.1 score': '(blank)' }),
];

const day = (value: Typed, findings: Case['findings'] = [], read = '2027-04-30'): Case =>
  typed(`a day as ${JSON.stringify(value)}`, 'J5', value, findings, { '1.1.1 due': read });

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
  day(formula('<f>DATE(2027,4,30)</f><v>46507</v>'), ['answer.formula J5']),
  day('46507', ['answer.date-read-as J5']),
  day('04/05/2027', ['answer.date-read-as J5'], '2027-05-04'),
  day('5/5/2027', [], '2027-05-05'),
  ...['04/30/2027', '31/04/2027', 'April 2027', 'Spring 2027', 'ongoing', '2027', '30/4', 'TBC'].map((value) =>
    day(value, ['answer.not-a-date J5'], `(unreadable) ${value}`),
  ),
  day(3, ['answer.not-a-date J5'], '(unreadable) 03/01/1900 (3)'),
  day(formula('<v>#VALUE!</v>', 'e'), ['answer.error-value J5'], '(unreadable) #VALUE!'),
  day(formula('<v>1</v>', 'b'), ['answer.not-a-date J5'], '(unreadable) TRUE'),
  row('a workbook with days that count from 1904', (workbook) => {
    workbook.part('xl/workbook.xml', (xml) => xml.replace('<workbookPr', '<workbookPr date1904="1"'));
    for (const sheet of [needs, supply]) {
      workbook.sheet(sheet, (xml) =>
        xml.replace(
          /(<c r="J\d+"(?: s="\d+")?><v>)(\d+)/g,
          (_all, before: string, serial: string) => `${before}${Number(serial) - 1462}`,
        ),
      );
    }
  }),
];

const texts: readonly Case[] = [
  typed('rich text', 'G5', formula('<is><r><rPr><b/></rPr><t>evidence </t></r><r><t>1.1.1</t></r></is>', 'inlineStr')),
  typed(
    'a phonetic reading',
    'G5',
    formula('<is><t>evidence 1.1.1</t><rPh sb="0" eb="1"><t>x</t></rPh></is>', 'inlineStr'),
  ),
  row(
    'a hyperlink',
    (workbook) => {
      workbook.type(needs, 'G5', 'http://www.example.org/plan');
      workbook.sheet(needs, (xml) =>
        xml.replace(
          '<pageMargins',
          '<hyperlinks><hyperlink ref="G5" location="Cover!A1" display="x"/></hyperlinks><pageMargins',
        ),
      );
    },
    [],
    { '1.1.1 evidence': 'http://www.example.org/plan (#Cover!A1)' },
  ),
  typed('a formula', 'G5', formula('<f>"evidence "&amp;A5</f><v>evidence 1.1.1</v>', 'str'), ['answer.formula G5']),
  typed(
    'a formula that shares that of another cell',
    'G5',
    formula('<f t="shared" si="0"/><v>evidence 1.1.1</v>', 'str'),
    ['answer.formula G5'],
  ),
  typed('a formula into another workbook', 'G5', formula("<f>'[1]Plan'!$A$1</f><v>evidence 1.1.1</v>", 'str'), [
    'answer.formula G5',
  ]),
  typed('a formula that shows nothing', 'G5', formula('<f>""</f><v></v>', 'str'), ['answer.formula-without-value G5'], {
    '1.1.1 evidence': '(blank)',
  }),
  typed('an error', 'G5', formula('<v>#REF!</v>', 'e'), ['answer.error-value G5'], {
    '1.1.1 evidence': '(unreadable) #REF!',
  }),
  typed('a number', 'G5', 42, [], { '1.1.1 evidence': '42' }),
  typed('a truth value', 'G5', formula('<v>1</v>', 'b'), [], { '1.1.1 evidence': 'TRUE' }),
  typed('text that begins like a formula', 'G5', '=1+1', [], { '1.1.1 evidence': '=1+1' }),
  typed('non-breaking spaces, preserved', 'G5', 'a\u00a0b', [], { '1.1.1 evidence': 'a\u00a0b' }),
  typed('line breaks, preserved', 'G5', 'a\nb\n\nc', [], { '1.1.1 evidence': 'a\nb\n\nc' }),
  typed('32,767 characters', 'G5', 'x'.repeat(32_767), [], { '1.1.1 evidence': 'x'.repeat(32_767) }),
  typed('more characters than a cell takes', 'G5', 'x'.repeat(32_768), ['answer.too-long G5'], {
    '1.1.1 evidence': 'x'.repeat(32_768),
  }),
  row(
    'a comment in place of an answer',
    (workbook) => {
      workbook.clear(needs, 'C5');
      workbook.comment(needs, { C5: 'this is a 3' });
    },
    ['sheet.comment C5'],
    { '1.1.1 score': '(blank)' },
  ),
  row(
    'comments on a heading and on an answer',
    (workbook) => workbook.comment(needs, { G4: 'which?', G5: 'ask Ann' }),
    ['sheet.comment G4', 'sheet.comment G5'],
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
  typed('a note over a formula above the table', 'A3', 'see the annex', ['formula.gone A3', 'sheet.not-read A3']),
  typed('a cross on a criterion', 'E5', 'x', ['printed.changed E5']),
  typed('an answer below the table', 'G8', 'more', ['sheet.not-read G8']),
  row(
    'a score in the column of evidence',
    (workbook) => {
      workbook.clear(needs, 'C5');
      workbook.type(needs, 'G5', '3');
    },
    ['answer.wrong-column G5'],
    { '1.1.1 score': '(blank)', '1.1.1 evidence': '3' },
  ),
  row(
    'a score in the column before its own',
    (workbook) => {
      workbook.clear(needs, 'C5');
      workbook.type(needs, 'K5', 3);
    },
    ['printed.changed K5'],
    { '1.1.1 score': '(blank)' },
  ),
  row(
    'text in the column of scores',
    (workbook) => {
      workbook.type(needs, 'C5', 'evidence 1.1.1');
      workbook.clear(needs, 'G5');
    },
    ['answer.not-an-option C5'],
    { '1.1.1 score': '(unreadable) evidence 1.1.1', '1.1.1 evidence': '(blank)' },
  ),
  typed('a name in the column of days', 'J5', 'Ann', ['answer.not-a-date J5'], { '1.1.1 due': '(unreadable) Ann' }),
  row(
    'a whole row of answers one column to the right',
    (workbook) => workbook.move(needs, (at, column) => [at, at === 5 && column > 6 ? column + 1 : column]),
    ['answer.not-a-date J5', 'printed.changed K5'],
    {
      '1.1.1 evidence': '(blank)',
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

describeCases(
  {
    scores,
    days: dates,
    'texts, and answers in a wrong place': texts,
  },
  [
    // The programs save a text as a text, however it says that the level is 3: two such cases are enough.
    ...scores.slice(0, 3),
    ...scores.filter(({ done }) => /not applicable|error|formula on|TRUE/.test(done)).slice(0, 5),
    ...dates.slice(0, 4),
    ...texts.filter(({ done }) => /rich|hyperlink|comment|line breaks|32,767|beside|below/.test(done)),
  ],
);
