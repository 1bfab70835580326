import { expect, test } from 'vitest';
import { dueFindings } from '../../../src/rounds/round/dueFindings.ts';

const now = new Date('2026-11-20T10:00:00Z');
const codes = (due: string): readonly string[] => dueFindings(new Date(due), now).map(({ code }) => code);

test.each([
  ['in the past', '2026-11-20T10:00:00Z', ['round.due-past']],
  ['in the past, at a weekend', '2026-11-15T10:00:00Z', ['round.due-past']],
  ['on a working day', '2026-12-18T12:00:00Z', []],
  ['at a weekend', '2026-12-19T12:00:00Z', ['round.due-day-off']],
  ['on a Saturday in the UK that is a Friday in UTC', '2027-06-18T23:30:00Z', ['round.due-day-off']],
  ['on a bank holiday', '2026-12-25T23:59:00Z', ['round.due-day-off']],
  ['far away, on a Sunday', '2036-12-21T12:00:00Z', ['round.due-far', 'round.due-day-off']],
])('a deadline %s', (_when, due, expected) => {
  expect(codes(due)).toEqual(expected);
});
