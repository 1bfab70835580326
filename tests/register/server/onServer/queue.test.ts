import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { run } from '../../../../src/cli/run.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { openQueue } from '../../../../src/register/queue/openQueue.ts';
import { openWorkplace, type Workplace } from '../../../cli/workplace.ts';
import { startImapServer } from '../../../mail/imapServer.ts';
import { mail } from '../../../mail/mails.ts';
import { withDovecot } from '../../../programs.ts';
import { newSchema } from '../../../tools/newSchema.ts';
import { withClient } from '../twoRegions.ts';

/** Workers on one register. How often one is killed: at every change once, and SCOREBOOK_KILLS=50 for the long run. */

const main = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'bundle', 'main.js');
const partners = 6;
const kills = Number(process.env['SCOREBOOK_KILLS'] ?? (process.env['SCOREBOOK_ALL_ON_SERVER'] === undefined ? 1 : 5));

let place: Workplace;
let start: string;
beforeAll(async () => {
  const server = inject('server');
  if (server === undefined) throw new Error('These tests need a server');
  place = openWorkplace();
  await place.generate(partners);
  for (let index = 1; index <= partners; index += 1) {
    const partner = `X${String(index).padStart(2, '0')}`;
    place.put(`returns/${partner}.xlsx`, place.filledIn(partner, index));
  }
  place.put('returns/notes.txt', 'no workbook');
  start = server;
}, 120_000);
afterAll(() => place.remove());

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

const running = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, ...args], { cwd: place.at() });

function ended(child: ChildProcess): Promise<Ended> {
  const [output, errors]: [string[], string[]] = [[], []];
  child.stdout?.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => errors.push(data.toString()));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, output: output.join(''), errors: errors.join('') }));
  });
}

/** Runs a command in this process, which does the same as the program and need not start. */
async function command(...args: readonly string[]): Promise<Ended> {
  const [output, errors]: [string[], string[]] = [[], []];
  const status = await run(args, {
    ...{ out: (text) => void output.push(text), err: (text) => void errors.push(text), isTerminal: false },
    now: () => new Date(),
  });
  return { status, output: output.join(''), errors: errors.join('') };
}

/** Runs a worker until nothing waits any more. */
const work = (address: string): Promise<Ended> => ended(running('work', '--until-empty', '--register', address));

/** A register on the server with the round, and with all returns in its queue. */
async function queued(): Promise<string> {
  const address = await newSchema(start);
  expect(await command('register', 'copy', place.at('register.db'), address)).toMatchObject({ status: 0 });
  expect(await command('import', '--queue', place.at('returns'), '--register', address)).toEqual({
    status: 0,
    output: `${partners + 1} files queued. Imported by: scorebook work. What waits: scorebook status --queue\n`,
    errors: '',
  });
  return address;
}

/** What the register holds of the returns, whatever the order in which they were recorded. */
async function held(address: string): Promise<unknown> {
  const { db, close } = await openRegister(address, 'read');
  try {
    const returns = await db
      .selectFrom('return')
      .innerJoin('file', 'sha256', 'file')
      .select(['name', 'status', 'coverage', 'band'])
      .orderBy('name')
      .execute();
    const { answers } = await db
      .selectFrom('answer')
      .select(({ fn }) => fn.countAll<number>().as('answers'))
      .executeTakeFirstOrThrow();
    return { returns, answers };
  } finally {
    await close();
  }
}

let plain: unknown;

/** What the register holds after one plain import. */
async function plainlyImported(): Promise<unknown> {
  plain ??= await importPlainly();
  return plain;
}

async function importPlainly(): Promise<unknown> {
  const address = await newSchema(start);
  expect(await command('register', 'copy', place.at('register.db'), address)).toMatchObject({ status: 0 });
  await command('import', place.at('returns'), '--workers', '1', '--register', address);
  return held(address);
}

async function expectEmpty(address: string): Promise<void> {
  expect((await command('status', '--queue', '--register', address)).output).toBe('Nothing waits to be imported\n');
  expect(await command('register', 'check', '--register', address)).toMatchObject({ status: 0 });
}

test('two workers import what one command stored, and hold what one import does', { timeout: 120_000 }, async () => {
  const address = await queued();
  expect(JSON.parse((await command('status', '--queue', '--json', '--register', address)).output)).toMatchObject({
    ...{ waiting: partners + 1, beingRead: 0 },
  });
  const copy = await command('register', 'backup', place.at('copy.db'), '--register', address);
  expect(copy.errors).toContain(`${partners + 1} files that wait to be imported are not in the copy.`);
  const workers = await Promise.all([1, 2].map(() => work(address)));
  const imported = workers.map(({ output }) => Number(/(\d+) files? read/.exec(output)?.[1]));
  expect((imported[0] ?? 0) + (imported[1] ?? 0)).toBe(partners + 1);
  await expectEmpty(address);
  expect(await held(address)).toEqual(await plainlyImported());
});

test('the file of a worker that is killed goes to another, and nothing is lost or doubled', {
  timeout: 60_000 + kills * 10_000,
}, async () => {
  const address = await queued();
  for (let index = 0; index < kills; index += 1) {
    const worker = running('work', '--register', address);
    const end = ended(worker);
    // At another moment each time: first with its second file, then while the program loads, reads or records.
    await (index === 0
      ? new Promise((resolve) => worker.stdout?.once('data', resolve))
      : new Promise((resolve) => setTimeout(resolve, 300 + ((index * 617) % 1500))));
    worker.kill('SIGKILL');
    await end;
  }
  await work(address);
  await expectEmpty(address);
  // One that was being read when three were killed has been refused, and is imported by hand.
  await command('import', place.at('returns'), '--workers', '1', '--register', address);
  expect(await held(address)).toEqual(await plainlyImported());
});

