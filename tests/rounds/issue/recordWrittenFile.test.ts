import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRegister } from '../../../src/register/openRegister.ts';
import { workbookContents } from '../../../src/register/rows/workbookContent.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { isAsIssued, recordWrittenFile } from '../../../src/rounds/issue/recordWrittenFile.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

const issue = {
  instrument: sampleInstrument,
  round: '2026',
  due: new Date('2026-12-18T12:00:00Z'),
  partners: [{ code: 'X01', name: 'Partner X01' }],
  now: new Date('2026-11-02T09:00:00Z'),
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-written-'));
  path = join(folder, 'register.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is known as issued by the digest with which it was written last', async () => {
  const register = await emptyRegister();
  const [issued] = await issueWorkbooks(register, issue);
  if (issued === undefined) throw new Error('Nothing was issued');
  await recordWrittenFile(register, issued, 'abc');
  expect([await isAsIssued(register, 'abc'), await isAsIssued(register, 'abd')]).toEqual([true, false]);
  expect((await issueWorkbooks(register, issue)).map(({ sha256 }) => sha256)).toEqual(['abc']);
  await register.close();
});

test('what is on the sheets of a workbook is listed once, however often it is written', async () => {
  const register = await emptyRegister();
  const [issued] = await issueWorkbooks(register, issue);
  if (issued === undefined) throw new Error('Nothing was issued');
  for (const content of ['other', issued.content, 'other'])
    await recordWrittenFile(register, { ...issued, content }, 'abc');
  expect(await workbookContents(register, issued.stamp.workbook)).toEqual([issued.content, 'other']);
  await register.close();
});

/** Issues the workbooks of some partners and records each as written, in a process of its own, as a version with that name. */
async function issueElsewhere(version: string, codes: readonly string[], times: number): Promise<string> {
  const built = (file: string): string =>
    pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'dist', 'src', file)).href;
  const partners = codes.map((code) => ({ code, name: `Partner ${code}` }));
  const script = `
    import { openRegister } from ${JSON.stringify(built('register/openRegister.js'))};
    import { issueWorkbooks } from ${JSON.stringify(built('rounds/issue/issueWorkbooks.js'))};
    import { recordWrittenFile } from ${JSON.stringify(built('rounds/issue/recordWrittenFile.js'))};
    const register = await openRegister(${JSON.stringify(path)});
    const issue = ${JSON.stringify({ ...issue, partners })};
    for (let time = 0; time < ${times}; time += 1) {
      const issued = await issueWorkbooks(register, { ...issue, due: new Date(issue.due), now: new Date(issue.now) });
      for (const one of issued) await recordWrittenFile(register, { ...one, content: '${version} ' + time }, '${version}' + time);
    }
    await register.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  let problems = '';
  child.stderr.on('data', (text) => {
    problems += text;
  });
  await once(child, 'close');
  return problems;
}

test('two processes that issue the workbooks of one round at the same time lose nothing', async () => {
  const register = await openRegister(path);
  await issueWorkbooks(register, issue);
  const times = 40;
  const problems = await Promise.all([
    issueElsewhere('one', ['X01', 'X02', 'X03'], times),
    issueElsewhere('other', ['X01', 'X04', 'X05'], times),
  ]);
  expect(problems).toEqual(['', '']);
  const rows = await register.db.selectFrom('workbook').select(['id', 'partner']).orderBy('partner').execute();
  expect(rows.map(({ partner }) => partner)).toEqual(['X01', 'X02', 'X03', 'X04', 'X05']);
  const counts = await Promise.all(rows.map(async ({ id }) => (await workbookContents(register, id)).length));
  // What it was issued with, and what each process wrote.
  expect(counts).toEqual([1 + 2 * times, ...Array.from({ length: 4 }, () => 1 + times)]);
  await register.close();
});
