import { beforeAll, describe, expect, test } from 'vitest';
import { worldClassCommissioning } from '../../../definitions/world-class-commissioning.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { openWritten, type WrittenPackage } from '../../tools/lint/openWritten.ts';
import { allNamed, textOf } from '../../tools/lint/xmlTree.ts';

let written: WrittenPackage;

beforeAll(async () => {
  written = openWritten(await writeWorkbook(worldClassCommissioning, issuedFor(worldClassCommissioning)));
});

const sheetOf = (name: string) => {
  const sheet = written.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}`);
  return sheet;
};

describe('the checklist', () => {
  test('names each kind of row that a list has to have, so that no two of its lines read alike', () => {
    const lines = sheetOf('Checklist').cells.filter(({ column }) => column === 2);
    const kinds = lines.flatMap(({ content = '' }) => (content.startsWith('Participants') ? [content] : []));
    expect(kinds).toContain('Participants: Technical experts');
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds).toHaveLength(7);
  });
});

test.each([
  ['Checklist', /^\$B\d+<>""$/],
  ['Action plan', /^\$A\d+<>""$/],
])('the %s draws lines only around the rows that show something', (name, formula) => {
  const formulas = allNamed(sheetOf(name).root, 'formula').map(textOf);
  expect(formulas.filter((text) => formula.test(text))).toHaveLength(1);
});
