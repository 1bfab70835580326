import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealKeyOf } from '../../../../src/register/database/sealKey.ts';
import { isSealedBy } from '../../../../src/register/database/serverFunctions.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { sealedText, sealStamp } from '../../../../src/workbook/layout/stamp.ts';
import type { Ran } from '../../../cli/workplace.ts';
import { fillIn } from '../../../tools/fillIn.ts';
import { commandsFor, linesFor } from '../commandLines.ts';
import { countedRollUp } from '../countedRollUp.ts';
import { filesBelow, found, textOf, triedOn } from '../triedLine.ts';
import { done, openTwoRegions, southernText, type TwoRegions, withClient } from '../twoRegions.ts';

/** A user who may record returns of region Q30. The south has returned Y01 as number 6, the north X01 and X02 as 4 and 5. */
let regions: TwoRegions;
let writer: string;
const user = `eve ${process.pid}`;
beforeAll(async () => {
  regions = await openTwoRegions();
  const { command, owner, as } = regions;
  const granted = await command('register', 'grant', user, '--region', 'Q30', '--register', owner);
  expect(granted.out).toContain(`${user} may read, and record returns of, region Q30`);
  writer = as(user);
}, 120_000);
afterAll(() => regions.place.remove());

const run = (...args: readonly string[]): Promise<Ran> => regions.command(...args, '--register', writer);
const importing = (...args: readonly string[]): Promise<Ran> =>
  run('import', ...args, '--findings', regions.place.at('findings.xlsx'));
const returnedBy = (code: string, round = '2026'): string =>
  regions.place.at(`all.db-returns-${round}`, `${code}.xlsx`);

/** All that the register has of the south, for the owner. */
const southNow = (): Promise<unknown> =>
  withClient(regions.owner, async (client) => {
    const own = `(select id from workbook where partner like 'Y%')`;
    const returns = `(select id from return where workbook in ${own})`;
    const tables = [
      `select * from partner where code like 'Y%' order by round, instrument, code`,
      `select * from workbook where id in ${own} order by id`,
      `select * from return where id in ${returns} order by id`,
      `select * from answer where return_id in ${returns} order by return_id, section, subject, field`,
      `select * from finding where return_id in ${returns} order by return_id, position`,
      `select * from print where return_id in ${returns} order by return_id, part`,
      `select * from message where partner like 'Y%' order by id`,
      `select * from round_change where partner like 'Y%' order by id`,
      'select * from agreement order by id',
      `select sha256, name, received_at, encoding, size, bytes from file
        where sha256 in (select file from return where id in ${returns}) order by sha256`,
      `select * from setting where name in ('seal key', 'version')`,
      'select * from round order by round, instrument',
      'select * from definition',
    ];
    const rows: unknown[] = [];
    for (const query of tables) rows.push((await client.query(query)).rows);
    return rows;
  });

let before: unknown;
beforeAll(async () => {
  before = await southNow();
});

