import { describe, expect, test } from 'vitest';
import type { RoundChange } from '../../../src/rounds/changes/roundChange.ts';
import { countingReturn, timelinessOf } from '../../../src/rounds/round/countingReturn.ts';
import { deadlineOf } from '../../../src/rounds/round/deadlines.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 11, day, 12));

describe('a return', () => {
  test.each([
    [18, { late: false }],
    [19, { late: true }],
    [31, { late: true }],
    [32, { late: true, afterClosing: true }],
  ])('of December %i, due on the 18th, in a round that closes on the 31st', (day, timeliness) => {
    expect(timelinessOf(at(day), { due: at(18), closes: at(31) })).toEqual(timeliness);
  });

  const came = (...days: readonly number[]) =>
    countingReturn(days.map((day) => ({ day, ...timelinessOf(at(day), { due: at(18), closes: at(31) }) })))?.day;

  test('counts where it is the last in time, or else the last before the round closed', () => {
    expect(came(10, 17, 20)).toBe(17);
    expect(came(20, 25)).toBe(25);
    expect(came(20, 32)).toBe(20);
    expect(came(32)).toBeUndefined();
    expect(came()).toBeUndefined();
  });
});

describe('the deadline of a partner', () => {
  const extension = (partner: string, day: number | null): RoundChange => ({
    ...{ id: 1, instrument: 'sample', partner, what: 'extension', before: null },
    after: day === null ? null : at(day).toISOString(),
    ...{ by: undefined, reason: undefined, at: at(1), undone: undefined },
  });
  const due = (changes: readonly RoundChange[], partner = 'A1') =>
    deadlineOf({ due: at(18) }, changes, partner).due.getUTCDate();

  test('is that of the round, or its own where that is later', () => {
    expect(due([])).toBe(18);
    expect(due([extension('A1', 23)])).toBe(23);
    expect(due([extension('A1', 23)], 'A2')).toBe(18);
    expect(due([extension('A1', 11)])).toBe(18);
    expect(due([extension('A1', 23), extension('A1', null)])).toBe(18);
  });
});
