import { describe, expect, test } from 'vitest';
import { mailTime, separatorTime } from '../../../src/mail/message/mailTime.ts';

describe('the date of a header', () => {
  test.each([
    ['Tue, 17 Nov 2026 10:00:00 +0000 (GMT)', '2026-11-17T10:00:00.000Z'],
    ['17 Nov 2026 10:00 +0530', '2026-11-17T04:30:00.000Z'],
    ['Tue, 17 Nov 2026 23:30:00 -0800', '2026-11-18T07:30:00.000Z'],
    ['1 Jul 2026 10:00:00 BST', '2026-07-01T09:00:00.000Z'],
    ['1 July 2026 10:00:00 EDT', '2026-07-01T14:00:00.000Z'],
    ['1 Jul 2026 10:00:00 XYZ', '2026-07-01T10:00:00.000Z'],
    ['1 Jul 2026 10:00:60', '2026-07-01T10:01:00.000Z'],
  ])('%s', (text, time) => {
    expect(mailTime(text)?.toISOString()).toBe(time);
  });

  test.each(['', 'yesterday', '0 Nov 2026 10:00', '17 Foo 2026 10:00', '17 Nov 2026 24:00', '17 Nov 1969 10:00'])(
    '%j is none',
    (text) => {
      expect(mailTime(text)).toBeUndefined();
    },
  );
});

test('the line before a message of an mbox has its time in UTC', () => {
  expect(separatorTime('From a@b.example Tue Nov 17 10:00:00 2026')?.toISOString()).toBe('2026-11-17T10:00:00.000Z');
  expect(separatorTime('From a@b.example Tue Nov  7 10:00 +0000 2026')?.toISOString()).toBe('2026-11-07T10:00:00.000Z');
  expect(separatorTime('From now on, everything will be better')).toBeUndefined();
});
