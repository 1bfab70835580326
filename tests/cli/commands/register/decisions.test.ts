import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../../workplace.ts';

/** X01 returned twice. */
let place: Workplace;
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(1);
  for (const seed of [1, 2]) {
    const { code, err } = await place.scorebook(
      'import',
      place.put(`returns/X01-${seed}.xlsx`, place.filledIn('X01', seed)),
    );
    if (code !== 0) throw new Error(err);
  }
}, 60_000);
afterAll(() => place.remove());

const decide = (...args: readonly string[]) => place.scorebook('return', ...args, '--reason', 'rung up', '--by', 'jo');

test('return correct says what it changed, from what, and how to undo it', async () => {
  const { code, out } = await decide('correct', '2', '--question', '1.1.1', '--field', 'Lead', '--answer', 'A. Marsh');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^1 {2}Round 2026, pct-self-assessment: X01: corrected in return 2, 1\.1\.1 lead: "A\. Marsh" instead of .+\nTo undo: scorebook round undo 1 --reason TEXT\n$/,
  );
});

test('return correct takes an answer away', async () => {
  const { out } = await decide('correct', '2', '--question', '1.1.2', '--blank');
  expect(out).toContain('1.1.2 score: blank instead of');
});

test.each([
  ['neither answer nor blank', [], 'Say what the answer is: either --answer with the text'],
  ['both of them', ['--answer', '3', '--blank'], 'Say what the answer is: either --answer with the text'],
  ['a level that is not on the scale', ['--answer', '9'], '--answer for 1.1.1 Score: "9" is not a valid answer'],
])('return correct refuses %s', async (_what, args, message) => {
  const { code, err } = await decide('correct', '2', '--question', '1.1.1', ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('a word is not the number of a return', async () => {
  const { code, err } = await decide('set-aside', 'X01');
  expect([code, err.split('\n')[0]]).toEqual([
    2,
    'error: "X01" is not the number of a return, as 12 is. import --json and status --json show it.',
  ]);
});

test('return enter says what it entered, and what was found in it', async () => {
  const typed = place.put('typed.xlsx', place.filledIn('X01', 3));
  const enter = (...args: readonly string[]) => decide('enter', 'X01', typed, '--round', '2026', ...args);
  expect((await enter()).err).toContain("required option '--paper' not specified");
  const later = await enter('--paper', '--received', '1/1/2030');
  expect([later.code, later.err.split(':')[1]]).toEqual([2, ' --received "1/1/2030" is in the future']);
  const folder = await decide('enter', 'X01', place.at('returns'), '--round', '2026', '--paper');
  expect([folder.code, folder.err]).toEqual([2, expect.stringContaining('is not one workbook. Give the path')]);
  const { code, out } = await enter('--paper', '--received', '20/11/2026 9:00');
  expect([code, out]).toEqual([0, expect.stringContaining('X01: return 3 entered from paper\nTo undo:')]);
});

test('set-aside, prefer and accept say what they changed', async () => {
  const changes = [
    await decide('set-aside', '2'),
    await decide('prefer', '1'),
    await decide('accept', '1', '--warning', 'return.not-preferred'),
  ];
  expect(changes.map(({ code, out, err }) => `${code} ${out.split('\n')[0]}${err}`)).toEqual([
    '0 4  Round 2026, pct-self-assessment: X01: return 2 set aside',
    '0 5  Round 2026, pct-self-assessment: X01: return 1 preferred to the others',
    expect.stringContaining('Return 1 has no warning "return.not-preferred".'),
  ]);
});

test('register check lists the decisions, by whom and why, and no answers', async () => {
  const { code, out } = await place.scorebook('register', 'check');
  expect(code).toBe(0);
  expect(out.split('\n').slice(1)).toEqual([
    'Decisions on which figures rest: 5',
    '  1  Round 2026: X01: corrected in return 2, 1.1.1 lead, on 2026-11-20 10:00 by jo: rung up',
    '  2  Round 2026: X01: corrected in return 2, 1.1.2 score, on 2026-11-20 10:00 by jo: rung up',
    '  3  Round 2026: X01: return 3 entered from paper, on 2026-11-20 10:00 by jo: rung up',
    '  4  Round 2026: X01: return 2 set aside, on 2026-11-20 10:00 by jo: rung up',
    '  5  Round 2026: X01: return 1 preferred to the others, on 2026-11-20 10:00 by jo: rung up',
    '',
  ]);
});
