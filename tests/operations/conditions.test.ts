import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportData } from '../../src/operations/exportData.ts';
import { correctAnswer } from '../../src/operations/rounds/returns/correctAnswer.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { answerCells } from '../tools/answerCells.ts';
import type { TypedCell } from '../tools/fillIn.ts';
import { conditionalInstrument as instrument } from '../workbook/conditional.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { textOf } from './textOf.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound(instrument);
});
afterEach(() => round.close());

/** What a partner types who answers only scores, by question. */
const scores = (levels: Readonly<Record<string, number>>): readonly TypedCell[] =>
  answerCells(layoutOf(instrument)).flatMap(({ sheet, row, column, subject, field }) =>
    field.key === 'score' && levels[subject] !== undefined ? [{ sheet, row, column, value: levels[subject] }] : [],
  );

/** State and level of each score of X01, as the export has them. */
async function exported(): Promise<readonly string[]> {
  let text = '';
  await exportData(round.context, { round: '2026', format: 'json' }, async ({ data }) => {
    text = await textOf(data);
  });
  // The export has these columns, as its own tests show.
  const { rows } = JSON.parse(text) as { readonly rows: readonly Record<string, unknown>[] };
  return rows
    .filter(({ field }) => field === 'score')
    .map((row) => `${row['question']} ${row['state']} ${row['level'] ?? ''}`.trim());
}

test('questions that are not asked are in the export as such, and asked again once an answer is corrected', async () => {
  await round.comeBack('X01', scores({ '1.1.1': 1, '1.1.2': 2 }));
  const found = await round.context.register.db.selectFrom('finding').select('code').execute();
  expect(found.map(({ code }) => code)).toContain('answer.not-asked');
  expect(await exported()).toEqual([
    '1.1.1 Answered 1',
    '1.1.2 Does not apply',
    '1.2.1 Does not apply',
    '2.1.1 Does not apply',
    '2.1.2 Does not apply',
  ]);
  await correctAnswer(round.context, { id: 1, question: '1.1.1', answer: '3', reason: 'by telephone' });
  expect(await exported()).toEqual([
    '1.1.1 Answered 3',
    '1.1.2 Answered 2',
    '1.2.1 Does not apply',
    '2.1.1 Does not apply',
    '2.1.2 Does not apply',
  ]);
});
