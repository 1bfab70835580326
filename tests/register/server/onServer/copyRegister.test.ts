import { sql } from 'kysely';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { checkRegister } from '../../../../src/operations/register/checkRegister.ts';
import { copyRegister } from '../../../../src/register/copy/copyRegister.ts';
import { isOnServer } from '../../../../src/register/database/dialect.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import type { Register } from '../../../../src/register/tables/register.ts';
import { openRound } from '../../../operations/memoryRound.ts';
import { sampleInstrument } from '../../../sampleInstrument.ts';
import { newSchema } from '../../../tools/newSchema.ts';

const open: Register[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((register) => register.close()));
});

/** An empty register to copy to: on the server, or in memory. */
async function emptyCopy(where: 'server' | 'memory'): Promise<Register> {
  const server = inject('server');
  if (server === undefined) throw new Error('These tests need a server');
  const register = await openRegister(where === 'server' ? await newSchema(server) : ':memory:', 'copy');
  open.push(register);
  return register;
}

/** The tables of a register with their columns, by name. */
async function tablesOf({ db }: Register): Promise<ReadonlyMap<string, readonly string[]>> {
  const [all, schema] = [
    await db.introspection.getTables(),
    isOnServer(db)
      ? (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]?.name
      : undefined,
  ];
  const own = all.filter((table) => table.schema === schema && !table.name.startsWith('sqlite_'));
  return new Map(own.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]));
}

describe('the tables of a server', () => {
  test('have the columns of those in a file, besides the order of contents, which SQLite numbers itself', async () => {
    const [server, memory] = [await emptyCopy('server'), await emptyCopy('memory')];
    const [onServer, inFile] = [await tablesOf(server), await tablesOf(memory)];
    expect(inFile.size).toBe(18);
    expect([...onServer.keys()].sort()).toEqual([...inFile.keys()].sort());
    for (const [table, columns] of inFile) {
      const own = onServer.get(table)?.filter((column) => table !== 'workbook_content' || column !== 'added');
      expect(own, table).toEqual(columns);
    }
  });
});

describe('a copy', () => {
  test('of a register on a server in a file, and of that on a server, is the same, and goes on', async () => {
    const round = await openRound();
    const { context } = round;
    await round.comeBack('X01', round.complete(2));
    await round.comeBack('X02', round.complete(3));
    const [file, again] = [await emptyCopy('memory'), await emptyCopy('server')];
    const rows = await copyRegister(context.register, file, () => undefined);
    expect(rows.get('return')).toBe(2);
    expect(rows.get('answer')).toBeGreaterThan(10);
    expect(await copyRegister(file, again, () => undefined)).toEqual(rows);
    for (const register of [file, again]) {
      // They were opened before they had the key.
      const { sealKey } = context.register;
      expect(await checkRegister({ ...context, register: { ...register, sealKey } })).toEqual([]);
    }
    // Numbers go on after the last.
    const { id } = await again.db
      .insertInto('message')
      .values({
        ...{
          round: '2026',
          instrument: sampleInstrument.key,
          partner: 'X01',
          kind: 'sending',
          about: 'x',
          message_id: '<x@example>',
        },
        ...{
          recipient: 'a@ashmere.example',
          state: 'drafted',
          at: '2026-11-02T09:00:00.000Z',
          detail: null,
          draft: null,
        },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(id).toBe((rows.get('message') ?? 0) + 1);
  });

  test('that was broken off is no register, and carries on', async () => {
    const round = await openRound();
    await round.comeBack('X01', round.complete(2));
    await round.comeBack('X02', round.complete(3));
    const server = inject('server');
    if (server === undefined) throw new Error('These tests need a server');
    const address = await newSchema(server);
    const stopAt = async (table: string): Promise<void> => {
      const target = await openRegister(address, 'copy');
      open.push(target);
      await copyRegister(round.context.register, target, (next) => {
        if (next === table) throw new Error('broken off');
      });
    };
    await expect(stopAt('answer')).rejects.toThrow('broken off');
    await expect(openRegister(address, 'write')).rejects.toThrow('a copy that was broken off');
    await expect(stopAt('log')).rejects.toThrow('broken off');
    await stopAt('none');
    const copy = await openRegister(address, 'write');
    open.push(copy);
    expect(await checkRegister({ ...round.context, register: copy })).toEqual([]);
  });

  test('is refused where another register is, or a complete copy', async () => {
    const [one, other] = [await openRound(), await openRound()];
    await expect(copyRegister(one.context.register, other.context.register, () => undefined)).rejects.toThrow(
      'it holds another register',
    );
    const copy = await emptyCopy('memory');
    await copyRegister(one.context.register, copy, () => undefined);
    await expect(copyRegister(one.context.register, copy, () => undefined)).rejects.toThrow('a complete copy already');
  });
});
