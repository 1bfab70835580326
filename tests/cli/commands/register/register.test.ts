import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../../src/cli/run.ts';
import { logChange } from '../../../../src/register/log/log.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { recordMessage } from '../../../../src/register/rows/messages.ts';
import { zipParts } from '../../../spreadsheet/parts.ts';
import { openWorkplace, type Ran, type Workplace } from '../../workplace.ts';

let model: Workplace;
let place: Workplace;
/** Two accepted returns, numbers 1 and 2, and a refused one, number 3: made once, and copied for each test. */
beforeAll(async () => {
  model = openWorkplace();
  await model.generate(2);
  model.put('returns/a.xlsx', model.filledIn('X01'));
  model.put('returns/b.zip', zipParts({ 'folder/X02.xlsx': model.filledIn('X02') }));
  model.put('returns/c.txt', 'Sorry, it will be late.');
  await model.scorebook('import', model.at('returns'));
  await model.scorebook('register', 'backup', model.at('whole.db'));
});
afterAll(() => model.remove());
beforeEach(() => {
  place = openWorkplace();
  cpSync(model.at(), place.at(), { recursive: true, filter: (path) => !basename(path).startsWith('register.db') });
  renameSync(place.at('whole.db'), place.at('register.db'));
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

/** Codes for what was changed of a return that its file shows otherwise. */
const answersChanged = ['register.changed', 'register.mismatch'];
const incomplete = 'register.incomplete';

describe('register check', () => {
  const check = (...more: readonly string[]): Promise<Ran> => place.scorebook('register', 'check', ...more);

  test('finds nothing wrong with a register as it was made', async () => {
    expect(await check()).toEqual({ code: 0, err: '', out: `${place.at('register.db')}: nothing is wrong\n` });
    const { code, out } = await check('--json');
    expect([code, JSON.parse(out)]).toEqual([0, { register: place.at('register.db'), findings: [], decisions: [] }]);
  });

  test.each<[string, string, readonly string[]]>([
    ['a byte of a file', `update file set bytes = bytes || x'00' where name = 'a.xlsx'`, ['register.file-changed']],
    [
      'the partner of a workbook',
      `update workbook set partner = 'X02' where partner = 'X01'`,
      ['register.changed', 'register.wrong-seal'],
    ],
    [
      'the workbook of a return',
      `update return set workbook = (select id from workbook where partner = 'X02') where id = 1`,
      ['register.changed', 'register.wrong-seal'],
    ],
    ['one answer', `delete from answer where return_id = 1 and subject = '1.1.1'`, [...answersChanged, incomplete]],
    ['all answers', 'delete from answer where return_id = 2', [...answersChanged, incomplete]],
    ['a level', `update answer set value = '3' where subject = '1.1.1' and field = 'score'`, answersChanged],
    ['a word', `update answer set value = value || '!' where field = 'evidence' and value is not null`, answersChanged],
    ['a word into bytes', `update answer set value = cast(value as blob) where field = 'evidence'`, answersChanged],
    [
      'an answer that was never given',
      `update answer set value = 'x', state = 'answered' where state = 'blank'`,
      answersChanged,
    ],
    ['the coverage', 'update return set coverage = 0.1 where id = 1', answersChanged],
    [
      'the position',
      `update return set band = 'green' where id = 1; update return set band = 'red' where id = 2`,
      answersChanged,
    ],
    ['a position for none', 'update return set band = null where id = 1', [...answersChanged, incomplete]],
    ['the status', `update return set status = 'refused' where id = 1`, [...answersChanged, incomplete]],
    [
      'the date of a return',
      `update return set received_at = '2026-11-01T00:00:00.000Z' where id = 1`,
      ['register.changed'],
    ],
    ['the name of a file', `update file set name = 'z.xlsx' where name = 'a.xlsx'`, ['register.changed']],
    ['the findings of a return', 'delete from finding where return_id = 3', ['register.changed']],
    ['the words of a finding', `update finding set message = 'All is well.'`, ['register.changed']],
    ['a finding to one that nobody made', `update finding set facts = '{"a":1}'`, ['register.changed']],
    [
      'the number of a finding',
      'update finding set position = 2 where return_id = 3',
      ['register.changed', incomplete],
    ],
    [
      'a return',
      'delete from answer where return_id = 2; delete from print where return_id = 2; delete from return where id = 2',
      ['register.not-judged', 'register.removed'],
    ],
    [
      'a return with its file',
      'delete from answer where return_id = 2; delete from print where return_id = 2; delete from file where sha256 in (select file from return where id = 2); delete from return where id = 2',
      ['register.removed'],
    ],
    ['the name of a partner', `update partner set name = 'Another' where code = 'X01'`, ['register.changed']],
    ['the partners', 'delete from partner', ['register.damaged', 'register.read-differently', 'register.removed']],
    ['the deadline', `update round set due = '2030-01-01T00:00:00.000Z'`, ['register.changed']],
    [
      'a workbook that was issued',
      `update workbook set details = '{}' where partner = 'X01'`,
      ['register.changed', 'register.read-differently'],
    ],
    [
      'a question',
      `update definition set json = replace(json, 'criteria', 'criterias')`,
      ['register.definition-changed'],
    ],
    [
      'the definition',
      `update definition set json = replace(json, '"strapline":"', '"strapline":"No ')`,
      ['register.definition-changed'],
    ],
    ['a message', 'delete from message where id = 1', ['register.removed']],
    ['the state of a message', `update message set state = 'sent' where id = 1`, ['register.changed']],
    ['the first entry of the log', 'delete from log where id = 1', ['register.log-broken', 'register.not-in-log']],
    [
      'an entry in the middle of the log',
      `delete from log where id = (select max(id) - 1 from log)`,
      ['register.log-broken', 'register.not-in-log'],
    ],
    [
      'the last entry of the log',
      'delete from log where id = (select max(id) from log)',
      ['register.log-cut', 'register.not-in-log'],
    ],
    ['all of the log', 'delete from log', ['register.log-cut', 'register.not-in-log']],
    ['what an entry of the log says', `update log set details = 'X09' where id = 1`, ['register.log-broken']],
    [
      'when an entry was written',
      `update log set at = '2020-01-01T00:00:00.000Z' where id = 2`,
      ['register.log-broken'],
    ],
    ['the end of the log', `delete from setting where name = 'log head'`, ['register.log-cut']],
    [
      'a return, by adding one',
      `insert into file select 'ff', name, bytes, received_at, encoding, size from file where name = 'c.txt'; insert into return (file, status, received_at) values ('ff', 'refused', '')`,
      ['register.not-in-log'],
    ],
    [
      'a partner, by adding one',
      `insert into partner (round, instrument, code, name) select round, instrument, 'X99', 'New' from round`,
      ['register.not-in-log'],
    ],
  ])('reports that somebody has changed or removed %s', async (_what, statement, expected) => {
    const register = await openRegister(place.at('register.db'));
    const key = {
      round: '2026',
      instrument: 'pct-self-assessment',
      partner: 'X01',
      kind: 'sending',
      about: '1',
    } as const;
    const sent = { message_id: '<1@a.example>', recipient: 'a@x.example' };
    await recordMessage(register, key, sent, { state: 'drafted', at: new Date('2026-11-20T11:00:00Z'), detail: null });
    await register.close();
    tamper(statement);
    const ran = await check('--json');
    expect([ran.code, [...new Set(codes(ran))].toSorted()]).toEqual([1, expected.toSorted()]);
  });

  test('reports that the key of the seals was replaced', async () => {
    tamper(`update setting set value = hex(randomblob(32)) where name = 'seal key'`);
    expect(codes(await check('--json'))).toEqual(['register.wrong-seal', 'register.wrong-seal', 'register.log-broken']);
  });

  test('says which answers are not those of the file, without repeating them', async () => {
    tamper(`update answer set value = 'secret' where return_id = 1 and subject = '1.1.1' and field = 'evidence'`);
    const { code, err } = await check();
    expect(code).toBe(1);
    expect(err).toContain('Return 1 does not match its file: the answer to 1.1.1, evidence is stored otherwise.');
    expect(err).not.toContain('secret');
  });

  test('a file that is intact and read differently now is put down to the reader, not to the register', async () => {
    // What another version would have recorded: the rows, and an entry of the log that fits them.
    tamper(
      `update answer set value = 'as it was read then' where return_id = 1 and subject = '1.1.1' and field = 'evidence'`,
    );
    const register = await openRegister(place.at('register.db'));
    const { file } = await register.db
      .selectFrom('return')
      .select('file')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    await logChange(register, { at: new Date(), what: 'accepted', details: file, about: ['return', file] });
    await register.close();
    expect(await check()).toMatchObject({
      code: 0,
      err: expect.stringMatching(
        /^warning: This version of Scorebook reads the file of return 1 differently: .* The register is as it was recorded\.\n$/,
      ),
    });
  });

  test('reports nothing that commands change', async () => {
    await place.scorebook('send', '--round', '2026', '--out', place.at('mail'), '--workbooks', place.at('workbooks'));
    await place.scorebook('import', place.at('returns'), '--received', '2026-11-19 12:00');
    await place.generate(3);
    await place.scorebook('receipt', '--round', '2026', '--out', place.at('mail'));
    await place.scorebook('correct', '--round', '2026', '--all', '--out', place.at('corrections'));
    expect(await check()).toMatchObject({ code: 0, err: '' });
  });

  test('reports a stored file without a result', async () => {
    const sha256 = createHash('sha256').update('x').digest('hex');
    tamper(
      `insert into file (sha256, name, bytes, received_at) values ('${sha256}', 'd.txt', x'78', '2026-11-20T10:00:00.000Z')`,
    );
    expect(await check()).toEqual({
      code: 0,
      err: expect.stringMatching(/^warning: The file "d\.txt" is stored but was not read/),
      out: expect.stringContaining('1 finding'),
    });
  });

  test('says what it cannot prove about a register of an earlier version', async () => {
    const old = place.at('old.db');
    const database = new Database(old);
    database.exec(readFileSync('tests/register/earlier/9-bd0e849.sql', 'utf8'));
    database.close();
    const { code, out } = await place.scorebook('register', 'check', '--json', '--register', old);
    expect(code).toBe(0);
    expect(new Set(JSON.parse(out).findings.map((found: { code: string }) => found.code))).toEqual(
      new Set(['register.not-proved', 'register.read-differently']),
    );
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

test.each([
  ['a position that no version wrote', `update return set band = 'purple'`],
  ['a table that is missing', 'drop table agreement; drop table finding'],
])('a command that meets %s says that the register was changed', async (_what, statement) => {
  tamper(statement);
  const ran = await place.scorebook('rollup', '--round', '2026', '--out', place.at('roll-up.xlsx'));
  expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/by hand|damaged/) });
});

test.each([
  ['the deadline of round 2026', `update round set due = 'never'`],
  ['the time at which a workbook was issued to X01', `update workbook set issued_at = ''`],
  ['the time at which return 1 came', `update return set received_at = '5' where id = 1`],
])('a command that meets a register in which %s is no time says so in one sentence', async (what, statement) => {
  tamper(statement);
  const { code, out, err } = await place.scorebook('status', '--round', '2026');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^error: The register is damaged: [^\n]*\n$/);
  expect(err).toContain(what);
});

describe('register backup', () => {
  const backup = (file: string, ...more: readonly string[]): Promise<Ran> =>
    place.scorebook('register', 'backup', file, ...more);

  test('writes a copy that can be used in place of the register', async () => {
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
    const main = resolve('dist/bundle/main.js');
    const importing = new Promise<void>((done, reject) => {
      const args = [main, 'import', place.at('more'), '--register', place.at('register.db')];
      execFile(process.execPath, args, (failure) => (failure === null ? done() : reject(failure)));
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
      await new Promise((done) => setTimeout(done, 100));
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
      err: 'error: mine.db: A file with this name already exists. It was not overwritten. Give another name, or move the file away.\n',
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

test('register copy names its arguments where a place cannot be used', async () => {
  const refusal = async (from: string, to: string): Promise<string> => {
    const printed: string[] = [];
    const print = (text: string): void => void printed.push(text);
    await run(['register', 'copy', from, to], { out: print, err: print, isTerminal: false, now: () => new Date() });
    return printed.join('');
  };
  expect(await refusal(place.at('nowhere.db'), place.at('copy.db'))).toMatch(
    /There is no register .*check <from>\.\n$/,
  );
  expect(await refusal(place.at('register.db'), place.at('returns'))).toMatch(/is a folder .*Check <to>\.\n$/);
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

  test('reports that the bytes of a file that cannot be a return are not stored', async () => {
    const { code, err } = await get('3', '--out', place.at('c.txt'));
    expect([code, existsSync(place.at('c.txt'))]).toEqual([1, false]);
    expect(err).toMatch(
      /^error: The register does not contain the file of return 3, "c\.txt" \(23 bytes, SHA-256 [0-9a-f]{64}\)/,
    );
  });

  test('by the number that import and status show', async () => {
    const { files } = JSON.parse((await place.scorebook('import', place.at('returns'), '--json')).out);
    expect(files.map(({ id, status }: { id: number; status: string }) => [status, id])).toEqual([
      ['already-imported', 1],
      ['already-imported', 2],
      ['refused', 4],
    ]);
    const [{ partners }] = JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out);
    expect(partners.map(({ counting }: { counting: { id: number } }) => counting.id)).toEqual([1, 2]);
  });

  test('reports the result as JSON, and goes to the output folder when no name is given', async () => {
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

  test('does not give back bytes that have changed', async () => {
    tamper(`update file set bytes = x'00' where name = 'a.xlsx'`);
    expect(await get('1', '--out', place.at('a.xlsx'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('are not those that were received'),
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
])('help of %s lists its options', async (command, usage) => {
  const { code, out } = await place.scorebook(...command.split(' '), '--help');
  expect([code, out]).toEqual([0, expect.stringContaining(`Usage: ${usage}\n`)]);
  for (const option of ['--register <place>', '--json']) expect(out).toContain(option);
});

test.each([['register'], ['return'], ['register', 'chekc'], ['return', 'get'], ['register', 'backup']])(
  'a command line that stops at %s ends with 2 and a message',
  async (...args) => {
    const { code, out, err } = await place.scorebook(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  },
);

describe('what is stored of a finding', () => {
  const store = (position: number, code: string, place = '{}', severity = 'error'): string =>
    `insert into finding (return_id, position, code, severity, place, facts, message) values (1, ${position}, '${code}', '${severity}', '${place}', '{}', '');`;
  const correct = async (): Promise<readonly unknown[]> => {
    const args = ['correct', '--round', '2026', '--all', '--out', place.at('corrections'), '--json'];
    const { code, out } = await place.scorebook(...args);
    return [
      code,
      ...JSON.parse(out).findings.map((found: { code: string; facts: unknown }) => [found.code, found.facts]),
    ];
  };

  test('by a newer version is no damage: the cure is to use that version', async () => {
    tamper(store(0, 'return.from-the-future') + store(1, 'return.tomorrow') + store(2, 'return.tomorrow'));
    expect(await correct()).toEqual([
      1,
      ['register.unknown-finding', { id: 1, code: 'return.from-the-future' }],
      ['register.unknown-finding', { id: 1, code: 'return.tomorrow' }],
    ]);
  });

  test.each([
    ['a place that is no JSON', '{', 'error'],
    ['a place of another shape', '{"line": "five"}', 'error'],
    ['a severity that there is not', '{}', 'fatal'],
  ])('with %s is damage, and no stack trace', async (_what, json, severity) => {
    tamper(store(0, 'return.not-a-workbook', json, severity));
    expect(await correct()).toEqual([1, ['register.damaged', { problem: 'finding 1 of return 1 cannot be read' }]]);
  });
});