describe('a user who records returns of a region', () => {
  test('has the roll-up of very many partners of a register with that region alone', async () => {
    const [own, text] = await countedRollUp(writer);
    expect(own).toEqual((await countedRollUp(regions.north))[0]);
    expect(found(text)).toEqual([]);
  });

  test('imports them, and again without a change', async () => {
    const { command, owner } = regions;
    const again = await importing(returnedBy('X01'), '--json');
    expect(again).toMatchObject({ code: 0, err: expect.not.stringContaining('error') });
    expect(JSON.parse(again.out).files).toMatchObject([{ status: 'already-imported' }]);
    const stated = await importing(returnedBy('X01'), '--received', '19/11/2026 10:00');
    expect(stated).toMatchObject({ code: 0, out: expect.stringContaining('It is now 2026-11-19 10:00') });
    expect(await command('register', 'check', '--register', owner)).toMatchObject({ code: 0 });
  });

  test('records a new one as the owner would, with an entry in the log', async () => {
    const { command, owner } = regions;
    await withClient(owner, async (client) => {
      await client.query('delete from return where id = 5');
      await client.query(`delete from file where not exists (select from return where file = sha256)`);
    });
    const imported = await importing(returnedBy('X02'), '--json');
    expect(imported).toMatchObject({ code: 0 });
    expect(JSON.parse(imported.out).files).toMatchObject([{ status: 'accepted', partner: { code: 'X02' } }]);
    expect((await run('status', '--round', '2026')).out).toContain('2 of 2');
    const checked = await command('register', 'check', '--register', owner);
    expect([checked.code, checked.out, checked.err]).toEqual([
      0,
      expect.any(String),
      expect.not.stringContaining('error'),
    ]);
  });

  test('is refused the file of a partner of another region, which says nothing of it, and is not recorded', async () => {
    for (const line of [
      [returnedBy('Y01')],
      [returnedBy('Y01'), '--as', 'X01', '--round', '2026'],
      [returnedBy('Y01', '2025'), '--json'],
    ]) {
      const { code, out, err } = await importing(...line);
      expect(code).toBe(1);
      expect(out + err).not.toContain(southernText);
      expect(out + err).not.toMatch(/Dunmere|Q-40|already-imported|\n\s+at /);
      expect(out).toMatch(
        /give it to a colleague who sees that partner. It was not recorded|It cannot be imported as the workbook of "X01"/,
      );
    }
    expect(await southNow()).toEqual(before);
  });

  test('is refused a file without a partner, which is not recorded', async () => {
    const files = () => withClient(regions.owner, async (client) => (await client.query('select from file')).rowCount);
    const count = await files();
    const { code, out } = await importing(regions.place.put('notes.xlsx', 'no workbook'));
    expect([code, out]).toEqual([1, expect.stringContaining('refused')]);
    expect(await files()).toBe(count);
  });

  test('decides about returns of its partners, and about no others', async () => {
    const { command, owner } = regions;
    const reason = ['--reason', 'agreed on the phone'];
    const [own] = JSON.parse((await importing(returnedBy('X01'), '--json')).out).files;
    const correction = ['--question', '1.1.1', '--field', 'evidence', '--answer', 'as said on the phone'];
    expect(await run('return', 'correct', String(own.id), ...correction, ...reason)).toMatchObject({ code: 0 });
    expect(await run('return', 'set-aside', String(own.id), ...reason)).toMatchObject({
      code: 0,
      out: expect.stringContaining('To undo: scorebook round undo'),
      err: expect.stringContaining(
        `Commands named here that ${user} may not give: review generate, round undo. Ask owner_${regions.schema}, who owns the register.\n`,
      ),
    });
    const undone = await run('return', 'prefer', String(own.id), ...reason);
    expect([undone.code, undone.err]).toEqual([
      2,
      expect.stringMatching(
        /Undo that change first.*\nCommands named here that .* may not give: round show, round undo\. Ask owner_/,
      ),
    ]);
    for (const words of [
      ['correct', '6', ...correction],
      ['set-aside', '6'],
      ['prefer', '6'],
      ['accept', '6', '--warning', 'return.like-another'],
    ]) {
      const { code, out, err } = await run('return', ...words, ...reason);
      expect([code, out, found(err)]).toEqual([2, '', []]);
      expect(err).toContain('6');
    }
    expect(await command('register', 'check', '--register', owner)).toMatchObject({ code: 0 });
    expect(await southNow()).toEqual(before);
  });

  test('gets back the files of its partners, and no others', async () => {
    const { place } = regions;
    const [own] = JSON.parse((await importing(returnedBy('X01'), '--json')).out).files;
    expect(await run('return', 'get', String(own.id), '--out', place.at('own.xlsx'))).toMatchObject({ code: 0 });
    expect(readFileSync(place.at('own.xlsx'))).toEqual(readFileSync(returnedBy('X01')));
    const other = await run('return', 'get', '6', '--out', place.at('other.xlsx'));
    expect([other.code, other.out, found(other.err)]).toEqual([2, '', []]);
    expect(existsSync(place.at('other.xlsx'))).toBe(false);
  });

  test('writes e-mails to its partners alone', async () => {
    const { place, command, owner } = regions;
    const folder = place.at('mail');
    const sent = await run(
      'send',
      '--round',
      '2026',
      '--out',
      folder,
      '--again',
      '--partner',
      'X01',
      '--workbooks',
      place.at('all.db-2026'),
    );
    expect([sent.code, found(sent.out + sent.err), sent.err]).toEqual([0, [], expect.any(String)]);
    expect(readdirSync(folder).filter((name) => /Y0/.test(name))).toEqual([]);
    expect(await command('register', 'check', '--register', owner)).toMatchObject({ code: 0 });
    expect(await southNow()).toEqual(before);
  });

  test('changes nothing that a round remembers for all regions', async () => {
    const { place } = regions;
    const sending = ['send', '--round', '2026', '--again', '--partner', 'X01', '--workbooks', place.at('all.db-2026')];
    const { code, out, err } = await run(...sending, '--contact', 'Eve', '--no-wording');
    expect([code, out, err]).toEqual([
      2,
      '',
      `error: --contact and --wording: the round remembers this for all regions, and ${user} does not see all. Leave it out, or ask owner_${regions.schema}, who owns the register.\n`,
    ]);
  });

  test.each([...linesFor('reader'), ...linesFor('recorder')])(
    'learns nothing of another by: scorebook %s',
    async (line) => {
      const { code, out, err, folder } = await triedOn(regions, line, writer);
      // What the returned file itself says is no secret.
      const secrets = (text: string) => found(line.includes('RETURN') ? text.replaceAll('Y01', '') : text);
      if (line.includes('REVIEW')) expect(out).toContain('The workbook contains no answers');
      expect([secrets(out + err), err]).toEqual([[], expect.not.stringMatching(/This command is for|\n\s+at /)]);
      for (const file of filesBelow(folder)) {
        expect(secrets(`${file} ${await textOf(join(folder, file))}`), file).toEqual([]);
      }
      // Of another region, and a review that nobody filled in.
      const problem = line.includes('import') ? 1 : 2;
      expect(code).toBe(/RETURN|REVIEW|return \S+ 3/.test(line) ? problem : 0);
    },
  );

  test.each(linesFor('all'))('is refused: scorebook %s', async (line) => {
    const { code, out, err, folder } = await triedOn(regions, line, writer);
    expect([code, out, found(err), filesBelow(folder)]).toEqual([2, '', [], ['here.txt']]);
    expect(err).toContain(
      `error: This command is for those who see all regions, and ${user} sees only region Q30. Ask owner_${regions.schema}, who owns the register. The commands for ${user} are: import and review import of files, `,
    );
    for (const name of [...commandsFor('reader'), ...commandsFor('recorder')]) expect(err).toContain(name);
  });

  test('leaves to the owner the reminders that bring a workbook to correct errors in', async () => {
    const { place } = regions;
    const wrong = fillIn(readFileSync(place.at('all.db-2026', 'pct-self-assessment_2026_X02.xlsx')), [
      { sheet: '1 Assessing need', row: 5, column: 3, value: 'see below' },
    ]);
    expect((await importing(place.put('wrong.xlsx', wrong))).out).toContain('"see below" is not a valid answer');
    const reminding = ['remind', '--round', '2026', '--partner', 'X02', '--out', place.at('reminders')];
    for (const trial of [[], ['--dry-run']]) {
      const { code, out, err } = await run(...reminding, ...trial);
      expect([code, out, err]).toEqual([1, expect.stringMatching(/no messages/i), expect.any(String)]);
      expect(err).toContain(`error: There are errors in the returns of X02.`);
      expect(err).toContain(`Ask owner_${regions.schema}, who owns the register, to remind them.`);
    }
  });

  test('has changed nothing of another region', async () => {
    const { command, owner } = regions;
    expect(await southNow()).toEqual(before);
    expect(await command('register', 'check', '--register', owner)).toMatchObject({ code: 0 });
  });
});