withDovecot('a mailbox', () => {
  test('is stored message by message, each once, and imported by a worker', { timeout: 60_000 }, async () => {
    const server = await startImapServer();
    try {
      const address = await newSchema(start);
      expect(await command('register', 'copy', place.at('register.db'), address)).toMatchObject({ status: 0 });
      const attached = [{ name: 'X01.xlsx', bytes: Buffer.from(place.filledIn('X01', 1)) }];
      server.put(mail({ from: 'PA of X01 <returns@x01.example>', subject: 'Our return', attached }), new Date());
      const stored = [
        'import',
        '--queue',
        '--imap',
        `imap://ann:secret@127.0.0.1:${server.port}`,
        '--register',
        address,
      ];
      expect((await command(...stored)).output).toMatch(/^1 file queued/);
      expect((await command(...stored)).output).toMatch(/^0 files queued/);
      const { output } = await work(address);
      expect(output).toMatch(/^INBOX > message 1 "Our return" > X01.xlsx: accepted: X01/);
    } finally {
      await server.stop();
    }
  });
});

test('an mbox is stored message by message, and imported by a worker', { timeout: 60_000 }, async () => {
  const address = await newSchema(start);
  expect(await command('register', 'copy', place.at('register.db'), address)).toMatchObject({ status: 0 });
  const messages = ['X01', 'X02'].map((code, index) => {
    const attached = [{ name: `${code}.xlsx`, bytes: Buffer.from(place.filledIn(code, index + 1)) }];
    const letter = mail({ from: `PA of ${code} <returns@${code.toLowerCase()}.example>`, subject: 'Ours', attached });
    return `From pa@example Tue Dec  1 09:00:00 2026\n${letter}\n\n`;
  });
  place.put('saved.mbox', messages.join(''));
  expect((await command('import', '--queue', place.at('saved.mbox'), '--register', address)).output).toMatch(
    /^2 files queued/,
  );
  const { output } = await work(address);
  expect(output).toMatch(/saved.mbox > message 1 "Ours" > X01.xlsx: accepted: X01/);
  expect(output).toMatch(/saved.mbox > message 2 "Ours" > X02.xlsx: accepted: X02/);
});

test('a file that ends three workers is recorded as refused', { timeout: 60_000 }, async () => {
  const address = await newSchema(start);
  expect(await command('register', 'copy', place.at('register.db'), address)).toMatchObject({ status: 0 });
  await command('import', '--queue', place.at('returns', 'X01.xlsx'), '--register', address);
  for (let count = 1; count <= 3; count += 1) {
    const register = await openRegister(address, 'write');
    const queue = await openQueue(register, 'use');
    if (queue === undefined) throw new Error('there is a queue');
    expect(await queue.recover()).toBeUndefined();
    expect((await queue.take())?.name).toBe('X01.xlsx');
    expect(await queue.count()).toMatchObject({ waiting: 0, beingRead: 1 });
    // The connection ends without a word, as when the program is killed.
    await register.close();
    const counts = JSON.parse((await command('status', '--queue', '--json', '--register', address)).output);
    expect(counts).toMatchObject({ waiting: 1, beingRead: 0 });
  }
  const { output, status } = await work(address);
  expect(status).toBe(1);
  expect(output).toContain('X01.xlsx: refused');
  expect(output).toContain('3 programs that were to read it ended without a word');
});

test('a worker ends after its file when it is asked to', { timeout: 60_000 }, async () => {
  const address = await queued();
  const worker = running('work', '--register', address);
  const end = ended(worker);
  await new Promise((resolve) => worker.stdout?.once('data', resolve));
  worker.kill('SIGTERM');
  const { status, output } = await end;
  expect(status).not.toBeNull();
  expect(output).toMatch(/\d+ files? read\n$/);
  expect(JSON.parse((await command('status', '--queue', '--json', '--register', address)).output)).toMatchObject({
    beingRead: 0,
  });
});

test('a worker reads nothing more once a newer version has changed the tables', { timeout: 60_000 }, async () => {
  const address = await queued();
  const renewed: Promise<unknown>[] = [];
  const errors: string[] = [];
  const status = await run(['work', '--until-empty', '--register', address], {
    out: () => {
      if (renewed.length > 0) return;
      renewed.push(
        withClient(address, (client) => client.query(`update setting set value = '99' where name = 'version'`)),
      );
    },
    err: (text) => void errors.push(text),
    ...{ isTerminal: false, now: () => new Date() },
  });
  await Promise.all(renewed);
  expect([status, errors.join('')]).toEqual([
    2,
    expect.stringContaining('Nothing was changed: use the newer Scorebook.'),
  ]);
});

test('a register in a file has no queue', async () => {
  for (const args of [['import', '--queue', place.at('returns')], ['work']]) {
    expect(await command(...args, '--register', place.at('register.db'))).toEqual({
      status: 2,
      output: '',
      errors: expect.stringContaining('A register in a file has no queue: import reads files at once.'),
    });
  }
  expect((await command('status', '--queue', '--register', place.at('register.db'))).output).toBe(
    'Nothing waits to be imported\n',
  );
});
