import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../../../src/finding/index.ts';
import { reportStatus } from '../../../../src/operations/reportStatus.ts';
import { changePartner } from '../../../../src/operations/rounds/changes/changePartner.ts';
import { closeRound } from '../../../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../../../src/operations/rounds/changes/extendDeadline.ts';
import { recordSent } from '../../../../src/operations/rounds/changes/recordSent.ts';
import { renameRound } from '../../../../src/operations/rounds/changes/renameRound.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { type UpdateRequest, updateRound } from '../../../../src/operations/rounds/tracker/updateRound.ts';
import { recordMessage } from '../../../../src/register/rows/messages.ts';
import { trackerPlan } from '../../../../src/rollup/writeTracker.ts';
import { describeChange } from '../../../../src/rounds/changes/describeChange.ts';
import { loadChanges } from '../../../../src/rounds/changes/loadChanges.ts';
import type { WorkbookPlan } from '../../../../src/spreadsheet/plan/sheetPlan.ts';
import { editedTracker, type TrackerGrid } from '../../../rollup/editedTracker.ts';
import { type IssuedRound, openIssued, partners } from '../changes/issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

/** The tracker as it is written now. */
async function tracker(name = '2026', of: IssuedRound = round): Promise<WorkbookPlan> {
  const { trackers } = await reportStatus(of.context, { round: name });
  return trackerPlan(trackers, of.clock.now);
}

const why = { round: '2026', reason: 'they wrote' };

/** The changes that a tracker makes in which somebody changed something, with the codes of what was found. */
async function update(
  plan: WorkbookPlan,
  edit: (grid: TrackerGrid) => void,
  changes: Partial<UpdateRequest> = { confirm: true },
) {
  const bytes = await editedTracker(plan, edit);
  const request = { bytes, file: 'tracker.xlsx', reason: 'they wrote', ...changes };
  const { changes: made, findings, ...updated } = await updateRound(round.context, request);
  return {
    ...updated,
    changes: made.map(describeChange),
    findings: findings.map(({ code, place }) => (place.cell === undefined ? code : `${code} ${place.cell}`)),
  };
}

const changesNow = async (): Promise<readonly string[]> =>
  (await loadChanges(round.context.register, { round: '2026' })).map(describeChange);

describe('a tracker that was edited', () => {
  const everything = ({ put }: TrackerGrid): void => {
    put('A1', 'E-mail', 'new@ash.example; two@ash.example');
    put('A1', 'Contact', 'Jo Dale, 01632 960000');
    put('A2', 'Due', new Date('2026-12-23T12:00:00Z'));
    put('A2', 'Reason', 'ill');
    put('A3', 'Workbook sent', '20 November 2026 10:00');
    put('A4', 'Withdrawn', 'yes');
  };
  const changes = [
    'A1: e-mail address new@ash.example; two@ash.example, before a1@ash.example',
    'A1: contact Jo Dale, 01632 960000, before none',
    'A2: deadline extended to 12:00 (UK time) on Wednesday 23 December 2026',
    'A3: workbook sent by hand at 10:00 (UK time) on Friday 20 November 2026',
    'A4: withdrawn',
  ];

  test('shows what would change, and changes nothing without confirmation', async () => {
    expect(await update(await tracker(), everything, {})).toMatchObject({ round: '2026', isDone: false, changes });
    expect(await changesNow()).toEqual([]);
  });

  test('changes it when that is confirmed, each with its reason, and can be undone', async () => {
    expect(await update(await tracker(), everything)).toMatchObject({ isDone: true, changes });
    const made = await loadChanges(round.context.register, { round: '2026' });
    expect(made.map(({ by, reason }) => `${by}: ${reason}`)).toEqual([
      ...['jo: they wrote', 'jo: they wrote', 'jo: ill', 'jo: they wrote', 'jo: they wrote'],
    ]);
    expect((await round.status()).map(({ partner: { code } }) => code)).toEqual(['A1', 'A2', 'A3']);
    await undoChanges(
      round.context,
      made.map(({ id }) => id),
      'a mistake',
    );
    const { context } = round;
    const [status] = await round.status();
    expect([status?.partner.email, status?.contact]).toEqual(['a1@ash.example', undefined]);
    const { trackers } = await reportStatus(context, { round: '2026' });
    expect(trackers[0]?.partners.map(({ step }) => step)).toEqual(Array(4).fill('Send the workbook'));
  });

  test('says nothing new when it is read a second time', async () => {
    const plan = await tracker();
    await update(plan, everything);
    expect(await update(plan, everything)).toMatchObject({ changes: [], findings: [] });
  });

  test('removes an address or a contact that was emptied', async () => {
    await changePartner(round.context, { ...why, partner: 'A1', contact: 'Jo' });
    const emptied = await update(await tracker(), ({ put }) => {
      put('A1', 'Contact', undefined);
      put('A2', 'E-mail', '-');
    });
    expect(emptied.changes).toEqual([
      'A1: contact removed, before Jo',
      'A2: e-mail address removed, before a2@birch.example',
    ]);
  });

  test('takes back that a workbook was sent by hand', async () => {
    await recordSent(round.context, { ...why, partner: ['A1'], at: new Date('2026-11-20T10:00:00Z') });
    const { changes: made } = await update(await tracker(), ({ put }) => put('A1', 'Workbook sent', undefined));
    expect(made).toEqual(['A1: workbook not sent by hand']);
  });

  test('takes a day without a time as its end, and says what it took of an odd one', async () => {
    const { changes: made, findings } = await update(await tracker(), ({ put }) => {
      put('A1', 'Due', new Date('2026-12-22T00:00:00Z'));
      put('A2', 'Due', '22.12.2026 midnight');
    });
    expect(made).toEqual(
      ['A1', 'A2'].map((code) => `${code}: deadline extended to 23:59 (UK time) on Tuesday 22 December 2026`),
    );
    expect(findings).toContain('time.unclear K7');
  });
});

