import { describe, expect, test } from 'vitest';
import {
  findSharedStrings,
  readSharedStrings,
  type SharedStrings,
  tooLong,
} from '../../../src/spreadsheet/read/readSharedStrings.ts';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';

const limits = { ...defaultLimits, cellCharacters: 20 };
const table = `<sst>
  <si><t>plain_x000D_</t></si>
  <si><r><t>of </t></r><r><rPr><b/></rPr><t>two</t></r><rPh sb="0" eb="1"><t>said</t></rPh></si>
  <si><r><rPr><strike/></rPr><t>old</t></r><r><t> new </t></r><r><rPr><strike val="1"/></rPr><t>gone</t></r></si>
  <si><r><rPr><strike val="0"/></rPr><t>not struck</t></r></si>
  <si><t>${'x'.repeat(21)}</t></si>
  <si/>
</sst>`;
const expected = [
  'plain\r',
  { text: 'of two', struck: '' },
  { text: 'old new gone', struck: 'old gone' },
  { text: 'not struck', struck: '' },
  tooLong,
  '',
  undefined,
];
const all = (strings: SharedStrings | undefined) => expected.map((_one, index) => strings?.(index));

describe('the texts of a workbook', () => {
  test('are joined from their runs, without phonetic readings, with what is struck out', () => {
    expect(all(readSharedStrings('sst', Buffer.from(table), limits))).toEqual(expected);
  });

  test('are the same where each is read only when a cell refers to it', () => {
    const found = findSharedStrings('sst', Buffer.from(table), limits);
    expect(all(found)).toEqual(expected);
    expect(all(found)).toEqual(expected);
  });

  test('of one font are the same with other spacing, other prefixes and entities', () => {
    const written = ['', 'a', ' a ', 'a &amp; b', '_x0041_', 'é–😀', 'x'.repeat(20), 'x'.repeat(21)];
    const textsIn = (entries: readonly string[]) => {
      const strings = readSharedStrings('sst', Buffer.from(`<sst>${entries.join('')}</sst>`), limits);
      return written.map((_one, index) => strings(index));
    };
    const read = ['', 'a', ' a ', 'a & b', 'A', 'é–😀', 'x'.repeat(20), tooLong];
    expect(textsIn(written.map((text) => `<si><t>${text}</t></si>`))).toEqual(read);
    expect(textsIn(written.map((text) => `<si><t xml:space="preserve">${text}</t></si>`))).toEqual(read);
    expect(textsIn(written.map((text) => `<x:si>\n<x:t>${text}</x:t></x:si>`))).toEqual(read);
  });

  test('have a limit', () => {
    expect(() => readSharedStrings('sst', Buffer.from(table), { ...limits, sharedStrings: 5 })).toThrow();
    const plain = `<sst>${'<si><t>a</t></si>'.repeat(6)}</sst>`;
    expect(() => readSharedStrings('sst', Buffer.from(plain), { ...limits, sharedStrings: 5 })).toThrow();
  });
});

test('a table of texts that cannot be separated safely is not searched', () => {
  expect(findSharedStrings('sst', Buffer.from('<sst><!-- <si> --><si><t>a</t></si></sst>'), limits)).toBeUndefined();
  expect(findSharedStrings('sst', Buffer.from('<sst><x:si/></sst>'), limits)).toBeUndefined();
});
