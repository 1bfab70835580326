import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ccgFramework } from '../../../definitions/ccg-framework.ts';
import { importReturn } from '../../../src/intake/importReturn.ts';
import { coverAllQuestions } from '../../../src/register/migrations/coverAllQuestions.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { roundStatus, roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { answerCells } from '../../tools/answerCells.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';

const due = new Date('2026-12-18T12:00:00Z');

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
  const now = new Date('2026-11-02T09:00:00Z');
  const partners = [{ code: 'X01', name: 'Ashmere CCG (fictional)' }];
  const [issued] = await issueWorkbooks(register, { instrument: ccgFramework, round: '2026', due, partners, now });
  if (issued === undefined) throw new Error('Nothing was issued');
  // All of sections 2 and 3, the sources of the figures, and nothing of section 5. The scorecard counts these three.
  const typed = answerCells(layoutOf(ccgFramework)).flatMap(({ sheet, row, column, field }): readonly TypedCell[] =>
    field.key === 'available'
      ? [{ sheet, row, column, value: 'Yes' }]
      : field.key === 'status'
        ? [{ sheet, row, column, value: 'Under way' }]
        : [],
  );
  const bytes = fillIn(await writeWorkbook(ccgFramework, { ...issued, due }), typed);
  const imported = await importReturn(
    register,
    { instruments: [ccgFramework] },
    { name: 'a.xlsx', bytes, received: now },
  );
  expect(imported).toMatchObject({
    status: 'accepted',
    coverage: 48 / 61,
    scorecard: { overall: { coverage: 26 / 39 } },
  });
});
afterEach(() => register.close());

const coverages = async (): Promise<readonly (number | undefined)[]> => {
  const [round] = await roundsNamed(register, '2026');
  if (round === undefined) throw new Error('There is no round');
  return (await roundStatus(register, round)).map(({ counting }) => counting?.coverage);
};

test('a return covers every question of every section', async () => {
  expect(await coverages()).toEqual([48 / 61]);
});

test('a register in which it covered only the questions of the scorecard is corrected', async () => {
  await sql`update "return" set coverage = 0`.execute(register.db);
  await coverAllQuestions(register.db);
  expect(await coverages()).toEqual([48 / 61]);
});

test('what was answered to a definition that the register does not hold stays as it is', async () => {
  await sql`update "return" set coverage = 0`.execute(register.db);
  await sql`delete from definition`.execute(register.db);
  await coverAllQuestions(register.db);
  expect(await coverages()).toEqual([0]);
});
