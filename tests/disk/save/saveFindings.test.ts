import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';
import { zipParts } from '../../spreadsheet/parts.ts';

let place: Workplace;
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(2);
});
afterEach(() => place.remove());

/** The rows of a sheet's table as text. */
function rowsOf(path: string, sheet: string): readonly string[] {
  const { sheets } = readPackage(readFileSync(path));
  const rows = [...(sheets.find(({ name }) => name === sheet)?.rows ?? [])].filter(([row]) => row > 5);
  return rows.map(([, cells]) => [...cells.values()].map(({ value }) => String(value.value)).join(' | '));
}

describe('import writes its findings as a workbook', () => {
  test('beside the register, in the folder of the round, and says where', async () => {
    place.put('returns/X01.xlsx', place.filledIn('X01'));
    place.put('returns/X02.xlsx', '');
    const { code, out } = await place.scorebook('import', place.at('returns'));
    const path = place.at('2026', 'import-findings.xlsx');
    expect([code, out.split('\n').at(-2)]).toEqual([1, `Findings: ${path}`]);
    expect(rowsOf(path, 'Findings')).toEqual([
      expect.stringMatching(/^Error \| .*The file is empty \(0 bytes\)\..* \| X02\.xlsx \| \[z\] \| return\.empty$/),
    ]);
    expect(rowsOf(path, 'Files')).toEqual([
      expect.stringMatching(
        /^X01\.xlsx \| Accepted \| X01 \| Sample PCT X01 \| 2026 \| 1 \| .* \| 0 \| 0 \| \[z\] \| .*returns$/,
      ),
      expect.stringMatching(/^X02\.xlsx \| Refused \| .* \| 1 \| 0 \| Findings, row 6 \| .*returns$/),
    ]);
  });

  test('beside the register where the files are of no one round', async () => {
    const { out } = await place.scorebook('import', place.put('X02.xlsx', ''));
    expect(out).toContain(`Findings: ${place.at('import-findings.xlsx')}\n`);
  });

  test('where --findings says, and reports the path as JSON, too', async () => {
    const path = place.at('findings', 'all.xlsx');
    const { out } = await place.scorebook(
      ...['import', place.put('X01.xlsx', place.filledIn('X01')), '--findings', path, '--json'],
    );
    expect(JSON.parse(out)).toMatchObject({ files: [{ status: 'accepted' }], findingsFile: path });
    expect(rowsOf(path, 'Findings')).toEqual([]);
  });

  test('only when there are findings, and then in place of the older one', async () => {
    const good = place.put('X01.xlsx', place.filledIn('X01'));
    const path = place.at('2026', 'import-findings.xlsx');
    expect((await place.scorebook('import', good)).out).not.toContain('Findings: ');
    expect(existsSync(path)).toBe(false);
    await place.scorebook('import', good, place.put('X02.xlsx', ''));
    expect(rowsOf(path, 'Findings')).toHaveLength(1);
    expect((await place.scorebook('import', good)).out).toContain(`Findings: ${path}`);
    expect(rowsOf(path, 'Findings')).toEqual([]);
  });

  test('with links to files on the disk, and none into an archive', async () => {
    place.put('returns/a b.xlsx', place.filledIn('X01'));
    place.put('returns/c.zip', zipParts({ 'X02.xlsx': place.filledIn('X02') }));
    place.put('returns/d.xlsx', '');
    await place.scorebook('import', place.at('returns'));
    const { out } = await place.scorebook('import', place.at('returns'), '--findings', place.at('f.xlsx'));
    expect(out).toContain('New: nothing\nKnown: returns of X01, X02; 1 file refused before\n');
    const parts = new TextDecoder('latin1').decode(zipEntries(place.at('f.xlsx')));
    expect([...parts.matchAll(/ Target="([^"]+)" TargetMode/g)].map(([, target]) => target)).toEqual([
      'returns/a%20b.xlsx',
      'returns/d.xlsx',
    ]);
  });

  test('is passed over when its folder is imported', async () => {
    place.put('2026/X02.xlsx', '');
    place.put('2026/X01.xlsx', place.filledIn('X01'));
    await place.scorebook('import', place.at('2026'));
    expect(existsSync(place.at('2026', 'import-findings.xlsx'))).toBe(true);
    expect((await place.scorebook('import', place.at('2026'))).out).toContain(
      '2 files: 0 accepted, 1 refused, 1 already',
    );
  });
});

describe('a workbook of findings overwrites nothing but its like', () => {
  test.each([
    ['a file of somebody else', 'notes.xlsx', 1, 'is not a workbook of findings created by Scorebook'],
    ['a return', 'X01.xlsx', 1, 'is not a workbook of findings created by Scorebook'],
    ['the register', 'register.db', 2, 'is the register, which would be lost'],
    ['another kind of file', 'findings.csv', 2, 'does not end in .xlsx'],
  ])('not %s, and nothing is imported', async (_what, name, code, problem) => {
    const path = place.put('X01.xlsx', place.filledIn('X01'));
    if (name === 'notes.xlsx') place.put(name, 'notes');
    const before = existsSync(place.at(name)) ? readFileSync(place.at(name)) : undefined;
    const ran = await place.scorebook('import', path, '--findings', place.at(name));
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(problem) });
    if (before !== undefined && code === 1) expect(readFileSync(place.at(name)).equals(before)).toBe(true);
    expect((await place.scorebook('status', '--round', '2026')).out).toContain('0 of 2 returned');
  });

  test('not a file with its usual name either; the import still takes place', async () => {
    place.put('import-findings.xlsx', 'somebody else wrote this');
    const { code, out, err } = await place.scorebook('import', place.put('X02.xlsx', ''));
    expect([code, out]).toEqual([1, expect.stringMatching(/1 file: 0 accepted, 1 refused, 0 already imported\n$/)]);
    expect(err).toContain('error: import-findings.xlsx: A file with this name already exists');
    expect(readFileSync(place.at('import-findings.xlsx'), 'utf8')).toBe('somebody else wrote this');
  });
});

describe('a second return', () => {
  test('that somebody else has filled in has at most a screenful of findings printed, and all in the workbook', async () => {
    await place.scorebook('import', place.put('one.xlsx', place.filledIn('X01', 7)));
    const { code, out } = await place.scorebook('import', place.put('two.xlsx', place.filledIn('X01', 8)));
    expect(code).toBe(0);
    const lines = out.split('\n').filter((line) => line.startsWith('  '));
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(lines.at(0)).toContain("It replaces the same partner's");
    expect(lines.at(1)).toMatch(
      /It contradicts .*: of the \d+ answers there, \d+ are missing here and \d+ are different/,
    );
    const [, left = ''] = /and (\d+) more: the workbook named below has all of them/.exec(lines.at(-1) ?? '') ?? [];
    const rows = rowsOf(place.at('2026', 'import-findings.xlsx'), 'Findings');
    expect(rows.length).toBe(lines.length - 1 + Number(left));
  });
});

/** All of a package's parts, one after the other. */
function zipEntries(path: string): Uint8Array {
  return Buffer.concat(Object.values(unzipSync(readFileSync(path))));
}
