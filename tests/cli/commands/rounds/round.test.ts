import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from '../../../rollup/tableOf.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

/** A round of three partners, sent to nobody yet. */
let place: Workplace;
beforeEach(async () => {
  place = openWorkplace({ user: 'jo' });
  place.put('small.json', JSON.stringify(sampleInstrument));
  place.put(
    'partners.csv',
    'code,name,email\nA1,Ash,a1@ash.example\nA2,Birch,a2@birch.example\nA3,Cedar,a3@cedar.example\n',
  );
  const { code, err } = await place.scorebook(
    ...['generate', place.at('small.json'), '--partners', place.at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', '--return-to', 'returns@region.example', '--out', place.at('workbooks')],
  );
  if (code !== 0) throw new Error(err);
});
afterEach(() => place.remove());

const round = (...args: readonly string[]): Promise<Ran> => place.scorebook('round', ...args);
const change = (...args: readonly string[]): Promise<Ran> => round(...args, '--reason', 'they asked');
const ofRound = ['--round', '2026'];

describe('round list, and status without a round,', () => {
  test('list all rounds', async () => {
    const list = await round('list');
    expect(list).toEqual(await place.scorebook('status'));
    expect([list.code, list.out]).toEqual([
      0,
      [
        'Round  Instrument  Deadline          State  Returned',
        '2026   sample      2026-12-18 12:00  open   0 of 3\n',
      ].join('\n'),
    ]);
    expect(JSON.parse((await place.scorebook('status', '--json')).out)).toMatchObject({
      rounds: [{ round: '2026', instrument: 'sample', state: 'open', partners: 3, returned: 0 }],
    });
  });

  test('need a round for what is about one', async () => {
    const { code, err } = await place.scorebook('status', '--out', place.at('tracker.xlsx'));
    expect([code, err]).toEqual([2, expect.stringContaining('--out: of which round? Add --round')]);
  });
});

describe('round update', () => {
  /** The tracker, in which somebody typed something for partner A1. */
  async function edited(heading: string, value: string): Promise<string> {
    await place.scorebook('status', ...ofRound, '--out', place.at('tracker.xlsx'));
    const bytes = readFileSync(place.at('tracker.xlsx'));
    const [head = []] = tableOf(readPackage(bytes), 'Tracker');
    const typed = (column: string, text: string) => ({
      ...{ sheet: 'Tracker', row: 6, column: head.indexOf(column) + 1, value: text },
    });
    return place.put('edited.xlsx', fillIn(bytes, [typed(heading, value), typed('Reason', 'they wrote')]));
  }

  test('shows what would change, and makes the changes when that is confirmed', async () => {
    const path = await edited('E-mail', 'new@ash.example');
    const shown = await round('update', path);
    expect([shown.code, shown.out]).toEqual([
      0,
      [
        '1 change by the tracker of round 2026, written on 2026-11-20 10:00:',
        '  sample: A1: e-mail address new@ash.example, before a1@ash.example (they wrote)',
        'Nothing was changed yet. To make this change, run the same command with --confirm.\n',
      ].join('\n'),
    ]);
    expect((await round('show', '2026')).out).not.toContain('Changes');
    const { code, out } = await round('update', path, '--confirm');
    expect([code, out]).toEqual([
      0,
      '1  Round 2026, sample: A1: e-mail address new@ash.example, before a1@ash.example\nTo undo: scorebook round undo 1 --reason TEXT\n',
    ]);
    expect((await round('update', path, '--confirm')).out).toContain('Nothing to change');
  });

  test('says what is wrong, and gives the result as JSON', async () => {
    const path = await edited('Due', '1 January 2020');
    const refused = await round('update', path, '--confirm');
    expect([refused.code, refused.out]).toEqual([
      1,
      'Nothing was changed. First correct 1 error in the tracker, and save it.\n',
    ]);
    expect(refused.err).toContain("error: edited.xlsx 'Tracker'!K6 (A1): Due: 23:59 (UK time) on Wednesday 1 January");
    const { out } = await round('update', path, '--json');
    expect(JSON.parse(out)).toMatchObject({ round: '2026', isDone: false, findings: [{ code: 'tracker.refused' }] });
  });

  test.each([
    ['partners.csv', 1, 'The file cannot be read, because it is a CSV or other text file'],
    ['workbooks/sample_2026_A1.xlsx', 1, 'This is the workbook of partner A1 in round 2026, and no tracker'],
    ['none.xlsx', 2, 'there is no such file'],
  ])('refuses %s', async (file, code, problem) => {
    expect(await round('update', place.at(file), '--confirm')).toMatchObject({
      ...{ code, err: expect.stringContaining(problem) },
    });
  });

  test('has the tracker of another round refused where the round is named', async () => {
    const path = await edited('Contact', 'Jo');
    expect(await round('update', path, '--round', '2025')).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('This is the tracker of round "2026", not of "2025".') },
    });
  });
});