describe('the server', () => {
  const refused = /permission denied|row-level security|not of a partner|not about a partner|violates/;
  const asWriter = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => withClient(writer, work);

  test('lets the user change no row of another region, table by table', async () => {
    const tables = await withClient(regions.owner, async (client) => {
      const { rows } = await client.query<{ name: string; columns: string[] }>(`select c.relname as name,
        array_agg(a.attname::text order by attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and a.attnum > 0 group by c.relname`);
      return rows;
    });
    expect(tables).toHaveLength(18);
    await asWriter(async (client) => {
      for (const { name, columns } of tables) {
        await client.query(`delete from "${name}"`).catch((failure: Error) => expect(failure.message).toMatch(refused));
        for (const column of columns) {
          await client
            .query(`update "${name}" set "${column}" = "${column}"`)
            .catch((failure: Error) => expect(failure.message).toMatch(refused));
        }
      }
    });
    expect(await southNow()).toEqual(before);
  });

  test('lets the user add no row to another region', async () => {
    const south = await withClient(regions.owner, async (client) => {
      const { rows } = await client.query<{
        id: string;
        file: string;
        bytes: Buffer;
      }>(`select workbook as id, file, bytes
        from return join file on sha256 = file where return.id = 6`);
      return rows[0];
    });
    if (south === undefined) throw new Error('Y01 has returned');
    const change = `insert into round_change (round, instrument, partner, what, before, after, at)`;
    const corrected = JSON.stringify([{ return: 6, section: '', subject: '1.1.1', field: 'score', state: 'blank' }]);
    const undoing = `insert into round_change (round, instrument, partner, what, before, after, undoes, at)
      values ('2026', 'pct-self-assessment', 'X01', 'set aside', '[]', '[]', 1, '')`;
    const message = `insert into message (round, instrument, partner, kind, about, message_id, recipient, state, at)`;
    const statements: readonly (readonly [text: string, ...values: unknown[]])[] = [
      [`insert into answer values (6, 's', 'x', 'f', 'blank', null)`],
      [`insert into finding values (6, 99, 'c', 'error', '{}', '{}', 'm')`],
      [`insert into print values (6, 'p', 'd', 1)`],
      [`insert into received_message (return_id, subject, forwarded_by) values (6, 's', '')`],
      [`${change} values ('2026', 'pct-self-assessment', 'Y01', 'set aside', '[]', '[6]', '')`],
      [`${change} values ('2026', 'pct-self-assessment', 'X01', 'deadline', '""', '""', '')`],
      [`${change} values ('2026', 'pct-self-assessment', 'X01', 'corrected', '[]', $1, '')`, corrected],
      [`${change} values ('2026', 'pct-self-assessment', 'X01', 'corrected', $1, '[]', '')`, corrected],
      [`${change} values ('2026', 'pct-self-assessment', 'X01', 'settled', '[]', '[{"return":6,"code":"c"}]', '')`],
      [`${change} values ('2026', 'pct-self-assessment', 'X01', 'set aside', '[]', '[6]', '')`],
      [`${change} values ('2026', 'pct-self-assessment', 'X01', 'preferred', 'null', '6', '')`],
      [undoing],
      [`${change} values ('2026', 'pct-self-assessment', null, 'deadline', '""', '""', '')`],
      [`${message} values ('2026', 'pct-self-assessment', 'Y01', 'sending', 'a', 'b', 'c', 'sent', 'd')`],
      [`update message set recipient = 'x', about = 'y'`],
      [`insert into return (file, status, workbook, received_at) values ($1, 'refused', $2, '')`, south.file, south.id],
      [`select enter_return('x', $1, '', 'accepted', $2, 1, 'green')`, south.bytes, south.id],
      [`select enter_return('x', 'new', '', 'accepted', $1, 1, 'green')`, south.id],
      [`select enter_return('x', 'new', '', 'refused', null, null, null)`],
      [
        `select enter_return('x', $1, '', 'accepted', (select id from workbook where partner = 'X01' limit 1), 1, 'green')`,
        south.bytes,
      ],
      [`select enter_log('', 'w', '', $1, 'd', false)`, JSON.stringify(['return', south.file])],
      [`select enter_log('', 'w', '', $1, 'd', false)`, JSON.stringify(['workbook', south.id])],
      [`select enter_log('', 'w', '', '["round","2026","pct-self-assessment"]', 'd', false)`],
      [`select enter_log('', 'w', '', '["message",9999]', 'd', false)`],
      [`select keyed_digest('x')`],
      [`select sees_partner('2026', 'pct-self-assessment', 'Y01')`],
      ['select * from log'],
      [`update setting set value = 'x'`],
      ['create table more (id integer)'],
      [`alter table answer disable row level security`],
      ['set role postgres'],
    ];
    await asWriter(async (client) => {
      for (const [text, ...values] of statements) {
        await expect(client.query(text, values), text).rejects.toThrow(
          /permission denied|row-level security|not of a partner|not about a partner|must be owner/,
        );
      }
    });
    expect(await southNow()).toEqual(before);
  });

  test('says whether a seal is the register’s, and never which it is', async () => {
    const stamp = {
      ...{ instrument: 'pct-self-assessment', edition: 'é', fingerprint: 'f\u2028\u0007', round: '2026' },
      ...{ partner: 'Y02', workbook: 'w "1" \\ \n' },
    };
    const owner = await openRegister(regions.owner, 'read');
    const sealed = sealStamp(stamp, await sealKeyOf(owner.db));
    await owner.close();
    const register = await openRegister(writer, 'record');
    try {
      expect(await isSealedBy(register.db, sealedText(sealed), sealed.seal)).toBe(true);
      expect(await isSealedBy(register.db, sealedText({ ...stamp, partner: 'Y01' }), sealed.seal)).toBe(false);
      expect(sealStamp(stamp, register.sealKey).seal).not.toBe(sealed.seal);
    } finally {
      await register.close();
    }
  });

  test('takes all of it back', async () => {
    const { command, owner, schema } = regions;
    await done(command('register', 'grant', user, '--region', 'Q30', '--read', '--register', owner));
    expect((await run('import', returnedBy('X01'))).err).toContain(`${user} may only read region Q30`);
    await done(command('register', 'revoke', user, '--register', owner));
    await asWriter(async (client) => {
      for (const text of [
        `select from ${schema}.answer`,
        `select ${schema}.is_sealed('x', 'y')`,
        `insert into ${schema}.answer values (4)`,
      ]) {
        await expect(client.query(text)).rejects.toThrow('permission denied');
      }
    });
  });
});
