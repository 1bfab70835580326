import { describe, expect, test } from 'vitest';
import {
  decodeEntities,
  decodeEscapes,
  decodeLineEnds,
  decodeXml,
  isTrue,
} from '../../../src/spreadsheet/xml/xmlText.ts';

describe('the text of a part', () => {
  test('is UTF-8, or UTF-16 of either order by its mark', () => {
    const utf16 = Buffer.from('\ufeffcafé – 日本', 'utf16le');
    expect(decodeXml(Buffer.from('café – 日本'))).toBe('café – 日本');
    expect(decodeXml(Buffer.from('\ufeff<a/>'))).toBe('<a/>');
    expect(decodeXml(utf16)).toBe('café – 日本');
    expect(decodeXml(Buffer.from(utf16).swap16())).toBe('café – 日本');
  });

  test('loses characters that XML does not allow', () => {
    expect(decodeXml(Buffer.from('a\u0000b\u000bc\ufffed\te'))).toBe('abcd\te');
  });

  test.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff'])('loses %j at every place', (control) => {
    const text = 'a\tb\r\ncdéf–g'.repeat(2);
    for (let at = 0; at <= text.length; at += 1) {
      expect(decodeXml(Buffer.from(text.slice(0, at) + control + text.slice(at)))).toBe(text);
    }
  });

  test('is none in other encodings', () => {
    expect(decodeXml(Buffer.from([0x63, 0x61, 0x66, 0xe9]))).toBeUndefined();
    expect(decodeXml(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toBeUndefined();
  });
});

describe('entities', () => {
  test('are the five of XML and characters by their number', () => {
    expect(decodeEntities('&lt;a&gt; &amp;amp; &quot;&apos; &#65;&#x42;&#x1F600;')).toBe('<a> &amp; "\' AB😀');
  });

  test.each(['&nbsp;', '&', '&amp', '&#;', '&#x;', '&#xZ;', '&#12a;', '&#x110000;', '&#xD800;', '&#0000000000000065;'])(
    '%s is none',
    (text) => {
      expect(decodeEntities(text)).toBeUndefined();
    },
  );

  test('of characters that XML does not allow give nothing', () => {
    expect(decodeEntities('a&#0;b&#xFFFF;c')).toBe('abc');
  });
});

describe('escapes of spreadsheets', () => {
  test('are decoded once', () => {
    expect(decodeEscapes('_x0041__x005F_x0042_')).toBe('A_x0042_');
    expect(decodeEscapes('a_x000D_b _x41_ _x00g1_')).toBe('a\rb _x41_ _x00g1_');
  });

  test('of control characters and half characters are dropped', () => {
    expect(decodeEscapes('a_x0000_b_xD83D_c')).toBe('abc');
    expect(decodeEscapes('_xD83D__xDE00_')).toBe('😀');
  });
});

test('line ends are those of XML', () => {
  expect(decodeLineEnds('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
});

test('true is written in two ways', () => {
  expect(['1', 'true', '0', 'false', 'TRUE', undefined].map(isTrue)).toEqual([true, true, false, false, false, false]);
});
