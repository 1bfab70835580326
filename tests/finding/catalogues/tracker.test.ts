import { expect, test } from 'vitest';
import { trackerFindings } from '../../../src/finding/catalogues/tracker.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('tracker.unreadable', {}, { problem: 'it is protected with a password' }),
  finding('tracker.not-a-tracker', {}, { looksLike: 'a roll-up' }),
  finding('tracker.not-as-written', {}, {}),
  finding('tracker.no-sheet', {}, { sheets: ['Mine', 'Notes'] }),
  finding('tracker.other-register', {}, { round: '2026' }),
  finding('tracker.other-round', {}, { round: '2025', wanted: '2026' }),
  finding('tracker.no-headings', {}, { headings: ['Partner', 'Due'] }),
  finding('tracker.heading-missing', {}, { heading: 'Due', found: 'Until' }),
  finding('tracker.column-moved', {}, { heading: 'Due' }),
  finding('tracker.column-added', {}, { heading: 'My notes' }),
  finding('tracker.row-without-code', {}, {}),
  finding('tracker.code-unknown', {}, { code: 'X9' }),
  finding('tracker.code-twice', {}, { code: 'X1', first: 'F6' }),
  finding('tracker.rows-missing', {}, { partners: ['X1', 'X2'] }),
  finding('tracker.not-read-back', {}, { heading: 'Next step', was: 'Await the return', is: 'call' }),
  finding('tracker.formula', {}, { heading: 'Due' }),
  finding('tracker.error-value', {}, { heading: 'Due', value: '#REF!' }),
  finding('tracker.struck-out', {}, {}),
  finding('tracker.not-a-time', {}, { heading: 'Due', text: 'soon' }),
  finding('tracker.not-yes-or-no', {}, { text: 'maybe' }),
  finding('tracker.no-decision', {}, { text: 'ask them' }),
  finding('tracker.other-return', {}, { returns: [12], partner: 'X1', known: [13, 15] }),
  finding('tracker.no-reason', {}, {}),
  finding('tracker.reason-alone', {}, {}),
  finding('tracker.conflict', {}, { heading: 'E-mail', was: 'a@x.example', is: 'b@x.example', now: 'c@x.example' }),
  finding('tracker.departed', {}, { partner: 'Ashmere PCT', how: 'was withdrawn on 2026-12-01 10:00 (dissolved)' }),
  finding('tracker.refused', {}, { problem: 'Due: 12:00 has passed. Give a later time.' }),
  finding('tracker.changed-since', {}, { written: '10:00 (UK time) on Friday 20 November 2026', partners: ['X1'] }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(trackerFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "tracker.changed-since": "warning: Since the tracker was written, at 10:00 (UK time) on Friday 20 November 2026, other things have changed for X1. They stay as they are now.",
      "tracker.code-twice": "error: The code "X1" is already in F6. Put back the code that was here, or remove the row if it is a copy.",
      "tracker.code-unknown": "error: No partner had the code "X9" when this tracker was written. A code cannot be changed here. Put back the one that was there. To add a partner, add it to the list of partners and generate again.",
      "tracker.column-added": "error: The column "My notes" was added, or is there twice. It is not read. Move it to a sheet of its own.",
      "tracker.column-moved": "error: The column "Due" is in another place than it was written. Move it back. To begin again, write a new tracker ("scorebook status --round NAME --out FILE") and make your changes in that.",
      "tracker.conflict": "error: "E-mail" was "a@x.example" when the tracker was written. You changed it to "b@x.example", but meanwhile it has become "c@x.example". Put back "a@x.example" to leave it so, or write a new tracker and make your change in that.",
      "tracker.departed": "error: "Ashmere PCT" was withdrawn on 2026-12-01 10:00 (dissolved), so that nothing of it can be changed. Put back what the row said when the tracker was written, or bring the partner back first.",
      "tracker.error-value": "error: "Due" is "#REF!". Type the value itself.",
      "tracker.formula": "error: "Due" has a formula. Replace it with its value (Paste Special > Values).",
      "tracker.heading-missing": "error: The heading "Due" was changed to "Until". Change it back.",
      "tracker.no-decision": "error: "Decide" is "ask them", which is no decision. Write "set aside 12", "prefer 12", "merge 12 15" or "accept CODE 12", with numbers of returns and the code of a warning; or None.",
      "tracker.no-headings": "error: No row has the headings of the tracker: Partner, Due. Put them back, in this order. To begin again, write a new tracker ("scorebook status --round NAME --out FILE") and make your changes in that.",
      "tracker.no-reason": "error: This row was changed, and nothing says why. Write it in the column Reason, or give --reason for all rows without one.",
      "tracker.no-sheet": "error: There is no sheet "Tracker". The workbook has: "Mine", "Notes". Give the sheet its name again, or write a new tracker.",
      "tracker.not-a-time": "error: "Due" is "soon", which is not a date and time. Write day, month, year and UK time, as in 23/12/2026 12:00. The day alone is enough, and ends at 23:59.",
      "tracker.not-a-tracker": "error: This is a roll-up, and no tracker that Scorebook wrote. "scorebook status --round NAME --out FILE" writes one. Give that file.",
      "tracker.not-as-written": "error: This tracker does not say how it was when it was written: an earlier version of Scorebook wrote it, or its hidden sheet was changed or removed. To begin again, write a new tracker ("scorebook status --round NAME --out FILE") and make your changes in that.",
      "tracker.not-read-back": "error: "Next step" said "Await the return" and now says "call". Scorebook works this column out itself, and does not read it. Put back what it said. "scorebook round --help" lists what can be changed.",
      "tracker.not-yes-or-no": "error: "Withdrawn" is "maybe". Write Yes if the partner takes no part any more, and the reason in the column Reason; otherwise No.",
      "tracker.other-register": "error: This tracker, of round "2026", was written with another register. Give the one with which it was written, with --register.",
      "tracker.other-return": "error: X1 has no return 12. Write numbers of its own: 13, 15.",
      "tracker.other-round": "error: This is the tracker of round "2025", not of "2026". Give the tracker of that round, or leave out --round.",
      "tracker.reason-alone": "warning: This row has a reason, and nothing else in it was changed. If something was to change, change that, too.",
      "tracker.refused": "error: Due: 12:00 has passed. Give a later time.",
      "tracker.row-without-code": "error: This row has no partner code. If it is a note, move it to a sheet of its own. If it is a partner, put its code back.",
      "tracker.rows-missing": "error: Rows were removed: X1, X2. Removing a row does not withdraw a partner. Put it back, and write Yes in its column Withdrawn if that is meant. To begin again, write a new tracker ("scorebook status --round NAME --out FILE") and make your changes in that.",
      "tracker.struck-out": "error: Something in this row is struck out. If the partner takes no part any more, write Yes in the column Withdrawn. In either case remove the strike-through.",
      "tracker.unreadable": "error: The file cannot be read, because it is protected with a password. A tracker is an Excel workbook (.xlsx) without a password. Open it in Excel and save it as such. To begin again, write a new tracker ("scorebook status --round NAME --out FILE") and make your changes in that.",
    }
  `);
});

test.each([
  [
    finding('tracker.heading-missing', {}, { heading: 'Due', found: '' }),
    /^The column "Due" is missing\. Put it back\./,
  ],
  [finding('tracker.column-added', {}, { heading: '' }), /^There is something beside the table, which is not read\./],
  [
    finding('tracker.not-a-time', {}, { heading: 'Due', text: '12/31/2026', dayFirst: '31/12/2026' }),
    /has the month first\. Write 31\/12\/2026 if that is the day\.$/,
  ],
] as const)('another wording of %j', ({ message }, words) => {
  expect(message).toMatch(words);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/[.)]$/);
  expect(message).not.toMatch(hole);
});
