import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackage } from '../../../../src/spreadsheet/read/readPackage.ts';
import { countedRollUp } from '../countedRollUp.ts';
import { done, openTwoRegions, southern, southernText, type TwoRegions, withClient } from '../twoRegions.ts';

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

/** REGISTER and OUT are replaced by the address of the register and a folder of the command's own. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'round list': ['round list --register REGISTER', 'round list --register REGISTER --json'],
  status: [
    'status --register REGISTER',
    'status --round 2026 --all --register REGISTER',
    'status --round 2026 --json --out OUT/tracker.xlsx --register REGISTER',
  ],
  rollup: [
    'rollup --round 2026 --out OUT/roll-up.xlsx --register REGISTER',
    'rollup --round 2026 --all --previous 2025 --json --out OUT/with-2025.xlsx --register REGISTER',
    'rollup --round 2026 --by phase --out OUT/phases.xlsx --register REGISTER',
  ],
  feedback: ['feedback --round 2026 --out OUT/feedback --json --register REGISTER'],
  export: ['csv', 'json', 'xlsx'].map(
    (format) => `export --round 2026 --format ${format} --out OUT/data.${format} --register REGISTER`,
  ),
};

const refused: Readonly<Record<string, readonly string[]>> = {
  generate: ['generate --round 2026 --register REGISTER'],
  send: ['send --round 2026 --register REGISTER'],
  remind: ['remind --round 2026 --register REGISTER'],
  import: ['import RETURN --register REGISTER', 'import --queue RETURN --register REGISTER'],
  work: ['work --until-empty --register REGISTER'],
  receipt: ['receipt --round 2026 --register REGISTER'],
  correct: ['correct --round 2026 --all --register REGISTER'],
  'review generate': ['review generate --round 2026 --due 29/01/2027 --register REGISTER'],
  'review import': ['review import RETURN --register REGISTER'],
  agree: ['agree PARTNERS --round 2026 --register REGISTER'],
  'round show': ['round show 2026 --register REGISTER'],
  'round update': ['round update PARTNERS --register REGISTER'],
  'round extend': ['round extend X01 --round 2026 --due 20/12/2026 --reason asked --register REGISTER'],
  'round sent': ['round sent X01 --round 2026 --reason phoned --register REGISTER'],
  'round withdraw': ['round withdraw Y01 --round 2026 --reason closed --register REGISTER'],
  'round bring-back': ['round bring-back Y01 --round 2026 --reason open --register REGISTER'],
  'round merge': ['round merge X01 --into X02 --round 2026 --reason merged --register REGISTER'],
  'round split': ['round split X01 --into X02 --round 2026 --reason split --register REGISTER'],
  'round partner': ['round partner X01 --round 2026 --name Other --reason renamed --register REGISTER'],
  'round close': ['round close 2026 --reason over --register REGISTER'],
  'round reopen': ['round reopen 2026 --reason over --register REGISTER'],
  'round rename': ['round rename 2026 2027 --reason mistyped --register REGISTER'],
  'round undo': ['round undo 1 --reason wrong --register REGISTER'],
  'round delete': ['round delete 2026 --register REGISTER'],
  'return get': [
    'return get 3 --out OUT/3.xlsx --register REGISTER',
    'return get 1 --out OUT/1.xlsx --register REGISTER',
  ],
  'return accept': ['return accept 3 --warning return.other-sender --reason right --register REGISTER'],
  'return set-aside': ['return set-aside 3 --reason wrong --register REGISTER'],
  'return prefer': ['return prefer 3 --reason right --register REGISTER'],
  'return correct': ['return correct 1 --question 1.1.1 --answer 3 --reason asked --register REGISTER'],
  'return merge': ['return merge 1 2 --reason halves --register REGISTER'],
  'return enter': [
    'return enter X01 RETURN --paper --round 2026 --received 19/11/2026 --reason post --register REGISTER',
  ],
  'register check': ['register check --register REGISTER'],
  'register backup': ['register backup OUT/backup.db --register REGISTER'],
  'register copy': ['register copy REGISTER OUT/copy.db'],
  'register prune': ['register prune --register REGISTER', 'register prune --dry-run --register REGISTER'],
  'register grant': [
    'register grant ben --region Q-40 --read --register REGISTER',
    'register grant --list --register REGISTER',
  ],
  'register revoke': ['register revoke ann --register REGISTER'],
};

/** They know no register. */
const without = ['wording', 'instruments', 'show', 'check', 'new', 'schema', 'example'];

