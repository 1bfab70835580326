import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { hasLibreOffice, saveInLibreOffice } from '../../src/demo/libreOffice.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { type Case, casesFor, compareFormulas, type Difference, filledWith } from '../workbook/recalculation.ts';

/**
 * Many seeded random sets of answers go through LibreOffice, which works every formula out afresh. Each must come to what
 * `scoring/` says. `--sets 300 --seed 20070301` are the defaults.
 */

/** Files to one start of LibreOffice, which is slow to start. */
const batch = 25;
/** Differences that are shown. */
const most = 20;

const { sets, seed } = chosen();
if (!hasLibreOffice()) stop('LibreOffice (soffice) is not installed here, so nothing can be proved.');

const details = issuedFor(instrument);
const blankWorkbook = await writeWorkbook(instrument, details);
const cases = casesFor(instrument, seed, sets);
process.stdout.write(`${sets} sets of answers to ${instrument.key}, seed ${seed}\n`);

let formulas = 0;
let differing = 0;
for (let from = 0; from < cases.length; from += batch) {
  const some = cases.slice(from, from + batch);
  for (const [index, file] of recalculated(filledWith(blankWorkbook, some)).entries()) {
    await check(some[index], from + index + 1, file);
  }
  process.stdout.write(`  ${from + some.length} of ${sets}: ${formulas} formulas, ${differing} differences\n`);
}
process.stdout.write(`${sets} sets, ${formulas} formulas worked out by LibreOffice: ${differing} differences.\n`);
process.exitCode = differing === 0 ? 0 : 1;

async function check(given: Case | undefined, number: number, file: Uint8Array): Promise<void> {
  if (given === undefined) throw new Error(`There is no set ${number}`);
  const compared = await compareFormulas(instrument, details, given.response, file);
  formulas += compared.formulas;
  for (const difference of compared.differences) {
    if (differing < most) process.stdout.write(`  set ${number}: ${told(difference)}\n`);
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

function chosen(): { readonly sets: number; readonly seed: number } {
  const options = { sets: { type: 'string', default: '300' }, seed: { type: 'string', default: '20070301' } } as const;
  try {
    const { values } = parseArgs({ options });
    const [sets, seed] = [Number(values.sets), Number(values.seed)];
    if (Number.isInteger(sets) && sets > 0 && Number.isInteger(seed)) return { sets, seed };
  } catch {
    // An unknown option is told below, as a wrong value is.
  }
  return stop('Usage: npm run prove -- [--sets NUMBER] [--seed NUMBER], both whole numbers.');
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
