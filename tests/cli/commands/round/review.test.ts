import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pctSelfAssessment as instrument } from '../../../../definitions/pct-self-assessment.ts';
import { reviewInstrument } from '../../../../src/instrument/reviewInstrument.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../../../src/workbook/layout/layoutOf.ts';
import { sheetNamed } from '../../../../src/workbook/read/cells/rawCells.ts';
import { answerCells } from '../../../tools/answerCells.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

let place: Workplace;
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(3);
  place.put('returns/X01.xlsx', place.filledIn('X01', 1));
  await place.scorebook('import', place.at('returns'));
});
afterEach(() => place.remove());

const generate = (...args: readonly string[]): Promise<Ran> =>
  place.scorebook('review', 'generate', '--round', '2026', '--out', place.at('reviews'), ...args);
const fileOf = (partner: string): string => place.at('reviews', `${instrument.key}-review_2026_${partner}.xlsx`);

/** The workbook with one level in it. */
function reviewed(partner: string, value: number | string = 1): Uint8Array {
  const [first] = answerCells(layoutOf(reviewInstrument(instrument), { lastRound: true }));
  if (first === undefined) throw new Error('There is nothing to review');
  return fillIn(readFileSync(fileOf(partner)), [{ ...first, value }]);
}

test('review generate writes a workbook for each partner that has returned, and says how to follow them', async () => {
  const { code, out } = await generate('--due', '29/01/2027 17:00');
  expect(code).toBe(0);
  expect(out).toContain(
    `X01: ${fileOf('X01')}, written\nX02: has returned nothing yet\nX03: has returned nothing yet\n`,
  );
  expect(out).toContain('to be returned by 17:00 (UK time) on Friday 29 January 2027');
  expect(out).toContain(`scorebook status --round 2026 --instrument ${instrument.key}-review`);
  expect(out).toContain(`scorebook round sent X01 --round 2026 --instrument ${instrument.key}-review --reason TEXT`);
  expect([fileOf('X01'), fileOf('X02')].map((file) => existsSync(file))).toEqual([true, false]);
});

test('review generate needs a deadline once, and a real one', async () => {
  expect(await generate()).toMatchObject({
    code: 2,
    err: expect.stringContaining('Say by when assessors return them, as in --due'),
  });
  expect(await generate('--due', '31/02/2027')).toMatchObject({ code: 2 });
  expect(await generate('--due', '29/01/2027', '--partner', 'X99')).toMatchObject({ code: 2 });
  expect(existsSync(place.at('reviews'))).toBe(false);
});

test('review import of several files names the command by which reviews are corrected', async () => {
  place.put('returns/X02.xlsx', place.filledIn('X02', 2));
  await place.scorebook('import', place.at('returns'));
  await generate('--due', '29/01/2027 17:00');
  for (const partner of ['X01', 'X02']) place.put(`back/${partner}.xlsx`, reviewed(partner, 'about 2'));
  const { out } = await place.scorebook('review', 'import', place.at('back'));
  expect(out.replace(/\s+/g, ' ')).toContain(
    `scorebook correct --round 2026 --instrument ${instrument.key}-review --partner X01 X02`,
  );
});

test('review import reads what comes back, and the roll-up shows it', async () => {
  await generate('--due', '29/01/2027 17:00');
  const path = place.put('reviews back/X01.xlsx', reviewed('X01'));
  expect((await place.scorebook('review', 'import', path)).code).toBeLessThan(2);
  const rollUp = place.at('roll-up.xlsx');
  expect((await place.scorebook('rollup', '--round', '2026', '--out', rollUp)).code).toBe(0);
  const raw = readPackage(readFileSync(rollUp));
  expect(sheetNamed(raw, 'Second opinions')).toBeDefined();
  const status = JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out);
  expect(status.map((one: { instrument: string }) => one.instrument)).toEqual([instrument.key]);
});

test('status and review generate name a review of an answer that was corrected since', async () => {
  await generate('--due', '29/01/2027 17:00');
  const path = place.put('reviews back/X01.xlsx', reviewed('X01'));
  await place.scorebook('review', 'import', path);
  const [first] = answerCells(layoutOf(reviewInstrument(instrument), { lastRound: true }));
  const question = first?.subject ?? '';
  const corrected = await place.scorebook(
    ...['return', 'correct', '1', '--question', question, '--blank', '--reason', 'They rang'],
  );
  expect(corrected.code).toBe(0);
  const { err } = await place.scorebook('status', '--round', '2026');
  expect(err.replace(/\s+/g, ' ')).toContain(
    `return 2, is out of date: its workbook shows the assessor other answers than those that count now: ${question} (level was `,
  );
  expect(err).toContain('"scorebook review generate --round 2026 --partner X01"');
  const [status] = JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out);
  expect(status.findings).toMatchObject([{ code: 'round.review-outdated' }]);
  const { out } = await generate();
  expect(out).toContain(
    `X01: ${fileOf('X01')}, written in place of one that nobody had filled in, with what review 2 says; open again, because the partner's answer has changed: ${question} (level was `,
  );
});
