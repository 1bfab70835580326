import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { anonymise } from '../../../src/rollup/disclosure/anonymous.ts';
import { csvStart, dictionaryStart } from '../../../src/rollup/export/csv.ts';
import { csvLine } from '../../../src/rollup/export/csvText.ts';
import { type ExportFormatName, exportFormats } from '../../../src/rollup/export/formats.ts';
import { tidyRows } from '../../../src/rollup/figures/tidyData.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { caseRegionOf } from '../caseRegion.ts';
import { regionOf } from '../region.ts';

const region = regionOf(
  [
    {
      code: '5E1',
      name: 'Ashmere, "North" 👩‍👧',
      scores: '1 z 3 1 -',
      fields: {
        '1.1.1 evidence': '=cmd|calc',
        '1.1.1 action': 'First line\r\nsecond "line", and more',
        '1.1.1 lead': "'t Hooft",
        '1.1.1 due': '2027-03-31',
        '1.1.2 due': '?end of March',
      },
      participants: ['@home'],
    },
    { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
    { code: 'X03', name: 'Coldharbour' },
  ],
  'OFFICIAL',
);

function bytesOf(format: Exclude<ExportFormatName, 'xlsx'>, rollUp: RollUp = region): Buffer {
  const { begin, add, end } = exportFormats[format].data(rollUp);
  return Buffer.concat([...begin(), ...add(tidyRows(rollUp, 'partner')), ...end()]);
}

type Row = Readonly<Record<string, string | number | null>>;

const fromCsv = (bytes: Buffer): readonly Readonly<Record<string, string>>[] =>
  parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
const fromJson = (bytes: Buffer): { rows: readonly Row[]; dictionary: Record<string, readonly Row[]> } =>
  JSON.parse(bytes.toString('utf8'));
const fromParquet = (bytes: Buffer): Promise<unknown> => parquetReadObjects({ file: new Uint8Array(bytes).buffer });

/** As the dictionary says that a text of a CSV file is to be read. */
const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);

const rowsAbout = (rows: readonly Row[], partner: string, question: string): readonly Row[] =>
  rows.filter((row) => row['partner_code'] === partner && row['question'] === question);

describe('the rows', () => {
  const { rows } = fromJson(bytesOf('json'));

  test('are one for each partner that returned, question and field', () => {
    expect(rows).toHaveLength(2 * 5 * 5 + 2);
    expect(rows[0]).toEqual({
      round: '2026',
      instrument: 'sample',
      edition: '1',
      region_code: null,
      region: 'Sample Region',
      area_code: null,
      area: null,
      partner_code: '5E1',
      partner: 'Ashmere, "North" 👩‍👧',
      kind: null,
      section: 'Needs',
      question: '1.1.1',
      field: 'score',
      state: 'Answered',
      level: 1,
      date: null,
      answer: 'Weak',
      source: 'returned',
    });
  });

  test('distinguish states, levels are numbers beside their words, and dates are ISO', () => {
    const short = (question: string): unknown =>
      rowsAbout(rows, '5E1', question).map(({ field, state, level, answer }) => [field, state, level, answer]);
    expect(short('1.1.1')).toEqual([
      ['score', 'Answered', 1, 'Weak'],
      ['evidence', 'Answered', null, '=cmd|calc'],
      ['action', 'Answered', null, 'First line\r\nsecond "line", and more'],
      ['lead', 'Answered', null, "'t Hooft"],
      ['due', 'Answered', null, '2027-03-31'],
    ]);
    expect(short('1.1.2')).toEqual([
      ['score', 'Not applicable', null, null],
      ['evidence', 'Unanswered', null, null],
      ['action', 'Unanswered', null, null],
      ['lead', 'Unanswered', null, null],
      ['due', 'Could not be read', null, 'end of March'],
    ]);
  });
});

describe('CSV', () => {
  const bytes = bytesOf('csv');

  test('has the same rows: what an apostrophe guards is had back without it, and nothing is an empty cell', () => {
    const expected = fromJson(bytesOf('json')).rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
    );
    const found = fromCsv(bytes).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, unguarded(value)])),
    );
    expect(found).toEqual(expected);
  });

  test('begins with a byte order mark and the header, and codes are unchanged in it', () => {
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('utf8', 3).startsWith(csvStart)).toBe(true);
    expect(bytes.toString('utf8')).toContain(',5E1,');
    expect(bytes.toString('utf8')).toContain(',0012,Bramblewick,');
  });

  const awkward = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', "'", '"', ',', ' ', 'a', '1', '＝'),
    }),
  );

  test('any text comes back from it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(awkward, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (lines) => {
        const whole = lines.map((line) => csvLine(line)).join('');
        const read: string[][] = parse(Buffer.from(whole), { record_delimiter: '\r\n' });
        const written = lines.map((line) => line.map((text) => text.toWellFormed()));
        expect(read.map((line) => line.map(unguarded))).toEqual(written);
      }),
    );
  });

  test('no cell begins as a formula does, whatever space is before it', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const [[cell = ''] = []]: string[][] = parse(csvLine([text, 'x']), { record_delimiter: '\r\n' });
        expect(cell).not.toMatch(/^(?:[\t\r\n\0]|\s*[=+\-@])/);
      }),
    );
  });

  test('numbers are no texts: a level below nothing would have no apostrophe', () => {
    expect(csvLine([-1, undefined, '-1', ' x'])).toBe('-1,,\'-1," x"\r\n');
  });
});

