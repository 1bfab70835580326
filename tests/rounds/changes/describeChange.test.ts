import { describe, expect, test } from 'vitest';
import { describeAuthor, describeChange } from '../../../src/rounds/changes/describeChange.ts';
import type { ChangedValue, RoundChange, RoundChangeKind } from '../../../src/rounds/changes/roundChange.ts';

const change = <Kind extends RoundChangeKind>(
  what: Kind,
  before: ChangedValue<Kind>,
  after: ChangedValue<Kind>,
  partner?: string,
): string => {
  const author = { by: undefined, reason: undefined, at: new Date(0), undone: undefined };
  // The values are those of the kind.
  return describeChange({ id: 1, instrument: 'sample', partner, what, before, after, ...author } as RoundChange);
};

const due = '2026-12-18T12:00:00.000Z';
const later = '2026-12-23T12:00:00.000Z';

describe('a change in words', () => {
  test.each([
    [change('deadline', due, later), /^deadline moved to 12:00 .* 23 December 2026, before 12:00 .* 18 December 2026$/],
    [change('closing', null, later), /^closed at 12:00/],
    [change('closing', later, null), /^reopened$/],
    [change('return address', null, 'a@x.example'), /^return address a@x\.example, before none$/],
    [change('marking', 'OFFICIAL', null), /^marking removed, before OFFICIAL$/],
    [change('branding', 'd1', 'd2'), /^another branding$/],
    [change('wording', 'd1', null), /^wording of e-mails removed$/],
    [change('earlier round', '2024', '2025'), /^earlier round 2025, before 2024$/],
    [change('contact', null, 'Jo'), /^contact Jo, before none$/],
    [change('number of reminders', null, 3), /^number of reminders at most 3, before none$/],
    [change('days between reminders', 7, 5), /^days between reminders 5, before 7$/],
    [change('name', '2O26', '2026'), /^renamed 2026, before 2O26$/],
    [change('extension', null, later, 'A2'), /^A2: deadline extended to 12:00/],
    [change('extension', later, null, 'A2'), /^A2: deadline of the round again$/],
    [change('successors', null, [], 'A3'), /^A3: withdrawn$/],
    [change('successors', null, ['A7'], 'A3'), /^A3: became part of A7$/],
    [change('successors', null, ['A8', 'A9'], 'A3'), /^A3: split into A8 and A9$/],
    [change('successors', ['A7'], null, 'A3'), /^A3: takes part again$/],
    [change('sent by hand', null, later, 'A1'), /^A1: workbook sent by hand at 12:00/],
    [change('sent by hand', later, null, 'A1'), /^A1: workbook not sent by hand$/],
    [change('partner contact', 'Jo', null, 'A1'), /^A1: contact removed, before Jo$/],
    [change('set aside', [3], [3, 12], 'A1'), /^A1: return 12 set aside$/],
    [change('set aside', [3, 12], [12], 'A1'), /^A1: return 3 may count again$/],
    [change('preferred', null, 12, 'A1'), /^A1: return 12 preferred to the others$/],
    [change('preferred', 12, null, 'A1'), /^A1: return 12 no longer preferred$/],
    [
      change('settled', [], [{ return: 12, code: 'return.other-sender' }], 'A1'),
      /^A1: accepted of return 12: return\.other-sender$/,
    ],
    [
      change('settled', [{ return: 12, code: 'return.other-sender' }], [], 'A1'),
      /^A1: no longer accepted of return 12: return\.other-sender$/,
    ],
    [change('partner name', 'Ash', 'Ash and District', 'A1'), /^A1: name Ash and District, before Ash$/],
    [change('e-mail', 'a@ash.example', null, 'A1'), /^A1: e-mail address removed, before a@ash\.example$/],
  ])('%s', (words, pattern) => {
    expect(words).toMatch(pattern);
  });
});

test('its author is named as far as it is known', () => {
  const at = new Date('2026-12-01T09:30:00Z');
  expect(describeAuthor({ at, by: undefined, reason: undefined })).toBe('on 2026-12-01 09:30');
  expect(describeAuthor({ at, by: 'jo', reason: 'ill' })).toBe('on 2026-12-01 09:30 by jo: ill');
});