describe('round sent', () => {
  test('records that workbooks were sent without Scorebook', async () => {
    const { code, out } = await change('sent', 'A1', 'A2', ...ofRound, '--at', '20/11/2026 10:00');
    expect([code, out]).toEqual([0, expect.stringContaining('A2: workbook sent by hand at 10:00 (UK time) on Friday')]);
    const { partners } = JSON.parse((await place.scorebook('status', ...ofRound, '--json')).out)[0];
    expect(partners[0]).toMatchObject({ sentByHand: '2026-11-20T10:00:00.000Z', nextStep: 'Await the return' });
    const taken = await change('sent', 'A1', ...ofRound, '--no-at');
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('A1: workbook not sent by hand')]);
  });

  test('refuses a time that has not come, and one that is none', async () => {
    expect(await change('sent', 'A1', ...ofRound, '--at', '21/11/2026')).toMatchObject({
      ...{
        code: 2,
        err: expect.stringContaining('--at: 23:59 (UK time) on Saturday 21 November 2026 is in the future'),
      },
    });
    expect(await change('sent', 'A1', ...ofRound, '--at', 'today')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('--at "today" is not a date and time') },
    });
  });
});

test('round partner gives a partner a contact, which the tracker shows', async () => {
  const { code, out } = await change('partner', 'A1', ...ofRound, '--contact', 'Jo Dale, 01632 960000');
  expect([code, out]).toEqual([0, expect.stringContaining('A1: contact Jo Dale, 01632 960000, before none')]);
  await place.scorebook('status', ...ofRound, '--out', place.at('tracker.xlsx'));
  const [head = [], first = []] = tableOf(readPackage(readFileSync(place.at('tracker.xlsx'))), 'Tracker');
  expect(first[head.indexOf('Contact')]).toBe('Jo Dale, 01632 960000');
});

