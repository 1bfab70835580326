import { expect, test } from 'vitest';
import { stampFindings } from '../../../src/finding/catalogues/stamp.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('return.earlier-round', {}, { round: '2025', later: '2026' }),
  finding('return.not-ours', {}, {}),
  finding('return.not-filled-in', {}, {}),
  finding('return.bad-stamp', {}, { problem: 'its seal does not fit' }),
  finding('return.stamps-disagree', {}, { difference: 'partner is "5E1" in the properties and "5D7" on the sheet' }),
  finding('return.unknown-instrument', {}, { instrument: 'other', edition: '2', known: ['sample 1', 'sample 2'] }),
  finding('return.other-round', {}, { round: '2025', expected: '2026' }),
  finding('return.not-issued', {}, { partner: '5E1', round: '2026' }),
  finding('return.not-seen', {}, { partner: '5E1', round: '2026' }),
  finding('return.worked-example', {}, {}),
  finding('return.partner-name-changed', {}, { issued: 'Ashmere PCT', found: 'Bramblewick PCT' }),
  finding(
    'return.other-edition',
    {},
    {
      edition: '1',
      now: '2',
      retired: ['1.1.2'],
      added: ['2.1.3', '2.1.4'],
      reworded: ['1.1.1'],
      rescaled: [{ scale: 'Achievement', carried: 7, lost: 1 }],
      withdrawn: [{ field: 'Setting', words: ['At home', 'Day care'] }],
    },
  ),
  finding('return.definition-changed', {}, { issued: '0123456789abcdef', now: 'fedcba9876543210' }),
  finding('return.no-stamp', {}, { title: 'Are we ready?', code: 'P13', round: '2026', names: 24 }),
  finding('return.identified-by-hand', {}, { partner: 'P13', round: '2026' }),
  finding('return.not-theirs', {}, { partner: 'P13', round: '2026', what: 'the code on its cover', says: 'P14' }),
  finding('return.unlike', {}, { partner: 'P13', round: '2026' }),
  finding('return.identified-otherwise', {}, { partner: 'P13', round: '2026', given: 'P14' }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(stampFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "return.bad-stamp": "error: The workbook's stamp, which identifies its partner and round, has been changed: its seal does not fit. Send the partner a fresh workbook, or ask for the original file. If you know which partner it belongs to, you can also import it with --as, the partner's code, and --round.",
      "return.definition-changed": "warning: The instrument's definition has changed since the workbook was issued (0123456789abcdef, now fedcba9876543210). Answers were matched by question number. Check the questions that changed.",
      "return.earlier-round": "warning: This is the workbook of round "2025" and counts in that round. The later round "2026" of the same self-assessment also has a workbook for this partner. If the answers are meant for "2026", ask for that round's workbook.",
      "return.identified-by-hand": "warning: The file does not prove which partner it belongs to, because its stamp is missing or was changed. It was identified by hand as the workbook of "P13", round "2026". Check that the answers are from that partner.",
      "return.identified-otherwise": "error: This file is already in the register as the return of "P13", round "2026". That does not change: --as P14 has no effect.",
      "return.no-stamp": "error: This workbook was made by Scorebook, for "Are we ready?", but both copies of its stamp, which identifies its partner and round, are missing: a program did not save them. Its cover says "P13", round "2026"; answer cells that still have their names: 24. If you know which partner it belongs to, import it with --as, the partner's code, and --round.",
      "return.not-filled-in": "error: The workbook contains no answers: it is as it was sent out, or was saved again without any. Check the path, or ask for the completed workbook.",
      "return.not-issued": "error: This register did not issue a workbook with this number to "5E1" for round "2026". Check --register, or ask which file it was copied from.",
      "return.not-ours": "error: This workbook was not made by Scorebook: it has no stamp. Ask for the workbook that was sent out, filled in.",
      "return.not-seen": "error: You see some regions only, and no workbook with this number was issued to a partner of theirs. The file says "5E1", round "2026": give it to a colleague who sees that partner. It was not recorded.",
      "return.not-theirs": "error: It cannot be imported as the workbook of "P13", round "2026": the code on its cover says "P14". Check the partner's code, --round and --instrument. If they are right, ask the partner to copy the answers into its own workbook.",
      "return.other-edition": "warning: It answers edition "1", but the round now uses edition "2". Answers were matched by key. Answered, but no longer asked and not counted: 1.1.2. New, and so unanswered: 2.1.3, 2.1.4. Answered and counted, but worded differently now: 1.1.1. The scale "Achievement" has different options now. 7 answers were carried over to the option with the same name. 1 answer was not, because no single option has that name, and left out of every figure. Chosen for "Setting", but no longer offered, and so in no figure: "At home", "Day care". All of it is stored. Send the partner the new workbook if that matters.",
      "return.other-round": "error: It belongs to round "2025", not "2026". Import it without --round, or ask for this round's workbook.",
      "return.partner-name-changed": "warning: The organisation on the cover is "Bramblewick PCT", but the workbook was issued to "Ashmere PCT" and counts for that partner. Check that the partner did not use another partner's copy.",
      "return.stamps-disagree": "error: The stamp in the file's properties and the stamp on its hidden sheet disagree: partner is "5E1" in the properties and "5D7" on the sheet. Sheets of two workbooks have been mixed. Ask for the original file.",
      "return.unknown-instrument": "error: The workbook is for the instrument "other", edition "2", which is not installed here. Installed: "sample 1", "sample 2". Import the workbook where that instrument is installed.",
      "return.unlike": "error: It cannot be imported as the workbook of "P13", round "2026": it has fewer than half of the answer cells of the workbook that was issued. Check the partner's code, --round and --instrument, or ask for the workbook that was sent out.",
      "return.worked-example": "error: This is the worked example, which is not for returning. Check the path, or ask for the workbook that was sent out, filled in.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