/** Every command of the program, as its help lists them. */
async function commandsBelow(...parents: readonly string[]): Promise<readonly string[]> {
  const { out } = await regions.command(...parents, '--help');
  const [, listed = ''] = out.split('\nCommands:\n');
  const names = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => [...parents, name]);
  if (names.length === 0) return [parents.join(' ')];
  return (await Promise.all(names.map((name) => commandsBelow(...name)))).flat();
}

let runs = 0;

/** Runs a line as a user, and gives what it printed and wrote. */
async function tried(line: string, register = reader) {
  const { place, command } = regions;
  runs += 1;
  const folder = place.at(`run-${runs}`);
  place.put(`run-${runs}/here.txt`, '');
  const words = line.split(' ').map((word) =>
    word
      .replace('REGISTER', () => register)
      .replace('OUT', folder)
      .replace('RETURN', place.at('all.db-returns-2026', 'Y01.xlsx'))
      .replace('PARTNERS', place.at('partners.csv')),
  );
  return { ...(await command(...words)), folder };
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

/** The texts of a file; of a workbook, those of all its parts. */
function textOf(path: string): string {
  const bytes = readFileSync(path);
  return path.endsWith('.xlsx')
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : bytes.toString();
}

const found = (text: string): readonly string[] => southern.filter((secret) => text.includes(secret));

test('every command of the program is tried below', async () => {
  const tries = [...Object.keys(allowed), ...Object.keys(refused), ...without];
  expect([...(await commandsBelow())].sort()).toEqual(tries.sort());
});

describe('a user who may read a region', () => {
  test.each(Object.values(allowed).flat())('learns nothing of another by: scorebook %s', async (line) => {
    const { code, out, err, folder } = await tried(line);
    expect([code, err]).toEqual([0, expect.not.stringContaining('error:')]);
    expect(found(out + err)).toEqual([]);
    const files = filesBelow(folder);
    if (line.includes('OUT')) expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(found(`${file} ${textOf(join(folder, file))}`), file).toEqual([]);
  });

  test('in a register of which the owner sees all', async () => {
    const { folder } = await tried(
      'export --round 2026 --format json --out OUT/data.json --register REGISTER',
      regions.owner,
    );
    expect(found(textOf(join(folder, 'data.json')))).toEqual(expect.arrayContaining([southernText, 'Y01', 'Q-40']));
  });

  test.each(Object.values(refused).flat())('is refused: scorebook %s', async (line) => {
    const { code, out, err, folder } = await tried(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      `its user ${user} sees region Q30 only, for which there are status, rollup, feedback and export`,
    );
    expect(err).not.toMatch(/damaged|\n\s+at /);
    expect(found(err)).toEqual([]);
    expect(filesBelow(folder)).toEqual(['here.txt']);
  });

  test('has the status, roll-up and export of a register with that region alone', async () => {
    const { north } = regions;
    for (const line of [
      'status --round 2026 --all --register REGISTER',
      'export --round 2026 --format csv --out OUT/data.csv --register REGISTER',
      'rollup --round 2026 --previous 2025 --out OUT/roll-up.xlsx --register REGISTER',
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
    expect(await tried('status --queue --register REGISTER')).toMatchObject({ code: 2 });
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

  test('grants a second region, lists who sees what, and takes all back', async () => {
    const { owner, command, as } = regions;
    const ben = `ben${process.pid}`;
    const granted = (...args: readonly string[]) => command('register', ...args, '--register', owner);
    const first = await granted('grant', ben, '--region', 'Q-40', '--read');
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${ben} may read region Q-40\nIt is a new user`),
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
