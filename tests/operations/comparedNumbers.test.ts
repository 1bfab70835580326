import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportData } from '../../src/operations/exportData.ts';
import { importReturns } from '../../src/operations/importReturns.ts';
import { correctAnswer } from '../../src/operations/rounds/returns/correctAnswer.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { kindsInstrument as instrument } from '../kindsInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { textOf } from './textOf.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound(instrument);
});
afterEach(() => round.close());

/** What a partner types for the first service. */
const typed = (health: number, council: number, lastRound: boolean): readonly TypedCell[] =>
  answerCells(layoutOf(instrument, { lastRound })).flatMap(({ sheet, row, column, subject, field }) => {
    const value = { health, council }[field.key];
    return subject !== '2.1.1' || value === undefined ? [] : [{ sheet, row, column, value }];
  });

async function codes(): Promise<readonly string[]> {
  const found = await round.context.register.db.selectFrom('finding').select('code').execute();
  return found.map(({ code }) => code);
}

/** Total and share of X01, as the export has them. */
async function exported(): Promise<readonly unknown[]> {
  let text = '';
  await exportData(round.context, { round: '2026', format: 'json' }, async ({ data }) => {
    text = await textOf(data);
  });
  // The export has these columns, as its own tests show.
  const { rows } = JSON.parse(text) as { readonly rows: readonly Record<string, unknown>[] };
  return rows
    .filter(({ question, field }) => question === '2.1.1' && (field === 'total' || field === 'part'))
    .map((row) => `${row['number']} ${row['unit']}`);
}

test('computed figures are in the export, and computed again once an answer is corrected', async () => {
  await round.comeBack('X01', typed(300, 100, false));
  expect(await exported()).toEqual(['400 £', '75 %']);
  const correct = (field: string) =>
    correctAnswer(round.context, { id: 1, question: '2.1.1', field, answer: '100', reason: 'by telephone' });
  await correct('health');
  expect(await exported()).toEqual(['200 £', '50 %']);
  await expect(correct('total')).rejects.toMatchObject({ code: 'field.unknown' });
});

test('a number is compared with the last round, as the workbook showed it', async () => {
  await round.comeBack('X01', typed(100, 100, false));
  await round.generate({ round: '2027', previous: '2026', due: new Date('2027-12-17T12:00:00Z') });
  const name = 'kinds_2027_X01.xlsx';
  const returned = fillIn(round.folder.files.get(name) ?? new Uint8Array(), typed(121, 121, true));
  await importReturns(round.context, { files: [{ path: name, name, read: () => returned }] });
  expect(await codes()).toEqual(['answer.jump']);
});
