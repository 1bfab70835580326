import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFiles } from '../../../src/intake/files/importFiles.ts';
import { readAhead } from '../../../src/intake/files/readAhead.ts';
import type { Received } from '../../../src/intake/files/received.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

let folder: string;
let register: Register;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-ahead-'));
  register = await openRegister(join(folder, 'register.db'));
});
afterEach(async () => {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = { instruments: [] };
const times = { received: new Date('2026-12-01T09:00:00Z') };

/** Threads that find in each file nothing but its name, and stop over one called bad. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (file) => {
      if (file === 'end') return parentPort.close();
      if (file.name === 'bad') process.exit(1);
      parentPort.postMessage({ read: { findings: [{ code: file.name, severity: 'error', place: {}, facts: {}, message: '' }] } });
    });
    parentPort.postMessage('ready');`)}`,
);

/** Files that come one after the other; `asked` has the names of those that were asked for. */
async function* files(names: readonly string[], asked: string[] = []): AsyncGenerator<Received> {
  for (const [index, name] of names.entries()) {
    asked.push(name);
    const content = { bytes: Buffer.from(name === 'twice' ? 'the same bytes' : `bytes of ${name}`) };
    yield { path: name, name, source: name, content, following: names.length - index - 1 };
  }
}

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `file ${index}`);

const ahead = (received: AsyncIterable<Received>, from: Register = register) =>
  readAhead(from, context, received, times, 2, program);

/** What becomes of each file: the codes of what was found, with its name. */
async function imported(received: AsyncIterable<Received>): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const { name, imported: one } of importFiles(register, context, ahead(received), times)) {
    found.push([name, ...one.findings.map(({ code }) => code)]);
  }
  return found;
}

describe('many files', () => {
  test('are yielded in their order, each as a thread read it', async () => {
    const names = numbered(60);
    expect(await imported(files(names))).toEqual(names.map((name) => [name, name]));
  });

  test('are asked for only as far ahead as threads can read', async () => {
    const asked: string[] = [];
    const leads: number[] = [];
    let taken = 0;
    for await (const { reading } of ahead(files(numbered(60), asked))) {
      taken += 1;
      leads.push(asked.length - taken);
      await reading;
    }
    expect(taken).toBe(60);
    expect(Math.max(...leads)).toBe(6);
  });

  test('do not suffer from one over which threads stop: it is refused and recorded', async () => {
    const names = [...numbered(20), 'bad', ...numbered(60).slice(20)];
    expect(await imported(files(names))).toEqual(
      names.map((name) => [name, name === 'bad' ? 'return.not-read' : name]),
    );
    const rows = await register.db.selectFrom('file').selectAll().where('name', '=', 'bad').execute();
    expect(rows).toHaveLength(1);
  });

  test('are all yielded that came before one that cannot be had', async () => {
    const failing = async function* () {
      yield* files(numbered(60));
      throw new Error('the disk was taken away');
    };
    const seen: string[] = [];
    const all = async (): Promise<void> => {
      for await (const { name } of ahead(failing())) seen.push(name);
    };
    await expect(all()).rejects.toThrow('the disk was taken away');
    expect(seen).toEqual(numbered(60));
  });

  test('can be given up, which ends the threads', async () => {
    const ended: Promise<unknown>[] = [];
    const watch = (worker: { once: (event: 'exit', then: (code: number) => void) => void }): void => {
      ended.push(new Promise((resolve) => worker.once('exit', resolve)));
    };
    process.on('worker', watch);
    for await (const { name } of ahead(files(numbered(60)))) if (name === 'file 3') break;
    process.off('worker', watch);
    expect(await Promise.all(ended)).toEqual([0, 0]);
  });

  test('with bytes that were refused before are read again, as those may be used now', async () => {
    await imported(files(numbered(60)));
    expect((await imported(files(numbered(60)))).at(-1)).toEqual(['file 59', 'file 59']);
  });
});

describe('no thread is started', () => {
  const threadsFor = async (received: AsyncIterable<Received>, from?: Register): Promise<number> => {
    let count = 0;
    const watch = (): void => {
      count += 1;
    };
    process.on('worker', watch);
    for await (const _ of ahead(received, from));
    process.off('worker', watch);
    return count;
  };

  test('for fewer files than make them worth it', async () => {
    expect(await threadsFor(files(numbered(49)))).toBe(0);
    expect(await threadsFor(files(numbered(50)))).toBe(2);
  });

  test('for a register in memory, which they could not read', async () => {
    const inMemory = await emptyRegister();
    expect(await threadsFor(files(numbered(60)), inMemory)).toBe(0);
    await inMemory.close();
  });
});
