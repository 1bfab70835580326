import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingsOfImport, type ImportRecord } from '../../../src/intake/files/importRecord.ts';
import { undoChanges } from '../../../src/operations/rounds/changes/undoChanges.ts';
import { acceptDoubts } from '../../../src/operations/rounds/returns/decideReturns.ts';
import { returnsToCorrect } from '../../../src/rounds/progress/returnsToCorrect.ts';
import { roundStatus, roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { type MemoryRound, openRound } from '../../operations/memoryRound.ts';
import { refusedWith } from '../../operations/refusedWith.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

/** X01 returned a workbook with one answer that is none, and in which a question was reworded. */
let round: MemoryRound;
let files: readonly ImportRecord[];
beforeEach(async () => {
  round = await openRound();
  const [first, ...others] = round.complete(2);
  if (first === undefined) throw new Error('Nothing was typed');
  const reworded = { sheet: '1 Needs', row: 5, column: 2, value: 'How good is it?' };
  ({ files } = await round.comeBack('X01', [{ ...first, value: 'see below' }, ...others, reworded]));
});
afterEach(() => round.close());

const accept = (...codes: readonly string[]) =>
  acceptDoubts(round.context, { id: 1, codes, reason: 'they meant the same' });

/** What status counts, what an import lists when the file comes again, and what a correction would ask for. */
async function seen() {
  const { register } = round.context;
  const [of] = await roundsNamed(register, '2026');
  if (of === undefined) throw new Error('There is no round');
  const [status] = await roundStatus(register, of);
  const listed = await Promise.all(files.map(findingsOfImport(register, [sampleInstrument])));
  const [toCorrect] = await returnsToCorrect(register, of, sampleInstrument);
  return {
    counts: [status?.counting?.errors, status?.counting?.warnings],
    listed: listed.flat().map(({ code }) => code),
    corrected: toCorrect?.counting?.corrections.map(({ code }) => code),
  };
}

test('a warning that was accepted is in no list and in no count, and an undone decision brings it back', async () => {
  const before = await seen();
  expect(before.counts).toEqual([1, 1]);
  expect(before.listed).toContain('question.changed');
  expect(before.corrected).toContain('question.changed');
  const { changes } = await accept('question.changed');
  const after = await seen();
  expect(after.counts).toEqual([1, 0]);
  expect(after.listed).toEqual(before.listed.filter((code) => code !== 'question.changed'));
  expect(after.corrected).toEqual(before.corrected?.filter((code) => code !== 'question.changed'));
  await undoChanges(
    round.context,
    changes.map(({ id }) => id),
    'it matters after all',
  );
  expect(await seen()).toEqual(before);
});

test('an error, a warning that is not there, and one that was accepted before cannot be accepted', async () => {
  expect(await refusedWith(() => accept('answer.not-an-option'))).toBe('return.no-such-doubt');
  expect(await refusedWith(() => accept('return.other-sender'))).toBe('return.no-such-doubt');
  expect(await refusedWith(() => accept('question.changed', 'no-such-code'))).toBe('return.no-such-doubt');
  expect((await seen()).counts).toEqual([1, 1]);
  await accept('question.changed');
  expect(await refusedWith(() => accept('question.changed'))).toBe('change.none');
});