describe('an old tracker', () => {
  test('does not take back what was changed since it was written', async () => {
    const plan = await tracker();
    await changePartner(round.context, { ...why, partner: 'A1', email: 'new@ash.example' });
    const due = new Date('2026-12-23T12:00:00Z');
    await extendDeadline(round.context, { ...why, partner: ['A2'], due });
    await withdrawPartner(round.context, { ...why, partner: ['A3'] });
    const { changes, findings } = await update(plan, ({ put }) => put('A2', 'Contact', 'Jo'));
    expect([changes, findings]).toEqual([['A2: contact Jo, before none'], ['tracker.changed-since']]);
    expect((await round.status())[0]?.partner.email).toBe('new@ash.example');
  });

  test('changes nothing where the same cell was changed in the register to something else', async () => {
    const plan = await tracker();
    await changePartner(round.context, { ...why, partner: 'A1', email: 'theirs@ash.example' });
    const { isDone, findings } = await update(plan, ({ put }) => {
      put('A1', 'E-mail', 'mine@ash.example');
      put('A2', 'E-mail', 'new@birch.example');
    });
    expect([isDone, findings]).toEqual([false, ['tracker.conflict H6']]);
    expect(await changesNow()).toEqual(['A1: e-mail address theirs@ash.example, before a1@ash.example']);
  });

  test('changes nothing of a partner that has left the round, but may say so', async () => {
    const plan = await tracker();
    await withdrawPartner(round.context, { ...why, partner: ['A1'] });
    expect(await update(plan, ({ put }) => put('A1', 'E-mail', 'new@ash.example'))).toMatchObject({
      ...{ isDone: false, findings: ['tracker.departed H6', 'tracker.changed-since'] },
    });
    expect(await update(plan, ({ put }) => put('A1', 'Withdrawn', 'Yes'))).toMatchObject({ changes: [], findings: [] });
  });

  test('is known by the new name of its round, and has nothing of partners that came later', async () => {
    const plan = await tracker();
    await round.issue('2026', '2026-12-18T12:00:00Z', [...partners, { code: 'A5', name: 'Elder' }]);
    await renameRound(round.context, { round: '2026', name: '2026 spring', reason: 'clearer' });
    const { round: name, changes } = await update(plan, ({ put }) => put('A1', 'Contact', 'Jo'), {});
    expect([name, changes]).toEqual(['2026 spring', ['A1: contact Jo, before none']]);
  });
});

