import { expect, test } from 'vitest';
import { returnFindings } from '../../../src/finding/catalogues/return.ts';
import { finding } from '../../../src/finding/index.ts';
import { describeMessages, hole } from './messages.ts';

/** One of each code, with facts as they occur. */
const examples = [
  finding('return.supersedes', {}, { coverage: 0.6, earlier: '2026-12-10 09:00', earlierCoverage: 0.4 }),
  finding(
    'return.does-not-count',
    {},
    { coverage: null, counting: '2026-12-10 09:00', countingCoverage: 0.4, onTime: true },
  ),
  finding('return.same-answers', {}, { earlier: '2026-12-10 09:00' }),
  finding('return.differs', {}, { earlier: '2026-12-10 09:00', added: 3, changed: 1, emptied: 2 }),
  finding('return.contradicts', {}, { earlier: '2026-12-10 09:00', before: 40, added: 7, changed: 10, emptied: 25 }),
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
      "return.automatic-message": "warning: The message that brought it is marked as automatic (precedence: bulk), so a program may have sent it. It counts all the same: check that the partner meant to return it.",
      "return.came-earlier": "warning: This message with the file came at 2026-12-17 16:30, and the register has the file as received at 2026-12-19 09:00. If the message is right, import the file again with --received "2026-12-17 16:30".",
      "return.contradicts": "warning: It contradicts the same partner's return of 2026-12-10 09:00: of the 40 answers there, 25 are blank here and 10 read otherwise; 7 are new. It may be an older copy, or two people may each have filled in a part: ask which return they mean, or for one workbook with everything.",
      "return.differs": "warning: Beside the same partner's return of 2026-12-10 09:00, answers that are new: 3; that read otherwise: 1; that are blank now: 2. They are listed. What is blank now may be an older copy, or the other half of the work: ask which is meant.",
      "return.does-not-count": "warning: It does not count: the same partner's return of 2026-12-10 09:00 does, as the last to come by the deadline. Coverage is none here and 40% there. Both are kept; if the dates are wrong, import the file again with --received.",
      "return.like-another": "warning: It has the same answers as return 7 of partner "5E1" in more places than chance explains: all answers of sections 1, 2, and 3 texts word for word. Find out whether sheets of one were copied into the workbook of the other, and ask for the right ones. Do not name either partner to the other.",
      "return.other-sender": "warning: It came from "ann@elsewhere.example", and the list of partners has "returns@netherby.example" for them. It counts all the same: check that it is theirs.",
      "return.received-changed": "warning: The register had it as received at 2026-12-19 09:00; that is now 2026-12-17 16:30, as --received says.",
      "return.same-answers": "warning: It has the same answers as the same partner's return of 2026-12-10 09:00, though the file is another. Both are kept, and whichever counts makes no difference.",
      "return.sender-clock": "warning: Nothing in the message says when it came but the sender's own clock, 2026-12-17 16:30 (UK time), and that counts. If it is wrong, import it again with --received.",
      "return.supersedes": "warning: It counts instead of the same partner's return of 2026-12-10 09:00: coverage was 40% there and is 60% here. Both are kept; check that this is the one they mean.",
    }
  `);
});

test.each(examples)('$code is a whole sentence without a hole', ({ message }) => {
  expect(message).toMatch(/\.$/);
  expect(message).not.toMatch(hole);
});
