import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { smallRound } from '../cli/smallRound.ts';

const { at, scorebook, register, generate, issued, fillInReturn, renewRegister, asNobody } = smallRound();

describe('the register', () => {
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['import', ['import', tmpdir()]],
    ['status', ['status', '--round', '2026']],
    ['rollup', ['rollup', '--round', '2026']],
  ];

  test.each(commands)('that is not there is not made by %s', async (_command, args) => {
    const { code, out, err } = await scorebook([...args.map((arg) => (arg === tmpdir() ? at() : arg)), ...register()]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `error: There is no register ${at('register.db')}. Generate the workbooks first, or check --register.\n`,
    );
    expect(existsSync(at('register.db'))).toBe(false);
  });

  test.each([
    ['is no database', 'partners.csv', 'file is not a database'],
    ['is a folder', '.', 'it is a folder or a device, not a file'],
    ['lies in a file', 'partners.csv/register.db', 'there is a file where a folder is needed'],
  ])('that %s is not used', async (_what, path, problem) => {
    const { code, out, err } = await generate('--register', at(path));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`error: The register ${at(path)} cannot be opened: ${problem}. Check --register.\n`);
    expect(readFileSync(at('partners.csv'), 'utf8')).toMatch(/^code,name/);
  });

  test.each([
    ['', '--register is empty'],
    [':memory:', 'would be forgotten'],
    ['http://register.example/a.db', 'is neither a file nor the address of a PostgreSQL database'],
    ['file:a.db', 'is neither a file nor the address'],
  ])('cannot be %j', async (path, message) => {
    const status = await scorebook(['status', '--round', '2026', '--register', path]);
    for (const { code, out, err } of [await generate('--register', path), status]) {
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(message)]);
    }
  });

  test('that is empty is no register to be read', async () => {
    writeFileSync(at('register.db'), '');
    expect(await scorebook(['status', '--round', '2026', ...register()])).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be opened: it is empty. Check --register.'),
    });
    expect(readFileSync(at('register.db'))).toHaveLength(0);
  });

  test('of a newer version is refused by every command', async () => {
    await issued();
    const database = new Database(at('register.db'));
    database.exec('pragma user_version = 99');
    database.close();
    const message =
      /^error: The register .* cannot be opened: it was used by a newer version of Scorebook \(its tables have version 99, .*use the newer Scorebook/;
    for (const args of [
      ['status', '--round', '2026'],
      ['import', at('workbooks')],
      ['register', 'check'],
    ]) {
      expect(await scorebook([...args, ...register()])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(message),
      });
    }
    expect(await generate()).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  test('without the key of its seals is refused, and gets no other', async () => {
    await issued();
    const database = new Database(at('register.db'));
    database.exec(`delete from setting where name = 'seal key'`);
    database.close();
    for (const args of [
      ['import', at('workbooks')],
      ['status', '--round', '2026'],
      ['register', 'check'],
    ]) {
      expect(await scorebook([...args, ...register()])).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('The key for the seals is missing or damaged'),
      });
    }
  });

  test.each(['read-only', 'writable'])('of an earlier version that is %s', async (what) => {
    const earlier = join(import.meta.dirname, 'earlier', '1-0c66eff.sql');
    const database = new Database(at('register.db'));
    database.exec(readFileSync(earlier, 'utf8'));
    database.close();
    await asNobody(async () => {});
    if (what === 'read-only') chmodSync(at('register.db'), 0o444);
    const ran = await asNobody(() => scorebook(['register', 'backup', at('copy.db'), ...register()]));
    if (what === 'writable')
      expect(ran).toMatchObject({ code: 0, err: expect.stringMatching(/^The register .* was brought up to date/) });
    else {
      expect(ran).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('is of an earlier version of Scorebook and may only be read'),
      });
    }
  });

  test.each(['folder', 'file'])('can be read where its %s is read-only', async (what) => {
    await generate();
    renewRegister();
    const path = fillInReturn();
    const [out, locked] = [at('workbooks', 'roll-up.xlsx'), what === 'folder' ? at() : at('register.db')];
    chmodSync(at('workbooks'), 0o777);
    await asNobody(async () => {});
    chmodSync(at('register.db'), 0o444);
    chmodSync(locked, what === 'folder' ? 0o555 : 0o444);
    const ran = await asNobody(async () => [
      await scorebook(['status', '--round', '2026', ...register()]),
      await scorebook(['rollup', '--round', '2026', '--out', out, ...register()]),
      await scorebook(['import', path, ...register()]),
      await generate(),
    ]);
    chmodSync(at(), 0o755);
    expect(ran.map(({ code, err }) => `${code} ${err.trim()}`)).toEqual([
      '0 ',
      '0 ',
      ...[1, 2].map(
        () =>
          `2 error: The register ${at('register.db')} cannot be opened: it may only be read, and this command writes to it. Check --register.`,
      ),
    ]);
  });
});
