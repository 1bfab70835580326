import { afterEach, describe, expect, test } from 'vitest';
import { openReaders, type Readers } from '../../../src/intake/files/readers.ts';

let readers: Readers | undefined;
afterEach(async () => {
  await readers?.close();
  readers = undefined;
});

/**
 * Threads that say they are ready, and then do what a program says for each file. They have no register, and it need not be
 * one that reads: what is tried here is how they are used.
 */
function threads(count: number, forEachFile: string, seconds?: number): Readers {
  const program = `
    import { parentPort, threadId } from 'node:worker_threads';
    const found = (code) => parentPort.postMessage({ read: { findings: [{ code }] } });
    const sleep = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    parentPort.on('message', (file) => {
      if (file === 'end') return parentPort.close();
      ${forEachFile}
    });
    parentPort.postMessage('ready');`;
  readers = openReaders(count, programOf(program), data, seconds);
  return readers;
}

const programOf = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const data = { address: 'register.db', context: { instruments: [] } };
const file = (name: string) => ({ name, bytes: Buffer.from(`bytes of ${name}`), received: new Date(0) });
const foundBy = (code: string) => ({ read: { findings: [{ code }] } });

describe('threads', () => {
  test('read files, of which the bytes stay where they are as well', async () => {
    const { read } = threads(1, `found(file.name + ': ' + new TextDecoder().decode(file.bytes));`);
    const one = file('a.xlsx');
    expect(await read(one)).toEqual(foundBy('a.xlsx: bytes of a.xlsx'));
    expect(one.bytes.toString()).toBe('bytes of a.xlsx');
  });

  test('read several files at the same time, and take the next while they read one', async () => {
    // A thread reads one file after the other: what comes behind the slow one waits for it.
    const { read } = threads(2, `if (file.name === 'slow') sleep(1_500); found(String(threadId));`);
    const order: string[] = [];
    const names = ['slow', 'a', 'b', 'c'];
    const ids = await Promise.all(
      names.map(async (name) => {
        const outcome = await read(file(name));
        order.push(name);
        return JSON.stringify(outcome);
      }),
    );
    expect(order).toEqual(['a', 'c', 'slow', 'b']);
    expect(new Set(ids).size).toBe(2);
  });

  test('end when they are closed', async () => {
    const ended: Promise<unknown>[] = [];
    process.on('worker', count);
    function count(worker: { once: (event: 'exit', then: (value: unknown) => void) => void }): void {
      ended.push(new Promise((resolve) => worker.once('exit', resolve)));
    }
    const { read, close } = threads(3, `found('read');`);
    await read(file('a.xlsx'));
    await close();
    process.off('worker', count);
    expect(await Promise.all(ended)).toEqual([0, 0, 0]);
  });
});

describe('a file over which a thread stops', () => {
  const badly = (what: string): string => `if (file.name === 'bad') { ${what} } else found('read');`;

  test.each([
    ['by ending', 'process.exit(3);', 'the program that reads it ended'],
    ['by an error', `setTimeout(() => { throw new RangeError('no'); });`, 'the program that reads it failed (no)'],
    [
      'by memory',
      'const all = []; for (;;) all.push(new Array(1e5).fill(0));',
      'reading it takes more memory than there is',
    ],
  ])('%s is reported, and another thread reads the next one', { timeout: 60_000 }, async (_how, what, stopped) => {
    const { read } = threads(1, badly(what));
    expect(await read(file('bad'))).toEqual({ stopped });
    expect(await read(file('good'))).toEqual(foundBy('read'));
  });

  test('because it reads for ever is reported', { timeout: 30_000 }, async () => {
    const { read } = threads(1, badly('for (;;);'), 2);
    expect(await read(file('bad'))).toEqual({ stopped: 'reading it takes longer than 2 seconds' });
    expect(await read(file('good'))).toEqual(foundBy('read'));
  });

  test('takes no blame from the file that waits behind it', { timeout: 30_000 }, async () => {
    const { read } = threads(1, badly(`process.exit(3);`));
    const outcomes = await Promise.all(['good', 'bad', 'good', 'good'].map((name) => read(file(name))));
    expect(outcomes).toEqual([
      foundBy('read'),
      { stopped: 'the program that reads it ended' },
      foundBy('read'),
      foundBy('read'),
    ]);
  });

  test('because it reads for ever is timed from when it is begun', { timeout: 30_000 }, async () => {
    const { read } = threads(1, `sleep(1_100); found('read');`, 3);
    const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => read(file(name))));
    expect(outcomes).toEqual([foundBy('read'), foundBy('read'), foundBy('read')]);
  });

  test('once only is read by the next', async () => {
    // Threads are numbered, and every second one stops.
    const { read } = threads(1, `if (threadId % 2 === 0) process.exit(3); found('read');`);
    for (const name of ['a', 'b', 'c']) expect(await read(file(name))).toEqual(foundBy('read'));
    const next = threads(1, `if (threadId % 2 === 1) process.exit(3); found('read');`);
    for (const name of ['a', 'b', 'c']) expect(await next.read(file(name))).toEqual(foundBy('read'));
  });
});

describe('a file that no thread can read is left unread', () => {
  test.each([
    ['as there is no such program', new URL('file:///no/such/program.js')],
    ['as the program fails at its start', programOf(`throw new Error('no register');`)],
    ['as the program ends at once', programOf('')],
  ])('%s', async (_why, program) => {
    readers = openReaders(2, program, data);
    expect(await Promise.all(['a', 'b', 'c'].map((name) => readers?.read(file(name))))).toEqual(
      Array(3).fill('unread'),
    );
  });

  test('as reading it fails, which the importing thread meets as well', async () => {
    const { read } = threads(1, `parentPort.postMessage('failed');`);
    expect(await read(file('a'))).toBe('unread');
  });

  test('as what the thread is to know cannot be handed over', async () => {
    readers = openReaders(1, programOf(''), { ...data, context: { instruments: [], as: (() => {}) as never } });
    expect(await readers.read(file('a'))).toBe('unread');
  });
});
