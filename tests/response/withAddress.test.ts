import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAddress } from '../../src/response/withAddress.ts';
import { processorMs } from '../tools/processorMs.ts';

describe('words and the address behind them', () => {
  test.each<[string, string, string]>([
    ['Our plan', 'https://a.example/plan', 'Our plan (https://a.example/plan)'],
    ['Our plan ', 'https://a.example/plan', 'Our plan (https://a.example/plan)'],
    ['Jane Smith', 'mailto:jane@a.example?subject=Plan', 'Jane Smith (jane@a.example)'],
    ['the sheet', "#'Our evidence'!A1", "the sheet (#'Our evidence'!A1)"],
    ['shared drive', 'file:///\\\\server\\plans\\2026.docx', 'shared drive (file:///\\\\server\\plans\\2026.docx)'],
    ['the plan', '../Plans/My%20plan.docx', 'the plan (../Plans/My%20plan.docx)'],
    ['https://a.example', 'https://b.example/plan', 'https://a.example (https://b.example/plan)'],
    ['https://a.example/plan-b', 'https://a.example/plan', 'https://a.example/plan-b (https://a.example/plan)'],
    ['https://a.example/Plan', 'https://a.example/plan', 'https://a.example/Plan (https://a.example/plan)'],
    ['xa.example/plan', 'https://a.example/plan', 'xa.example/plan (https://a.example/plan)'],
    ['85% done', 'https://a.example/85%25', '85% done (https://a.example/85%25)'],
    [' ', 'https://a.example', 'https://a.example'],
  ])('%j with %s', (words, link, both) => {
    expect(withAddress(words, link)).toBe(both);
  });

  test.each<[string, string]>([
    ['https://a.example/plan', 'https://a.example/plan'],
    ['HTTPS://A.Example/plan', 'https://a.example/plan'],
    ['a.example/plan', 'https://a.example/plan'],
    ['www.a.example', 'http://www.a.example/'],
    ['www.a.example/', 'http://www.a.example'],
    ['jane@a.example', 'mailto:jane@a.example'],
    ['Jane <jane@a.example>', 'mailto:Jane@a.example?subject=Plan'],
    ['See https://a.example/plan.', 'https://a.example/plan'],
    ['See (https://a.example/plan), page 2', 'https://a.example/plan'],
    ['https://a.example/my plan', 'https://a.example/my%20plan'],
    ['https://a.example/85%', 'https://a.example/85%'],
    ["#'Our evidence'!A1", "#'Our evidence'!A1"],
    ['anything', 'mailto:'],
  ])('are not doubled: %j with %s', (words, link) => {
    expect(withAddress(words, link)).toBe(words);
  });

  test('are left alone without one', () => {
    expect(withAddress('Our plan ', undefined)).toBe('Our plan ');
  });

  test('are the same when they are read again', () => {
    const text = fc
      .array(fc.constantFrom('a', 'A', '/', '.', '-', '?', '#', '%20', ' ', '(', ')', '@', 'a.example', 'https://'))
      .map((pieces) => pieces.join(''));
    const links = fc
      .tuple(fc.constantFrom('https://a.example', 'mailto:jane@', '#', ''), text)
      .map(([start, rest]) => `${start}${rest}`.trim());
    fc.assert(
      fc.property(text, links, (words, link) => {
        const once = withAddress(words, link);
        expect(withAddress(once, link)).toBe(once);
      }),
    );
  });

  test('take no time, however long', async () => {
    const cost = await processorMs(() => {
      withAddress('a'.repeat(100_000), `https://${'a'.repeat(2_000)}`);
      withAddress('a'.repeat(100_000), `https://${'a'.repeat(1_000)}b${'a'.repeat(1_000)}`);
      withAddress('a/'.repeat(50_000), `https://${'a/'.repeat(1_000)}b`);
      withAddress('#'.repeat(100_000), `#${'#'.repeat(2_000)}`);
    });
    expect(cost).toBeLessThan(500);
  });
});
