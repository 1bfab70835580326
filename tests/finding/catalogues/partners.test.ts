import { expect, test } from 'vitest';
import { partnersFindings } from '../../../src/finding/catalogues/partners.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('partners.bad-code', {}, { code: '5 E1', characters: ['a space'] }),
  finding('partners.device-code', {}, { code: 'CON' }),
  finding('partners.other-case', {}, { code: 'x01', known: 'X01', round: '2026' }),
  finding('partners.look-alike', {}, { column: 'region_code', code: 'Р1', characters: ['"Р" (U+0420)'] }),
  finding('partners.same-name', {}, { name: 'North PCT', codes: ['X01', 'X07'] }),
  finding('partners.two-names', {}, { what: 'region', code: 'R1', names: ['North', 'Northern'], shown: 'North' }),
  finding('partners.two-codes', {}, { what: 'area', name: 'North', codes: ['R1', 'R2'] }),
  finding('partners.day-number', {}, { column: 'code', code: '46023', day: '1 January 2026', readAs: 'JAN1' }),
  finding('partners.lost-zeros', {}, { column: 'code', code: '12', whole: '012' }),
  finding('partners.duplicate-code', {}, { code: '5E1', first: 'line 4' }),
  finding('partners.mangled-code', {}, { column: 'code', code: '5.00E+01', takenFor: 'a number', readAs: '5E1' }),
  finding('agreed.unknown-area', {}, { area: 'XA9', known: ['XA1', 'XA2'] }),
  finding('agreed.unknown-question', {}, { question: '9.9.9', first: '1.1.1' }),
  finding('agreed.not-a-level', {}, { level: '4', allowed: ['1', '2', '3', 'Not applicable'], withdrawn: 'withdrawn' }),
  finding('agreed.not-a-day', {}, { date: 'last week' }),
  finding('agreed.personal-data', {}, { kinds: ["a person's name", 'an e-mail address'] }),
  finding('agreed.twice', {}, { area: 'XA1', question: '1.1.1', first: 'line 2' }),
  finding('partners.bad-email', {}, { address: 'not-an-email' }),
  finding(
    'given.no-column',
    {},
    {
      columns: [
        { column: 'Population', isThere: false, questions: ['People of 1.1.1'], meant: 'Populaton' },
        { column: 'Budget', isThere: true, questions: ['Budget of 2.1.1', 'Budget of 2.1.2'] },
      ],
    },
  ),
  finding(
    'given.not-an-answer',
    {},
    { column: 'Share', value: '0.12', field: 'Share', wanted: 'a percentage, as in 12% or 12', isUnclear: true },
  ),
  finding('given.read-as', {}, { column: 'Population', value: '1.2m', taken: '1,200,000 people' }),
  finding('given.no-last-round', {}, { questions: ['People of 1.1.2', 'Name of Participants'] }),
  finding('given.not-before', {}, { questions: ['People of 1.1.2'], edition: '2025' }),
  finding('given.changed-since', {}, { partners: ['X01', 'X03'] }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(partnersFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "agreed.not-a-day": "error: "last week" is not a date up to today. Write the date of the agreement, as in 20/01/2027 or 20 January 2027.",
      "agreed.not-a-level": "error: "4" is not a score for this question. Write one of "1", "2", "3", "Not applicable", or "withdrawn" to withdraw a score that was recorded before.",
      "agreed.personal-data": "error: The list of those present seems to contain a person's name and an e-mail address. The register stores no personal data. Write roles and organisations, as in "head of commissioning, council".",
      "agreed.twice": "error: Question "1.1.1" of the area "XA1" already has a score (line 2). Each question has one agreed score. Remove one of the lines.",
      "agreed.unknown-area": "error: Fewer than two partners of this round belong to the area "XA9", and only several partners can agree. Areas with several partners: XA1, XA2. Correct the code.",
      "agreed.unknown-question": "error: "9.9.9" is not a scored question. Write the reference as in the workbook, such as 1.1.1.",
      "given.changed-since": "warning: Other facts than before are in the workbooks of X01, X03. Workbooks that were already sent do not show this. Send them again.",
      "given.no-column": "warning: The list has no facts to be given in People of 1.1.1 (no column "Population"; is "Populaton" meant?); Budget of 2.1.1, Budget of 2.1.2 (the column "Budget" is empty). These cells are blank, or have what this round gave before. Add the columns with these headings and values, and generate again.",
      "given.no-last-round": "warning: The workbooks are to have answers of the last round (People of 1.1.2, Name of Participants), and no earlier round is shown. These cells are blank. Name the round with --previous.",
      "given.not-an-answer": "error: "0.12" in the column "Share" could mean different numbers, and cannot be given as "Share", which takes a percentage, as in 12% or 12. Nothing was generated. Correct the list, or clear the cell.",
      "given.not-before": "warning: The workbooks are to have answers of the last round, of which the edition, 2025, did not ask for these: People of 1.1.2. Their cells are blank. If something has another key now, give it the one of then.",
      "given.read-as": "warning: "1.2m" in the column "Population" was read as 1,200,000 people. If something else is meant, correct the list.",
      "partners.bad-code": "error: The code "5 E1" is not allowed because of a space. A code has 1 to 20 plain letters, digits, hyphens or underscores, and begins with a letter or digit, as in 5E1. Correct it.",
      "partners.bad-email": "warning: The e-mail address "not-an-email" cannot be used, so the partner gets no e-mail. An address is a name, @ and a domain in plain letters, as in returns@pct.example. Two addresses are separated by a semicolon. Correct it and generate again.",
      "partners.day-number": "warning: The code "46023" has only digits, although other codes in the list have letters. It is also Excel's number for 1 January 2026, so Excel may have taken a code such as "JAN1" for a date. If so, format the column as text and type the code again.",
      "partners.device-code": "error: The code "CON" is not allowed, because Windows reserves that name for a device. Use another code, such as "CON1".",
      "partners.duplicate-code": "error: The code "5E1" is already used (line 4). Each partner needs its own code. Correct or remove one of the lines.",
      "partners.look-alike": "warning: The region_code "Р1" contains "Р" (U+0420), which may look like a plain letter or digit but is a different character. Different codes mean different places. If this code is meant to be the same as another, type it in plain characters.",
      "partners.lost-zeros": "error: The code "12" has only digits and is shorter than the others. Excel takes a code such as "012" for a number and drops its leading zeros. Format the column as text and type the code again. If the code is right, add leading zeros so that all codes have the same length.",
      "partners.mangled-code": "error: The code "5.00E+01" seems to have been damaged by Excel, which takes a code such as "5E1" for a number. Format the column as text and type the code again. Save the list as an Excel workbook (.xlsx): a CSV file that is opened by a double click is damaged again.",
      "partners.other-case": "error: The code "x01" differs only in capitals from "X01", which is already in round "2026". On Windows, both workbooks would have the same file name. Write the code as in the round.",
      "partners.same-name": "warning: The list has the name "North PCT" with more than one code: "X01" and "X07". Each code gets a workbook and counts separately. If they are one organisation, remove all but one of the lines.",
      "partners.two-codes": "warning: The list gives the area "North" two codes, "R1" and "R2". Each code counts as a separate area. If only one is meant, write the same code on every line.",
      "partners.two-names": "warning: The list gives region R1 two names, "North" and "Northern". A code identifies one region, so all partners with this code belong to it, and it is shown as "North". Correct the names, or the code if another region is meant.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