describe('nothing at all is changed', () => {
  const bad: readonly [string, (grid: TrackerGrid) => void, readonly string[]][] = [
    ['by an address that is none', ({ put }) => put('A1', 'E-mail', 'jo at ash'), ['tracker.refused H6']],
    ['by a deadline in the past', ({ put }) => put('A1', 'Due', '19/11/2026'), ['tracker.refused K6']],
    ['by one before that of the round', ({ put }) => put('A1', 'Due', '17/12/2026'), ['tracker.refused K6']],
    ['by one with the month first', ({ put }) => put('A1', 'Due', '12/23/2026'), ['tracker.not-a-time K6']],
    ['by a number that is no day', ({ put }) => put('A1', 'Due', 7), ['tracker.not-a-time K6']],
    ['by no deadline', ({ put }) => put('A1', 'Due', undefined), ['tracker.not-a-time K6']],
    ['by words for a deadline', ({ put }) => put('A1', 'Due', 'as soon as they can'), ['tracker.not-a-time K6']],
    ['by a workbook sent tomorrow', ({ put }) => put('A1', 'Workbook sent', '21/11/2026'), ['tracker.refused J6']],
    ['by one sent before it was made', ({ put }) => put('A1', 'Workbook sent', '19/11/2026'), ['tracker.refused J6']],
    ['by something else than Yes', ({ put }) => put('A1', 'Withdrawn', 'perhaps'), ['tracker.not-yes-or-no N6']],
    [
      'by a contact of a thousand characters',
      ({ put }) => put('A1', 'Contact', 'x'.repeat(1000)),
      ['tracker.refused I6'],
    ],
  ];

  test.each(bad)('%s, though the rest is right', async (_what, edit, codes) => {
    const { isDone, findings } = await update(await tracker(), (grid) => {
      edit(grid);
      grid.put('A2', 'E-mail', 'new@birch.example');
    });
    expect([isDone, findings]).toEqual([false, codes]);
    expect(await changesNow()).toEqual([]);
  });

  test('by a row without a reason, and a reason alone is pointed out', async () => {
    const { isDone, findings } = await update(
      await tracker(),
      ({ put }) => {
        put('A1', 'E-mail', 'new@ash.example');
        put('A2', 'Reason', 'moved');
      },
      { confirm: true, reason: ' ' },
    );
    expect([isDone, findings]).toEqual([false, ['tracker.no-reason O6', 'tracker.reason-alone O7']]);
    expect(await changesNow()).toEqual([]);
  });

  test('after the round is closed, by a deadline after that', async () => {
    await closeRound(round.context, { ...why, at: new Date('2026-12-20T12:00:00Z') });
    const { findings } = await update(await tracker(), ({ put }) => put('A1', 'Due', '23/12/2026'));
    expect(findings).toEqual(['tracker.refused K6']);
  });

  test('by removing when Scorebook itself sent a workbook', async () => {
    await recordMessage(
      round.context.register,
      { round: '2026', instrument: 'sample', partner: 'A1', kind: 'sending', about: '1' },
      { message_id: '<1@region.example>', recipient: 'a1@ash.example' },
      { state: 'drafted', at: round.clock.now, detail: null },
    );
    const { isDone, findings } = await update(await tracker(), ({ put }) => put('A1', 'Workbook sent', undefined));
    expect([isDone, findings]).toEqual([false, ['tracker.refused J6']]);
  });

  const refused = async (work: Promise<unknown>): Promise<readonly string[]> =>
    work.then(
      () => [],
      (failure: unknown) => {
        if (failure instanceof FindingsError) return failure.findings.map(({ code }) => code);
        throw failure;
      },
    );

  test('by the tracker of another round, where the round is named, or of another register', async () => {
    const plan = await tracker();
    const edit = ({ put }: TrackerGrid): void => put('A1', 'Contact', 'Jo');
    expect(await refused(update(plan, edit, { round: '2025' }))).toEqual(['tracker.other-round']);
    const other = await openIssued();
    const foreign = await tracker('2026', other);
    await other.close();
    expect(await refused(update(foreign, edit))).toEqual(['tracker.other-register']);
  });
});

test('in a round of several instruments each row is about its own', async () => {
  await round.issue('2026', '2026-12-18T12:00:00Z', partners, 'other');
  const { context } = round;
  const instruments = [...context.instruments, ...context.instruments.map((one) => ({ ...one, key: 'other' }))];
  round = { ...round, context: { ...context, instruments } };
  const { changes } = await update(await tracker(), ({ rows, headings }) => {
    const own = rows.find((row) => row[0] === 'other' && row[headings.indexOf('Partner code')] === 'A2');
    if (own !== undefined) own[headings.indexOf('Due')] = '23/12/2026 12:00';
  });
  expect(changes).toEqual(['A2: deadline extended to 12:00 (UK time) on Wednesday 23 December 2026']);
  const made = await loadChanges(round.context.register, { round: '2026' });
  expect(made.map(({ instrument }) => instrument)).toEqual(['other']);
});

describe('decisions in a tracker', () => {
  let first: number;
  let second: number;
  beforeEach(async () => {
    first = await round.cameBack('A1', '2026-12-01T10:00:00Z');
    second = await round.cameBack('A1', '2026-12-02T10:00:00Z');
  });

  const decided = (text: string) => tracker().then((plan) => update(plan, ({ put }) => put('A1', 'Decide', text)));
  const counting = async (): Promise<number | undefined> =>
    (await round.status()).find(({ partner }) => partner.code === 'A1')?.counting?.id;

  test('are made as the commands make them, with their reason, and can be undone', async () => {
    const { isDone, changes } = await decided(`Set aside ${second}`);
    expect([isDone, changes.length, await counting()]).toEqual([true, 1, first]);
    const [made] = await loadChanges(round.context.register, { round: '2026' });
    expect([made?.what, made?.reason]).toEqual(['set aside', 'they wrote']);
    await undoChanges(round.context, [made?.id ?? 0], 'a mistake');
    expect(await counting()).toBe(second);
  });

  test('say nothing new when they are read a second time', async () => {
    const plan = await tracker();
    const prefer = ({ put }: TrackerGrid): void => put('A1', 'Decide', `prefer ${first}`);
    await update(plan, prefer);
    expect(await counting()).toBe(first);
    expect(await update(plan, prefer)).toMatchObject({ changes: [], findings: [] });
  });

  test('are reported, and not made, where they are none or about the returns of others', async () => {
    const other = await round.cameBack('A2', '2026-12-01T10:00:00Z');
    expect((await decided('ask them')).findings).toEqual([expect.stringMatching(/^tracker.no-decision /)]);
    expect((await decided(`prefer ${other}`)).findings).toEqual([expect.stringMatching(/^tracker.other-return /)]);
    expect((await decided(`accept return.halves ${second}`)).findings).toEqual([
      expect.stringMatching(/^tracker.refused /),
    ]);
    expect([await counting(), (await changesNow()).length]).toEqual([second, 0]);
  });
});
