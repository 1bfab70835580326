import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Field, Instrument, OnlyIf } from '../../../src/instrument/model/schema.ts';
import { isEntries, isItems } from '../../../src/instrument/model/traverse.ts';
import { findingsOfImport } from '../../../src/intake/files/importRecord.ts';
import { correctReturns } from '../../../src/operations/correctReturns.ts';
import { type GenerateRequest, generateWorkbooks } from '../../../src/operations/generateWorkbooks.ts';
import { type ImportedReturns, importReturns } from '../../../src/operations/importReturns.ts';
import { checkRegister } from '../../../src/operations/register/checkRegister.ts';
import { rollUp } from '../../../src/operations/rollUp.ts';
import { parsePartnerList } from '../../../src/partners/parsePartnerList.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { carriedInstrument, givenInstrument as instrument } from '../../givenInstrument.ts';
import { tableOf } from '../../rollup/tableOf.ts';
import { answerCells } from '../../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';
import { type MemoryRound, memoryFolder, openRound } from '../memoryRound.ts';

const headings = 'code,name,email,Population,Lead code,Share,Has a plan,Since';

/** A list of partners, as the command reads it. */
function list(...lines: readonly string[]): NonNullable<GenerateRequest['list']> {
  const text = [headings, ...lines].join('\n');
  return { name: 'partners.csv', ...parsePartnerList(Buffer.from(text), 'partners.csv') };
}

const all = list(
  'X01,Ashmere PCT,a@ashmere.example,12300,5E1,12.5%,Yes,13/04/2009',
  'X02,Bramblewick PCT,b@bramblewick.example,1250,0012,,,',
  'X03,Coldharbour PCT,c@coldharbour.example,,,,,',
);

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound(instrument);
  await round.generate({ list: all });
});
afterEach(() => round.close());

const cellOf = (subject: string, key: string, asked: Instrument) => {
  const found = answerCells(layoutOf(asked)).find((cell) => cell.subject === subject && cell.field.key === key);
  if (found === undefined) throw new Error(`There is no cell for ${key} of ${subject}`);
  return found;
};

const typed = (subject: string, field: string, value: TypedCell['value'], asked = instrument): TypedCell => {
  const { sheet, row, column } = cellOf(subject, field, asked);
  return { sheet, row, column, value };
};

/** What a partner types who leaves all facts as they are. */
const scored = (): readonly TypedCell[] =>
  round.complete(2).filter(({ sheet }) => sheet !== '9 Figures' && sheet !== 'Organisation');

/** What a workbook of the round has in its cells. */
const answersIn = (bytes: Uint8Array = new Uint8Array()) => readResponse(readPackage(bytes), instrument).response;
const issued = (code: string, name = '2026') => round.folder.files.get(`given_${name}_${code}.xlsx`);

const findingsIn = async ({ files }: ImportedReturns) => {
  const { register, instruments } = round.context;
  return (await Promise.all(files.map(findingsOfImport(register, instruments)))).flat();
};

const given = async (imported: ImportedReturns) =>
  (await findingsIn(imported)).filter(({ code }) => code.startsWith('given.'));

describe('facts given beforehand', () => {
  test('are in the cells of the workbook that goes out, each partner with its own', () => {
    const [first, third] = [answersIn(issued('X01')), answersIn(issued('X03'))];
    expect(first.items.get('9.1.1')?.get('people')).toEqual({ state: 'answered', value: 12_300 });
    const values = [...(first.entries.get('body')?.[0]?.answers.values() ?? [])];
    expect(values.map((answer) => ('value' in answer ? answer.value : ''))).toEqual(['5E1', 12.5, 'Yes', '2009-04-13']);
    expect(third.items.get('9.1.1')?.get('people')).toEqual({ state: 'blank' });
  });

  test('are confirmed by returning them', async () => {
    expect(await given(await round.comeBack('X01', scored()))).toEqual([]);
  });

  test('are listed with both values once they are changed or cleared, and are nothing to correct', async () => {
    const imported = await round.comeBack('X01', [
      ...scored(),
      typed('9.1.1', 'people', 12_400),
      typed('body', 'lead', ''),
    ]);
    expect(await given(imported)).toMatchObject([
      {
        ...{ code: 'given.changed', severity: 'warning', place: { sheet: '9 Figures', key: '9.1.1' } },
        facts: {
          ...{ field: 'People', source: 'partner-list' },
          given: { value: '12,300 people' },
          returned: { value: '12,400 people' },
        },
      },
      { code: 'given.changed', facts: { field: 'Lead', given: { value: '5E1' }, returned: { state: 'blank' } } },
    ]);
    const { files } = await correctReturns(round.context, { round: '2026' }, memoryFolder());
    // The row without its lead, and what is open.
    expect(files.map(({ corrections }) => corrections)).toEqual([2]);
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('that were changed are on a sheet of the roll-up', async () => {
    await round.comeBack('X01', [...scored(), typed('9.1.1', 'people', 12_400)]);
    await round.comeBack('X02', scored());
    const [{ bytes = new Uint8Array() } = {}] = (await rollUp(round.context, { round: '2026' })).rollUps;
    expect(tableOf(readPackage(bytes), 'Changed facts').slice(1)).toEqual([
      [
        ...['X01', 'Ashmere PCT', '9.1.1', 'How many people does 9.1.1 reach?', 'People', 'list of partners'],
        ...['12,300 people', '12,400 people'],
      ],
    ]);
  });

  test('are no answers: a workbook with nothing else was not filled in', async () => {
    const found = await findingsIn(await round.comeBack('X01', []));
    expect(found.map(({ code }) => code)).toEqual(['return.not-filled-in']);
  });
});

describe('a list with a value that is no answer', () => {
  test('is refused with its line, and nothing is generated', async () => {
    const before = issued('X01');
    const bad = list('X01,Ashmere PCT,a@ashmere.example,about 40,,,,');
    await expect(round.generate({ list: bad })).rejects.toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'given.not-an-answer', place: { file: 'partners.csv', line: 2 } }),
      ]),
    });
    expect(issued('X01')).toBe(before);
  });
});

