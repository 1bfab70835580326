import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportData } from '../../src/operations/exportData.ts';
import { rollUp } from '../../src/operations/rollUp.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { withOptional } from '../optionalItems.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { textOf } from './textOf.ts';

const instrument = withOptional(sampleInstrument, ['1.1.2']);

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound(instrument);
  await round.comeBack(
    'X01',
    answerCells(layoutOf(instrument)).flatMap(({ sheet, row, column, subject, field }) =>
      field.key === 'score' && subject !== '1.1.2' ? [{ sheet, row, column, value: 2 }] : [],
    ),
  );
});
afterEach(() => round.close());

test('a question that may be left blank, and is, has a state of its own in the export', async () => {
  let text = '';
  await exportData(round.context, { round: '2026', format: 'json' }, async ({ data }) => {
    text = await textOf(data);
  });
  // The export has these columns, as its own tests show.
  const { rows } = JSON.parse(text) as { readonly rows: readonly Record<string, unknown>[] };
  const states = rows.filter((row) => row['question'] === '1.1.2').map((row) => `${row['field']} ${row['state']}`);
  expect(new Set(states)).toEqual(
    new Set(['score', 'evidence', 'action', 'lead', 'due'].map((field) => `${field} Optional, blank`)),
  );
});

test('the roll-up counts it by itself, marks it, and explains the mark', async () => {
  const {
    rollUps: [made],
  } = await rollUp(round.context, { round: '2026' });
  const { sheets } = readPackage(made?.bytes ?? new Uint8Array());
  const texts = (name: string): readonly (readonly string[])[] =>
    [...(sheets.find((sheet) => sheet.name === name)?.rows.values() ?? [])].map((cells) =>
      [...cells.values()].map(({ value }) => String(value.value ?? '')),
    );
  const [headings = []] = texts('Questions').filter((row) => row.includes('Optional, blank'));
  const row = texts('Questions').find((cells) => cells[0] === '1.1.2') ?? [];
  expect(headings.slice(2, 8).map((heading, index) => [heading, row[index + 2]])).toEqual([
    ['1 Weak', '0'],
    ['2 Fair', '0'],
    ['3 Good', '0'],
    ['Not applicable', '0'],
    ['Unanswered', '0'],
    ['Optional, blank', '1'],
  ]);
  expect(texts('Answers').flat()).toContain('[o]');
  expect(texts('Notes').find((cells) => cells[0] === '[o]')?.[1]).toMatch(/^Optional: /);
});
