import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertRows } from '../../../src/register/rows/insertRows.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
  await register.db
    .insertInto('file')
    .values({ ...file, sha256: 'a' })
    .execute();
  await register.db
    .insertInto('return')
    .values({ ...outcome, file: 'a' })
    .execute();
});
afterEach(() => register.close());

const received_at = '2026-12-01T09:00:00.000Z';
const file = { name: 'a.xlsx', received_at, encoding: 'plain', bytes: new Uint8Array(), size: 0 } as const;
const outcome = { status: 'accepted', workbook: null, received_at, coverage: null, band: null } as const;

const columns = ['return_id', 'section', 'subject', 'field', 'state', 'value'] as const;
const stored = () => register.db.selectFrom('answer').select(columns).orderBy('subject').execute();

test('rows have the values of their columns, numbers and nulls as well', async () => {
  await insertRows(register.db, 'answer', columns, [
    [1, '', '1.1', 'score', 'answered', '3'],
    [1, '', '1.2', 'score', 'blank', null],
  ]);
  expect(await stored()).toEqual([
    { return_id: 1, section: '', subject: '1.1', field: 'score', state: 'answered', value: '3' },
    { return_id: 1, section: '', subject: '1.2', field: 'score', state: 'blank', value: null },
  ]);
});

test.each(['“quoted” \\ud83d and \\', '\ud83d\ude00', 'two\nlines'])('%j is stored as it is', async (value) => {
  await insertRows(register.db, 'answer', columns, [[1, '', '1.1', 'evidence', 'answered', value]]);
  expect((await stored()).map((row) => row.value)).toEqual([value]);
});

test('an unpaired surrogate, which is no character, is replaced as in other statements', async () => {
  const value = 'half \ud83d of it';
  await insertRows(register.db, 'answer', columns, [[1, '', '1.1', 'evidence', 'answered', value]]);
  const row = { return_id: 1, section: '', subject: '1.2', field: 'evidence', state: 'answered', value } as const;
  await register.db.insertInto('answer').values(row).execute();
  expect((await stored()).map((one) => one.value)).toEqual(['half \ufffd of it', 'half \ufffd of it']);
});

test('there may be more of them than a statement takes parameters', async () => {
  const rows = Array.from({ length: 40_000 }, (_, index) => [1, '', String(index), 'score', 'blank', null] as const);
  await insertRows(register.db, 'answer', columns, rows);
  expect(await stored()).toHaveLength(40_000);
});

test('none are none', async () => {
  await insertRows(register.db, 'answer', columns, []);
  expect(await stored()).toEqual([]);
});
