import { describe, expect, test } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import { anonymise } from '../../../src/rollup/disclosure/anonymous.ts';
import { dataPlan } from '../../../src/rollup/export/workbook.ts';
import { tidyRows } from '../../../src/rollup/figures/tidyData.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import type { RawSheet } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { brokenLaws } from '../../tools/planLaws.ts';
import { caseRegionOf } from '../caseRegion.ts';
import { regionOf } from '../region.ts';
import { workbookFile } from './workbookFile.ts';

const region = regionOf(
  [
    {
      code: '5E1',
      name: 'Ashmere, "North"',
      scores: '1 z 3 1 -',
      fields: { '1.1.1 evidence': '=cmd|calc', '1.1.1 due': '2027-03-31', '1.1.2 due': '?end of March' },
    },
    { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
    { code: 'X03', name: 'Coldharbour' },
  ],
  'OFFICIAL',
);

const made = new Date('2027-01-04T09:00:00Z');
const planOf = (rollUp: RollUp) => dataPlan(rollUp, tidyRows(rollUp, 'partner'), made);

/** The sheets of the workbook, by name, as a reader has them. */
async function sheetsOf(rollUp: RollUp): Promise<Readonly<Record<string, RawSheet>>> {
  const bytes = await workbookFile(rollUp, made);
  return Object.fromEntries(readPackage(bytes).sheets.map((sheet) => [sheet.name, sheet]));
}

/** The cells of a row of data by its headings, as `kind value`; empty ones are left out. */
function rowOf({ rows }: RawSheet, row: number): Readonly<Record<string, string>> {
  const headings = rows.get(1);
  return Object.fromEntries(
    [...(rows.get(row)?.values() ?? [])].map(({ column, value }) => [
      String(headings?.get(column)?.value.value),
      `${value.kind === 'number' && value.isDate ? 'date' : value.kind} ${value.value}`,
    ]),
  );
}

describe('data in a workbook', () => {
  test('have their headings in the first row, and each value in its own type', async () => {
    const { Data: data } = await sheetsOf(region);
    expect(data && rowOf(data, 2)).toEqual({
      round: 'text 2026',
      instrument: 'text sample',
      edition: 'text 1',
      region: 'text Sample Region',
      partner_code: 'text 5E1',
      partner: 'text Ashmere, "North"',
      section: 'text Needs',
      question: 'text 1.1.1',
      field: 'text score',
      state: 'text Answered',
      level: 'number 1',
      answer: 'text Weak',
      source: 'text returned',
    });
    expect(data && rowOf(data, 3)).toMatchObject({ field: 'text evidence', answer: 'text =cmd|calc' });
    expect(data && rowOf(data, 6)).toMatchObject({ field: 'text due', date: 'date 46477', answer: 'text 2027-03-31' });
    const unread = data && rowOf(data, 11);
    expect(unread).toMatchObject({ field: 'text due', state: 'text Could not be read', answer: 'text end of March' });
    expect(unread).not.toHaveProperty('date');
    expect(data && rowOf(data, 27)).toMatchObject({ partner_code: 'text 0012' });
    expect(
      [...(data?.rows.values() ?? [])].flatMap((row) => [...row.values()]).filter(({ formula }) => formula),
    ).toEqual([]);
  });

  test('have a dictionary of every column on the second sheet', async () => {
    const { Data: data, Dictionary: dictionary } = await sheetsOf(region);
    const headings = [...(data?.rows.get(1)?.values() ?? [])].map(({ value }) => value.value);
    const named = [...(dictionary?.rows.values() ?? [])].flatMap((row) =>
      row.get(1)?.value.value === 'column' ? [row.get(2)?.value.value] : [],
    );
    expect(named).toEqual(headings);
    expect(dictionary?.rows.get(3)?.get(1)?.value.value).toBe('OFFICIAL');
  });

  test('are a table with filters below headings that stay in view', () => {
    const [data] = planOf(region).sheets;
    expect(data).toMatchObject({
      tables: [{ name: 'data', row: 1, rows: 50, filterButtons: true }],
      frozen: { rows: 1, columns: 0 },
      print: { headerRow: 1, marking: 'OFFICIAL' },
    });
    expect(brokenLaws(planOf(region))).toEqual([]);
  });

  test('are headings alone where nobody returned', async () => {
    const nobody = regionOf([{ code: 'X01', name: 'Ashmere' }]);
    expect(brokenLaws(planOf(nobody))).toEqual([]);
    expect([...((await sheetsOf(nobody))['Data']?.rows.keys() ?? [])]).toEqual([1]);
  });

  test('are the same bytes for the same input', async () => {
    const bytes = () => workbookFile(region, made);
    expect((await bytes()).equals(await bytes())).toBe(true);
  });

  test('are refused where they are more rows than a sheet has', () => {
    const [row] = tidyRows(region, 'partner');
    const many = {
      *[Symbol.iterator]() {
        for (let left = 1_048_576; left > 0; left -= 1) if (row !== undefined) yield row;
      },
    };
    expect(() => dataPlan(region, many, made)).toThrow(
      'The data have 1,048,576 rows, and Excel has room for 1,048,575 below the headings. Nothing was written.',
    );
    expect(() => dataPlan(region, many, made)).toThrow(FindingsError);
  });
});

test('partners, texts and dates are suppressed where answers are about people', async () => {
  const cases = caseRegionOf([
    { code: 'A1', needs: ['Quillowby | 1 | Health | sad'], options: ['Quillowby | 1 | Yes | 5 | None | ?x'] },
  ]);
  const { Data: data } = await sheetsOf(cases);
  const rows = [...(data?.rows.keys() ?? [])].slice(1).map((row) => (data === undefined ? {} : rowOf(data, row)));
  expect(rows).toHaveLength(10);
  expect(rows.map(({ partner_code }) => partner_code)).toEqual(rows.map(() => 'text [c]'));
  expect(rows.filter((row) => 'date' in row || /A1|Quillowby|sad/.test(Object.values(row).join()))).toEqual([]);
});

test('nobody is named in anonymous data', () => {
  const named = regionOf(['A1', 'A2', 'A3'].map((code) => ({ code, name: `Body of ${code}`, scores: '1 2 3 2 1' })));
  const [data, dictionary] = planOf(anonymise(named, new Uint8Array(32))).sheets;
  const texts = [...(data?.long?.rows ?? []), ...(dictionary?.long?.rows ?? [])].flat();
  expect(texts.filter((text) => typeof text === 'string' && /A[123]|Body/.test(text))).toEqual([]);
  expect(texts).toContain('text');
});
