import { describe, expect, test } from 'vitest';
import { answered, emptyResponse, type Response, unreadable } from '../../src/response/response.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { workbookWriter, writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { formatFormulas, planFor, plannedSheet, textAt } from '../planned.ts';
import { typedCells } from '../responses.ts';
import { fillIn } from '../tools/fillIn.ts';
import { conditionalInstrument as instrument } from './conditional.ts';

const trust = { code: '8E1', name: 'Netherby (fictional)', kind: 'Trust' };
const details = issuedFor(instrument, { partner: trust });

const given = (levels: Readonly<Record<string, number>>): Response => ({
  ...emptyResponse(instrument),
  items: new Map(
    [...emptyResponse(instrument).items].map(([key, answers]) => {
      const level = levels[key];
      return [key, level === undefined ? answers : new Map(answers).set('score', answered(level))];
    }),
  ),
});

/** The rows of a sheet of questions, by its column of conditions. */
function askedOn(name: string, response: Response, partner: typeof details.partner = trust): readonly string[] {
  const sheet = layoutOf(instrument).items.find((one) => one.name === name);
  const column = sheet?.columns.find(({ content }) => content.is === 'asked')?.column ?? 0;
  const plan = plannedSheet(planFor(instrument, issuedFor(instrument, { partner }), response), name);
  return (sheet?.rows ?? []).map(({ row }) => textAt(plan, row, column));
}

describe('a question that is asked only under a condition', () => {
  test('says when it is asked, until it is', () => {
    expect(askedOn('1 Needs', given({}))).toEqual(['Yes', 'Only if 1.1.1 is 2 Fair or 3 Good', 'Yes']);
    expect(askedOn('1 Needs', given({ '1.1.1': 2 }))).toEqual(['Yes', 'Yes', 'Yes']);
  });

  test('depends on the kind of the partner from the start', () => {
    expect(askedOn('1 Needs', given({}), { code: '8E1', name: 'A PCT', kind: 'PCT' }).at(-1)).toBe('Only for Trust');
  });

  test('is not asked either if it depends on one that is not', () => {
    expect(askedOn('2 Supply', given({ '1.1.1': 1, '1.1.2': 3 }))).toEqual([
      'Only if 1.1.2 is 3 Good',
      'Only if 1.1.2 is 3 Good',
    ]);
    expect(askedOn('2 Supply', given({ '1.1.1': 2, '1.1.2': 3 }))).toEqual(['Yes', 'Yes']);
  });

  test('has a grey row, and is neither hidden nor locked', () => {
    const { formats, cells } = plannedSheet(planFor(instrument, details), '1 Needs');
    expect(formatFormulas({ formats })[0]).toBe('$B5<>"Yes"');
    expect(cells.filter(({ validation }) => validation !== undefined)).toHaveLength(15);
  });

  test('is on the checklist as not asked, and in no count', () => {
    const checklist = plannedSheet(planFor(instrument, details, given({ '1.1.1': 1, '1.2.1': 1 })), 'Checklist');
    expect(textAt(checklist, 1, 2)).toBe('Incomplete. Answered 2 of 2 questions that apply. 1 thing to do.');
    const states = checklist.cells.filter(({ column, row }) => column === 4 && row > 10).map(({ row }) => row);
    expect(states.slice(0, 7).map((row) => textAt(checklist, row, 4))).toEqual([
      'State',
      'Done',
      'Not asked',
      'Done',
      'Not asked',
      'Not asked',
      'To do',
    ]);
  });

  test('is reported if it is answered all the same, and keeps the answer', async () => {
    const response = given({ '1.1.1': 1, '1.1.2': 3 });
    const returned = fillIn(await writeWorkbook(instrument, details), typedCells(instrument, response));
    const read = readResponse(readPackage(returned), instrument, trust);
    expect(read.findings.map(({ code, place: { cell } }) => [code, cell])).toEqual([['answer.not-asked', 'D6']]);
    expect(read.response.items.get('1.1.2')?.get('score')).toEqual({ state: 'does-not-apply', given: 3 });
    expect(read.response.items.get('1.1.2')?.get('lead')).toEqual({ state: 'does-not-apply' });
    const again = readResponse(readPackage(await writeWorkbook(instrument, details, read.response)), instrument, trust);
    expect(again.response).toEqual(read.response);
  });

  test('keeps what is no answer as it was typed', async () => {
    const { items, ...rest } = given({ '1.1.1': 1 });
    const due = new Map(items.get('1.1.2')).set('due', unreadable('end of March'));
    const written = await writeWorkbook(instrument, details, { ...rest, items: new Map(items).set('1.1.2', due) });
    const { response } = readResponse(readPackage(written), instrument, trust);
    expect(response.items.get('1.1.2')?.get('due')).toEqual({ state: 'does-not-apply', given: 'end of March' });
  });

  test('is in a workbook of one partner and not in that of another, by the same writer', async () => {
    const write = workbookWriter(instrument);
    const pct = issuedFor(instrument, { partner: { code: '8E2', name: 'Another', kind: 'PCT' } });
    for (const one of [details, pct, details]) {
      expect(Buffer.from(await write(one)).equals(await writeWorkbook(instrument, one))).toBe(true);
    }
  });
});
