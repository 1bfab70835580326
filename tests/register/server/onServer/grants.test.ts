import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instruments } from '../../../../definitions/index.ts';
import { reportStatus } from '../../../../src/operations/reportStatus.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { trackerPlan } from '../../../../src/rollup/writeTracker.ts';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { plannedSheet } from '../../../planned.ts';
import { editedTracker } from '../../../rollup/editedTracker.ts';
import { commandsFor, commandsOf, linesFor, triedCommands } from '../commandLines.ts';
import { countedRollUp } from '../countedRollUp.ts';
import { filesBelow, found, textOf, triedOn } from '../triedLine.ts';
import { done, openTwoRegions, southernText, type TwoRegions, withClient } from '../twoRegions.ts';

/** A user who may read region Q30 tries every command of the program. */
let regions: TwoRegions;
let reader: string;
const user = `ann "o'Q" ${process.pid}`;
beforeAll(async () => {
  regions = await openTwoRegions();
  const { command, owner, as } = regions;
  reader = as(user);
  await done(command('register', 'grant', user, '--region', 'Q30', '--read', '--register', owner));
}, 120_000);
afterAll(() => regions.place.remove());

const tried = (line: string, register = reader) => triedOn(regions, line, register);

test('every command of the program is tried', async () => {
  expect([...(await commandsOf(regions.command))].sort()).toEqual([...triedCommands].sort());
});

describe('a user who may read a region', () => {
  test.each(linesFor('reader'))('learns nothing of another by: scorebook %s', async (line) => {
    const { code, out, err, folder } = await tried(line);
    expect([code, err]).toEqual([0, expect.not.stringContaining('error:')]);
    expect(found(out + err)).toEqual([]);
    const files = filesBelow(folder);
    if (line.includes('OUT')) expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(found(`${file} ${await textOf(join(folder, file))}`), file).toEqual([]);
  });

  test('in a register of which the owner sees all', async () => {
    const { folder } = await tried('export --round 2026 --format json --out OUT/data.json', regions.owner);
    expect(found(await textOf(join(folder, 'data.json')))).toEqual(
      expect.arrayContaining([southernText, 'Y01', 'Q-40']),
    );
  });

  test.each([
    ...linesFor('recorder').map((line) => [line, 'record returns']),
    ...linesFor('all').map((line) => [line, 'see all regions']),
  ])('is refused: scorebook %s', async (line, others) => {
    const { code, out, err, folder } = await tried(line);
    expect([code, out, filesBelow(folder)]).toEqual([2, '', ['here.txt']]);
    expect(err).toContain(
      `error: This command is for those who ${others}, and ${user} may only read region Q30. Ask owner_${regions.schema}, who owns the register. The commands for ${user} are: status, rollup, feedback, export, round list.\n`,
    );
    expect(found(err)).toEqual([]);
  });

  test('reads of every command that there is for it', async () => {
    const { err } = await tried('round show 2026');
    for (const name of commandsFor('reader')) expect(err).toContain(name);
  });

  test('has the status, roll-up and export of a register with that region alone', async () => {
    const { north } = regions;
    for (const line of [
      'status --round 2026 --all',
      'export --round 2026 --format csv --out OUT/data.csv',
      'rollup --round 2026 --previous 2025 --out OUT/roll-up.xlsx',
    ]) {
      const [own, alone] = [await tried(line), await tried(line, north)];
      const withoutPlaces = ({ out, folder }: typeof own): string => out.replaceAll(folder, '');
      expect(withoutPlaces(own)).toEqual(withoutPlaces(alone));
      for (const file of filesBelow(own.folder)) {
        expect(contentOf(join(own.folder, file)), file).toEqual(contentOf(join(alone.folder, file)));
      }
    }
  });
});

