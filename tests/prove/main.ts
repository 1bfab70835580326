import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instruments } from '../../definitions/index.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { hasLibreOffice, saveInLibreOffice } from '../../src/demo/libreOffice.ts';
import type { Instrument } from '../../src/instrument/schema.ts';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { largeRegion } from '../rollup/largeRegion.ts';
import { casesFor, compareFormulas, compareStored, type Difference, filledWith } from '../workbook/recalculation.ts';

/**
 * Many seeded random sets of answers to every instrument, and roll-ups of up to 500 partners, go through LibreOffice,
 * which works every formula out afresh. Each must come to what `scoring/` and `rollup/` say. `--sets 300 --seed 20070301` are the
 * defaults; `--instrument KEY` proves one only.
 */

/** Files to one start of LibreOffice, which is slow to start. */
const batch = 25;
/** Differences that are shown. */
const most = 20;

const { sets, seed, some } = chosen();
if (!hasLibreOffice()) stop('LibreOffice (soffice) is not installed here, so nothing can be proved.');

let differing = 0;
for (const instrument of some) await prove(instrument);
if (some.includes(pctSelfAssessment)) await proveRollUps();
process.exitCode = differing === 0 ? 0 : 1;

async function prove(instrument: Instrument): Promise<void> {
  const details = issuedFor(instrument);
  const blankWorkbook = await writeWorkbook(instrument, details);
  const cases = casesFor(instrument, seed, sets);
  const before = differing;
  let formulas = 0;
  process.stdout.write(`${sets} sets of answers to ${instrument.key}, seed ${seed}\n`);
  for (let from = 0; from < cases.length; from += batch) {
    const together = cases.slice(from, from + batch);
    for (const [index, file] of recalculated(filledWith(blankWorkbook, together)).entries()) {
      const response = together[index]?.response;
      if (response === undefined) throw new Error(`There is no set ${from + index + 1}`);
      const compared = await compareFormulas(instrument, details, response, file);
      formulas += compared.formulas;
      tell(from + index + 1, compared.differences);
    }
    process.stdout.write(
      `  ${from + together.length} of ${sets}: ${formulas} formulas, ${differing - before} differences\n`,
    );
  }
  process.stdout.write(
    `${instrument.key}: ${sets} sets, ${formulas} formulas worked out by LibreOffice, ${differing - before} differences.\n`,
  );
}

/** Roll-ups of so many partners: with the last, the formulas compare 21 million times, and are the most that are written. */
async function proveRollUps(): Promise<void> {
  for (const partners of [12, 151, 500]) {
    const written = await writeRollUp(largeRegion(pctSelfAssessment, partners), new Date('2027-01-04T09:00:00Z'));
    const [saved = new Uint8Array()] = recalculated([written]);
    const { formulas, differences } = compareStored(written, saved);
    tell(partners, differences, 'partners');
    process.stdout.write(
      `Roll-up of ${partners} partners: ${formulas} formulas worked out by LibreOffice, ${differences.length} differences.\n`,
    );
  }
}

function tell(set: number, differences: readonly Difference[], what = 'set'): void {
  for (const difference of differences) {
    if (differing < most) process.stdout.write(`  ${what} ${set}: ${told(difference)}\n`);
    differing += 1;
  }
}

function told({ place, stored, found }: Difference): string {
  return `${place} is stored as ${JSON.stringify(stored)}, and worked out as ${JSON.stringify(found)}`;
}

function recalculated(files: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-prove-'));
  const saved = join(folder, 'saved');
  try {
    mkdirSync(saved);
    const names = files.map((_file, index) => `${index}.xlsx`);
    for (const [index, file] of files.entries()) writeFileSync(join(folder, `${index}.xlsx`), file);
    saveInLibreOffice(
      names.map((name) => join(folder, name)),
      saved,
      'xlsx',
    );
    return names.map((name) => new Uint8Array(readFileSync(join(saved, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Chosen {
  readonly sets: number;
  readonly seed: number;
  readonly some: readonly Instrument[];
}

function chosen(): Chosen {
  const options = {
    sets: { type: 'string', default: '300' },
    seed: { type: 'string', default: '20070301' },
    instrument: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const [sets, seed] = [Number(values.sets), Number(values.seed)];
    const some = instruments.filter(({ key }) => values.instrument === undefined || key === values.instrument);
    if (Number.isInteger(sets) && sets > 0 && Number.isInteger(seed) && some.length > 0) return { sets, seed, some };
  } catch {
    // An unknown option is told below, as a wrong value is.
  }
  return stop(
    `Usage: npm run prove -- [--sets NUMBER] [--seed NUMBER] [--instrument KEY]. Keys: ${instruments.map(({ key }) => key).join(', ')}.`,
  );
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
