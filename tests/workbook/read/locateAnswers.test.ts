import { beforeAll, describe, expect, test } from 'vitest';
import { answered, blank, type Response } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { type ReadResponse, readResponse } from '../../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { sampleInstrument as instrument } from '../../sampleInstrument.ts';
import { EditedWorkbook, type Typed } from '../editedWorkbook.ts';

/** Every question is answered with words that name it, so that an answer in a wrong place shows. */
const response: Response = {
  items: new Map(
    ['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key) => [
      key,
      new Map([
        ['score', answered(2)],
        ['evidence', answered(`evidence ${key}`)],
        ['action', answered(`action ${key}`)],
        ['lead', answered(`lead ${key}`)],
        ['due', blank],
      ]),
    ]),
  ),
  entries: new Map([['participants', []]]),
};

let written: RawWorkbook;
beforeAll(async () => {
  written = readPackage(await writeWorkbook(instrument, issuedFor(instrument), response));
});

type Rows = RawSheet['rows'];

/** The workbook with one sheet changed, and its defined names left as they were: openpyxl and others do not move them. */
const withRows = (name: string, change: (rows: Rows) => Rows): RawWorkbook => ({
  ...written,
  sheets: written.sheets.map((sheet) => (sheet.name === name ? { ...sheet, rows: change(sheet.rows) } : sheet)),
});

