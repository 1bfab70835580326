import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { changed } from '../../instrument/changedSample.ts';
import { caseDefinition } from '../../rollup/caseRegion.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { answerCells } from '../../tools/answerCells.ts';
import type { TypedCell } from '../../tools/fillIn.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';
import { refusedWith } from '../refusedWith.ts';

let round: MemoryRound;
beforeEach(async () => {
  round = await openRound(caseDefinition);
});
afterEach(() => round.close());

/** Cases of a partner: the domain of the need, and the rating and gap of its preferred option. */
function cases(...rows: readonly (readonly [domain: string, rating: number, gap: string])[]): readonly TypedCell[] {
  const cells = answerCells(layoutOf(caseDefinition));
  const row = (subject: string, entry: number, values: Readonly<Record<string, string | number>>) =>
    cells
      .filter((cell) => cell.subject === subject && cell.entry === entry)
      .flatMap(({ sheet, row: at, column, field }) => {
        const value = values[field.key];
        return value === undefined ? [] : [{ sheet, row: at, column, value }];
      });
  return rows.flatMap(([domain, rating, gap], index) => {
    const of = { case: `CASE-${index + 1}`, 'need-no': '1' };
    return [
      ...row('needs', index + 1, { ...of, domain, need: 'Something' }),
      ...row('options', index + 1, { ...of, preferred: 'Yes', rating, gap, missing: 'Secret words' }),
    ];
  });
}

const next = { instrument: sampleInstrument, round: 'Strategy', fromPriorities: '2026' } as const;

/** The table in the workbook of a partner, its headings first. */
const found = () => {
  const bytes = round.folder.files.get('sample_Strategy_X01.xlsx') ?? new Uint8Array();
  const sheet = readPackage(bytes).sheets.find(({ name }) => name === 'Priorities found');
  const rows = [...(sheet?.rows ?? [])].filter(([row]) => row >= 4);
  return rows.map(([, cells]) => [...cells.values()].map(({ value }) => value.value));
};

async function threeReturn(): Promise<void> {
  await round.comeBack(
    'X01',
    cases(['Health', 5, 'Too little'], ['Health', 4, 'Too little'], ['Housing', 5, 'Too far']),
  );
  await round.comeBack('X02', cases(['Health', 3, 'Too little'], ['Health', 4, 'Too little']));
  await round.comeBack('X03', cases(['Health', 5, 'Too little']));
}

describe('the priorities of another round', () => {
  test('go into every workbook, if they are of enough cases and partners, and name nobody', async () => {
    await threeReturn();
    const { instrument } = await round.generate(next);
    expect(found()).toEqual([
      ['Order', 'Domain', 'Gap', 'Cases served badly', 'Cases', 'Share of rows served badly'],
      ['1', 'Health', 'Too little', '4', '5', '80%'],
    ]);
    expect(JSON.stringify(instrument.references)).not.toMatch(/X0\d|CASE|Secret|Housing/);
    expect(instrument.references?.[0]?.introduction).toContain('From 3 returns');
  });

  test('stay in the round when it is generated again, though more has been returned', async () => {
    await threeReturn();
    await round.generate(next);
    await round.comeBack('X03', cases(['Health', 5, 'Too little'], ['Health', 5, 'Too little']));
    const { files } = await round.generate({ round: 'Strategy', instrument: sampleInstrument });
    expect(files.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(found()[1]?.[4]).toBe('5');
  });

  test('are brought up to date only if the round may get another wording', async () => {
    await threeReturn();
    await round.generate(next);
    await round.comeBack('X03', cases(['Health', 5, 'Too little'], ['Health', 5, 'Too little']));
    expect(await refusedWith(() => round.generate(next))).toBe('edition.not-to-be-changed');
    await round.generate({ ...next, changeEdition: true });
    expect(found()[1]?.[4]).toBe('6');
  });

  test('are left out by a new edition that is given without them', async () => {
    await threeReturn();
    await round.generate(next);
    const { instrument } = await round.generate({
      ...{ round: 'Strategy', instrument: changed({ edition: '2' }), changeEdition: true },
    });
    expect(instrument.references).toBeUndefined();
  });
});

describe('nothing is handed on', () => {
  test('of a round in which no priority is of enough cases', async () => {
    await round.comeBack('X01', cases(['Health', 5, 'Too little']));
    expect(await refusedWith(() => round.generate(next))).toBe('priorities.none');
  });

  test('of a round that adds nothing up to priorities, or of none', async () => {
    await round.generate({ instrument: sampleInstrument, round: '2027' });
    expect(await refusedWith(() => round.generate({ ...next, fromPriorities: '2027' }))).toBe('priorities.none');
    expect(await refusedWith(() => round.generate({ ...next, fromPriorities: '2062' }))).toBe('round.unknown');
  });

  test('if a sheet of the instrument has the name of the table', async () => {
    await threeReturn();
    const [table] = (await round.generate(next)).instrument.references ?? [];
    if (table === undefined) throw new Error('There is a table');
    const instrument = changed({ references: [{ ...table, key: 'own' }] });
    await expect(round.generate({ ...next, round: 'Other', instrument })).rejects.toThrow('another sheet');
  });
});