describe('Parquet', () => {
  test('has the same rows, with text as text and levels as whole numbers', async () => {
    const bytes = bytesOf('parquet');
    expect(await fromParquet(bytes)).toEqual(fromJson(bytesOf('json')).rows);
    const { schema, created_by, key_value_metadata } = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(schema.slice(1).map(({ name, type, converted_type }) => [name, type, converted_type])).toEqual(
      Object.keys(fromJson(bytesOf('json')).rows[0] ?? {}).map((name) =>
        name === 'level' ? [name, 'INT32', undefined] : [name, 'BYTE_ARRAY', 'UTF8'],
      ),
    );
    expect([created_by, key_value_metadata?.[0]]).toEqual(['Scorebook', { key: 'kind', value: 'Scorebook data' }]);
  });

  test('has its rows in groups, which leave memory as they are full', async () => {
    const { begin, add, end } = exportFormats.parquet.data(region);
    const [row] = tidyRows(region, 'partner');
    const rows = Array.from({ length: 40_000 }, () => (row === undefined ? [] : [row])).flat();
    const pieces = [begin(), add(rows), add(rows), add(rows), end()].map((made) => Buffer.concat([...made]));
    expect(pieces.map((piece) => piece.length > 0)).toEqual([false, false, false, true, true]);
    const bytes = Buffer.concat(pieces);
    const groups = parquetMetadata(new Uint8Array(bytes).buffer).row_groups;
    expect(groups.map((group) => Number(group.num_rows))).toEqual([100_000, 20_000]);
    expect((await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).at(-1)).toEqual(
      fromJson(bytesOf('json')).rows[0],
    );
  });
});

test.each(['csv', 'json', 'parquet'] as const)(
  'a round without any return has no rows, and is still %s',
  async (format) => {
    const empty = bytesOf(format, regionOf([{ code: 'X01', name: 'Ashmere' }]));
    const rows = { csv: fromCsv, json: (bytes: Buffer) => fromJson(bytes).rows, parquet: fromParquet }[format];
    expect(await rows(empty)).toEqual([]);
  },
);

describe('the dictionary', () => {
  const entries = fromCsv(Buffer.concat([...exportFormats.csv.dictionary(region)]));
  const named = (what: string): readonly string[] =>
    entries.filter((entry) => entry['what'] === what).map(({ name = '' }) => name);

  test('explains every column, question, field, level and state that occurs', () => {
    const { rows } = fromJson(bytesOf('json'));
    const all = (column: string): readonly unknown[] => [...new Set(rows.map((row) => row[column]))];
    expect(named('column')).toEqual(Object.keys(rows[0] ?? {}));
    expect(named('question')).toEqual(['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2']);
    const fields = rows.map(({ section, field }) => `${section}: ${field}`);
    expect(named('field')).toEqual(expect.arrayContaining(fields));
    expect(named('state')).toEqual(expect.arrayContaining([...all('state')]));
    expect(named('level')).toEqual(['achievement 1', 'achievement 2', 'achievement 3']);
    expect(entries.find(({ name }) => name === 'achievement 3')?.['meaning']).toBe('Good: It is good.');
  });

  test('says where the data come from, that nobody validated them, and how a guarded text is read', () => {
    const about = entries
      .filter(({ what }) => what === 'about')
      .map(({ meaning }) => meaning)
      .join('\n');
    expect(about).toContain('2 of 3 partners have returned');
    expect(about).toContain('have not been validated');
    expect(about).toContain('remove one apostrophe');
    expect(about).toContain('OFFICIAL');
  });

  test('is within JSON, grouped by kind, and beside CSV and Parquet', () => {
    const { dictionary } = fromJson(bytesOf('json'));
    expect(Object.keys(dictionary)).toEqual(['about', 'column', 'question', 'field', 'level', 'state']);
    expect(Object.keys(exportFormats.json)).not.toContain('dictionary');
    const beside = Buffer.concat([...exportFormats.parquet.dictionary(region)]);
    expect(beside.toString('utf8', 3).startsWith(dictionaryStart)).toBe(true);
  });
});

describe('what may not be known', () => {
  test('where answers are about people, neither partners nor typed text are in it', () => {
    const cases = caseRegionOf([
      { code: 'A1', needs: ['Quillowby | 1 | Health | sad'], options: ['Quillowby | 1 | Yes | 5 | None | ?x'] },
    ]);
    const { rows, dictionary } = fromJson(bytesOf('json', cases));
    expect(rows).toHaveLength(10);
    expect(new Set(rows.flatMap(({ partner_code, partner, region: one }) => [partner_code, partner, one]))).toEqual(
      new Set(['[c]']),
    );
    expect(JSON.stringify([rows, dictionary])).not.toMatch(/A1|Quillowby|sad/);
    expect(dictionary['mark']).toHaveLength(1);
  });

  test('anonymous data have neither, and say so in the dictionary', () => {
    const few = regionOf(['A1', 'A2', 'A3'].map((code) => ({ code, name: `Body of ${code}`, scores: '1 2 3 2 1' })));
    const hidden = anonymise(few, new Uint8Array(32));
    const all = JSON.stringify(fromJson(bytesOf('json', hidden)));
    expect(all).not.toMatch(/A1|A2|A3|Body/);
    expect(all).toContain('Codes and names of partners are replaced');
  });
});
