import { expect, test } from 'vitest';
import { linkBetween } from '../../../../src/rollup/sheets/findings/linkBetween.ts';

test.each([
  ['beside the workbook', '/out/2026/X01.xlsx', 'X01.xlsx'],
  ['in a folder below', '/out/2026/more/X01.xlsx', 'more/X01.xlsx'],
  ['elsewhere', '/in/X01.XLSX', '../../in/X01.XLSX'],
  ['with signs that addresses have', '/out/2026/a b#1!.xlsx', 'a%20b%231%21.xlsx'],
])('a link leads to a file %s', (_where, file, address) => {
  expect(linkBetween('/out/2026/import-findings.xlsx', file)).toEqual({ address });
});

test.each([
  ['what is no workbook', '/out/2026/run.exe'],
  ['a file inside an archive', '/out/2026/all.zip > X01.pdf'],
  ['a path that Excel does not take', `/${'x/'.repeat(1000)}X01.xlsx`],
])('there is none to %s', (_what, file) => {
  expect(linkBetween('/out/2026/import-findings.xlsx', file)).toEqual({});
});
