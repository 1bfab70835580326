import { expect, test } from 'vitest';
import { answerFindings } from '../../../src/finding/catalogues/answer.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('answer.picture', {}, { field: 'Evidence', value: '(picture: minutes of May)' }),
  finding('answer.picture-for-option', {}, { field: 'Score', value: '(picture)' }),
  finding('answer.place-lost', {}, { field: 'Score', references: ['1.1.1', '1.1.2'] }),
  finding('answer.anchors-part', {}, { named: "'1 Needs'!H5", visible: "'1 Needs'!H6", cells: 12 }),
  finding(
    'answer.not-an-option',
    {},
    { field: 'Score', value: 'see below', allowed: ['1 (Weak)', '2 (Fair)', 'Not applicable'] },
  ),
  finding('answer.read-as', {}, { field: 'Score', value: 'n/a', taken: 'Not applicable' }),
  finding('answer.link', {}, { field: 'Score', link: 'https://a.example/plan' }),
  finding('answer.link-alone', {}, { field: 'Evidence', link: 'https://a.example/plan' }),
  finding('answer.link-computed', {}, { field: 'Evidence' }),
  finding('answer.shown-otherwise', {}, { field: 'Evidence', shown: '4.41235E+11', held: '441234567890' }),
  finding('answer.struck-out', {}, { field: 'Evidence', struck: 'Board paper of May' }),
  finding('answer.date-read-as', {}, { field: 'By when', value: '3/4/2027', day: '2027-04-03' }),
  finding('answer.reason-kept', {}, { reason: 'not commissioned', field: 'Evidence' }),
  finding('answer.wrong-column', {}, { value: '3', field: 'Evidence', score: 'Score' }),
  finding('answer.no-reason', {}, { reasonField: 'Our evidence' }),
  finding('answer.not-a-date', {}, { field: 'By when', value: 'end of\nMarch' }),
  finding('answer.not-a-number', {}, { field: 'Budget', value: 'about 40', wanted: 'an amount of £0 or more' }),
  finding('answer.number-unclear', {}, { field: 'Wait', value: '1,25', wanted: 'a number of weeks' }),
  finding('answer.not-an-address', {}, { field: 'Plan', value: 'on the intranet' }),
  finding('answer.address-read-as', {}, { field: 'Plan', value: 'www.a.example', taken: 'https://www.a.example' }),
  finding('answer.not-whole', {}, { field: 'People', value: '12.5' }),
  finding('answer.beyond-limits', {}, { field: 'Share', value: '101%', wanted: 'a percentage from 0% to 100%' }),
  finding('answer.many-decimals', {}, { field: 'Budget', value: '1250.4', decimals: 0 }),
  finding('answer.number-read-as', {}, { field: 'Budget', value: '£1.2m', taken: '£1,200,000' }),
  finding('answer.unusual', {}, { field: 'People', value: '40 people', usual: '1,000 or more', reasonField: 'Note' }),
  finding('answer.typed-over', {}, { field: 'Total', value: '500', computed: '£480.00' }),
  finding('answer.figure-differs', {}, { field: 'Total', value: '500' }),
  finding(
    'answer.figures-disagree',
    {},
    {
      fields: ['Health', 'Council'],
      value: '£120',
      rule: 'must not be more than',
      other: 'Budget',
      otherValue: '£100',
    },
  ),
  finding('answer.jump', {}, { field: 'Budget', value: '£150', before: '£100', limit: '20%', reasonField: 'Note' }),
  finding('answer.error-value', {}, { field: 'Score', value: '#REF!' }),
  finding('answer.formula', {}, { field: 'Score' }),
  finding('answer.formula-without-value', {}, { field: 'Score' }),
  finding('answer.too-long', {}, { field: 'Action', length: 40_000, limit: 32_767 }),
  finding('answer.needed', {}, { answer: 'Yes', because: 'Preferred option', field: 'Existing method' }),
  finding('answer.not-asked', {}, { fields: ['Score', 'Evidence'], condition: 'Only if 1.1 is Yes' }),
  finding(
    'answer.excluded',
    {},
    {
      excluded: 'No gap',
      field: 'Kind of gap',
      answer: '5 Very unlikely to be effective',
      because: 'Likely effectiveness',
    },
  ),
  finding('answer.personal', {}, { kinds: ['an NHS number', 'a postcode'] }),
  finding('answer.emptied', {}, { field: 'Score', from: { state: 'not applicable' }, earlier: '2026-12-10 09:00' }),
  finding(
    'answer.changed',
    {},
    {
      field: 'Score',
      from: { state: 'answered', value: '2' },
      to: { state: 'unreadable', value: 'see below' },
      earlier: '2026-12-10 09:00',
    },
  ),
  finding(
    'given.changed',
    {},
    {
      ...{ field: 'People', source: 'partner-list' },
      ...{ given: { state: 'answered', value: '12,300 people' }, returned: { state: 'blank' } },
    },
  ),
  finding('given.row-gone', {}, { row: '2', values: ['Sample person A', 'Chair'] }),
  finding('answer.added', {}, { answers: 2, of: 'row', references: ['1', '3'], earlier: '2026-12-10 09:00' }),
  finding('entry.gone', {}, { row: '3', values: ['Sample person A', 'Chair'], earlier: '2026-12-10 09:00' }),
  finding('entry.incomplete', {}, { entry: 'option', missing: ['Option', 'Risk assessment'] }),
  finding('entry.belongs-to-none', {}, { sheet: 'Needs', by: ['Case reference', 'Need number'], empty: [] }),
  finding(
    'entry.lacks',
    {},
    { entry: 'need', sheet: 'Options', by: ['Case'], field: 'Kind', words: ['None', 'Little'], needs: ['Risk'] },
  ),
  finding('section.lacks', {}, { entry: 'participant', field: 'Kind', missing: [['Senior staff'], ['GP', 'Nurse']] }),
  finding('entry.twice', {}, { first: 'B5', by: ['Case reference', 'Need number'] }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(answerFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "answer.added": "warning: 2 answers are new since the return of 2026-12-10 09:00, in rows 1, 3. Nothing needs to be done if the partner has continued the work.",
      "answer.address-read-as": "warning: "www.a.example" in "Plan" is not a whole web address. It was read as "https://www.a.example". Enter the whole address to be sure.",
      "answer.anchors-part": "warning: The name of the answer cell points to '1 Needs'!H5, but the question's number and the heading point to '1 Needs'!H6, which was read (12 cells of this sheet; rows may have been sorted or moved). Check an answer or two.",
      "answer.beyond-limits": "error: "101%" in "Share" is beyond the limits, and is not counted in any figure. Enter a percentage from 0% to 100%.",
      "answer.changed": "warning: "Score" was "2" in the return of 2026-12-10 09:00 and is "see below" (which is not a valid answer) here. Ask if this looks wrong.",
      "answer.date-read-as": "warning: "3/4/2027" in "By when" is not a date to Excel. It was read as 03/04/2027 (day/month/year). If another day is meant, type it with the month in words, as in 31 March 2027.",
      "answer.emptied": "warning: "Score" was not applicable in the return of 2026-12-10 09:00 and is unanswered here. Ask which is meant.",
      "answer.error-value": "error: The cell for "Score" shows the error "#REF!", which is not counted in any figure. Type the answer again.",
      "answer.excluded": "warning: "No gap" under "Kind of gap" and "5 Very unlikely to be effective" under "Likely effectiveness" contradict each other. Correct the one that is wrong.",
      "answer.figure-differs": "warning: The cell for "Total" shows "500", but by the answers from which it is worked out it is blank, and that is stored. Its formula was changed, numbers are stored as text, or the program that saved the workbook did not recalculate it. Check these answers.",
      "answer.figures-disagree": "warning: "Health" and "Council" together are £120, and must not be more than "Budget", which is £100. Correct the number that is wrong.",
      "answer.formula": "warning: "Score" contains a formula. The value that it showed was read. Type the answer instead.",
      "answer.formula-without-value": "error: "Score" contains a formula that shows nothing. It was read as unanswered. Type the answer instead.",
      "answer.jump": "warning: "Budget" was £100 in the last round and is £150 now, a change by more than 20%. Correct it, or give the reason under "Note".",
      "answer.link": "warning: The cell for "Score" is a link to "https://a.example/plan". The address was not stored, because this cell does not take free text. If it matters, type it into a cell that does.",
      "answer.link-alone": "warning: The cell for "Evidence" is blank but still links to "https://a.example/plan", as after its text was deleted. It was read as unanswered. If the address is the answer, type it into the cell.",
      "answer.link-computed": "warning: "Evidence" is a link with an address worked out by a formula. The address was not read. Type it after the text.",
      "answer.many-decimals": "warning: "1250.4" in "Budget" has more decimals than the 0 that are asked for. It was stored in full. Check whether it is meant so exactly.",
      "answer.needed": "warning: "Yes" under "Preferred option" requires "Existing method", which is blank. Fill it in, or correct the answer that requires it.",
      "answer.no-reason": "warning: Not applicable needs a reason. Type it under "Our evidence".",
      "answer.not-a-date": "error: "end of March" is not a valid date for "By when", and is not used. Enter a day, month and year, as in 31/03/2027.",
      "answer.not-a-number": "error: "about 40" is not a number for "Budget", and is not counted in any figure. Enter an amount of £0 or more: figures alone, without words.",
      "answer.not-an-address": "error: "on the intranet" is not a web address for "Plan", and is not used. Enter one address that begins with https:// or http://.",
      "answer.not-an-option": "error: "see below" is not a valid answer for "Score", and is not counted in any figure. Allowed: "1 (Weak)", "2 (Fair)", "Not applicable". Choose one from the list.",
      "answer.not-asked": "warning: What is asked here does not apply ("Only if 1.1 is Yes"), and is answered all the same under "Score", "Evidence". The answer counts nowhere. Ask which of the two is wrong: this answer, or the one that decides.",
      "answer.not-whole": "error: "12.5" in "People" is not a whole number, and is not counted in any figure. Enter a number without decimals.",
      "answer.number-read-as": "warning: "£1.2m" in "Budget" is not written as the workbook counts numbers. It was read as £1,200,000. Enter the figures alone to be sure.",
      "answer.number-unclear": "error: "1,25" in "Wait" could mean different numbers, and is not counted in any figure. Enter a number of weeks, with a point before decimals and no comma but between thousands.",
      "answer.personal": "warning: The cell seems to contain an NHS number, a postcode, which is not repeated here. Answers must not identify anyone. Look at the cell, and ask for the workbook without it.",
      "answer.picture": "warning: The cell for "Evidence" contains a picture, "(picture: minutes of May)". It is stored with the return, but its contents were not read. Describe in words what matters.",
      "answer.picture-for-option": "error: The cell for "Score" contains a picture, "(picture)". It is stored with the return, but is not counted in any figure. Choose or type the answer instead.",
      "answer.place-lost": "error: The cells for "Score" of 1.1.1, 1.1.2 cannot be found, because their row, column or name is missing. Ask for the answers.",
      "answer.read-as": "warning: "n/a" in "Score" is not written as in the list. It was read as "Not applicable". Choose from the list to be sure.",
      "answer.reason-kept": "warning: "not commissioned" was stored under "Evidence", which was blank, as the reason why the question does not apply. If that is wrong, correct both cells.",
      "answer.shown-otherwise": "warning: The cell for "Evidence" contains "441234567890" but shows "4.41235E+11", because of its number format. Check which of the two is meant, and type that.",
      "answer.struck-out": "warning: "Board paper of May" is struck out in the cell for "Evidence", but was stored with the answer. If it no longer counts, delete it from the cell.",
      "answer.too-long": "warning: "Action" has 40000 characters, but a cell can show only 32767. All of it was stored.",
      "answer.typed-over": "warning: "500" is typed over the formula of "Total", which is worked out from other answers as £480.00. The typed value is not used. Correct the answers from which it follows, if they are wrong.",
      "answer.unusual": "warning: "40 people" in "People" is unusual: it is usually 1,000 or more. Correct it, or give the reason under "Note".",
      "answer.wrong-column": "warning: "3" is under "Evidence" but looks like the answer for "Score", which is blank. It was not counted. Type each answer under its own heading.",
      "entry.belongs-to-none": "warning: No row of the sheet "Needs" has the same "Case reference" and "Need number" as this row. Correct this row, or add the row that it belongs to on that sheet.",
      "entry.gone": "warning: Row 3 of the return of 2026-12-10 09:00, with "Sample person A", "Chair", is missing here. Ask which is meant.",
      "entry.incomplete": "warning: This option is incomplete: "Option", "Risk assessment" are blank. Fill in what is missing, or clear the row.",
      "entry.lacks": "error: This need has no row on the sheet "Options" with "None" or "Little" under "Kind" and with "Risk" filled in. Add such a row there with the same "Case", or complete the one there is.",
      "entry.twice": "warning: The row of B5 has the same "Case reference" and "Need number", so other rows cannot be matched with one of the two. Give each row its own, or combine the rows.",
      "given.changed": "warning: "People" was given from the list of partners as "12,300 people", and is unanswered in the return. The partner's answer counts. Find out which is right, and correct the list if it is wrong.",
      "given.row-gone": "warning: Row 2, which was given with "Sample person A", "Chair", is missing in the return. Ask if that looks wrong.",
      "section.lacks": "error: Missing under "Kind": "Senior staff"; "GP" or "Nurse". Add at least one participant for each.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