describe('generated again', () => {
  const outcomes = async (changes: Partial<GenerateRequest>) => {
    const { files, findings } = await round.generate(changes);
    return [files.map(({ outcome }) => outcome).join(' '), findings.map(({ code }) => code)];
  };

  test('without a list, workbooks have the facts that they had', async () => {
    expect(await outcomes({ list: all })).toEqual(['unchanged unchanged unchanged', ['given.no-last-round']]);
    const { files } = await generateWorkbooks(round.context, { round: '2026' }, () => round.folder);
    expect(files.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('with other facts, a return is compared with those of its own workbook', async () => {
    const before = round.filledIn('X01', scored());
    await round.comeBack('X02', scored());
    const other = list('X01,Ashmere PCT,a@ashmere.example,13000,5E1,12.5%,Yes,13/04/2009');
    const { findings } = await round.generate({ list: other });
    const changed = findings.find(({ code }) => code === 'given.changed-since');
    expect(changed?.facts).toEqual({ partners: ['X01'] });
    const files = [{ path: 'before.xlsx', name: 'before.xlsx', read: () => before }];
    expect(await given(await importReturns(round.context, { files }))).toEqual([]);
    expect(await given(await round.comeBack('X01', [...scored(), typed('9.1.1', 'people', 12_300)]))).toHaveLength(1);
  });

  test('with a list that lacks a column, workbooks have what it gave before', async () => {
    const text = 'code,name,email,Lead code\nX01,Ashmere PCT,a@ashmere.example,5E2\n';
    const shorter = { name: 'short.csv', ...parsePartnerList(Buffer.from(text), 'short.csv') };
    const { findings } = await round.generate({ list: shorter });
    expect(findings.map(({ code }) => code)).toContain('given.no-column');
    // The columns that are used are not called ignored.
    expect(findings.map(({ code }) => code)).not.toContain('list.ignored-columns');
    const { items, entries } = answersIn(issued('X01'));
    expect(items.get('9.1.1')?.get('people')).toEqual({ state: 'answered', value: 12_300 });
    expect(entries.get('body')?.[0]?.answers.get('lead')).toEqual({ state: 'answered', value: '5E2' });
  });
});

describe('answers of the last round', () => {
  const trend: Field = {
    kind: 'text',
    key: 'trend',
    heading: 'Trend',
    prompt: 'Up or down.',
    given: { from: 'last-round' },
  };
  const next = { round: '2027', due: new Date('2027-12-17T12:00:00Z'), list: all };

  test('are facts in the next one, and may be changed there', async () => {
    await round.comeBack('X01', [
      ...scored(),
      typed('9.1.2', 'people', 900),
      typed('9.1.2', 'note', '  Two  lines,\nwith spaces '),
    ]);
    const { findings } = await round.generate({ ...next, previous: '2026' });
    expect(findings.filter(({ code }) => code.startsWith('given.'))).toEqual([]);
    const answers = answersIn(issued('X01', '2027')).items.get('9.1.2');
    expect(answers?.get('people')).toEqual({ state: 'answered', value: 900 });
    const back = (cells: readonly TypedCell[]) => {
      const bytes = fillIn(issued('X01', '2027') ?? new Uint8Array(), cells);
      return importReturns(round.context, { files: [{ path: 'a.xlsx', name: 'a.xlsx', read: () => bytes }] });
    };
    expect(await given(await back([typed('9.1.1', 'note', 'As before')]))).toEqual([]);
    const changed = await given(await back([typed('9.1.2', 'people', 950)]));
    expect(changed).toMatchObject([{ facts: { source: 'last-round', given: { value: '900 people' } } }]);
  });

  test('are missed where no earlier round is shown', async () => {
    const { findings } = await round.generate(next);
    expect(findings.find(({ code }) => code === 'given.no-last-round')?.facts).toEqual({
      questions: ['Note of 9.1.1', 'People of 9.1.2', 'Note of 9.1.2'],
    });
  });

  test('are missed where the edition before did not ask for them', async () => {
    const sections = instrument.sections.map((section) =>
      section.key !== '9' ? section : { ...section, fields: [...section.fields, trend] },
    );
    const later = { ...instrument, edition: '2', sections };
    const { findings } = await round.generate({ ...next, instrument: later, previous: '2026' });
    expect(findings.find(({ code }) => code === 'given.not-before')?.facts).toEqual({
      ...{ edition: instrument.edition, questions: ['Trend of 9.1.1', 'Trend of 9.1.2'] },
    });
  });

  test('are facts of an instrument that scores nothing, too, and of rows that partners add', async () => {
    const carried = await openRound(carriedInstrument);
    const cells = answerCells(layoutOf(carriedInstrument));
    const at = (entry: number | undefined, field: string, value: TypedCell['value']): TypedCell => {
      const cell = cells.find((one) => one.entry === entry && one.field.key === field);
      return { sheet: cell?.sheet ?? '', row: cell?.row ?? 0, column: cell?.column ?? 0, value };
    };
    await carried.comeBack('X01', [at(undefined, 'budget', 1_250_000), at(3, 'name', 'Drop-in'), at(3, 'plan', 'No')]);
    const changes = { round: '2027', due: next.due, previous: '2026' };
    const { findings } = await carried.generate(changes);
    expect(findings).toEqual([]);
    const bytes = carried.folder.files.get('carried_2027_X01.xlsx') ?? new Uint8Array();
    const { response } = readResponse(readPackage(bytes), carriedInstrument);
    expect(response.items.get('1.1.1')?.get('budget')).toEqual({ state: 'answered', value: 1_250_000 });
    expect(response.entries.get('projects')).toMatchObject([{ entry: 1 }]);
    // The sheet gets as many rows as there are facts, and nothing on it is a change.
    const fewer = defineInstrument({
      ...carriedInstrument,
      edition: '2',
      sections: carriedInstrument.sections.map((section) =>
        isEntries(section) ? { ...section, required: 0, rows: 1 } : section,
      ),
    });
    await carried.comeBack('X01', [at(2, 'name', 'Nursery'), at(3, 'name', 'Drop-in'), at(4, 'name', 'Club')]);
    await carried.generate({ ...changes, round: '2028', instrument: fewer });
    const third = carried.folder.files.get('carried_2028_X01.xlsx') ?? new Uint8Array();
    const back = { path: 'a.xlsx', name: 'a.xlsx', read: () => fillIn(third, [at(undefined, 'budget', 7)]) };
    const { files } = await importReturns(carried.context, { files: [back] });
    const found = await Promise.all(files.map(findingsOfImport(carried.context.register, [fewer])));
    expect(found.flat().map(({ code }) => code)).toEqual(Array(3).fill('entry.incomplete'));
    // Nothing was changed in the first round, in which nothing was given.
    const [{ bytes: rolledUp = new Uint8Array() } = {}] = (await rollUp(carried.context, { round: '2026' })).rollUps;
    expect(tableOf(readPackage(rolledUp), 'Changed facts').slice(1)).toEqual([]);
    await carried.close();
  });
});

describe('questions that are asked under a condition', () => {
  const withCondition = (onlyIf: OnlyIf) => {
    const sections = instrument.sections.map((section) =>
      section.key === '9' && isItems(section) ? { ...section, onlyIf } : section,
    );
    return defineInstrument({ ...instrument, sections });
  };

  test('have facts, which are no answers as long as the questions are not asked', async () => {
    await round.close();
    const asked = withCondition({ item: '1.1.1', field: 'score', is: [3] });
    round = await openRound(asked);
    await round.generate({ list: all });
    expect(answersIn(issued('X01')).items.get('9.1.1')?.get('people')).toEqual({ state: 'answered', value: 12_300 });
    const codes = (await findingsIn(await round.comeBack('X01', scored()))).map(({ code }) => code);
    expect(codes).not.toContain('answer.not-asked');
    const changed = [...scored(), typed('9.1.1', 'people', 5, asked)];
    const answered = await findingsIn(await round.comeBack('X01', changed));
    expect(answered.map(({ code }) => code)).toEqual(expect.arrayContaining(['answer.not-asked', 'given.changed']));
  });

  test('have none for partners of which they are never asked', async () => {
    await round.close();
    round = await openRound(withCondition({ partner: 'kind', is: ['Council'] }));
    await round.generate({ list: all });
    expect(answersIn(issued('X01')).items.get('9.1.1')?.get('people')).toEqual({ state: 'blank' });
  });
});
