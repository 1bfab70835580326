import { expect, test } from 'vitest';
import { returnFindings } from '../../../src/finding/catalogues/return.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('return.after-closing', {}, {}),
  finding('return.supersedes', {}, { coverage: 0.6, earlier: '2026-12-10 09:00', earlierCoverage: 0.4 }),
  finding(
    'return.does-not-count',
    {},
    { coverage: null, counting: '2026-12-10 09:00', countingCoverage: 0.4, onTime: true },
  ),
  finding('return.not-preferred', {}, { coverage: 0.6, counting: '2026-12-10 09:00', countingCoverage: 0.4 }),
  finding('return.set-aside', {}, {}),
  finding('return.same-answers', {}, { earlier: '2026-12-10 09:00' }),
  finding('return.differs', {}, { earlier: '2026-12-10 09:00', added: 3, changed: 1, emptied: 2 }),
  finding(
    'return.contradicts',
    {},
    { id: 15, earlier: '2026-12-10 09:00', earlierId: 12, before: 40, added: 0, changed: 10, emptied: 25 },
  ),
  finding(
    'return.halves',
    {},
    { id: 15, earlier: '2026-12-10 09:00', earlierId: 12, added: 30, changed: 1, emptied: 25 },
  ),
  finding('return.put-together', {}, { whole: 18 }),
  finding('return.uncorrected', {}, { earlier: 12, answers: 2 }),
  finding('return.explained', {}, { words: ['We have no prison', 'The post is shared'] }),
  finding(
    'return.answers-contradict',
    { section: '1', key: '1.1.1', field: 'score' },
    {
      field: 'Score',
      isHidden: false,
      answers: [
        { id: 12, value: '2 Fair' },
        { id: 15, value: '3 Good' },
      ],
    },
  ),
  finding('return.merge-undecided', {}, { ids: [12, 15], prefer: 15, answers: 3 }),
  finding('return.received-changed', {}, { from: '2026-12-19 09:00', to: '2026-12-17 16:30' }),
  finding('return.other-sender', {}, { sender: 'ann@elsewhere.example', known: 'returns@netherby.example' }),
  finding('return.sender-clock', {}, { sent: '2026-12-17 16:30' }),
  finding('return.came-earlier', {}, { arrived: '2026-12-17 16:30', received: '2026-12-19 09:00' }),
  finding('return.automatic-message', {}, { mark: 'is marked as automatic (precedence: bulk)' }),
  finding('return.like-another', {}, { partner: '5E1', other: 7, sections: ['1', '2'], texts: 3 }),
];

test('every code has an example here', () => {
  expect(examples.map(({ code }) => code).toSorted()).toEqual(Object.keys(returnFindings).toSorted());
});

test('each code says what is wrong, by which rule, and what to do', () => {
  expect(describeMessages(examples)).toMatchInlineSnapshot(`
    {
      "return.after-closing": "warning: This came after the round was closed: it was stored, and does not count. If it is to count, reopen the round ("round reopen"), or close it at a later time ("round close --at").",
      "return.answers-contradict": "error: "Score" is "2 Fair" in return 12 and "3 Good" in return 15.",
      "return.automatic-message": "warning: The message with this file is marked as automatic (precedence: bulk), so a program may have sent it. It still counts. Check that the partner meant to return it.",
      "return.came-earlier": "warning: This message with the file arrived at 2026-12-17 16:30, but the time of receipt in the register is 2026-12-19 09:00. If the message is right, import the file again with --received "2026-12-17 16:30".",
      "return.contradicts": "warning: It contradicts the same partner's return of 2026-12-10 09:00: of the 40 answers there, 25 are missing here and 10 are different; 0 are new. It may be an older copy, or two people may each have filled it in. Ask which return is meant, and decide it: "scorebook return prefer 15 --reason TEXT" (or 12), or take what both have with "scorebook return merge 12 15 --prefer 15 --reason TEXT".",
      "return.differs": "warning: Compared with the same partner's return of 2026-12-10 09:00: new answers, 3; changed answers, 1; answers that are missing now, 2. They are listed. It may be an older copy, or only the other half of the work. Ask which return is meant.",
      "return.does-not-count": "warning: It does not count. The same partner's return of 2026-12-10 09:00 counts instead, because it was the last to arrive by the deadline. Coverage is none here and 40% there. Both are stored. If the dates are wrong, import the file again with --received.",
      "return.explained": "warning: The partner says of 2 warnings why it is right as it is: "We have no prison", "The post is shared". They are settled by that. "round show" lists this with a number, and "round undo" raises a warning again.",
      "return.halves": "warning: It and the same partner's return of 2026-12-10 09:00 may be two halves of the work: 25 answers are only there, 30 only here, and 1 differs. To put them together: "scorebook return merge 12 15 --reason TEXT". Otherwise ask which return is meant.",
      "return.like-another": "warning: It has the same answers as return 7 of partner "5E1" in more places than chance explains: all answers of sections 1, 2, and 3 texts word for word. Find out whether sheets of one workbook were copied into the other, and ask for the right ones. Do not name either partner to the other.",
      "return.merge-undecided": "error: Returns 12 and 15 contradict each other in 3 answers, listed above, and nothing was changed. Say of which of them the answers are to be taken where they do, as in "scorebook return merge 12 15 --prefer 15 --reason TEXT". Single answers can be corrected afterwards ("return correct").",
      "return.not-preferred": "warning: It does not count. The same partner's return of 2026-12-10 09:00 counts instead, because somebody preferred it ("round show" says who and why). Coverage is 60% here and 40% there.",
      "return.other-sender": "warning: It came from "ann@elsewhere.example", but the list of partners has "returns@netherby.example" for this partner. It still counts. Check that it is from the partner.",
      "return.put-together": "warning: It was put together with others as return 18, which counts instead of them ("round show" says who decided it and why).",
      "return.received-changed": "warning: The time of receipt in the register was 2026-12-19 09:00. It is now 2026-12-17 16:30, as given by --received.",
      "return.same-answers": "warning: It is a different file, but has the same answers as the same partner's return of 2026-12-10 09:00. Both are stored. It makes no difference which of them counts.",
      "return.sender-clock": "warning: Only the sender's own clock says when the message was sent: 2026-12-17 16:30 (UK time). That time counts as the time of receipt. If it is wrong, import it again with --received.",
      "return.set-aside": "warning: It was set aside, and does not count. "round show" says by whom and why; undo that change ("round undo") if it is to count.",
      "return.supersedes": "warning: It replaces the same partner's return of 2026-12-10 09:00: coverage was 40% there and is 60% here. Both are stored. Check that this is the return that the partner means.",
      "return.uncorrected": "warning: 2 answers of return 12, which it replaces, were corrected by hand, and this one counts as it came. "round show" lists the corrections: make those again that are still needed ("return correct").",
    }
  `);
});

test.each(examples)('$code is a complete sentence', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
