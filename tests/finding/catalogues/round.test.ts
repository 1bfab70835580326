import { expect, test } from 'vitest';
import { roundFindings } from '../../../src/finding/catalogues/round.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('round.due-past', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
  finding('round.due-day-off', {}, { due: '12:00 (UK time) on Friday 3 April 2026', dayOff: 'Good Friday' }),
  finding('round.due-far', {}, { due: '12:00 (UK time) on Monday 18 December 2062' }),
  finding('round.no-return-address', {}, { given: '' }),
  finding('round.no-addresses', {}, { partners: ['X1', 'X2'], of: 12 }),
  finding('round.bad-addresses', {}, { addresses: ['X1 (jo at x.example)'] }),
  finding('round.changed', {}, { round: '2026', what: 'marking', from: 'OFFICIAL', to: null }),
  finding('round.not-in-list', {}, { round: '2026', partners: ['A3 Cedar PCT'] }),
  finding(
    'round.left-in-list',
    {},
    { code: 'A3', partner: 'Cedar PCT', how: 'became part of A7 on 2026-12-01 09:30 (merger)', round: '2026' },
  ),
  finding(
    'round.review-uncounted',
    {},
    {
      ...{ code: 'A3', partner: 'Cedar PCT', round: '2026', returned: 12, successors: ['A7'] },
      why: 'the partner became part of A7 on 2026-12-01 09:30 (merger)',
    },
  ),
  finding('round.review-of-other-return', {}, { code: 'A3', partner: 'Cedar PCT', round: '2026', before: 12, now: 9 }),
  finding(
    'round.review-outdated',
    {},
    { code: 'A7', partner: 'Elm PCT', round: '2026', returned: 14, questions: ['1.1.1'], isRenewed: false },
  ),
  finding(
    'round.own-deadline',
    {},
    {
      round: '2026',
      from: '12:00 (UK time) on Friday 18 December 2026',
      to: '12:00 (UK time) on Wednesday 23 December 2026',
    },
  ),
  finding(
    'round.other-deadline',
    {},
    {
      ...{ partner: 'Ash', code: 'A1', round: '2026', says: '12:00 (UK time) on Friday 18 December 2026' },
      due: '12:00 (UK time) on Wednesday 23 December 2026',
    },
  ),
  finding(
    'round.corrected-since',
    {},
    { what: 'e-mail address', listed: 'a1@ash.example', corrected: 'post@ash.example' },
  ),
  finding('round.other-name', {}, { code: 'A1', round: '2026' }),
  finding('round.mail-changed', {}, { round: '2026', what: 'wording' }),
  finding(
    'round.closes-early',
    {},
    { round: '2026', closes: '17:00 (UK time) on Monday 14 December 2026', partners: ['A1', 'A2'] },
  ),
  finding(
    'round.closing-excludes',
    {},
    { round: '2026', closes: '17:00 (UK time) on Monday 14 December 2026', returns: ['12 (A1)'] },
  ),
  finding('time.skipped', {}, { option: '--due', time: '2027-03-28 01:30', taken: '2027-03-28 02:30' }),
  finding('time.repeated', {}, { option: '--due', time: '2027-10-31 01:30', taken: '2027-10-31 01:30 GMT' }),
  finding(
    'time.unclear',
    {},
    {
      option: '--due',
      time: '18/12/2026 midnight',
      taken: '23:59 (UK time) on Friday 18 December 2026',
    },
  ),
  finding('correction.open', {}, { open: 3 }),
  finding('correction.left-out', {}, { partner: '5E1', what: ['the last round', 'the branding'] }),
  finding('correction.due-past', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(roundFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "correction.due-past": "warning: The deadline, 12:00 (UK time) on Friday 18 December 2026, has passed. A correction that arrives now is late and does not replace a return that arrived in time. If it is to count, move the deadline with generate --change-due and run this command again.",
      "correction.left-out": "warning: The correction workbook for 5E1 does not show the last round and the branding, although the workbook that was issued did. An older version of Scorebook issued it and stored no copy. All answers are in the correction workbook. Explain this to the partner if it matters.",
      "correction.open": "warning: The Checklist still has 3 things to do, with links to their cells. It counts each of them; here they are one thing together, and lines above may be about the same cells.",
      "round.bad-addresses": "warning: E-mail addresses of partners cannot be used, so those partners get no e-mail: X1 (jo at x.example). An address is a name, @ and a domain in plain letters, as in returns@pct.example. Correct them with "scorebook round partner CODE --email ADDRESS", or in the list of partners.",
      "round.changed": "warning: The marking of round "2026" was "OFFICIAL" and has been removed. Workbooks that were already sent do not show this. Send them again.",
      "round.closes-early": "warning: Round "2026" closes at 17:00 (UK time) on Monday 14 December 2026, before the deadline of A1, A2. What comes from them after that does not count. If that is not meant, run "scorebook round reopen 2026 --reason TEXT", or close it later.",
      "round.closing-excludes": "warning: Returns of round "2026" that came after 17:00 (UK time) on Monday 14 December 2026 do not count any more: 12 (A1). The register still has them. If they are to count, close the round later.",
      "round.corrected-since": "warning: The list has the e-mail address "a1@ash.example", which was corrected to "post@ash.example" since. The corrected one is used. Correct the list, too.",
      "round.due-day-off": "warning: The deadline, 12:00 (UK time) on Friday 3 April 2026, is on Good Friday, when few people are at work. If a working day is meant, run the command again with it and --change-due.",
      "round.due-far": "warning: The deadline, 12:00 (UK time) on Monday 18 December 2062, is more than two years away. Check the year. To move the deadline, run the command again with the right time and --change-due.",
      "round.due-past": "warning: The deadline, 12:00 (UK time) on Friday 18 December 2026, has passed, so every return will count as late. Check --due. To move the deadline, run the command again with the right time and --change-due.",
      "round.left-in-list": "warning: "Cedar PCT" became part of A7 on 2026-12-01 09:30 (merger), and the list still has it. It gets no workbook. Remove it from the list, or bring it back with "scorebook round bring-back A3 --round 2026 --reason TEXT".",
      "round.mail-changed": "warning: The wording of e-mails of round "2026" has changed, for this message and later ones. "scorebook round show 2026" lists the change with its number, and "scorebook round undo" takes it back.",
      "round.no-addresses": "warning: There is no e-mail address for 2 of 12 partners, and no e-mail can be written for them: X1, X2. Add an address to the column email in the list and generate again, unless they get their workbooks in another way.",
      "round.no-return-address": "warning: The workbooks do not say where to send them, and no e-mail can be written for this round. Generate again with --return-to, as in --return-to returns@region.example, unless the workbooks are sent out and returned in another way.",
      "round.not-in-list": "warning: In round "2026" but not in this list: A3 Cedar PCT. This partner still counts and is reminded. If it was left out by mistake, add it to the list and generate again. If it takes no part any more, run "scorebook round withdraw CODE --round 2026 --reason TEXT"; if it became part of another, "scorebook round merge CODE --into CODE --round 2026 --reason TEXT".",
      "round.other-deadline": "warning: The workbook of "Ash" says 12:00 (UK time) on Friday 18 December 2026, and its deadline is 12:00 (UK time) on Wednesday 23 December 2026. Renew it with "scorebook generate --round 2026 --partner A1", and send it.",
      "round.other-name": "warning: The workbook of A1 says the earlier name. Renew it with "scorebook generate --round 2026 --partner A1" if the partner is to see the new one.",
      "round.own-deadline": "warning: The deadline of this partner in round "2026" was 12:00 (UK time) on Friday 18 December 2026 and is now 12:00 (UK time) on Wednesday 23 December 2026. The others keep theirs. Send this partner its new workbook.",
      "round.review-of-other-return": "warning: The review of "Cedar PCT" is compared with return 9 from now on, not with return 12. If the two have other answers, "scorebook review generate --round 2026 --partner A3" writes a workbook with those that count now for the assessor.",
      "round.review-outdated": "warning: The review of "Elm PCT", return 14, is out of date: its workbook shows the assessor other answers than those that count now: 1.1.1. Roll-up and feedback mark these questions. "scorebook review generate --round 2026 --partner A7" writes one with the answers that count now.",
      "round.review-uncounted": "warning: The review of "Cedar PCT", return 12, is in no figure now: the partner became part of A7 on 2026-12-01 09:30 (merger). Status and roll-up name it, and the register keeps it. To have A7 reviewed: "scorebook review generate --round 2026 --partner A7".",
      "time.repeated": "warning: --due "2027-10-31 01:30" occurs twice in UK time: that night the clocks go back from 02:00 to 01:00. The later of the two was taken, 2027-10-31 01:30 GMT. Write which one is meant: "2027-10-31 01:30 BST" is the earlier, "2027-10-31 01:30 GMT" the later.",
      "time.skipped": "warning: --due "2027-03-28 01:30" does not exist in UK time: that night the clocks go forward from 01:00 to 02:00. It was taken as 2027-03-28 02:30. If another time is meant, give that.",
      "time.unclear": "warning: People mean different times by --due "18/12/2026 midnight". It was taken as 23:59 (UK time) on Friday 18 December 2026. If another time is meant, write it with a clock of 24 hours: 00:00 is the beginning of a day, 12:00 is noon, and a day alone ends at 23:59.",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
