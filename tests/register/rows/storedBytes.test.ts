import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import type { Imported } from '../../../src/intake/imported.ts';
import { importReturn } from '../../../src/intake/importReturn.ts';
import { lookUpFile, type ReceivedFile } from '../../../src/intake/record/incomingFile.ts';
import { recordReturn } from '../../../src/intake/record/recordReturn.ts';
import { defaultRefusedLimits, refusedRoom } from '../../../src/intake/refusedRoom.ts';
import { checkRegister } from '../../../src/operations/register/checkRegister.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import { returnedFile } from '../../../src/register/rows/returnedFile.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

const megabyte = 1024 * 1024;
const received = new Date('2026-11-20T10:00:00Z');
/** The first bytes of a workbook or archive, and nothing that can be read behind them. */
const likeZip = (rest: Uint8Array): Uint8Array => Buffer.concat([Buffer.from('PK\x03\x04'), rest]);

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
});
afterEach(() => register.close());

const send = (bytes: Uint8Array, changes: Partial<ReceivedFile> = {}): Promise<Imported> =>
  importReturn(register, { instruments: [] }, { name: 'file.xlsx', bytes, received, ...changes });

const numberOf = (imported: Imported): number => ('id' in imported ? (imported.id ?? 0) : 0);

const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }): readonly string[] =>
  findings.map(({ code }) => code);

const rows = () => register.db.selectFrom('file').select(['name', 'size', 'encoding', 'bytes']).execute();

const bytesOf = async (id: number): Promise<Buffer> => Buffer.from((await returnedFile(register, id))?.bytes ?? []);

/** Codes of what there is to say of bytes that cannot be had. */
async function problemWith(id: number): Promise<readonly string[]> {
  const failure = await returnedFile(register, id).catch((thrown: unknown) => thrown);
  return failure instanceof FindingsError ? codesOf(failure) : [];
}

describe('the bytes of a file', () => {
  test('come back as they came, whatever they are, and take no more room than they have', async () => {
    const zeros = (length: number): Uint8Array => new Uint8Array(length);
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 2_000 }), fc.nat(100_000).map(zeros));
    await fc.assert(
      fc.asyncProperty(bytes, async (rest) => {
        const id = numberOf(await send(likeZip(rest)));
        expect(await bytesOf(id)).toEqual(Buffer.from(likeZip(rest)));
        const last = (await rows()).at(-1);
        expect(new Uint8Array(last?.bytes ?? []).length).toBeLessThanOrEqual(last?.size ?? 0);
      }),
      { numRuns: 50 },
    );
  });

  test('are compressed where that makes them smaller', async () => {
    await send(likeZip(new Uint8Array(20 * megabyte)));
    const [row] = await rows();
    expect([row?.size, row?.encoding]).toEqual([20 * megabyte + 4, 'deflate']);
    expect(new Uint8Array(row?.bytes ?? []).length).toBeLessThan(30_000);
    await send(likeZip(randomBytes(1_000)));
    expect((await rows()).map(({ encoding }) => encoding)).toEqual(['deflate', 'plain']);
  });

  test('that a bad disk changed are not given back', async () => {
    const id = numberOf(await send(likeZip(new Uint8Array(1_000))));
    await register.db
      .updateTable('file')
      .set({ bytes: Buffer.from('no longer what it was') })
      .execute();
    expect(await problemWith(id)).toEqual(['register.file-changed']);
    expect(codesOf({ findings: await checkRegister({ register, instruments: [] }) })).toEqual([
      'register.file-changed',
    ]);
  });

  test('of a register of an earlier version are read as they are', async () => {
    const path = join(tmpdir(), `scorebook-stored-${process.pid}.db`);
    const database = new Database(path);
    database.exec(readFileSync(join(import.meta.dirname, '..', 'earlier', '9-bd0e849.sql'), 'utf8'));
    database.close();
    const earlier = await openRegister(path);
    try {
      expect(Buffer.from((await returnedFile(earlier, 1))?.bytes ?? []).toString()).toBe('hello');
    } finally {
      await earlier.close();
      for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    }
  });
});

