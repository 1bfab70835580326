import { describe, expect, test } from 'vitest';
import { findingLine } from '../../src/finding/findingLine.ts';
import { type Answer, answered } from '../../src/response/response.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { fundedInstrument as instrument } from '../fundedInstrument.ts';
import { issuedFor } from '../issued.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { responseWith } from '../tools/responseWith.ts';

type Given = Readonly<Record<string, Answer>>;

const details = issuedFor(instrument);
const planned = (answers: Given, sheet: string) =>
  plannedSheet(planFor(instrument, details, responseWith(instrument, answers)), sheet);

/** What the Checklist says is to be done about a question. */
function toDo(key: string, answers: Given): string {
  const { checklist, collected } = layoutOf(instrument);
  const index = collected.rows.findIndex(({ item }) => item.key === key);
  return textAt(planned(answers, 'Checklist'), checklist.needed.firstRow + index, 3);
}

/** What an import says of numbers that are wrong. */
async function found(answers: Given): Promise<readonly string[]> {
  const raw = readPackage(await writeWorkbook(instrument, details, responseWith(instrument, answers)));
  const { findings } = readResponse(raw, instrument);
  return findings.filter(({ code }) => code === 'answer.figures-disagree').map(findingLine);
}

const both: Given = { '1.1.1 known': answered('Yes'), '1.1.2 known': answered('Yes') };
const funded: Given = { ...both, '1.1.1 budget': answered(100) };
const project = (entry: number, kind: string, price: number): Given => ({
  [`projects ${entry} name`]: answered('Roof'),
  [`projects ${entry} kind`]: answered(kind),
  [`projects ${entry} price`]: answered(price),
});

describe('a total that is compared with the answer to a question', () => {
  const over: Given = {
    ...funded,
    ...project(1, 'Capital', 60),
    ...project(2, 'Capital', 41),
    ...project(3, 'Revenue', 5),
  };

  test('is to be corrected at that question, by the Checklist', () => {
    expect(toDo('1.1.1', over)).toBe(
      'Correct: the total of Price in Projects where Kind is Capital must not be more than Budget of 1.1.1',
    );
    expect(toDo('1.1.1', { ...over, '1.1.1 budget': answered(101) })).toBe('');
    expect(toDo('1.1.2', over)).toBe('');
  });

  test('is found on import', async () => {
    expect(await found(over)).toEqual([
      `warning: '1 Funds'!E7 (1.1.1): "the total of Price in Projects where Kind is Capital" is £101, and must not be more than "Budget of 1.1.1", which is £100. Correct the number that is wrong.`,
    ]);
    expect(await found({ ...over, '1.1.2 known': answered('No') })).toEqual([]);
  });

  test('breaks no check as long as one of its numbers is missing', async () => {
    const { 'projects 3 price': _price, ...without } = over;
    expect(toDo('1.1.1', without)).not.toBe('');
    expect(toDo('1.1.1', { ...without, 'projects 3 kind': answered('Capital') })).toBe('');
  });

  test('is marked at the question, by a cell with a name', () => {
    const { cells } = planned(over, 'Collected answers');
    const formula = formatFormulas(planned(over, '1 Funds')).find((one) => one.includes('figure_'));
    const names = [...(formula ?? '').matchAll(/figure_\d+/g)].map(([name]) => name);
    const values = [...new Set(names)].map((name) => cells.find((cell) => cell.name === name)?.content);
    expect(values.map((value) => (typeof value === 'object' && 'result' in value ? value.result : value))).toEqual([
      101, 100,
    ]);
  });
});

describe('a number of each row that is compared with one elsewhere', () => {
  const over: Given = { ...funded, ...project(1, 'Revenue', 60), ...project(2, 'Revenue', 160) };

  test('is to be corrected in its row', () => {
    const { checklist } = layoutOf(instrument);
    const first = checklist.rows?.firstRow ?? 0;
    const rows = [first, first + 1].map((row) => textAt(planned(over, 'Checklist'), row, 3));
    expect(rows).toEqual(['Correct: Price must not be more than Budget of 1.1.1', '']);
  });

  test('is found on import, and may be computed', async () => {
    const costs: Given = { '2.1.1 cost': answered(5), '2.1.2 cost': answered(5), '2.2.1 cost': answered(5) };
    expect(await found({ ...over, ...costs })).toEqual([
      `warning: '3 Sums'!H5 (3.1.1): "All" is £235, and must equal "Budget of 1.1.1", which is £100. Correct the number that is wrong.`,
      `warning: 'Projects'!D8 (2): "Price" is £160, and must not be more than "Budget of 1.1.1", which is £100. Correct the number that is wrong.`,
    ]);
  });
});

test('numbers of several questions are compared at the first of them', async () => {
  const costs: Given = { ...both, '2.1.2 cost': answered(4), '2.2.1 cost': answered(5) };
  expect(toDo('2.1.2', { ...costs, '2.1.2 score': answered(2) })).toBe(
    'Correct: Cost of 2.1.2 + Cost of 2.2.1 must be at least £10',
  );
  expect(await found(costs)).toEqual([
    `warning: '2 Services'!E7 (2.1.2): "Cost of 2.1.2" and "Cost of 2.2.1" together are £9, and must be at least £10. Correct the number that is wrong.`,
  ]);
  expect(await found({ ...costs, '1.1.1 known': answered('No') })).toEqual([]);
});
