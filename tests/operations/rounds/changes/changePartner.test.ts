import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePartner, type PartnerDetailsRequest } from '../../../../src/operations/rounds/changes/changePartner.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued, partners } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const change = (details: Partial<PartnerDetailsRequest>) =>
  changePartner(round.context, { round: '2026', partner: 'A2', reason: 'they wrote', ...details });
const second = async () => (await round.status()).find(({ partner }) => partner.code === 'A2')?.partner;
const issue = (details: { readonly name?: string; readonly email?: string }) =>
  round.issue(
    '2026',
    '2026-12-18T12:00:00Z',
    partners.map((one) => (one.code === 'A2' ? { ...one, ...details } : one)),
  );

describe('a name or address', () => {
  test('is changed, and undone', async () => {
    const { changes, findings } = await change({ name: 'Birch and District', email: 'post@birch.example' });
    expect(await second()).toMatchObject({ name: 'Birch and District', email: 'post@birch.example' });
    expect(findings.map(({ code }) => code)).toEqual(['round.other-name']);
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'a mistake',
    );
    expect(await second()).toMatchObject({ name: 'Birch', email: 'a2@birch.example' });
  });

  test('can be removed, where it is an address', async () => {
    await change({ email: false });
    expect(await second()).toEqual({ code: 'A2', name: 'Birch' });
  });

  test('stays when the list still has the one before', async () => {
    await change({ email: 'post@birch.example' });
    await issue({});
    expect((await second())?.email).toBe('post@birch.example');
  });

  test('is that of the list when the list has yet another', async () => {
    const { changes } = await change({ email: 'post@birch.example' });
    await issue({ email: 'new@birch.example' });
    expect((await second())?.email).toBe('new@birch.example');
    await issue({});
    expect((await second())?.email).toBe('a2@birch.example');
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'a mistake',
    );
    expect((await second())?.email).toBe('a2@birch.example');
  });
});

test.each([
  ['without a name or address', {}, 'change.none'],
  ['for an empty name', { name: ' ' }, 'text.unusable'],
  ['for an address that is none', { email: 'birch' }, 'text.unusable'],
  ['for what is so already', { name: 'Birch' }, 'change.none'],
  ['for a partner that is not there', { partner: 'A9', name: 'Birch' }, 'partner.unknown'],
] as const)('nothing is recorded %s', async (_what, details, code) => {
  expect(await refusedWith(() => change(details))).toBe(code);
});
