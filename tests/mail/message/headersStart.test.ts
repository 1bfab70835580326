import { expect, test } from 'vitest';
import { headersStart } from '../../../src/mail/message/headersStart.ts';

const headers = 'Received: from here\nSubject: Our return\n\nText\n';

test('headers begin at once', () => {
  expect(headersStart(headers)).toBe(0);
  expect(headersStart('Content-Type: text/plain\n\nText')).toBe(0);
  expect(headersStart('Subject: Our return\n\nText')).toBe(0);
});

test('they may come after a banner', () => {
  expect(headersStart(`This message came from outside.\n\n${headers}`)).toBe(33);
});

test('one header after a banner is not enough, nor are two that a part may have', () => {
  expect(headersStart('A banner\nSubject: Our return\n')).toBeUndefined();
  expect(headersStart('A banner\nContent-Type: text/plain\nMIME-Version: 1.0\n')).toBeUndefined();
});

test('a header may go on in the next line, and have white space before its colon', () => {
  expect(headersStart('A banner\nTo : a@b.example,\n c@d.example\nDate: today\n')).toBe(9);
});

test('ordinary text has none, and none is looked for after 4,000 characters', () => {
  expect(headersStart('Dear Jo,\nnote: this is no header\n')).toBeUndefined();
  expect(headersStart(`${'x\n'.repeat(2_100)}${headers}`)).toBeUndefined();
});