describe('generate for a round that is there', () => {
  test('needs its name only', async () => {
    const { code, out } = await place.scorebook('generate', ...ofRound);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`0 workbooks written, 3 unchanged in ${place.at('workbooks')}. Round 2026, due 12:00`),
    ]);
  });

  test('gives one partner another deadline without moving that of the others', async () => {
    const due = ['--partner', 'A2', '--due', '2026-12-23 12:00'];
    const refused = await place.scorebook('generate', ...ofRound, ...due);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('add --change-due to move it for the')]);
    const moved = await place.scorebook('generate', ...ofRound, ...due, '--change-due', '--reason', 'ill');
    expect([moved.code, moved.out]).toEqual([0, expect.stringContaining('1 workbook written (1 in place of others)')]);
    expect((await round('list')).out).toContain('2026-12-18 12:00');
    expect((await round('show', '2026')).out).toContain('A2: deadline extended to 12:00 (UK time) on Wednesday 23');
    expect((await place.scorebook('generate', ...ofRound)).out).toContain('3 unchanged');
  });

  test.each([
    ['an instrument', ['--partners', 'sample-region', '--due', '2026-12-18'], 'Name its instrument'],
    ['a deadline', ['pct-self-assessment', '--partners', 'sample-region'], 'Give its deadline'],
    ['partners', ['pct-self-assessment', '--due', '2026-12-18'], 'Give the list of its partners'],
  ])('has to have %s otherwise', async (_what, given, words) => {
    const { code, err } = await place.scorebook('generate', '--round', '2O26', ...given);
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('a change', () => {
  test('is recorded with who, when and why, and can be undone by its number', async () => {
    const made = await change('withdraw', 'A3', ...ofRound);
    expect([made.code, made.out]).toEqual([
      0,
      '1  Round 2026, sample: A3: withdrawn\nTo undo: scorebook round undo 1 --reason TEXT\n',
    ]);
    const shown = await round('show', '2026');
    expect(shown.out).toContain('1       A3: withdrawn  on 2026-11-20 10:00 by jo: they asked');
    expect(shown.out).toContain('Partners        2, 0 of them returned; 1 left');
    const undone = await change('undo', '1', '--by', 'sam');
    expect(undone.out).toBe('1  Round 2026, sample: A3: withdrawn: undone\n');
    expect((await round('show', '2026')).out).toContain('undone on 2026-11-20 10:00 by sam: they asked (change 2)');
  });

  test('is given back as data', async () => {
    const { out } = await change('merge', 'A3', '--into', 'A1', ...ofRound, '--json');
    expect(JSON.parse(out)).toMatchObject({
      changes: [{ id: 1, partner: 'A3', what: 'successors', before: null, after: ['A1'], by: 'jo' }],
      findings: [],
    });
    expect(JSON.parse((await round('show', '2026', '--json')).out)).toMatchObject([
      { round: '2026', instrument: 'sample', departed: [{ partner: { code: 'A3' } }], changes: [{ id: 1 }] },
    ]);
  });

  test.each([
    [['extend', 'A2', '--due', '23/12/2026 12:00'], 'A2: deadline extended to 12:00 (UK time) on Wednesday 23'],
    [['merge', 'A3', '--into', 'A1'], 'A3: became part of A1'],
    [['split', 'A1', '--into', 'A2', 'A3'], 'A1: split into A2 and A3'],
    [['partner', 'A1', '--email', 'post@ash.example'], 'A1: e-mail address post@ash.example, before a1@ash.example'],
    [['partner', 'A1', '--no-email'], 'A1: e-mail address removed, before a1@ash.example'],
    [['partner', 'A1', '--name', 'Ash and District'], 'A1: name Ash and District, before Ash'],
  ])('of a partner: %j', async (args, words) => {
    const { code, out } = await change(...args, ...ofRound);
    expect([code, out]).toEqual([0, expect.stringContaining(words)]);
  });

  test.each([
    [['close', '2026', '--at', '15/01/2027 12:00'], 'closed at 12:00 (UK time) on Friday 15 January 2027'],
    [['rename', '2026', 'Winter'], 'Round Winter, sample: renamed Winter, before 2026'],
  ])('of the round: %j', async (args, words) => {
    const { code, out } = await change(...args);
    expect([code, out]).toEqual([0, expect.stringContaining(words)]);
  });

  test('that brings a partner or a round back is one too', async () => {
    await change('withdraw', 'A3', ...ofRound);
    expect((await change('bring-back', 'A3', ...ofRound)).out).toContain('A3: takes part again');
    await change('close', '2026', '--at', '15/01/2027 12:00');
    expect((await change('reopen', '2026')).out).toContain('reopened');
  });

  test.each([
    [['withdraw', 'A9', ...ofRound], 'Partner A9: the round has no such partner.'],
    [['extend', 'A2', '--due', '2026-11-01', ...ofRound], 'has passed'],
    [['merge', 'A1', '--into', 'A1', ...ofRound], '--into A1: a partner cannot become part of itself'],
    [['rename', '2026', 'a/b'], 'The name "a/b" cannot be used'],
    [['reopen', '2026'], 'it is open'],
    [['undo', '7'], 'There is no change 7.'],
    [['undo', 'one'], '"one" is not the number of a change'],
    [['show', '2O26'], 'The register has no round "2O26". It has: 2026.'],
  ])('that makes no sense is refused: %j', async (args, words) => {
    const { code, err } = await (args[0] === 'show' ? round(...args) : change(...args));
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect((await round('show', '2026')).out).not.toContain('Changes');
  });

  test('needs a reason', async () => {
    expect(await round('withdraw', 'A3', ...ofRound)).toMatchObject({
      code: 2,
      err: expect.stringContaining("required option '--reason <text>' not specified"),
    });
  });
});

test('a round is deleted while nothing came back', async () => {
  const { code, out } = await round('delete', '2026');
  expect([code, out]).toEqual([
    0,
    `Round 2026, sample: deleted.\nIts workbooks are still in ${place.at('workbooks')}.\n`,
  ]);
  expect((await round('list')).out).toContain('The register has no round yet.');
});
