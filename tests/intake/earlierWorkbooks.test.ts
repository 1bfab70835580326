import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import type { Place } from '../../src/finding/index.ts';
import { readReturn } from '../../src/intake/readReturn.ts';
import { importReturns } from '../../src/operations/importReturns.ts';
import { checkRegister } from '../../src/operations/register/checkRegister.ts';
import { openRegister } from '../../src/register/openRegister.ts';
import type { Register } from '../../src/register/tables/register.ts';
import type { Answer, Response } from '../../src/response/response.ts';
import { packZip } from '../../src/spreadsheet/zip/packZip.ts';

/**
 * Workbooks that earlier versions issued, filled in: as they are, and as LibreOffice saved them, with all formulas
 * calculated. Each version has the register that issued them, and what it read from them itself: in later versions
 * rows and columns are elsewhere, and wordings of the instruments change. Named after the version's commit.
 */
const earlier = join(import.meta.dirname, 'earlier');
const versions = new Set(readdirSync(earlier).map((name) => name.split('-')[0] ?? ''));

interface StoredReturn {
  /** Texts of the parts of the package. */
  readonly parts: Readonly<Record<string, string>>;
  readonly response: StoredResponse;
  readonly findings: readonly (readonly [code: string, place: Place])[];
}

type StoredAnswers = readonly (readonly [field: string, answer: Answer])[];

interface StoredResponse {
  readonly items: readonly (readonly [item: string, answers: StoredAnswers])[];
  readonly entries: readonly (readonly [
    section: string,
    rows: readonly (readonly [entry: number, answers: StoredAnswers])[],
  ])[];
}

/** Only what was answered: a later wording may ask for more. */
const answered = (response: Response): StoredResponse => ({
  items: [...response.items].map(([item, answers]) => [item, givenIn(answers)]),
  entries: [...response.entries].map(([section, rows]) => [
    section,
    rows.map(({ entry, answers }) => [entry, givenIn(answers)]),
  ]),
});

const givenIn = (answers: ReadonlyMap<string, Answer>): StoredAnswers =>
  [...answers].filter(([, { state }]) => state !== 'blank');

const stored = (version: string, what: string): Buffer =>
  brotliDecompressSync(readFileSync(join(earlier, `${version}-${what}.br`)));

const returnsOf = (version: string): ReadonlyMap<string, StoredReturn> =>
  new Map(Object.entries(JSON.parse(stored(version, 'returns').toString('utf8'))));

const bytesOf = ({ parts }: StoredReturn): Uint8Array =>
  packZip(new Map(Object.entries(parts).map(([name, text]) => [name, strToU8(text, true)])));

describe.each([...versions])('workbooks of version %s', (version) => {
  const returns = returnsOf(version);
  let folder: string;
  let register: Register;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scorebook-earlier-'));
    writeFileSync(join(folder, 'register.db'), stored(version, 'register'));
    register = await openRegister(join(folder, 'register.db'), 'write');
  });
  afterAll(async () => {
    await register.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are stored for every instrument', () => {
    for (const { key } of instruments) {
      expect([...returns.keys()]).toEqual(
        expect.arrayContaining([`${key}_2026_X01.xlsx`, `${key}_2026_X01_saved.xlsx`]),
      );
    }
  });

  test.each([...returns])('%s is read as that version read it', async (name, one) => {
    const read = await readReturn(register, { instruments }, { name, bytes: bytesOf(one), received: new Date() });
    if (!('response' in read)) throw new Error(JSON.stringify(read.findings));
    expect(answered(read.response)).toEqual(one.response);
    expect(read.findings.map(({ code, place }) => [code, place])).toEqual(one.findings);
  });

  test('are imported into the register that issued them, which then has no faults', { timeout: 120_000 }, async () => {
    const context = { register, instruments, now: () => new Date('2026-12-01T10:00:00Z') };
    const files = [...returns].map(([name, one]) => ({ path: name, name, read: () => bytesOf(one) }));
    const imported = await importReturns(context, { files });
    expect(imported.files.filter(({ status }) => status === 'refused')).toEqual([]);
    expect(imported.files).toHaveLength(files.length);
    expect(await checkRegister(context)).toEqual([]);
  });
});
