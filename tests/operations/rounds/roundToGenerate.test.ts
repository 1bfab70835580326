import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeRound } from '../../../src/operations/rounds/changes/closeRound.ts';
import { withdrawPartner } from '../../../src/operations/rounds/changes/withdrawPartner.ts';
import { roundToGenerate } from '../../../src/operations/rounds/roundToGenerate.ts';
import { recordMessage } from '../../../src/register/rows/messages.ts';
import type { Message } from '../../../src/register/tables/schema.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { refusedWith } from '../refusedWith.ts';
import { type IssuedRound, openIssued, partners } from './changes/issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const due = new Date('2027-12-17T12:00:00Z');
const list = { name: 'partners.csv', partners };

describe('of a round that is there', () => {
  test('everything that is left out is as before', async () => {
    const asked = await roundToGenerate(round.context, { round: '2026' });
    expect(asked).toMatchObject({ instrument: { key: 'sample' }, due: new Date('2026-12-18T12:00:00Z'), findings: [] });
    expect(asked.list).toEqual({ name: 'round 2026', partners });
  });

  test('a partner that left it gets no workbook, and a list that has it is reported', async () => {
    await withdrawPartner(round.context, { round: '2026', partner: ['A3'], reason: 'dissolved' });
    expect((await roundToGenerate(round.context, { round: '2026' })).findings).toEqual([]);
    const asked = await roundToGenerate(round.context, { round: '2026', list });
    expect(asked.list.partners.map(({ code }) => code)).toEqual(['A1', 'A2', 'A4']);
    expect(asked.findings).toMatchObject([
      { code: 'round.left-in-list', place: { key: 'A3' }, facts: { round: '2026' } },
    ]);
    const named = { round: '2026', partner: ['A3'] };
    expect(await refusedWith(() => roundToGenerate(round.context, named))).toBe('partner.departed');
  });

  test.each<[string, Message['state'], boolean]>([
    ['a draft may have been sent', 'drafted', true],
    ['a message was sent', 'sent', true],
    ['a message was refused', 'refused', false],
    ['a message bounced', 'bounced', false],
  ])('workbooks are with partners or not: %s', async (_what, state, areOut) => {
    await recordMessage(
      round.context.register,
      { round: '2026', instrument: 'sample', partner: 'A1', kind: 'sending', about: 'w' },
      { message_id: '<1@region.example>', recipient: 'a1@ash.example' },
      { state, detail: null, at: round.clock.now },
    );
    expect((await roundToGenerate(round.context, { round: '2026' })).areOut).toBe(areOut);
  });

  test('workbooks are with partners where one came back', async () => {
    expect((await roundToGenerate(round.context, { round: '2026' })).areOut).toBe(false);
    await round.cameBack('A1', '2026-12-01T09:00:00Z');
    expect((await roundToGenerate(round.context, { round: '2026' })).areOut).toBe(true);
  });

  test('nothing is generated once it is closed', async () => {
    await closeRound(round.context, { round: '2026', at: new Date('2027-01-15T12:00:00Z'), reason: 'over' });
    await roundToGenerate(round.context, { round: '2026' });
    round.clock.now = new Date('2027-01-15T12:00:00Z');
    expect(await refusedWith(() => roundToGenerate(round.context, { round: '2026' }))).toBe('round.closed');
  });
});

describe('of a new round', () => {
  test('everything is given', async () => {
    const asked = await roundToGenerate(round.context, { round: '2027', instrument: sampleInstrument, due, list });
    expect(asked).toMatchObject({ before: undefined, due, list, areOut: false });
  });

  test.each([
    ['the instrument', { due, list }],
    ['the deadline', { instrument: sampleInstrument, list }],
    ['the partners', { instrument: sampleInstrument, due }],
  ])('nothing is generated without %s', async (_what, given) => {
    expect(await refusedWith(() => roundToGenerate(round.context, { round: '2027', ...given }))).toBe('round.new');
  });
});