const sheetOf = (name: string): RawSheet => {
  const sheet = written.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}`);
  return sheet;
};

const text = (row: number, column: number, value: string): RawCell => ({
  row,
  column,
  value: { kind: 'text', value },
  formula: false,
});

/** Cells at their new places; those without one are gone. */
const moved = (rows: Rows, place: (row: number, column: number) => readonly [number, number] | undefined): Rows => {
  const result = new Map<number, Map<number, RawCell>>();
  for (const [row, cells] of rows) {
    for (const [column, cell] of cells) {
      const to = place(row, column);
      if (to === undefined) continue;
      const line = result.get(to[0]) ?? new Map<number, RawCell>();
      result.set(to[0], line.set(to[1], { ...cell, row: to[0], column: to[1] }));
    }
  }
  return result;
};

const with_ = (rows: Rows, ...cells: readonly RawCell[]): Rows => {
  const result = new Map([...rows].map(([row, line]) => [row, new Map(line)]));
  for (const cell of cells) result.set(cell.row, (result.get(cell.row) ?? new Map()).set(cell.column, cell));
  return result;
};

const codes = ({ findings }: ReadResponse): readonly string[] =>
  findings.map(({ code, place }) => [code, place.cell ?? place.key].filter((part) => part !== undefined).join(' '));

/** Answers that are neither as they were given nor blank: there must never be any. */
function wrong({ response: read }: ReadResponse): readonly unknown[] {
  return [...read.items].flatMap(([item, answers]) =>
    [...answers].filter(([field, answer]) => {
      const given = response.items.get(item)?.get(field);
      return answer.state !== 'blank' && JSON.stringify(answer) !== JSON.stringify(given);
    }),
  );
}

/** Columns of the numbers and of the actions. */
const [ref, action] = [1, 8];

describe('no answer is ever taken for that of another question', () => {
  test('a row pasted over the next, number and all: the next is lost, and reported', () => {
    const read = readResponse(
      withRows('1 Needs', (rows) => {
        const remaining = moved(rows, (row, column) => (row === 6 ? undefined : [row, column]));
        return with_(remaining, ...[...(rows.get(5)?.values() ?? [])].map((cell) => ({ ...cell, row: 6 })));
      }),
      instrument,
    );
    expect(wrong(read)).toEqual([]);
    expect(read.response.items.get('1.1.2')?.get('score')).toEqual(blank);
    expect(read.findings.filter(({ code }) => code === 'answer.place-lost')).toHaveLength(5);
    expect(codes(read)).toContain('sheet.reference-twice 1.1.1');
    expect(codes(read)).toContain('sheet.not-read G6');
  });

  test('a row deleted', () => {
    const read = readResponse(
      withRows('1 Needs', (rows) =>
        moved(rows, (row, column) => (row === 6 ? undefined : [row > 6 ? row - 1 : row, column])),
      ),
      instrument,
    );
    expect(wrong(read)).toEqual([]);
    expect(read.response.items.get('1.1.2')?.get('evidence')).toEqual(blank);
    expect(read.response.items.get('1.2.1')?.get('evidence')).toEqual(answered('evidence 1.2.1'));
    expect(codes(read)).toContain('answer.place-lost');
  });

  test('the column of actions deleted', () => {
    const read = readResponse(
      withRows('1 Needs', (rows) =>
        moved(rows, (row, column) => (column === action ? undefined : [row, column > action ? column - 1 : column])),
      ),
      instrument,
    );
    expect(wrong(read)).toEqual([]);
    expect(read.response.items.get('1.1.1')?.get('action')).toEqual(blank);
    expect(read.response.items.get('1.1.1')?.get('lead')).toEqual(answered('lead 1.1.1'));
    expect(read.findings).toMatchObject([
      { code: 'answer.anchors-part' },
      { code: 'answer.place-lost', facts: { field: 'Action', references: ['1.1.1', '1.1.2', '1.2.1'] } },
    ]);
  });

  test('the row of headings deleted: rows by their numbers, columns by the cells’ names', () => {
    const read = readResponse(
      withRows('1 Needs', (rows) =>
        moved(rows, (row, column) => (row === 4 ? undefined : [row > 4 ? row - 1 : row, column])),
      ),
      instrument,
    );
    expect(wrong(read)).toEqual([]);
    expect(read.response.items.get('1.1.2')?.get('evidence')).toEqual(answered('evidence 1.1.2'));
    expect(read.findings.filter(({ code }) => code === 'sheet.heading-missing')).toHaveLength(5);
  });

  test('the column of numbers deleted: rows by their questions', () => {
    const read = readResponse(
      withRows('1 Needs', (rows) => moved(rows, (row, column) => (column === ref ? undefined : [row, column - 1]))),
      instrument,
    );
    expect(wrong(read)).toEqual([]);
    expect(read.response.items.get('1.1.2')?.get('lead')).toEqual(answered('lead 1.1.2'));
  });
});

describe('what was typed where no answer is expected is listed', () => {
  test('a note beside the table, and one below it', () => {
    const read = readResponse(
      withRows('1 Needs', (rows) => with_(rows, text(6, 14, 'see the appendix'), text(20, 9, 'more evidence'))),
      instrument,
    );
    expect(read.response.items).toEqual(response.items);
    expect(codes(read)).toEqual(['sheet.not-read N6', 'sheet.not-read I20']);
  });

  test('a copied sheet, also when another program renamed it', () => {
    const read = readResponse(
      { ...written, sheets: [...written.sheets, { ...sheetOf('1 Needs'), name: '1 Needs (2)' }] },
      instrument,
    );
    expect(read.findings).toMatchObject([{ code: 'sheet.copy-not-read', place: { sheet: '1 Needs (2)' } }]);
  });
});

test('of a draft and the real sheet, both renamed, the one that the names point to is read', () => {
  const real: RawSheet = { ...sheetOf('1 Needs'), name: 'Needs final' };
  const draft: RawSheet = {
    ...real,
    name: 'Old draft',
    rows: with_(real.rows, text(5, 7, 'evidence of the draft')),
  };
  const definedNames = new Map(
    [...written.definedNames].map(([name, to]) => [name, to.replace('1 Needs', 'Needs final')]),
  );
  const sheets = [draft, ...written.sheets.map((sheet) => (sheet.name === '1 Needs' ? real : sheet))];
  const read = readResponse({ ...written, sheets, definedNames }, instrument);
  expect(wrong(read)).toEqual([]);
  expect(codes(read)).toEqual(['sheet.renamed', 'sheet.copy-not-read']);
});

test('of two renamed sheets to which no name points, one is read, and that is an error', () => {
  const one: RawSheet = { ...sheetOf('1 Needs'), name: 'A' };
  const sheets = [...written.sheets.filter(({ name }) => name !== '1 Needs'), one, { ...one, name: 'B' }];
  const read = readResponse({ ...written, sheets, definedNames: new Map() }, instrument);
  expect(read.findings).toMatchObject([
    { code: 'sheet.renamed', place: { sheet: 'A' } },
    { code: 'sheet.ambiguous', severity: 'error', place: { sheet: 'B' } },
  ]);
});

test('a sheet that was emptied is reported as lost, not as read', () => {
  const read = readResponse(
    withRows('1 Needs', () => new Map()),
    instrument,
  );
  expect(read.findings).toMatchObject([{ code: 'sheet.missing', severity: 'error', facts: { answers: 15 } }]);
});

test('participants beyond the rows that were given, or between them, are read all the same', () => {
  const read = readResponse(
    withRows('Participants', (rows) =>
      with_(
        rows,
        text(5, 2, 'Sample person A'),
        text(8, 2, 'Sample person D'),
        text(8, 3, 'Chair'),
        text(9, 1, '5'),
        text(9, 2, 'E'),
      ),
    ),
    instrument,
  );
  expect(read.response.entries.get('participants')?.map(({ entry, answers }) => [entry, answers.get('name')])).toEqual([
    [1, answered('Sample person A')],
    [4, answered('Sample person D')],
    [5, answered('E')],
  ]);
});

describe('the column of the last round', () => {
  const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response });
  const reported = async (change: (workbook: EditedWorkbook) => void) => {
    const workbook = new EditedWorkbook(
      await writeWorkbook(instrument, issuedFor(instrument, { lastRound }), response),
    );
    change(workbook);
    return readResponse(readPackage(workbook.bytes()), instrument).findings.map(
      ({ place, message }) => `${place.cell} ${message}`,
    );
  };

  test('is not read, and nothing is reported of it', async () => {
    expect(await reported(() => undefined)).toEqual([]);
  });

  test.each<[Typed, string]>([
    [3, '"3"'],
    ['3 Good', '"3 Good"'],
    ['n/a', '"n/a"'],
  ])('is not for answers, and one that was typed over it is reported: %j', async (typed, said) => {
    expect(await reported((workbook) => workbook.type('1 Needs', 'D5', typed))).toEqual([
      expect.stringMatching(`^D5 ${said} is in a cell where no answer is expected`),
    ]);
  });
});

test('a day where no answer is expected is reported as a day', () => {
  const day: RawCell = { row: 6, column: 14, value: { kind: 'number', value: 46_083, isDate: true }, formula: false };
  const raw = withRows('1 Needs', (rows) => new Map([...rows, [6, new Map([...(rows.get(6) ?? []), [14, day]])]]));
  const [found] = readResponse(raw, instrument).findings;
  expect(found?.message).toMatch(/^"02\/03\/2026" is in a cell where no answer is expected/);
});
