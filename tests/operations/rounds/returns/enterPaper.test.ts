import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../../../src/finding/index.ts';
import { checkRegister } from '../../../../src/operations/register/checkRegister.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { type EnterPaperRequest, enterPaper } from '../../../../src/operations/rounds/returns/enterPaper.ts';
import { exportColumns } from '../../../../src/rollup/export/columns.ts';
import { tidyRows } from '../../../../src/rollup/figures/tidyData.ts';
import { loadRollUp } from '../../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { describeChange } from '../../../../src/rounds/changes/describeChange.ts';
import { roundStatus, roundsNamed } from '../../../../src/rounds/round/roundStatus.ts';
import { plannedTable } from '../../../rollup/planned.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { EditedWorkbook } from '../../../workbook/editedWorkbook.ts';
import { type MemoryRound, openRound } from '../../memoryRound.ts';
import { refusedWith } from '../../refusedWith.ts';

let round: MemoryRound;
let typed: EnterPaperRequest['file'];
beforeEach(async () => {
  round = await openRound();
  typed = { name: 'typed.xlsx', bytes: round.filledIn('X02', round.complete(3)) };
});
afterEach(() => round.close());

const enter = (changes: Partial<EnterPaperRequest> = {}) =>
  enterPaper(round.context, { round: '2026', partner: 'X02', file: typed, reason: 'came by post', ...changes });
async function returnsOf(code: string) {
  const [of] = await roundsNamed(round.context.register, '2026');
  const statuses = of === undefined ? [] : await roundStatus(round.context.register, of);
  return statuses.find(({ partner }) => partner.code === code);
}

describe('a return from paper', () => {
  test('counts like any other, by the day on which the paper came', async () => {
    const { changes, findings } = await enter({ received: new Date('2026-11-19T09:00:00Z') });
    expect([changes.map(describeChange), findings]).toEqual([['X02: return 1 entered from paper'], []]);
    const { counting } = (await returnsOf('X02')) ?? {};
    expect(counting).toMatchObject({ id: 1, isPaper: true, isByHand: false, coverage: 1, late: false });
    expect(counting?.received).toEqual(new Date('2026-11-19T09:00:00Z'));
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('raises no doubt about where the file is from', async () => {
    const unstamped = new EditedWorkbook(typed.bytes);
    unstamped.part('docProps/custom.xml', () => '<Properties/>');
    unstamped.type('Cover', 'B3', 'Bramblewick');
    const { findings } = await enter({ file: { name: 'copy.xlsx', bytes: unstamped.bytes() } });
    expect(findings.map(({ code }) => code)).not.toContain('return.identified-by-hand');
    expect(findings.map(({ code }) => code)).not.toContain('return.partner-name-changed');
    expect((await returnsOf('X02'))?.counting).toMatchObject({ isPaper: true, isByHand: false });
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('is marked in the notes of the roll-up, in its data and in the export', async () => {
    await enter();
    await round.comeBack('X01', round.complete(2));
    const [of] = await roundsNamed(round.context.register, '2026');
    if (of === undefined) throw new Error('There is no round');
    const rollUp = await loadRollUp(round.context.register, sampleInstrument, of);
    const plan = rollUpPlan(rollUp, round.clock.now);
    expect(plannedTable(plan, 'Notes')).toContainEqual([
      'Decided',
      'X02: return 1 entered from paper, on 2026-11-20 10:00: came by post.',
    ]);
    const [headings = [], ...rows] = plannedTable(plan, 'Data');
    const sources = rows.map((row) => [row[0], row[headings.indexOf('Source')]].join(' '));
    expect(new Set(sources)).toEqual(new Set(['X01 Returned', 'X02 From paper']));
    const source = exportColumns(rollUp).find(({ name }) => name === 'source');
    expect(new Set([...tidyRows(rollUp, 'partner')].map((row) => source?.value(row)))).toEqual(
      new Set(['paper', 'returned']),
    );
  });

  test('does not count any more when that is undone, and does again when that is undone', async () => {
    const before = (await returnsOf('X02'))?.counting;
    const [made] = (await enter()).changes;
    await undoChanges(round.context, [made?.id ?? 0], 'a mistake');
    expect((await returnsOf('X02'))?.counting).toEqual(before);
    await undoChanges(round.context, [2], 'it was right');
    expect((await returnsOf('X02'))?.counting?.id).toBe(1);
  });
});

describe('nothing is entered', () => {
  test.each([
    ['for a round that is not there', { round: '2030' }, 'round.unknown'],
    ['for a partner that is not in it', { partner: 'X99' }, 'partner.unknown'],
  ] as const)('%s', async (_what, changes, code) => {
    expect(await refusedWith(() => enter(changes))).toBe(code);
  });

  test('for a partner that left the round', async () => {
    await withdrawPartner(round.context, { round: '2026', partner: ['X02'], reason: 'dissolved' });
    expect(await refusedWith(() => enter())).toBe('partner.departed');
  });

  test('of a file that is in the register', async () => {
    await enter();
    await expect(enter()).rejects.toThrow(
      'typed.xlsx is in the register already, as return 1. "round show 2026" lists what was decided about it.',
    );
  });

  test.each([
    ['of the workbook of another partner', () => round.filledIn('X01', round.complete(3)), 'return.not-theirs'],
    ['of a workbook without answers', () => round.filledIn('X02', []), 'return.not-filled-in'],
    ['of what is no workbook', () => Buffer.from('paper'), 'return.not-a-workbook'],
  ] as const)('%s', async (_what, bytes, code) => {
    const problem = await enter({ file: { name: 'other.xlsx', bytes: bytes() } }).catch((failure: unknown) => failure);
    if (!(problem instanceof FindingsError)) throw problem;
    expect(problem.findings.map((one) => one.code)).toContain(code);
    expect(await returnsOf('X02')).toMatchObject({ returns: [] });
  });
});
