import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { claimMessage } from '../../../../src/register/rows/messages.ts';
import type { Register } from '../../../../src/register/tables/register.ts';
import { openWorkplace, type Workplace } from '../../../cli/workplace.ts';
import { newSchema } from '../../../tools/newSchema.ts';

const main = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'bundle', 'main.js');
const partners = 8;

let place: Workplace;
let address: string;
const open: Register[] = [];

beforeAll(async () => {
  const server = inject('server');
  if (server === undefined) throw new Error('These tests need a server');
  place = openWorkplace();
  await place.generate(partners);
  for (let index = 1; index <= partners; index += 1) {
    const partner = `X${String(index).padStart(2, '0')}`;
    place.put(`returns/${partner}.xlsx`, place.filledIn(partner, index));
  }
  address = await newSchema(server);
  const copied = await command('register', 'copy', place.at('register.db'), address);
  expect(copied.errors).toBe('');
  expect(copied.status).toBe(0);
}, 120_000);
afterEach(async () => {
  await Promise.all(open.splice(0).map((register) => register.close()));
});
afterAll(() => place.remove());

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command in a process of its own. */
function command(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { cwd: place.at() });
  const [output, errors]: [string[], string[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, output: output.join(''), errors: errors.join('') }));
  });
}

async function connection(): Promise<Register> {
  const register = await openRegister(address, 'write');
  open.push(register);
  return register;
}

describe('many at once on a server', () => {
  test('record each return once, and the register is whole', { timeout: 120_000 }, async () => {
    const importing = ['import', 'returns', '--register', address, '--workers', '1'];
    const ended = await Promise.all([command(...importing), command(...importing), command(...importing)]);
    expect(ended.map(({ status, errors }) => [status, /locked|deadlock|duplicate/.exec(errors)])).toEqual(
      ended.map(() => [0, null]),
    );
    const accepted = ended.map(({ output }) => Number(/(\d+) accepted/.exec(output)?.[1]));
    expect(accepted.reduce((sum, one) => sum + one, 0)).toBe(partners);
    const { db } = await connection();
    const returns = await db.selectFrom('return').select(['file', 'status']).execute();
    expect(returns).toHaveLength(partners);
    expect(new Set(returns.map(({ status }) => status))).toEqual(new Set(['accepted']));
    expect(await command('register', 'check', '--register', address)).toMatchObject({ status: 0 });
  });

  test('claim each message once', async () => {
    const senders = await Promise.all([connection(), connection(), connection(), connection()]);
    const { instrument, round } = await senders[0].db.selectFrom('round').selectAll().executeTakeFirstOrThrow();
    const claims = Array.from({ length: partners }, async (_, index) => {
      const partner = `X${String(index + 1).padStart(2, '0')}`;
      const key = { round, instrument, partner, kind: 'reminder', about: '2026-12-01' } as const;
      return Promise.all(
        senders.map((sender, place) =>
          claimMessage(
            sender,
            key,
            { message_id: `<${partner}.${place}@example>`, recipient: 'a@ashmere.example' },
            { state: 'sending', at: new Date('2026-12-01T09:00:00Z'), detail: null },
            undefined,
          ),
        ),
      );
    });
    for (const claimed of await Promise.all(claims)) {
      expect(claimed.filter((id) => id !== undefined)).toHaveLength(1);
    }
  });

  test('issue one workbook to each partner', { timeout: 120_000 }, async () => {
    const server = inject('server');
    if (server === undefined) throw new Error('These tests need a server');
    const empty = await newSchema(server);
    const generating = (folder: string): readonly string[] => [
      ...['generate', 'pct-self-assessment', '--round', '2027', '--due', '18 December 2099', '--out', folder],
      ...['--partners', 'partners.csv', '--register', empty],
    ];
    const ended = await Promise.all([command(...generating('one')), command(...generating('two'))]);
    expect(ended.map(({ status, errors }) => [status, errors.includes('error')])).toEqual(ended.map(() => [0, false]));
    const register = await openRegister(empty, 'read');
    open.push(register);
    const workbooks = await register.db.selectFrom('workbook').select('partner').execute();
    expect(workbooks).toHaveLength(partners);
    expect(new Set(workbooks.map(({ partner }) => partner)).size).toBe(partners);
  });
});
