import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packZip } from '../../../../src/spreadsheet/zip/packZip.ts';
import { mail } from '../../../mail/mails.ts';
import { openWorkplace, type Workplace } from '../../workplace.ts';

const megabyte = 1024 * 1024;
let place: Workplace;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-20T10:00:00Z');
  place = openWorkplace({ now: () => now });
  await place.generate(1);
});
afterEach(() => place.remove());

const size = (): number => statSync(place.at('register.db')).size;

describe('register prune', () => {
  /** An accepted return (1), a refused file of 3 MB that cannot be compressed (2), and one that came in spring (3). */
  beforeEach(async () => {
    place.put('returns/a.xlsx', place.filledIn('X01'));
    place.put('returns/b.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(3 * megabyte)]));
    await place.scorebook('import', place.at('returns'));
    now = new Date('2027-03-01T10:00:00Z');
    place.put('c.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(1_000)]));
    await place.scorebook('import', place.at('c.xlsx'));
  });

  test('removes what was refused long ago, and nothing else; the register becomes smaller', async () => {
    const before = size();
    const { code, out, err } = await place.scorebook('register', 'prune');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^return 2, refused 2026-11-20 10:00: b\.xlsx, 3\.0 MB\n.*: 1 refused file older than 90 days, 3\.0 MB, removed; the register had \d\.\d MB and has (?:\d+ KB|1\.\d MB)\.\n$/,
    );
    expect(before - size()).toBeGreaterThan(2.9 * megabyte);
    expect(await place.scorebook('register', 'check')).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing is wrong'),
    });
    const get = (id: string) => place.scorebook('return', 'get', id, '--out', place.at(`${id}.xlsx`));
    expect(await get('2')).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /does not contain the file of return 2, "b\.xlsx" \(3\.0 MB, SHA-256 \w+\).*was removed by "register prune"/,
      ),
    });
    for (const [id, path] of [
      ['1', 'returns/a.xlsx'],
      ['3', 'c.xlsx'],
    ] as const) {
      expect(await get(id)).toMatchObject({ code: 0 });
      expect(readFileSync(place.at(`${id}.xlsx`))).toEqual(readFileSync(place.at(path)));
    }
    expect((await place.scorebook('register', 'prune')).out).toContain('0 refused files older than 90 days');
  });

  test('shows what it would remove, and removes nothing, on request', async () => {
    const before = readFileSync(place.at('register.db'));
    const { code, out } = await place.scorebook('register', 'prune', '--dry-run', '--older-than', '0', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ dryRun: true, files: [{ id: 2, name: 'b.xlsx' }] });
    expect(readFileSync(place.at('register.db')).equals(before)).toBe(true);
  });

  test('takes a file that comes again, and stores it', async () => {
    await place.scorebook('register', 'prune');
    const { out } = await place.scorebook('import', place.at('returns', 'b.xlsx'), '--json');
    const [{ id }] = JSON.parse(out).files;
    expect(await place.scorebook('return', 'get', String(id), '--out', place.at('b.xlsx'))).toMatchObject({ code: 0 });
  });
});

describe('register prune, given wrongly,', () => {
  test.each(['soon', '-1', '1.5', ''])('refuses --older-than %j', async (days) => {
    const { code, err } = await place.scorebook('register', 'prune', `--older-than=${days}`);
    expect([code, err]).toEqual([2, expect.stringContaining('is not a number of days')]);
  });

  test('makes no register where there is none', async () => {
    const { code } = await place.scorebook('register', 'prune', '--register', place.at('none.db'));
    expect([code, existsSync(place.at('none.db'))]).toEqual([2, false]);
  });
});

describe('a message that was made to fill the disk', () => {
  /** An archive in an archive, with so many files of 30 MB. */
  const bomb = (first: Buffer, files: number): Uint8Array => {
    const file = Buffer.concat([first, Buffer.alloc(30 * megabyte - first.length)]);
    const parts = Array.from({ length: files }, (_, index): [string, Uint8Array] => [`${index}.xlsx`, file]);
    return packZip(new Map([['inner.zip', packZip(new Map(parts))]]));
  };

  test.each([
    ['zeros', Buffer.alloc(0), 16],
    ['what begins as a workbook', Buffer.from('PK\x03\x04'), 4],
  ])('takes next to nothing in the register: %s', { timeout: 120_000 }, async (_what, first, files) => {
    await place.scorebook('register', 'prune');
    const before = size();
    const path = place.put('a.eml', mail({ attached: [{ name: 'a.zip', bytes: bomb(first, files) }] }));
    expect(statSync(path).size).toBeLessThan(200_000);
    const { out } = await place.scorebook('import', path, '--json');
    expect(JSON.parse(out).files.map(({ status }: { status: string }) => status)).toEqual(Array(files).fill('refused'));
    await place.scorebook('register', 'prune');
    expect(size() - before).toBeLessThan(megabyte);
  });

  test('of bytes that cannot be compressed takes no more than its budget', { timeout: 120_000 }, async () => {
    const file = (index: number): Buffer =>
      Buffer.concat([Buffer.from(`PK\x03\x04${index}`), randomBytes(8 * megabyte)]);
    const attached = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.xlsx`, bytes: file(index) }));
    const { out } = await place.scorebook('import', place.put('a.eml', mail({ attached })), '--json');
    const found = JSON.parse(out).files.map(({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code),
    );
    expect(found.filter((codes: string[]) => codes.includes('return.not-stored'))).toHaveLength(2);
    expect(size()).toBeLessThan(26 * megabyte);
  });
});
