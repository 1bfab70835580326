import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import type { GenerateRequest } from '../../src/operations/generateWorkbooks.ts';
import { changed, withSections } from '../instrument/changedSample.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

const rows = async () => (await round.context.register.db.selectFrom('log').selectAll().execute()).length;
let round: MemoryRound;
let before: number;
beforeAll(async () => {
  round = await openRound();
  await round.generate({ round: 'Winter' });
  round.folder.files.clear();
  before = await rows();
});
afterAll(() => round.close());
afterEach(async () => {
  expect([round.folder.files.size, await rows()]).toEqual([0, before]);
});

const later = new Date('2026-12-21T12:00:00Z');

test.each([
  ['a name that is no name of a folder', { round: '../2026' }, 'round.name-unusable'],
  ['a name that differs from another only in capitals', { round: 'WINTER' }, 'round.name-unusable'],
  ['a name that Windows has for a device', { round: 'CON' }, 'round.name-unusable'],
  ['a marking that fits nowhere', { marking: 'x'.repeat(201) }, 'text.unusable'],
  ['a partner that the list does not have', { partner: ['X09'] }, 'partner.unknown'],
  ['another deadline', { due: later }, 'deadline.not-to-be-changed'],
  ['another deadline for one partner', { due: later, partner: ['X01'] }, 'deadline.not-to-be-changed'],
  [
    'an earlier deadline for one partner',
    { due: new Date('2026-12-11T12:00:00Z'), partner: ['X01'], changeDue: true },
    'deadline.before-round',
  ],
  [
    'a deadline for one partner that has passed',
    { due: new Date('2026-11-20T09:00:00Z'), partner: ['X01'], changeDue: true },
    'deadline.past',
  ],
  ['another edition', { instrument: changed({ edition: '2' }) }, 'edition.not-to-be-changed'],
  ['another marking for one partner', { marking: 'DRAFT', partner: ['X01'] }, 'round.changes-for-all'],
  ['a comparison with the round itself', { previous: '2026' }, 'previous.not-comparable'],
] as readonly (readonly [string, Partial<GenerateRequest>, string])[])(
  'nothing is saved for %s',
  async (_what, changes, code) => {
    expect(await refusedWith(() => round.generate(changes))).toBe(code);
  },
);

test.each([
  [
    'an instrument that does not fit into a workbook',
    { instrument: withSections((section) => ({ ...section, shortTitle: 'x'.repeat(30) })), round: '2027' },
  ],
  [
    'a code that differs only in capitals',
    { list: { name: 'list', partners: [{ code: 'x01', name: 'Ashmere PCT' }] } },
  ],
] as readonly (readonly [string, Partial<GenerateRequest>])[])('nothing is saved for %s', async (_what, changes) => {
  await expect(round.generate(changes)).rejects.toThrow(FindingsError);
});
