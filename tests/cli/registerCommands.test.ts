import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zipParts } from '../spreadsheet/parts.ts';
import { openWorkplace, type Ran, type Workplace } from './workplace.ts';

let place: Workplace;
/** Two accepted returns, numbers 1 and 2, and a refused one, number 3. */
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(2);
  place.put('returns/a.xlsx', place.filledIn('X01'));
  place.put('returns/b.zip', zipParts({ 'folder/X02.xlsx': place.filledIn('X02') }));
  place.put('returns/c.txt', 'Sorry, it will be late.');
  await place.scorebook('import', place.at('returns'));
});
afterEach(() => place.remove());

/** Changes the register behind its back. */
function tamper(statement: string): void {
  const database = new Database(place.at('register.db'));
  try {
    database.exec(`pragma foreign_keys = off; ${statement}`);
  } finally {
    database.close();
  }
}

const codes = ({ out }: Ran): readonly string[] => JSON.parse(out).findings.map(({ code }: { code: string }) => code);

describe('register check', () => {
  const check = (...more: readonly string[]): Promise<Ran> => place.scorebook('register', 'check', ...more);

  test('finds nothing wrong with a register as it was made', async () => {
    expect(await check()).toEqual({ code: 0, err: '', out: `${place.at('register.db')}: nothing is wrong\n` });
    const { code, out } = await check('--json');
    expect([code, JSON.parse(out)]).toEqual([0, { register: place.at('register.db'), findings: [] }]);
  });

  test.each<[string, string, string]>([
    ['a byte of a file', `update file set bytes = bytes || x'00' where name = 'a.xlsx'`, 'register.file-changed'],
    ['the partner of a workbook', `update workbook set partner = 'X02' where partner = 'X01'`, 'register.wrong-seal'],
    [
      'the workbook of a return',
      `update return set workbook = (select id from workbook where partner = 'X02') where id = 1`,
      'register.wrong-seal',
    ],
    ['one answer', `delete from answer where return_id = 1 and subject = '1.1.1'`, 'register.incomplete'],
    ['all answers', 'delete from answer where return_id = 2', 'register.incomplete'],
    ['the position', 'update return set band = null where id = 1', 'register.incomplete'],
    ['the status', `update return set status = 'refused' where id = 1`, 'register.incomplete'],
    ['a return of its finding', 'update finding set position = 1 where return_id = 3', 'register.incomplete'],
    ['the partners', 'delete from partner', 'register.damaged'],
  ])('finds out when somebody has changed or removed %s', async (_what, statement, code) => {
    tamper(statement);
    const ran = await check('--json');
    expect([ran.code, new Set(codes(ran))]).toEqual([1, new Set([code])]);
  });

  test('finds out when the key of the seals is another', async () => {
    tamper(`update setting set value = hex(randomblob(32)) where name = 'seal key'`);
    expect(codes(await check('--json'))).toEqual(['register.wrong-seal', 'register.wrong-seal']);
  });

  test('tells of a file that a broken-off import left', async () => {
    tamper('delete from answer where return_id = 2; delete from return where id = 2');
    expect(await check()).toEqual({
      code: 0,
      err: expect.stringMatching(/^warning: The file "b\.zip > folder\/X02\.xlsx" is kept, and nothing was made of it/),
      out: expect.stringContaining('1 finding'),
    });
  });

  test.each([2, 30])('finds a file that a bad disk has changed from page %i on', async (first) => {
    tamper('pragma wal_checkpoint(truncate)');
    const bytes = readFileSync(place.at('register.db'));
    for (let page = first; page * 4_096 < bytes.length; page += 3) bytes.fill(0xa5, page * 4_096, page * 4_096 + 200);
    place.put('bad.db', bytes);
    const { code, out, err } = await place.scorebook('register', 'check', '--json', '--register', place.at('bad.db'));
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('"register.damaged"');
  });
});

describe('register backup', () => {
  const backup = (file: string, ...more: readonly string[]): Promise<Ran> =>
    place.scorebook('register', 'backup', file, ...more);

  test('copies the register, which then stands in for it', async () => {
    const file = place.at('copies', 'backup.db');
    expect(await backup(file)).toEqual({ code: 0, err: '', out: `${file}: a copy of ${place.at('register.db')}\n` });
    expect(readdirSync(place.at('copies'))).toEqual(['backup.db']);
    expect(statSync(file).mode).toBe(statSync(place.at('register.db')).mode);
    const before = (await place.scorebook('status', '--round', '2026', '--json')).out;
    copyFileSync(file, place.at('register.db'));
    for (const ending of ['-wal', '-shm'])
      if (existsSync(place.at(`register.db${ending}`))) writeFileSync(place.at(`register.db${ending}`), '');
    expect((await place.scorebook('status', '--round', '2026', '--json')).out).toBe(before);
    expect((await place.scorebook('register', 'check')).code).toBe(0);
  });

  test('can be made while another command writes, and is whole', async () => {
    for (let index = 0; index < 12; index += 1) place.put(`more/${index}.xlsx`, place.filledIn('X01', index));
    const main = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');
    const importing = new Promise<void>((resolve, reject) => {
      const args = [main, 'import', place.at('more'), '--register', place.at('register.db')];
      execFile(process.execPath, args, (failure) => (failure === null ? resolve() : reject(failure)));
    });
    let running = true;
    const ended = importing.finally(() => {
      running = false;
    });
    const copies: string[] = [];
    do {
      const file = place.at(`copy ${copies.length}.db`);
      expect(await backup(file)).toMatchObject({ code: 0 });
      copies.push(file);
      await new Promise((resolve) => setTimeout(resolve, 100));
    } while (running);
    await ended;
    const [first = '', last = ''] = [copies[0], copies.at(-1)];
    for (const file of [first, last]) {
      expect((await place.scorebook('register', 'check', '--register', file)).err).not.toContain('error');
    }
  }, 60_000);

  test('overwrites nothing', async () => {
    place.put('mine.db', 'mine');
    expect(await backup(place.at('mine.db'))).toMatchObject({
      code: 1,
      out: '',
      err: 'error: mine.db: A file of this name is there already. It was left alone: give another name, or move the file away.\n',
    });
    for (const ending of ['', '-wal', '-shm', '-journal']) {
      const ran = await backup(place.at(`register.db${ending}`));
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is the register itself') });
    }
    expect(readFileSync(place.at('mine.db'), 'utf8')).toBe('mine');
    expect((await place.scorebook('register', 'check')).code).toBe(0);
  });

  test('leaves nothing half-written', async () => {
    place.put('file', 'x');
    const before = readdirSync(place.at());
    expect(await backup(place.at('file', 'backup.db'))).toMatchObject({ code: 1, out: '' });
    expect(readdirSync(place.at())).toEqual(before);
  });
});

