import { afterEach, beforeEach, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { finding, type RecordedFinding } from '../../../src/finding/index.ts';
import { type ImportedFile, importFiles } from '../../../src/intake/files/importFiles.ts';
import { findingsOfImport, importRecord } from '../../../src/intake/files/importRecord.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';

let place: Workplace;
let register: Register;
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(1);
  register = await openRegister(place.at('register.db'));
});
afterEach(async () => {
  await register.close();
  place.remove();
});

/** What becomes of files, each of them imported as it comes. */
async function imported(...contents: readonly (Uint8Array | string)[]): Promise<readonly ImportedFile[]> {
  const received = async function* () {
    for (const [index, content] of contents.entries()) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const path = `returns/${index}`;
      yield { path, name: `${index}`, content: { bytes }, source: path, following: 0 };
    }
  };
  const files: ImportedFile[] = [];
  const now = { received: new Date('2026-12-01T09:00:00Z') };
  for await (const file of importFiles(register, { instruments: [pctSelfAssessment] }, received(), now))
    files.push(file);
  return files;
}

/** The findings of a file as they are shown at the end of the import. */
const reported = async (file: ImportedFile): Promise<readonly RecordedFinding[]> =>
  findingsOfImport(register, [pctSelfAssessment])(await importRecord(register, file));

test('what stays in memory of a file is small, whatever was answered and found', async () => {
  const [accepted, refused] = await imported(place.filledIn('X01'), 'Sorry, it will be late.');
  for (const file of [accepted, refused]) {
    if (file === undefined) throw new Error('nothing was imported');
    const many = Array.from({ length: 5_000 }, () => finding('return.empty', {}, {}));
    const record = await importRecord(register, { ...file, imported: { ...file.imported, findings: many } });
    expect(JSON.stringify(record).length).toBeLessThan(500);
  }
});

test('the findings of a file are those of its import, read back from the register', async () => {
  const files = await imported(place.filledIn('X01'), 'Sorry, it will be late.', 'x'.repeat(30));
  expect(files.map(({ imported: { findings } }) => findings.length > 0)).toEqual([false, true, true]);
  for (const file of files) {
    const found = await reported(file);
    expect(found).toEqual(JSON.parse(JSON.stringify(file.imported.findings)));
  }
});

test('a file that was refused twice in one import has its findings both times', async () => {
  const files = await imported('Sorry, it will be late.', 'Sorry, it will be late.');
  for (const file of files) {
    const found = await reported(file);
    expect(found.map(({ code }) => code)).toEqual(file.imported.findings.map(({ code }) => code));
  }
});

test('a return that a later one of the same import supersedes is reported as such at the end', async () => {
  const [first] = await imported(place.filledIn('X01', 1), place.filledIn('X01', 2));
  if (first === undefined) throw new Error('nothing was imported');
  expect(first.imported.findings.map(({ code }) => code)).not.toContain('return.does-not-count');
  const found = await reported(first);
  expect(found.map(({ code }) => code)).toContain('return.does-not-count');
});

test('the differences from an earlier return are remembered, and the file is not read again', async () => {
  const [, second] = await imported(place.filledIn('X01', 1), place.filledIn('X01', 2));
  if (second === undefined) throw new Error('nothing was imported');
  const record = await importRecord(register, second);
  // Without its bytes nobody could say again in which cells it differs.
  await register.db.updateTable('file').set({ encoding: 'pruned', bytes: new Uint8Array() }).execute();
  const found = await findingsOfImport(register, [])(record);
  expect(
    found.filter(({ code, place: { cell } }) => code === 'answer.changed' && cell !== undefined).length,
  ).toBeGreaterThan(5);
  expect(found).toEqual(JSON.parse(JSON.stringify(second.imported.findings)));
});

test('a return with which another came to be alike later in the import is reported as such at the end', async () => {
  await place.generate(2);
  const [first, second] = await imported(place.filledIn('X01', 1), place.filledIn('X02', 1));
  if (first === undefined || second === undefined) throw new Error('nothing was imported');
  expect(first.imported.findings.map(({ code }) => code)).not.toContain('return.like-another');
  for (const [file, partner, other] of [
    [first, 'X02', 2],
    [second, 'X01', 1],
  ] as const) {
    const alike = (await reported(file)).filter(({ code }) => code === 'return.like-another');
    expect(alike.map(({ facts }) => facts)).toMatchObject([{ partner, other }]);
  }
});