describe('a roll-up of more partners than it shows one by one', () => {
  test('is that of a register with the region alone, in the workbook and in the data beside it', async () => {
    const [own, text] = await countedRollUp(reader);
    expect(own).toEqual((await countedRollUp(regions.north))[0]);
    expect([own.returned, own.issued, found(text)]).toEqual([2, 2, []]);
    expect(Object.keys(own.data)).toEqual(['round=2026/region=North/part-0.parquet']);
  });

  test('has both regions where the owner makes it', async () => {
    const [whole, text] = await countedRollUp(regions.owner);
    expect([whole.returned, whole.issued, found(text)]).toEqual([
      ...[3, 4],
      expect.arrayContaining([southernText, 'Y01', 'Q-40']),
    ]);
    expect(Object.keys(whole.data).toSorted()).toEqual(
      ['North', 'South'].map((region) => `round=2026/region=${region}/part-0.parquet`),
    );
  });
});

/** A workbook as its cells. */
const contentOf = (path: string): unknown =>
  path.endsWith('.xlsx')
    ? readPackage(readFileSync(path)).sheets.map(({ name, rows }) => [name, [...rows]])
    : readFileSync(path, 'utf8');

describe('the server', () => {
  test('limits every table', async () => {
    const { rows } = await withClient(regions.owner, (client) =>
      client.query<{ table: string; limited: boolean; policies: number }>(`
        select relname as table, relrowsecurity as limited, (select count(*)::integer from pg_policy where polrelid = c.oid and polcmd = 'r') as policies
        from pg_class c where relkind in ('r', 'p', 'm', 'f') and relnamespace = current_schema()::regnamespace`),
    );
    expect(rows.length).toBe(18);
    for (const { table, ...row } of rows) expect({ table, ...row }).toEqual({ table, limited: true, policies: 1 });
  });

  test('gives the user no row of another region, whatever it asks', async () => {
    const { schema } = regions;
    const answers = await withClient(reader, async (client) => {
      const { rows: tables } = await client.query<{ schema: string; name: string }>(
        `select nspname as schema, relname as name from pg_class join pg_namespace n on n.oid = relnamespace
          where nspname like '${schema}%' and relkind in ('r', 'v') order by relname`,
      );
      const seen = new Map<string, string>();
      for (const table of tables) {
        const name = `"${table.schema}"."${table.name}"`;
        const rows = await client.query(`select * from ${name}`).then(
          (result) => JSON.stringify(result.rows),
          (failure: Error) => failure.message,
        );
        seen.set(table.name, rows);
      }
      for (const query of ['select bytes from file', 'delete from answer', `update partner set name = 'x'`]) {
        await expect(client.query(query)).rejects.toThrow('permission denied');
      }
      seen.set('names of files', JSON.stringify((await client.query('select sha256, name, size from file')).rows));
      return seen;
    });
    expect(JSON.parse(answers.get('names of files') ?? '').length).toBe(4);
    expect(answers.size).toBeGreaterThanOrEqual(19);
    for (const [table, rows] of answers) expect([table, found(rows)]).toEqual([table, []]);
    expect(JSON.parse(answers.get('answer') ?? '').length).toBeGreaterThan(100);
    // Of the south alone.
    for (const table of ['agreement', 'round_change']) expect(answers.get(table)).toBe('[]');
    // Digests say nothing by themselves: rows of the south are missing.
    for (const table of ['detail', 'workbook', 'workbook_content', 'return', 'answer', 'print', 'message']) {
      const { rows } = await withClient(regions.owner, (client) => client.query(`select from ${table}`));
      const seen = JSON.parse(answers.get(table) ?? '').length;
      expect(seen, table).toBeGreaterThan(0);
      expect(seen, table).toBeLessThan(rows.length);
    }
    // Two in each round, and in the round of reviews.
    expect(JSON.parse(answers.get('partner') ?? '').length).toBe(6);
    expect(JSON.parse(answers.get('setting') ?? '')).toEqual([{ name: 'version', value: expect.any(String) }]);
    for (const table of ['log', 'seen_message', 'file']) expect(answers.get(table)).toContain('permission denied');
  });

  test('shows the queue to nobody else', async () => {
    const { owner, command, place } = regions;
    await done(command('import', '--queue', place.at('all.db-returns-2026'), '--register', owner));
    expect(await tried('status --queue')).toMatchObject({ code: 2 });
    await withClient(reader, async (client) => {
      await expect(client.query(`select * from ${regions.schema}_queue.waiting_file`)).rejects.toThrow('permission');
    });
  });
});