describe('return get', () => {
  const get = (...args: readonly string[]): Promise<Ran> => place.scorebook('return', 'get', ...args);

  test('gives back a file byte for byte, accepted or refused', async () => {
    const file = place.at('back', 'a.xlsx');
    expect(await get('1', '--out', file)).toEqual({
      code: 0,
      err: '',
      out: `${file}: return 1 (accepted), which came as a.xlsx\n`,
    });
    expect(readFileSync(file).equals(readFileSync(place.at('returns', 'a.xlsx')))).toBe(true);
    place.put('more/d.xlsx', readFileSync(place.at('returns', 'a.xlsx')).subarray(0, 1_000));
    await place.scorebook('import', place.at('more'));
    expect((await get('4', '--out', place.at('d.xlsx'))).code).toBe(0);
    expect(readFileSync(place.at('d.xlsx'))).toEqual(readFileSync(place.at('more', 'd.xlsx')));
  });

  test('says so of a file that could be no return, whose bytes are not stored', async () => {
    const { code, err } = await get('3', '--out', place.at('c.txt'));
    expect([code, existsSync(place.at('c.txt'))]).toEqual([1, false]);
    expect(err).toMatch(/^error: The register has no bytes of return 3, "c\.txt" \(23 bytes, SHA-256 [0-9a-f]{64}\)/);
  });

  test('by the number that import and status tell', async () => {
    const { files } = JSON.parse((await place.scorebook('import', place.at('returns'), '--json')).out);
    expect(files.map(({ id, status }: { id: number; status: string }) => [status, id])).toEqual([
      ['already-imported', 1],
      ['already-imported', 2],
      ['refused', 4],
    ]);
    const [{ partners }] = JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out);
    expect(partners.map(({ counting }: { counting: { id: number } }) => counting.id)).toEqual([1, 2]);
  });

  test('tells the result as JSON, and goes to the folder of output when no name is given', async () => {
    const before = process.cwd();
    process.chdir(place.at());
    try {
      const { code, out } = await get('2', '--json');
      expect([code, JSON.parse(out)]).toEqual([
        0,
        {
          file: join('output', 'return-2_X02.xlsx'),
          id: 2,
          name: 'b.zip > folder/X02.xlsx',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          status: 'accepted',
          message: null,
          bytes: place.filledIn('X02').length,
        },
      ]);
      expect((await get('2')).code).toBe(0);
    } finally {
      process.chdir(before);
    }
  });

  test('overwrites nothing', async () => {
    place.put('mine.xlsx', 'mine');
    mkdirSync(place.at('folder'));
    for (const name of ['mine.xlsx', 'folder']) {
      expect(await get('1', '--out', place.at(name))).toMatchObject({ code: 1, out: '' });
    }
    expect(await get('1', '--out', place.at('register.db-wal'))).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(place.at('mine.xlsx'), 'utf8')).toBe('mine');
  });

  test('does not give back what is not what came', async () => {
    tamper(`update file set bytes = x'00' where name = 'a.xlsx'`);
    expect(await get('1', '--out', place.at('a.xlsx'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('are not those that came'),
    });
    expect(existsSync(place.at('a.xlsx'))).toBe(false);
  });

  test.each([
    ['99', 'The register has no return 99'],
    ['0', '"0" is not the number of a return'],
    ['X01', '"X01" is not the number of a return'],
    ['99999999999999999999', 'is not the number of a return'],
  ])('is refused for %s', async (id, message) => {
    expect(await get(id)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

test.each([
  ['register check', 'scorebook register check [options]'],
  ['register backup', 'scorebook register backup <file> [options]'],
  ['return get', 'scorebook return get <id> [options]'],
])('help of %s tells its options', async (command, usage) => {
  const { code, out } = await place.scorebook(...command.split(' '), '--help');
  expect([code, out]).toEqual([0, expect.stringContaining(`Usage: ${usage}\n`)]);
  for (const option of ['--register <path>', '--json']) expect(out).toContain(option);
});

test.each([['register'], ['return'], ['register', 'chekc'], ['return', 'get'], ['register', 'backup']])(
  'a command line that stops at %s ends with 2 and a message',
  async (...args) => {
    const { code, out, err } = await place.scorebook(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  },
);
