import { existsSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkplace, type Ran, type Workplace } from '../cli/workplace.ts';
import { EditedWorkbook } from '../workbook/editedWorkbook.ts';

let place: Workplace;
let unstamped: Uint8Array;
beforeAll(async () => {
  place = openWorkplace();
  await place.generate(3);
  unstamped = withoutStamps('X01');
}, 60_000);
afterAll(() => place.remove());

/** A filled-in workbook without properties and without its hidden sheet, and changed besides. */
function withoutStamps(partner: string, change: (book: EditedWorkbook) => void = () => undefined): Uint8Array {
  const book = new EditedWorkbook(place.filledIn(partner));
  book.remove('docProps/custom.xml');
  book.deleteSheet('Stamp');
  change(book);
  return book.bytes();
}

let files = 0;
const importFile = async (
  bytes: Uint8Array,
  ...args: readonly string[]
): Promise<{ code: number; status: string; partner?: { code: string }; codes: readonly string[] }> => {
  files += 1;
  const { code, out } = await place.scorebook('import', place.put(`${files}.xlsx`, bytes), '--json', ...args);
  const [file] = JSON.parse(out).files;
  return { code, ...file, codes: file.findings.map((found: { code: string }) => found.code) };
};
const as = (partner: string): readonly string[] => ['--as', partner, '--round', '2026'];

test('a workbook without stamps is recognised and reported', async () => {
  const file = place.put('unstamped.xlsx', unstamped);
  const { code, out } = await place.scorebook('import', file);
  expect(code).toBe(1);
  expect(out).toContain('its cover says "X01", round "2026"'.replace('its', 'Its'));
  expect(out).toContain('import it with --as');
  expect(await importFile(withoutStamps('X02', (book) => book.names(() => undefined)))).toMatchObject({
    status: 'refused',
    codes: ['return.no-stamp'],
  });
});

describe.each<readonly [string, (book: EditedWorkbook) => void, readonly string[], string]>([
  [
    'the code on the cover is another partner’s',
    (book) => book.type('Cover', book.placeOf('partner_code'), 'x02'),
    as('X01'),
    'return.not-theirs',
  ],
  ['the cover names another partner', () => undefined, as('X02'), 'return.not-theirs'],
  [
    'the number on the cover is that of another partner’s workbook',
    (book) => {
      book.clear('Cover', book.placeOf('partner_code'), book.placeOf('partner_name'));
    },
    as('X02'),
    'return.not-theirs',
  ],
  [
    'few of its answers can be found',
    (book) => {
      book.names(() => undefined);
      book.part('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="[1-9] [^>]*\/>/g, ''));
    },
    as('X01'),
    'return.unlike',
  ],
])('--as is refused where %s', (_what, change, args, expected) => {
  test('and nothing counts', async () => {
    const imported = await importFile(withoutStamps('X01', change), ...args);
    expect(imported).toMatchObject({ code: 1, status: 'refused', codes: expect.arrayContaining([expected]) });
  });
});

test('a sealed stamp counts, whatever --as says', async () => {
  expect(await importFile(place.filledIn('X02'), ...as('X03'))).toMatchObject({
    status: 'refused',
    codes: ['return.not-theirs'],
  });
  expect(await importFile(place.filledIn('X02'), ...as('X02'))).toMatchObject({
    status: 'accepted',
    codes: expect.not.arrayContaining(['return.identified-by-hand']),
  });
});

test('a changed stamp can be overruled where it names the same partner', async () => {
  const changed = (partner: string) => (book: EditedWorkbook) =>
    book.part('docProps/custom.xml', (xml) =>
      xml
        .replace(/(name="Scorebook seal"[^>]*><vt:lpwstr>)[^<]*/, '$10')
        .replace(/(name="Scorebook partner"[^>]*><vt:lpwstr>)[^<]*/, `$1${partner}`),
    );
  const book = (partner: string): Uint8Array => {
    const edited = new EditedWorkbook(place.filledIn('X03'));
    edited.deleteSheet('Stamp');
    changed(partner)(edited);
    return edited.bytes();
  };
  expect((await importFile(book('X03'))).codes).toEqual(['return.bad-stamp']);
  expect((await importFile(book('X01'), ...as('X03'))).codes).toEqual(['return.not-theirs']);
  expect(await importFile(book('X03'), ...as('X03'))).toMatchObject({
    status: 'accepted',
    codes: expect.arrayContaining(['return.identified-by-hand']),
  });
});

describe('identified by hand', () => {
  let first: Awaited<ReturnType<typeof importFile>>;
  beforeAll(async () => {
    first = await importFile(unstamped, ...as('X01'));
  });

  test('it is accepted as that partner’s, with a warning that stays', async () => {
    expect(first).toMatchObject({ code: 0, status: 'accepted', partner: { code: 'X01' } });
    expect(first.codes).toContain('return.identified-by-hand');
    const status = await place.scorebook('status', '--round', '2026', '--json');
    const [{ partners }] = JSON.parse(status.out);
    expect(partners[0].counting).toMatchObject({ isByHand: true, warnings: expect.any(Number) });
    expect(partners[0].counting.warnings).toBeGreaterThan(0);
  });

  test('a second time, with or without --as, nothing changes', async () => {
    const before = readFileSync(place.at('register.db'));
    expect(await importFile(unstamped, ...as('X01'))).toMatchObject({ status: 'already-imported', code: 0 });
    expect(await importFile(unstamped)).toMatchObject({ status: 'already-imported', code: 0 });
    const other = await importFile(unstamped, ...as('X02'));
    expect([other.code, other.status, other.codes[0]]).toEqual([1, 'already-imported', 'return.identified-otherwise']);
    expect(readFileSync(place.at('register.db')).equals(before)).toBe(true);
  });

  test('the register passes its check', async () => {
    const { code, out } = await place.scorebook('register', 'check');
    expect([code, out]).toEqual([0, expect.any(String)]);
  });

  test('the notes of the roll-up say so', async () => {
    const out = place.at('roll-up.xlsx');
    expect((await place.scorebook('rollup', '--round', '2026', '--out', out)).code).toBe(0);
    expect(existsSync(out)).toBe(true);
    const { readPackage } = await import('../../src/spreadsheet/read/readPackage.ts');
    const notes = readPackage(readFileSync(out)).sheets.find(({ name }) => name === 'Notes');
    const texts = [...(notes?.rows.values() ?? [])].map((row) => String(row.get(1)?.value.value));
    expect(texts).toContain('Identified by hand');
  });
});

test.each<readonly [string, (...args: readonly string[]) => Promise<Ran>, readonly string[], string]>([
  [
    'without a round',
    (...args) => place.scorebook('import', place.put('a.xlsx', 'x'), ...args),
    ['--as', 'X01'],
    '--as needs the round',
  ],
  [
    'for several files',
    (...args) => place.scorebook('import', place.put('a.xlsx', 'x'), place.put('b.xlsx', 'x'), ...args),
    as('X01'),
    '--as is for one file',
  ],
  ['for a folder', (...args) => place.scorebook('import', place.at(), ...args), as('X01'), '--as is for one file'],
  [
    'for an archive of several',
    (...args) =>
      place.scorebook('import', place.put('a.zip', zipSync({ 'a.xlsx': unstamped, 'b.xlsx': unstamped })), ...args),
    as('X01'),
    'this one holds several',
  ],
  [
    'for a partner whom the round does not have',
    (...args) => place.scorebook('import', place.put('a.xlsx', 'x'), ...args),
    as('X99'),
    'no such partner',
  ],
])('--as %s is a usage error', async (_what, ran, args, message) => {
  const { code, err } = await ran(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
