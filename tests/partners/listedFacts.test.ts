import { describe, expect, test } from 'vitest';
import { listedFacts } from '../../src/partners/listedFacts.ts';
import { parsePartnerList } from '../../src/partners/parsePartnerList.ts';
import type { Response } from '../../src/response/response.ts';
import { givenInstrument as instrument } from '../givenInstrument.ts';
import { listWorkbook, type Typed } from './list/listWorkbook.ts';

const read = (bytes: Uint8Array, file = 'partners.csv') =>
  listedFacts(instrument, file, parsePartnerList(bytes, file).columns);

/** The facts of X01, in the order of the definition. */
const factsIn = ({ byPartner }: ReturnType<typeof read>): readonly unknown[] => valuesIn(byPartner.get('X01'));

const valuesIn = ({ items, entries }: Response = { items: new Map(), entries: new Map() }): readonly unknown[] =>
  [...items.values(), ...[...entries.values()].flat().map(({ answers }) => answers)]
    .flatMap((answers) => [...answers.values()])
    .map((answer) => (answer.state === 'answered' ? answer.value : answer.state));

const headings = 'code,name,Population,Lead code,Share,Has a plan,Since';
/** The last partner has a value in every column. */
const csv = (...lines: readonly string[]) =>
  read(Buffer.from([headings, ...lines, 'X09,Other PCT,1,A1,50,Yes,13/04/2009', ''].join('\n')));

/** Findings as `place code`. */
const found = ({ findings }: ReturnType<typeof read>): readonly string[] =>
  findings.map(({ code, place }) => `${place.cell ?? place.line ?? '-'} ${code}`);

describe('facts in a list', () => {
  test('are answers to the fields that they are given to', () => {
    const facts = csv('X01,Ashmere PCT,12300,5E1,12.5%,Yes,13/04/2009');
    expect(factsIn(facts)).toEqual([12_300, '5E1', 12.5, 'Yes', '2009-04-13']);
    expect(found(facts)).toEqual([]);
  });

  test('may be left out for some partners', () => {
    const facts = csv('X01,Ashmere PCT,,,,,', 'X02,Bramblewick PCT,1250,,12,no,');
    expect(factsIn(facts)).toEqual([]);
    expect(valuesIn(facts.byPartner.get('X02'))).toEqual([1250, 12, 'No']);
    expect(found(facts)).toEqual(['3 given.read-as']);
  });

  test.each([
    ['1250', 1250, []],
    ['"1,250"', 1250, []],
    ['1.2m', 'out', ['2 given.not-an-answer']],
    ['0.25m', 250_000, ['2 given.read-as']],
    ['about 40', 'out', ['2 given.not-an-answer']],
    ['12.5', 'out', ['2 given.not-an-answer']],
    ['"1,25"', 'out', ['2 given.not-an-answer']],
    ['600000', 'out', ['2 given.not-an-answer']],
    ['#REF!', 'out', ['2 list.error-value']],
    ['-', 'out', ['2 given.not-an-answer']],
  ])('count people as a cell does: %s', (typed, value, findings) => {
    const facts = csv(`X01,Ashmere PCT,${typed},,,,`);
    expect([factsIn(facts)[0] ?? 'out', found(facts)]).toEqual([value, findings]);
  });

  test.each([
    ['12', [12], []],
    ['12 %', [12], ['2 given.read-as']],
    ['12.3456', [12.3], ['2 given.read-as']],
    ['0.12', [], ['2 given.not-an-answer']],
    ['120', [], ['2 given.not-an-answer']],
  ])('are shares of a hundred: %s', (typed, values, findings) => {
    const facts = csv(`X01,Ashmere PCT,,,${typed},,`);
    expect([factsIn(facts), found(facts)]).toEqual([values, findings]);
  });

  test('that are codes stay text, and are refused once Excel has made numbers of them', () => {
    expect(factsIn(csv('X01,Ashmere PCT,,0012,,,'))).toEqual(['0012']);
    const damaged = csv('X01,Ashmere PCT,,5.00E+01,,,');
    expect([factsIn(damaged), found(damaged)]).toEqual([[], ['2 partners.mangled-code']]);
  });

  test('are read from a workbook as it holds them', async () => {
    const rows: readonly (readonly Typed[])[] = [
      headings.split(','),
      [
        ...['X01', 'Ashmere PCT', 12_300, '5E1'],
        { value: 0.125, format: '0%' },
        ...['Yes', { value: new Date('2009-04-03'), format: 'dd/mm/yyyy' }],
      ],
      [
        'X02',
        'Bramblewick PCT',
        12.5,
        { value: 50, format: '0.00E+00' },
        { value: 0.5, format: '0.0' },
        'perhaps',
        2009,
      ],
    ];
    const facts = read(await listWorkbook({ List: { rows } }), 'partners.xlsx');
    expect(factsIn(facts)).toEqual([12_300, '5E1', 12.5, 'Yes', '2009-04-03']);
    expect(found(facts)).toEqual([
      'C3 given.not-an-answer',
      'D3 partners.mangled-code',
      'E3 given.not-an-answer',
      'F3 given.not-an-answer',
      'G3 given.not-an-answer',
    ]);
  });
});

describe('the columns', () => {
  test('may have headings in any capitals, and anywhere', () => {
    const facts = read(Buffer.from('SHARE,code,population,name\n12%,X01,5,Ashmere PCT\n'));
    expect(factsIn(facts)).toEqual([5, 12]);
    expect([...facts.headings]).toEqual(['population', 'SHARE']);
  });

  test('that are missing or empty are reported together, with the heading that may be meant', () => {
    const { findings } = read(Buffer.from('code,name,Populaton,Share\nX01,Ashmere PCT,5,\n'));
    expect(findings).toMatchObject([
      {
        code: 'given.no-column',
        severity: 'warning',
        facts: {
          columns: [
            { column: 'Population', isThere: false, meant: 'Populaton' },
            { column: 'Lead code', isThere: false },
            { column: 'Share', isThere: true },
            { column: 'Has a plan', isThere: false },
            { column: 'Since', isThere: false },
          ],
        },
      },
    ]);
  });

  test('are not there twice', () => {
    const twice = read(Buffer.from('code,name,Population,population\nX01,Ashmere PCT,5,6\n'));
    expect([factsIn(twice), twice.findings[0]]).toMatchObject([
      [],
      { code: 'list.duplicate-column', severity: 'error' },
    ]);
  });
});
