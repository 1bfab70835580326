import { expect, test } from 'vitest';
import { roundFindings } from '../../../src/finding/catalogues/round.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('round.due-past', {}, { due: '12:00 (UK time) on Friday 18 December 2026' }),
  finding('round.due-far', {}, { due: '12:00 (UK time) on Monday 18 December 2062' }),
  finding('round.no-return-address', {}, { given: '' }),
  finding('round.changed', {}, { round: '2026', what: 'marking', from: 'OFFICIAL', to: null }),
  finding('round.not-in-list', {}, { round: '2026', partners: ['A3 Cedar PCT'] }),
  finding('time.skipped', {}, { option: '--due', time: '2027-03-28 01:30', taken: '2027-03-28 02:30' }),
  finding('time.repeated', {}, { option: '--due', time: '2027-10-31 01:30', taken: '2027-10-31 01:30 GMT' }),
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
      "correction.due-past": "warning: The deadline, 12:00 (UK time) on Friday 18 December 2026, is over: a correction that comes now is late, and does not count instead of a return that came in time. Move the deadline with generate --change-due if it is to count, and run this again.",
      "correction.left-out": "warning: The correction workbook for 5E1 is without the last round and the branding, which the one that went out showed: it was issued by an older version, which kept no copy. All answers are in it; tell the partner if that matters.",
      "correction.open": "warning: Still open: 3 of the answers that are needed. The Checklist says which, with links to where to go on.",
      "round.changed": "warning: The marking of round "2026" was "OFFICIAL" and has been removed. Workbooks that have gone out do not show this: send them again.",
      "round.due-far": "warning: The deadline, 12:00 (UK time) on Monday 18 December 2062, is more than two years ahead. Check its year; to move it, run the command again with the right time and --change-due.",
      "round.due-past": "warning: The deadline, 12:00 (UK time) on Friday 18 December 2026, is over, so every return will count as late. Check --due; to move it, run the command again with the right time and --change-due.",
      "round.no-return-address": "warning: The workbooks do not say where to send them, and no e-mail can be written for this round. Generate again with --return-to, as in --return-to returns@region.example, unless the workbooks are sent out and returned in another way.",
      "round.not-in-list": "warning: In round "2026" but not in this list: A3 Cedar PCT. This partner still counts and is reminded. If it was left out by mistake, put it back into the list and generate again; otherwise name only the others with --partner when you send reminders.",
      "time.repeated": "warning: --due "2027-10-31 01:30" is a time that occurs twice in the UK: on that night the clocks go back from 02:00 to 01:00. The later of the two was taken, 2027-10-31 01:30 GMT. Write which one you mean: "2027-10-31 01:30 BST" is the earlier, "2027-10-31 01:30 GMT" the later.",
      "time.skipped": "warning: --due "2027-03-28 01:30" is a time that does not exist in the UK: on that night the clocks go forward from 01:00 to 02:00. It was taken as 2027-03-28 02:30. If that is not what you mean, give another time.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
