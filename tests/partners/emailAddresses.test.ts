import { describe, expect, test } from 'vitest';
import { onlyAddress, readAddresses, unusableAddresses } from '../../src/partners/emailAddresses.ts';

const read = (email?: string) => {
  const { addresses, findings } = readAddresses({
    code: 'X01',
    name: 'Ashmere',
    ...(email === undefined ? {} : { email }),
  });
  return [addresses, findings.map(({ code }) => code)];
};

describe('the addresses of a partner', () => {
  test('are separated by semicolons or commas; domains are written small, and one that comes twice is one', () => {
    expect(read('Jo@X.example; ann@x.example, Jo@x.EXAMPLE')).toEqual([
      ['Jo@x.example', 'ann@x.example'],
      ['mail.several-addresses'],
    ]);
  });

  test('may have names, which are reported, with the separators in quoted ones', () => {
    expect(read('"Dale, Jo" <jo@x.example>')).toEqual([['jo@x.example'], ['mail.display-name']]);
    expect(read('Jo Dale <jo@x.example>')).toEqual([['jo@x.example'], ['mail.display-name']]);
  });

  test('are none where one is wrong, or none is given', () => {
    expect(read('jo@x.example; ann at x.example')).toEqual([[], ['mail.bad-address']]);
    expect(read(' ; ')).toEqual([[], []]);
    expect(read()).toEqual([[], []]);
  });

  test('have 64 characters before the @ and 254 in all at most', () => {
    expect(unusableAddresses(`${'a'.repeat(64)}@x.example`)).toEqual([]);
    expect(unusableAddresses(`${'a'.repeat(65)}@x.example`)).toHaveLength(1);
    const label = `${'b'.repeat(60)}.`;
    expect(unusableAddresses(`a@${label.repeat(4)}example`)).toEqual([]);
    expect(unusableAddresses(`aa@${label.repeat(4)}${'c'.repeat(10)}`)).toHaveLength(1);
  });
});

test.each([
  'jo@x',
  '.jo@x.example',
  'jo..d@x.example',
  'jo@-x.example',
  'jo@x.example1 2',
  'jo@@x.example',
  'jö@x.example',
])('%j is no address', (text) => {
  expect(onlyAddress(text)).toBeUndefined();
});

test('the only address of a text is none of several', () => {
  expect(onlyAddress('Jo <jo@X.example>')).toBe('jo@x.example');
  expect(onlyAddress('jo@x.example, ann@x.example')).toBeUndefined();
});

test('a text without an address is unusable as a whole', () => {
  expect(unusableAddresses(' ; ')).toEqual([' ; ']);
});
