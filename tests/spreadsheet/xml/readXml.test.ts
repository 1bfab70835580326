import { describe, expect, test } from 'vitest';
import { readXml, type XmlAttributes } from '../../../src/spreadsheet/xml/readXml.ts';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';
import { processorMs } from '../../tools/processorMs.ts';
import { findingsOf } from '../parts.ts';

const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);

/** The events that a visitor receives, one line for each event. */
function events(xml: string | Uint8Array, passedOver: readonly string[] = []): string[] {
  const lines: string[] = [];
  readXml('part.xml', typeof xml === 'string' ? encode(xml) : xml, defaultLimits, {
    passedOver: new Set(passedOver),
    open: (name, attributes, depth) => lines.push(`${depth} <${name}> ${attributes.get('a') ?? ''}`.trim()),
    text: (text) => lines.push(text),
    close: (name, depth) => lines.push(`${depth} </${name}>`),
  });
  return lines;
}

const codes = (xml: string | Uint8Array) => findingsOf(() => events(xml)).map((found) => found.code);

test('elements, attributes and text are reported in order', () => {
  const xml = `\ufeff<?xml version="1.0"?>\r\n<!-- <no> --><x:r a='1 > 0'><s b="2" a = "&quot;&lt;"/>t&amp;u<![CDATA[<v>]]></x:r >\n<!---->`;
  expect(events(xml)).toEqual(['1 <r> 1 > 0', '2 <s> "<', '2 </s>', 't&u', '<v>', '1 </r>']);
});

test('text beyond ASCII keeps its characters', () => {
  expect(events('\ufeff<r>é–😀</r>')).toEqual(['1 <r>', 'é–😀', '1 </r>']);
});

test.each([
  ['little end first', Buffer.from('\ufeff<r>é</r>', 'utf16le')],
  ['big end first', Buffer.from('\ufeff<r>é</r>', 'utf16le').swap16()],
])('UTF-16, %s', (_what, bytes) => {
  expect(events(bytes)).toEqual(['1 <r>', 'é', '1 </r>']);
});

test('an attribute is found by its local name', () => {
  let id: string | undefined;
  readXml('part.xml', encode('<sheet sheetId="1" rel:id="rId7"/>'), defaultLimits, {
    open: (_name: string, attributes: XmlAttributes) => {
      id = attributes.getLocal('id');
    },
  });
  expect(id).toBe('rId7');
});

describe('content that is passed over', () => {
  test('is not reported, whatever the prefix, and the rest is', () => {
    const xml = '<r><x:p a="1">t<s><p a="2"/></s></x:p>u<p/><p>&none; <s></q></p><p></p></r>';
    expect(events(xml, ['p'])).toEqual([
      ...['1 <r>', '2 <p> 1', '2 </p>', 'u', '2 <p>', '2 </p>', '2 <p>', '2 </p>', '2 <p>', '2 </p>', '1 </r>'],
    ]);
  });

  test('is read where a comment or CDATA may contain an end tag, and where there is no such end tag', () => {
    expect(events('<r><p><!-- </p> --><s/></p></r>', ['p'])).toEqual(events('<r><p><s/></p></r>'));
    expect(events('<r><p><![CDATA[</p>]]></p></r>', ['p'])).toEqual(['1 <r>', '2 <p>', '</p>', '2 </p>', '1 </r>']);
    expect(events('<r><p><s/></p ></r>', ['p'])).toEqual(events('<r><p><s/></p></r>'));
    expect(findingsOf(() => events('<r><p><s/></r>', ['p'])).map((found) => found.code)).toEqual(['return.damaged']);
  });
});

describe('refused as damaged', () => {
  test.each([
    ['nothing', ''],
    ['only text', 'hello'],
    ['an open element', '<a><b></b>'],
    ['elements that cross', '<a><b></a></b>'],
    ['a longer closing name', '<a></ab>'],
    ['a second root', '<a/><b/>'],
    ['text after the root', '<a/>b'],
    ['a broken tag', '<a'],
    ['a broken attribute', '<a b></a>'],
    ['an attribute without quotes', '<a b=c></a>'],
    ['an open quote', '<a b="c></a>'],
    ['an open comment', '<a><!-- </a>'],
    ['an open CDATA section', '<a><![CDATA[ </a>'],
    ['an unknown entity', '<a>&x;</a>'],
    ['an entity of JavaScript', '<a>&constructor;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['half a character by number', '<a>&#xD800;</a>'],
    ['a number beyond all characters', '<a>&#99999999;</a>'],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e])],
    ['half a UTF-16 unit', new Uint8Array([0xff, 0xfe, 0x3c])],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity bomb', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['an external entity', '<!-- x --><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a document type inside', '<a><!DOCTYPE a></a>'],
  ])('%s', (_what, xml) => {
    expect(codes(xml)).toEqual(['return.damaged']);
  });
});

test('depth has a limit', () => {
  expect(codes(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`)).toEqual([]);
  expect(codes('<a>'.repeat(100_000))).toEqual(['return.over-limit']);
});

test.each([
  ['tags that never close', '<a '.repeat(2_000_000)],
  ['attributes without end', `<a ${'b="" '.repeat(1_000_000)}`],
  ['ampersands', `<a>${'&a'.repeat(500_000)}`],
  ['comments', `<a>${'<!-- -->'.repeat(1_000_000)}`],
  ['pieces of CDATA', `<a>${'<![CDATA[]a]]>'.repeat(500_000)}`],
  ['elements to pass over without an end', `<a>${'<p><b></b></p >'.repeat(500_000)}`],
])('%s take no more than linear time', async (_what, xml) => {
  const passedOver = new Set(['p']);
  // No list of events here: the list would take longer than the reading.
  const read = () => readXml('part.xml', encode(xml), defaultLimits, { passedOver, open() {}, text() {} });
  const cost = await processorMs(() => expect(findingsOf(read).map(({ code }) => code)).toEqual(['return.damaged']));
  expect(cost).toBeLessThan(3_000);
});
