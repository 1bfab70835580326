import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergePartner } from '../../../../src/operations/rounds/changes/mergePartner.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { withdrawPartner } from '../../../../src/operations/rounds/changes/withdrawPartner.ts';
import { departures } from '../../../../src/rounds/changes/departures.ts';
import { loadChanges } from '../../../../src/rounds/changes/loadChanges.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued, partners } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const merge = (partner: readonly string[], into: readonly string[], name = '2026') =>
  mergePartner(round.context, { round: name, partner, into, reason: 'reorganisation' });
const codes = async (name = '2026') => (await round.status(name)).map(({ partner }) => partner.code);
const left = async (name = '2026') => {
  const changes = await loadChanges(round.context.register, { round: name, instrument: 'sample' });
  return [...departures(changes)].map(([code, { successors }]) => [code, ...successors]);
};

describe('a merger', () => {
  test('leaves the partner that the others became part of', async () => {
    await merge(['A3', 'A4'], ['A1']);
    expect(await codes()).toEqual(['A1', 'A2']);
    expect(await left()).toEqual([
      ['A3', 'A1'],
      ['A4', 'A1'],
    ]);
  });

  test('may go on: the successor can become part of another', async () => {
    await merge(['A3'], ['A1']);
    await merge(['A1'], ['A2']);
    expect(await codes()).toEqual(['A2', 'A4']);
  });

  test('may be of a partner that was withdrawn, or is in an earlier round only', async () => {
    await withdrawPartner(round.context, { round: '2026', partner: ['A3'], reason: 'dissolved' });
    await merge(['A3'], ['A1']);
    expect(await left()).toEqual([['A3', 'A1']]);
    await round.issue('2027', '2027-12-17T12:00:00Z', partners.slice(0, 2));
    await merge(['A4'], ['A1'], '2027');
    expect(await codes('2027')).toEqual(['A1', 'A2']);
    expect(await left('2027')).toEqual([['A4', 'A1']]);
    expect(await codes()).toEqual(['A1', 'A2', 'A4']);
  });
});

test('a split leaves the partners into which one was split', async () => {
  await merge(['A1'], ['A3', 'A4']);
  expect(await codes()).toEqual(['A2', 'A3', 'A4']);
  expect(await left()).toEqual([['A1', 'A3', 'A4']]);
});

describe('nothing is recorded', () => {
  test.each([
    ['into itself', ['A1'], ['A1'], 'merge.into-itself'],
    ['into the same one twice', ['A1'], ['A2', 'A2'], 'merge.into-itself'],
    ['into one that is not there', ['A1'], ['A9'], 'partner.unknown'],
    ['of one that is not there', ['A1', 'A9'], ['A2'], 'partner.unknown'],
  ] as const)('for a merger %s', async (_what, partner, into, code) => {
    expect(await refusedWith(() => merge(partner, into))).toBe(code);
    expect(await left()).toEqual([]);
  });

  test('for a merger into one that has left, or of one that has', async () => {
    await merge(['A3'], ['A1']);
    expect(await refusedWith(() => merge(['A2'], ['A3']))).toBe('partner.departed');
    expect(await refusedWith(() => merge(['A3'], ['A2']))).toBe('partner.departed');
    expect(await refusedWith(() => merge(['A1'], ['A3']))).toBe('partner.departed');
    expect(await left()).toEqual([['A3', 'A1']]);
  });

  test('that makes a circle, not even by undoing', async () => {
    const { changes } = await merge(['A3'], ['A1']);
    const numbers = changes.map(({ id }) => id);
    const [undone] = (await undoChanges(round.context, numbers, 'a mistake')).changes;
    await merge(['A1'], ['A3']);
    const again = [undone?.undone?.id ?? 0];
    expect(await refusedWith(() => undoChanges(round.context, again, 'after all'))).toBe('change.circle');
    expect(await left()).toEqual([['A1', 'A3']]);
  });
});
