import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from './cellsOf.ts';
import { judgeMutant } from './judgeMutant.ts';
import { mutantOf, type OriginalReturn, originals } from './mutants.ts';

let original: OriginalReturn;
let all: readonly OriginalReturn[];
beforeAll(async () => {
  all = await originals();
  const [first] = all;
  if (first === undefined) throw new Error('There are no returns');
  original = first;
}, 120_000);

/** The return with a part changed. */
function changed(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(original.bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`Nothing was changed in ${part}`);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const sheet = 'xl/worksheets/sheet4.xml';
const scored = (xml: string): string => xml.replace(/(<c r="C5"[^>]*>)<v>\d<\/v>/, '$1<v>9</v>');
const outcome = (bytes: Uint8Array, own = false): string => judgeMutant(original, bytes, () => own).outcome;

describe('the fuzzer sees', () => {
  test('a return in which nothing changed', () => {
    expect(outcome(original.bytes)).toBe('unchanged');
  });

  test('one that is refused', () => {
    expect(outcome(original.bytes.subarray(0, 1_000))).toBe('refused');
  });

  test('changed answers that a finding reports', () => {
    expect(outcome(changed(sheet, scored))).toBe('reported');
    expect(outcome(changed('xl/_rels/workbook.xml.rels', (xml) => xml.replace('sheet4.xml', 'gone.xml')))).toBe(
      'reported',
    );
  });

  test('an answer that changed without a finding, unless its own cell did', () => {
    const evidence = changed(sheet, (xml) =>
      xml.replace(/(<c r="I\d+"[^>]*>)<is>.*?<\/is>/, '$1<is><t>Other</t></is>'),
    );
    expect(outcome(evidence)).toBe('SILENT');
    expect(outcome(evidence, true)).toBe('own value');
  });
});

test('the simple reading shows which cells changed', () => {
  const strings = '<sst><si><t>a</t></si><si/><si><t>b</t></si></sst>';
  const xml = '<row><c r="A1" t="s"><v>2</v></c><c r="B1" s="4"/><c r="C1"><v>5</v></c></row>';
  expect([...cellsOf(xml, strings)]).toEqual([
    ['A1', ' r="A1" t="s" <t>b</t>'],
    ['B1', ' r="B1" s="4" '],
    ['C1', ' r="C1" <v>5</v>'],
  ]);
});

test('the same seed and turn give the same mutant', () => {
  for (const turn of [0, 1, 2, 3]) {
    const [one, two] = [mutantOf(all, 7, turn), mutantOf(all, 7, turn)];
    expect(one.what).toBe(two.what);
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
  }
});
