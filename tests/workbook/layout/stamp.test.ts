import { describe, expect, test } from 'vitest';
import {
  isExample,
  isSealed,
  sealStamp,
  stampFields,
  stampFromProperties,
  stampFromText,
  stampProperties,
  stampText,
} from '../../../src/workbook/layout/stamp.ts';

const key = Buffer.from('a key for the tests');
const stamp = sealStamp(
  {
    ...{ instrument: 'sample', edition: '1', fingerprint: 'f'.repeat(64), round: '2026', partner: 'X01' },
    workbook: '00000000-0000-4000-8000-000000000001',
  },
  key,
);

describe('the seal', () => {
  test('is that of the register', () => {
    expect(isSealed(stamp, key)).toBe(true);
    expect(isSealed(stamp, Buffer.from('another key'))).toBe(false);
    expect(isSealed({ ...stamp, seal: '' }, key)).toBe(false);
  });

  test.each(stampFields)('breaks where %s is changed', (field) => {
    expect(isSealed({ ...stamp, [field]: `${stamp[field]}0` }, key)).toBe(false);
  });
});

test('a stamp comes back from properties and from a cell', () => {
  expect(stampFromProperties(stampProperties(stamp))).toEqual(stamp);
  expect(stampFromText(stampText(stamp))).toEqual(stamp);
});

test('part of a stamp is none, nor is another text', () => {
  const some = new Map([...stampProperties(stamp)].slice(1));
  expect(stampFromProperties(some)).toBeUndefined();
  expect(stampFromText('{}')).toBeUndefined();
  expect(stampFromText('our stamp')).toBeUndefined();
});

test('an example is recognised by partner and round', () => {
  expect(isExample(stamp)).toBe(false);
  expect(isExample({ ...stamp, partner: 'EXAMPLE', round: 'example' })).toBe(true);
});
