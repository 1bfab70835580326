import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finding } from '../../../src/finding/index.ts';
import {
  checkChanges,
  type OptionChange,
  otherEdition,
  type PermittedChanges,
} from '../../../src/operations/rounds/roundChanges.ts';
import { onlyRound } from '../../../src/operations/rounds/roundsInUse.ts';
import type { Round } from '../../../src/rounds/round/roundStatus.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';

let memory: MemoryRound;
let round: Round;
beforeAll(async () => {
  memory = await openRound();
  ({ round } = await onlyRound(memory.context, { round: '2026' }));
});
afterAll(() => memory.close());

const later = new Date('2026-12-21T12:00:00Z');
const marking = finding('round.changed', {}, { round: '2026', what: 'marking', from: 'DRAFT', to: 'FINAL' });
const added = finding('round.changed', {}, { round: '2026', what: 'return address', from: null, to: 'a@x.example' });

interface Change {
  readonly due?: Date;
  readonly edition?: string;
  readonly changes?: readonly OptionChange[];
  readonly areOut?: boolean;
}

const check = (permitted: PermittedChanges, { due = round.due, edition, changes = [], areOut = false }: Change): void =>
  checkChanges(permitted, round, { due, otherEdition: edition, options: changes, areOut });

describe('a change of a round', () => {
  test.each([
    ['nothing at all', {}, {}],
    ['of the deadline, where that is asked for', { changeDue: true }, { due: later }],
    ['of the wording, where that is asked for', { changeEdition: true }, { edition: 'edition 2' }],
    ['of a text', {}, { changes: [marking] }],
    [
      'of a text that partners have, where that is asked for',
      { changeMarking: true },
      { changes: [marking], areOut: true },
    ],
    ['of a text that partners do not have yet', {}, { changes: [added], areOut: true }],
    ['none, for one partner', { partner: ['X01'] }, {}],
  ] satisfies readonly (readonly [string, PermittedChanges, Change])[])(
    'is permitted: %s',
    (_what, permitted, change) => {
      expect(() => check(permitted, change)).not.toThrow();
    },
  );

  test.each([
    ['of the deadline', {}, { due: later }, 'deadline.not-to-be-changed'],
    [
      'of a text that partners have',
      { changeDue: true },
      { changes: [marking], areOut: true },
      'round.not-to-be-changed',
    ],
    ['of the wording', {}, { edition: 'edition 2' }, 'edition.not-to-be-changed'],
    [
      ...['of the wording for one partner', { partner: ['X01'], changeEdition: true }, { edition: 'edition 2' }],
      'round.changes-for-all',
    ],
    ['of a text for one partner', { partner: ['X01'] }, { changes: [marking] }, 'round.changes-for-all'],
  ] as readonly (readonly [string, PermittedChanges, Change, string])[])(
    'is refused: %s',
    async (_what, permitted, change, code) => {
      expect(await refusedWith(() => check(permitted, change))).toBe(code);
    },
  );
});

describe('an instrument differs from that of the round', () => {
  const other = (changes: Partial<typeof sampleInstrument>) =>
    otherEdition(memory.context.register, round, { ...sampleInstrument, ...changes });

  test('not where it is the same', async () => {
    expect(await other({})).toBeUndefined();
  });

  test('in its edition, or in the wording of the same edition', async () => {
    expect(await other({ edition: '2' })).toMatch(/what you give is edition 2$/);
    expect(await other({ title: 'Another title' })).toMatch(/what you give is another wording of edition 1$/);
  });
});
