import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { parsePartnerList } from '../../../src/partners/parsePartnerList.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { openWorkplace, type Workplace } from '../workplace.ts';

let place: Workplace;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-20T10:00:00Z');
  place = openWorkplace({ now: () => now });
  const register = await openRegister(place.at('register.db'));
  const { partners } = parsePartnerList(readFileSync('definitions/partners/england-pcts-2010.csv'), 'pcts.csv');
  await issueWorkbooks(register, {
    ...{ instrument: pctSelfAssessment, round: '2026', due: new Date('2026-12-18T12:00:00Z'), partners, now },
  });
  await register.close();
});
afterEach(() => place.remove());

const lines = async (...more: readonly string[]): Promise<readonly string[]> =>
  (await place.scorebook('status', '--round', '2026', ...more)).out.trimEnd().split('\n');

test('the status of a whole country fits on a screen, and says who is to act next', async () => {
  const shown = await lines();
  // The first line takes two on a screen of 80 by 24, and there is the prompt.
  expect(shown.length).toBeLessThanOrEqual(22);
  expect(Math.max(...shown.slice(1).map(({ length }) => length))).toBeLessThan(80);
  expect(shown.find((line) => line.startsWith('To do'))).toMatch(/^To do {7}Send the workbook \(151\): 5\w\w, .* …$/);
  expect(shown.find((line) => line.startsWith('All '))).toMatch(/^All +151 +0 +0 +0 +0 +0$/);
  now = new Date('2026-12-19T10:00:00Z');
  expect((await lines()).find((line) => line.includes('Remind'))).toMatch(/^To do {7}Remind: overdue \(151\): 5\w\w, /);
});

test('--all shows every partner by itself', async () => {
  expect((await lines('--all')).filter((line) => line.endsWith('Send the workbook'))).toHaveLength(151);
});

test('--out writes the tracker, over an older one and over nothing else', async () => {
  const file = place.at('tracker.xlsx');
  expect((await lines('--out', file)).at(-1)).toBe(`${file} written`);
  expect((await lines('--out', file)).at(-1)).toBe(`${file} written`);
  const other = place.put('list.xlsx', 'mine');
  const ran = await place.scorebook('status', '--round', '2026', '--out', other, '--json');
  expect([ran.code, JSON.parse(ran.out).findings[0].code]).toEqual([1, 'output.not-a-tracker']);
  expect(readFileSync(other, 'utf8')).toBe('mine');
});

test('the words of the e-mails are written as a file that can be used unchanged', async () => {
  const { run } = await import('../../../src/cli/run.ts');
  const silent = { out: () => {}, err: () => {}, isTerminal: false, now: () => now };
  const file = place.at('wording.txt');
  expect(await run(['wording', '--out', file], silent)).toBe(0);
  expect(await run(['wording', '--out', file], silent)).toBe(2);
  const ran = await place.scorebook('receipt', '--round', '2026', '--wording', file, '--out', place.at('mail'));
  expect([ran.code, ran.out]).toEqual([0, `No messages in ${place.at('mail')}.\n`]);
});

test.each([20, 40, 60, 80, 200])('on a terminal of %i characters no line is longer', async (columns) => {
  place = openWorkplace({ now: () => now, columns });
  const register = await openRegister(place.at('register.db'));
  const { partners } = parsePartnerList(readFileSync('definitions/partners/england-pcts-2010.csv'), 'pcts.csv');
  for (const [round, some] of [
    ['2026', partners],
    ['few', partners.slice(0, 5)],
  ] as const) {
    await issueWorkbooks(register, {
      ...{ instrument: pctSelfAssessment, round, due: new Date('2026-12-18T12:00:00Z'), partners: some, now },
    });
  }
  await register.close();
  for (const args of [['2026'], ['2026', '--all'], ['few']]) {
    const { out } = await place.scorebook('status', '--round', ...args);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns);
  }
});
