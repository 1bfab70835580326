import { afterAll, expect, test } from 'vitest';
import { loadModule } from '../../../src/disk/read/loadModule.ts';
import { FindingsError } from '../../../src/finding/index.ts';
import { openWorkplace } from '../../cli/workplace.ts';

const place = openWorkplace();
afterAll(place.remove);

async function problemOf(text: string, seconds?: number): Promise<string> {
  try {
    await loadModule(place.put('own.mjs', text), seconds);
  } catch (failure) {
    if (failure instanceof FindingsError) return failure.message;
    throw failure;
  }
  return 'none';
}

const instrument = "{ key: 'own', sections: [] }";

test.each([
  ['an await that waits for ever', 'await new Promise(() => {});'],
  ['an end of the process', 'process.exit(0);'],
  ['another end of it', 'process.exit(5);'],
  ['an await of itself', "await import('./own.mjs');"],
])('a module that never loads is an error with its cause: %s', async (_what, text) => {
  expect(await problemOf(`${text}\nexport default ${instrument};`)).toContain('it ends before it is loaded');
});

test.each([
  ['a loop without end', 'while (true) {}'],
  ['a timer that keeps it alive', 'setInterval(() => {}, 1000); await new Promise(() => {});'],
])('one that runs for ever is stopped: %s', async (_what, text) => {
  expect(await problemOf(`${text}\nexport default ${instrument};`, 1)).toContain('it was not loaded after 1 seconds');
});

test.each([
  [
    'an error later',
    "setTimeout(() => { throw new Error('later'); }, 10); await new Promise((done) => setTimeout(done, 5000));",
    'later',
  ],
  [
    'a rejection that nobody awaits',
    "Promise.reject(new Error('alone')); await new Promise((done) => setTimeout(done, 5000));",
    'alone',
  ],
  ['a function in the instrument', "export const own = { key: 'own', sections: [], then() {} };", 'not plain data'],
  ['something thrown that is no error', "throw 'words';", 'words'],
])('an error in it is reported: %s', async (_what, text, expected) => {
  expect(await problemOf(text)).toContain(expected);
});

test('one that keeps running after it is loaded still gives its instrument', async () => {
  const file = place.put(
    'busy.mjs',
    `setInterval(() => {}, 1000);\nprocess.exitCode = 7;\nexport default ${instrument};`,
  );
  expect(await loadModule(file)).toEqual({ names: ['default'], definition: { key: 'own', sections: [] } });
  expect(process.exitCode ?? 0).toBe(0);
});

test('the command says it in one line, and prints nothing of the module', async () => {
  const file = place.put('own.mjs', "console.log('noise');\nprocess.exit(0);");
  const { code, out, err } = await place.scorebook(
    'generate',
    file,
    '--partners',
    'sample-region',
    '--round',
    '1',
    '--due',
    '2027-01-01',
  );
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(
    /^error: own\.mjs: The file cannot be loaded as a JavaScript module: it ends before it is loaded.*\n$/,
  );
});