describe('a refused file', () => {
  test.each<[string, Uint8Array, string]>([
    ['a PDF', Buffer.from('%PDF-1.7'), 'return.not-a-workbook'],
    ['a text', Buffer.from('Sorry, it will be late.'), 'return.not-a-workbook'],
    ['a list', Buffer.from('code,name\n'), 'return.csv'],
    ['zeros', new Uint8Array(megabyte), 'return.not-a-workbook'],
    ['nothing', new Uint8Array(), 'return.empty'],
    ['a link', Buffer.from('[InternetShortcut]\nURL=https://x.example\n'), 'return.link'],
  ])('that can be no workbook is recorded without its bytes: %s', async (_what, bytes, code) => {
    const imported = await send(bytes);
    expect([imported.status, codesOf(imported)]).toEqual(['refused', [code]]);
    expect(await rows()).toMatchObject([{ name: 'file.xlsx', size: bytes.length, encoding: 'unstored' }]);
    expect(await problemWith(numberOf(imported))).toEqual(['register.bytes-missing']);
    expect(await checkRegister({ register, instruments: [] })).toEqual([]);
  });

  test.each<[string, Uint8Array]>([
    ['a damaged workbook', likeZip(new Uint8Array(10))],
    ['an old workbook', Buffer.from('\x09\x08\x10\x00 and so on', 'latin1')],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x00', 'latin1')],
    ['a winmail.dat', Buffer.from('\x78\x9f\x3e\x22 and so on', 'latin1')],
    ['a workbook in another form', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>')],
  ])('that may hold a workbook is stored: %s', async (_what, bytes) => {
    const id = numberOf(await send(bytes));
    expect(await bytesOf(id)).toEqual(Buffer.from(bytes));
  });

  test('that is too large to be read is recorded without its bytes', async () => {
    const imported = await send(likeZip(new Uint8Array(31 * megabyte)));
    expect(codesOf(imported)).toEqual(['return.over-limit']);
    expect(await rows()).toMatchObject([{ size: 31 * megabyte + 4, encoding: 'unstored' }]);
  });

  test('that finds no room is recorded without its bytes, which is said, and is stored once there is room', async () => {
    const bytes = likeZip(randomBytes(1_000));
    const imported = await send(bytes, { refusedRoom: 999 });
    expect(imported).toMatchObject({ status: 'refused', stored: 0 });
    expect(codesOf(imported)).toEqual(['return.damaged', 'return.not-stored']);
    expect(await problemWith(numberOf(imported))).toEqual(['register.bytes-missing']);
    const again = await send(bytes);
    expect(again).toMatchObject({ status: 'refused', stored: 1_004 });
    expect(await bytesOf(numberOf(again))).toEqual(Buffer.from(bytes));
    const third = await send(bytes, { refusedRoom: 0 });
    expect(await bytesOf(numberOf(third))).toEqual(Buffer.from(bytes));
  });
});

test('an accepted return without its bytes is reported', async () => {
  const bytes = likeZip(new Uint8Array(10));
  await recordReturn(register, await lookUpFile(register, { name: 'a.xlsx', bytes, received }), {
    status: 'refused',
    findings: [],
  });
  await register.db.updateTable('file').set({ encoding: 'pruned' }).execute();
  expect(await checkRegister({ register, instruments: [] })).toEqual([]);
  await register.db.updateTable('return').set({ status: 'accepted' }).execute();
  const problems = (await checkRegister({ register, instruments: [] })).map(({ message }) => message);
  expect(problems.some((message) => message.includes('it was accepted, and its file is missing'))).toBe(true);
});

test('room for refused files is used up by each message and by all of them', () => {
  const room = refusedRoom({ perSource: 10, perImport: 25 });
  expect(room.left('a')).toBe(10);
  room.use('a', 8);
  expect([room.left('a'), room.left('b')]).toEqual([2, 10]);
  room.use('b', 10);
  room.use('c', 5);
  expect([room.left('a'), room.left('c'), room.left('d')]).toEqual([2, 2, 2]);
  expect(defaultRefusedLimits.perSource).toBeGreaterThanOrEqual(30 * megabyte);
});
