import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineInstrument } from '../../src/operations/definitions/outlineInstrument.ts';
import { responseFromRows, responseRows } from '../../src/register/rows/answerRows.ts';
import { responseCompactor } from '../../src/response/compactResponse.ts';
import { answered } from '../../src/response/response.ts';
import { address } from '../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { ownFields, withFields } from '../ownFields.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { responseArbitrary, typedCells } from '../responses.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { fillIn, type TypedCell } from '../tools/fillIn.ts';
import { responseWith } from '../tools/responseWith.ts';

const { budget, start } = ownFields;
const instrument = withFields(sampleInstrument, { '1.1.2': [budget, start], '1.2.1': [budget] }, [
  { when: { field: 'score', is: [1] }, needs: ['own-budget'] },
]);
const [sheet] = layoutOf(instrument).items;
const columnOf = (key: string): number =>
  sheet?.columns.find(({ content }) => content.is === 'field' && content.field.key === key)?.column ?? 0;

const returned = async (typed: readonly TypedCell[]) =>
  readResponse(readPackage(fillIn(await writeWorkbook(instrument, issuedFor(instrument)), typed)), instrument);

describe('a field of one question', () => {
  test('has a column after those of the section, which questions share that define it', () => {
    const plan = plannedSheet(planFor(instrument), '1 Needs');
    const headings = (sheet?.columns ?? []).map(({ column }) => textAt(plan, sheet?.headerRow ?? 0, column));
    expect(headings.slice(-6)).toEqual([
      ...['Action', 'Lead', 'By when', 'Budget for this', 'Begins on', 'Suggested evidence'],
    ]);
  });

  test('is grey and locked in the rows of other questions', () => {
    const { cells } = plannedSheet(planFor(instrument), '1 Needs');
    const rolesOf = (key: string): readonly string[] =>
      cells.filter(({ row, column }) => row > 4 && column === columnOf(key)).map(({ role }) => role);
    expect(rolesOf('own-budget')).toEqual(['unused', 'inputNumber', 'inputNumber']);
    expect(rolesOf('start')).toEqual(['unused', 'inputDate', 'unused']);
    expect(cells.filter(({ name }) => name?.endsWith('own_budget')).map(({ name }) => name)).toEqual([
      'answer_1_1_2_own_budget',
      'answer_1_2_1_own_budget',
    ]);
  });

  test('is required by a rule only in the rows that have it', async () => {
    const low = responseWith(instrument, { '1.1.1 score': answered(1), '1.1.2 score': answered(1) });
    const checklist = plannedSheet(planFor(instrument, issuedFor(instrument), low), 'Checklist');
    const toDo = checklist.cells.filter(({ row, column }) => column === 3 && row > 10).map(({ row }) => row);
    expect(toDo.slice(0, 3).map((row) => textAt(checklist, row, 3))).toEqual([
      'What to do',
      '',
      'Fill in: Budget for this',
    ]);
    const marks = formatFormulas(plannedSheet(planFor(instrument), '1 Needs'));
    expect(marks).toContain(`AND(AND(ISNUMBER($C6),$C6=1),${address(6, columnOf('own-budget'))}="")`);
    const read = await returned(typedCells(instrument, low));
    expect(read.findings.map(({ code, place: { key } }) => [code, key])).toEqual([['answer.needed', '1.1.2']]);
  });

  test('takes no answer in another row: what is typed there is reported', async () => {
    const { findings } = await returned([{ sheet: '1 Needs', row: 5, column: columnOf('own-budget'), value: 5 }]);
    expect(findings.map(({ code, place: { cell } }) => [code, cell])).toEqual([
      ['sheet.not-read', address(5, columnOf('own-budget'))],
    ]);
  });

  test('is listed in the outline below its question', () => {
    const lines = outlineInstrument(instrument).flat();
    const place = lines.findIndex(({ label }) => label === '1.1.2');
    expect(lines[place + 1]).toMatchObject({ depth: 3, label: 'Also' });
    expect(lines[place + 1]?.text).toMatch(/^Budget for this \(own-budget, .+; Begins on \(start, date\)$/);
  });
});

test('whatever is answered is read, stored and compacted as it was', { timeout: 120_000 }, async () => {
  const all = withFields(sampleInstrument, { '1.1.2': Object.values(ownFields), '2.1.2': [budget] });
  const blankWorkbook = await writeWorkbook(all, issuedFor(all));
  for (const response of fc.sample(responseArbitrary(all), { seed: 20_261_130, numRuns: 6 })) {
    const read = readResponse(readPackage(fillIn(blankWorkbook, typedCells(all, response))), all);
    const rows = responseRows(1, read.response);
    expect(responseFromRows(all, rows)).toEqual(read.response);
    const compacted = responseCompactor(all)(read.response);
    expect([...(compacted.items.get('1.1.2')?.keys() ?? [])]).toEqual([
      ...['score', 'evidence', 'action', 'lead', 'due'],
      ...Object.values(ownFields).map(({ key }) => key),
    ]);
    for (const { key } of Object.values(ownFields)) {
      expect(read.response.items.get('1.1.2')?.get(key)).toEqual(compacted.items.get('1.1.2')?.get(key));
    }
    expect(read.response.items.get('1.1.1')?.has('own-budget')).toBe(false);
  }
});
