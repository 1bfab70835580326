import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveRollUps } from '../../../src/disk/save/saveRollUps.ts';
import { rollUp } from '../../../src/operations/rollUp.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { answered, unreadable } from '../../../src/response/response.ts';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';
import { answerRound } from '../answeredRound.ts';

/** What the README of roll-ups shows. */
const readme = readFileSync(join(import.meta.dirname, '../../../src/rollup/README.md'), 'utf8');
const [view = '', ...questions] = [...readme.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql ?? '');

const partners = [
  { code: '5E1', name: 'Ashmere', regionName: 'North East' },
  { code: '0012', name: 'Bramblewick', regionName: 'North East' },
  { code: 'X03', name: 'Coldharbour' },
  { code: 'X04', name: 'Dunmore', regionName: 'South' },
];
const answers = [
  {
    ...{ '1.1.1 score': answered(1), '1.1.1 action': answered('Agree a data set'), '1.1.2 score': answered(1) },
    ...{ '1.2.1 score': answered(2), '2.1.1 score': answered(2) },
  },
  { '1.1.1 score': answered(3), '1.1.2 score': unreadable('see below') },
  { '1.1.1 score': answered(1), '1.2.1 score': answered(2), '2.1.1 score': answered(3), '2.1.2 score': answered(3) },
];

let place: Workplace;
let register: Register;
beforeAll(async () => {
  place = openWorkplace();
  register = await emptyRegister();
  await answerRound(register, sampleInstrument, partners, answers);
}, 60_000);
afterAll(async () => {
  await register.close();
  place.remove();
});

test('DuckDB answers the questions of the README from the data beside a roll-up of many partners', async () => {
  const context = { register, instruments: [sampleInstrument], now: () => new Date('2027-01-04T09:00:00Z') };
  const { rollUps } = await rollUp(context, { round: '2026' }, 3);
  const places = { whole: place.at('roll-up.xlsx'), isForOne: true, register: place.at('register.db') };
  const [saved] = await saveRollUps(rollUps, places);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(view.replace('output/2026/roll-up_data', saved?.data ?? ''));
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  const [weakest, open, withoutAction] = await Promise.all(questions.map(rows));
  expect(weakest).toEqual([
    ['North East', 0.4, '2'],
    [null, 0.25, '1'],
  ]);
  expect(open).toEqual([
    ['1.1.2', '2'],
    ['2.1.2', '2'],
    ['1.2.1', '1'],
    ['2.1.1', '1'],
  ]);
  expect(withoutAction).toEqual([
    ['5E1', '1.1.2'],
    ['X03', '1.1.1'],
  ]);
  // What looks like a number is text, and a missing region is none.
  expect(await rows('select distinct round, typeof(round), region, typeof(level) from data order by region')).toEqual([
    ['2026', 'VARCHAR', 'North East', 'INTEGER'],
    ['2026', 'VARCHAR', null, 'INTEGER'],
  ]);
});