describe('the owner', () => {
  test('goes on as before', async () => {
    const { owner, command, place } = regions;
    expect(await command('register', 'check', '--register', owner)).toMatchObject({ code: 0 });
    await done(command('register', 'backup', place.at('whole.db'), '--register', owner));
    expect(existsSync(place.at('whole.db'))).toBe(true);
    expect((await command('status', '--round', '2026', '--register', owner)).out).toContain('3 of 4');
  });

  test('grants beside commands that read, none of which fails', { timeout: 60_000 }, async () => {
    const { owner, command, as } = regions;
    const both = `both${process.pid}`;
    const grant = (): Promise<unknown> =>
      done(command('register', 'grant', both, '--region', 'Q30', '--read', '--register', owner));
    await grant();
    const end = new AbortController();
    const reading = [owner, as(both), as(both)].map((address) =>
      withClient(address, async (client) => {
        // The tables in another order than a grant has them, in statements of their own.
        const texts = ['answer a, own_key', 'own_key, partner p', 'return r, partner p', 'workbook w, partner p'];
        while (!end.signal.aborted) {
          for (const tables of texts) await client.query(`select count(*) from ${tables} where random() < 0.5`);
        }
      }),
    );
    for (let times = 0; times < 5; times += 1) await grant();
    end.abort();
    await Promise.all(reading);
    await done(command('register', 'revoke', both, '--register', owner));
  });

  test('reads back the tracker that such a user wrote and changed', async () => {
    const { owner, command, place } = regions;
    const now = new Date('2026-11-20T10:00:00Z');
    const register = await openRegister(reader, 'results');
    const { trackers } = await reportStatus({ register, instruments, now: () => now }, { round: '2026' });
    await register.close();
    const plan = trackerPlan(trackers, now);
    expect(JSON.stringify([...(plannedSheet(plan, 'Notes').long?.rows ?? [])])).toContain(
      `give it to owner_${regions.schema}, who owns the register, to run`,
    );
    const edited = await editedTracker(plan, ({ put }) => {
      put('X01', 'Contact', 'the head of commissioning');
      put('X01', 'Reason', 'telephone call');
    });
    const updated = await command('round', 'update', place.put('edited.xlsx', edited), '--register', owner);
    expect([updated.code, updated.err]).toEqual([0, expect.not.stringContaining('error')]);
    expect(updated.out).toContain('X01: contact');
    expect(updated.out).not.toContain('X02');
  });

  test('grants a second region, lists who sees what, and takes all back', async () => {
    const { owner, command, as } = regions;
    const ben = `ben${process.pid}`;
    const granted = (...args: readonly string[]) => command('register', ...args, '--register', owner);
    const first = await granted('grant', ben, '--region', 'Q-40', '--read');
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        `${ben} may read region Q-40\nIt is a new user of the server. Set its password in psql: \\password ${ben}\n`,
      ),
    });
    expect(await granted('grant', ben, '--region', 'Q30', '--read', '--json')).toMatchObject({ code: 0 });
    expect((await granted('grant', '--list')).out).toBe(
      `${user} may read region Q30\n${ben} may read the regions Q-40, Q30\n`,
    );
    expect((await command('status', '--round', '2026', '--register', as(ben))).out).toContain('3 of 4');
    expect(await granted('revoke', ben)).toMatchObject({
      code: 0,
      out: expect.stringContaining('no longer sees Q-40, Q30'),
    });
    const after = await command('status', '--round', '2026', '--register', as(ben));
    expect([after.code, after.out]).toEqual([2, '']);
    expect(after.err).toContain('its user has no right to it');
    expect((await granted('grant', '--list', '--json')).out).toContain('"regions": [\n        "Q30"');
    expect((await granted('revoke', ben)).err).toContain(`No region was granted to "${ben}". There are: ${user}.`);
  });
});
