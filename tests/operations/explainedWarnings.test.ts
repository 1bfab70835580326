import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findingsOfImport } from '../../src/intake/files/importRecord.ts';
import { correctReturns } from '../../src/operations/correctReturns.ts';
import { importReturns } from '../../src/operations/importReturns.ts';
import { checkRegister } from '../../src/operations/register/checkRegister.ts';
import { undoChanges } from '../../src/operations/rounds/changes/undoChanges.ts';
import { loadTracker } from '../../src/rollup/load/tracker.ts';
import { describeDecision } from '../../src/rounds/round/describeDecision.ts';
import { roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { rawText, sheetNamed } from '../../src/workbook/read/cells/rawCells.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { EditedWorkbook } from '../workbook/editedWorkbook.ts';
import { type MemoryRound, memoryFolder, openRound } from './memoryRound.ts';

/** X01 answered that 1.1.1 and 1.1.2 do not apply, and gave no reasons; for 1.2.1 it typed no level. */
let round: MemoryRound;
let correction: Uint8Array;
beforeEach(async () => {
  round = await openRound();
  const isScore = ({ sheet, column }: TypedCell): boolean => sheet === '1 Needs' && column === 3;
  const isReason = ({ sheet, column, row }: TypedCell): boolean => sheet === '1 Needs' && column === 7 && row < 7;
  const typed = round.complete(3).filter((cell) => !isReason(cell));
  await round.comeBack(
    'X01',
    typed.map((cell) => (isScore(cell) ? { ...cell, value: cell.row < 7 ? 'Not applicable' : 'see below' } : cell)),
  );
  const folder = memoryFolder();
  await correctReturns(round.context, { round: '2026', partner: ['X01'] }, folder);
  correction = [...folder.files.values()][0] ?? new Uint8Array();
  round.clock.now = new Date('2026-11-25T10:00:00Z');
});
afterEach(() => round.close());

/** The list of corrections in a workbook, row by row. */
const listed = (bytes: Uint8Array): readonly (readonly string[])[] =>
  [...(sheetNamed(readPackage(bytes), 'Corrections')?.rows ?? [])]
    .filter(([row]) => row >= 4)
    .map(([, cells]) => [2, 3, 5].map((column) => rawText(cells.get(column))));
const explain = (row: number, value: string): TypedCell => ({ sheet: 'Corrections', row, column: 5, value });
async function comeBack(bytes: Uint8Array) {
  const file = { path: 'returns/correction.xlsx', name: 'correction.xlsx', read: () => bytes };
  const { files } = await importReturns(round.context, { files: [file] });
  const found = await Promise.all(files.map(findingsOfImport(round.context.register, [sampleInstrument])));
  return found.flat();
}
async function tracked() {
  const [of] = await roundsNamed(round.context.register, '2026');
  if (of === undefined) throw new Error('There is no round');
  const { partners } = await loadTracker(
    round.context.register,
    { round: of, instrument: sampleInstrument },
    round.clock.now,
  );
  const [first] = partners;
  return { counting: first?.counting, decisions: first?.decisions ?? [] };
}

test('the correction workbook asks why something is right as it is, but not of what cannot be', () => {
  const noReason = 'Not applicable needs a reason. Type it under "Our evidence".';
  expect(listed(correction)).toEqual([
    ['Question', 'What is wrong and what to do', 'If it is right as it is: why'],
    ['1.1.1 Our evidence', noReason, ''],
    ['1.1.2 Our evidence', noReason, ''],
    ['1.2.1 Score', expect.stringContaining('"see below" is not a valid answer'), 'To be put right'],
    ['The whole workbook', expect.stringContaining('The Checklist still has'), 'To be put right'],
  ]);
});

describe('a warning that the partner explains', () => {
  test('is settled with its words as the reason, and no other is', async () => {
    const findings = await comeBack(fillIn(correction, [explain(5, 'We have no prison')]));
    const { counting, decisions } = await tracked();
    expect(counting).toMatchObject({ id: 2, warnings: 1, errors: 1 });
    expect(decisions.map((one) => describeDecision(one, sampleInstrument))).toEqual([
      'X01: accepted of return 2: answer.no-reason (1.1.1 evidence), on 2026-11-25 10:00 by Ashmere PCT: We have no prison',
    ]);
    expect(findings.filter(({ code }) => code === 'answer.no-reason').map(({ place }) => place.key)).toEqual(['1.1.2']);
    expect(findings.find(({ code }) => code === 'return.explained')?.message).toContain('"We have no prison"');
    expect(findings.map(({ code }) => code)).not.toContain('sheet.not-read');
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('is in no further correction workbook', async () => {
    await comeBack(fillIn(correction, [explain(5, 'We have no prison')]));
    const folder = memoryFolder();
    await correctReturns(round.context, { round: '2026', partner: ['X01'] }, folder);
    const about = listed([...folder.files.values()][0] ?? new Uint8Array()).map(([first]) => first);
    expect(about.slice(1)).toEqual(['1.1.2 Our evidence', '1.2.1 Score', 'The whole workbook']);
  });

  test('comes back when that is undone', async () => {
    await comeBack(fillIn(correction, [explain(5, 'We have no prison'), explain(6, 'Nor a court')]));
    expect((await tracked()).counting?.warnings).toBe(0);
    const [first] = (await tracked()).decisions;
    await undoChanges(round.context, [first?.id ?? 0], 'they have one');
    expect((await tracked()).counting?.warnings).toBe(1);
  });
});

describe('nothing is settled', () => {
  test('by words beside an error', async () => {
    await comeBack(fillIn(correction, [explain(7, 'It is what we mean')]));
    expect(await tracked()).toMatchObject({ counting: { warnings: 2, errors: 1 }, decisions: [] });
  });

  test('by words in a list without the column, as earlier versions wrote it', async () => {
    const earlier = new EditedWorkbook(correction);
    earlier.type('Corrections', 'E4', '');
    const findings = await comeBack(fillIn(earlier.bytes(), [explain(5, 'We have no prison')]));
    expect(await tracked()).toMatchObject({ counting: { warnings: expect.any(Number) }, decisions: [] });
    expect(findings.map(({ code }) => code)).toContain('sheet.not-read');
  });
});
