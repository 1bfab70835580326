import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { instruments } from '../../definitions/index.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { ownProperty } from '../../src/instrument/model/ownProperty.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { emptyResponse, type Response } from '../../src/response/response.ts';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { lastRoundOf } from '../../src/scoring/plans/lastRound.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { anyFacts, confirming } from '../anyFacts.ts';
import { anyInstrument } from '../anyInstrument.ts';
import { figuresInstrument } from '../figuresInstrument.ts';
import { issuedFor } from '../issued.ts';
import { responseArbitrary, typedCells } from '../responses.ts';
import { largeRegion } from '../rollup/largeRegion.ts';
import { rollUpCases } from '../rollup/rollUpCases.ts';
import { hasGnumeric, savedByGnumeric, savedByLibreOffice } from '../savedBy.ts';
import { fillIn } from '../tools/fillIn.ts';
import { hasLibreOffice } from '../tools/libreOffice.ts';
import { casesFor, compareFormulas, compareStored, type Difference, filledWith } from '../workbook/recalculation.ts';

/**
 * Many seeded random sets of answers to every instrument, and roll-ups of every kind and of up to 500 partners, go through a spreadsheet
 * program, which calculates every formula afresh. Each must come to what `scoring/` and `rollup/` say. So do random definitions
 * of computed and compared figures, and random instruments of random kinds, rules, conditions, checks and facts,
 * with one set of answers each.
 * `--program libreoffice --sets 300 --random 300 --seed 20070301` are the defaults; `--instrument KEY` proves one only.
 */

interface Program {
  readonly name: string;
  /** What is missing where it is not installed. */
  readonly command: string;
  readonly isInstalled: () => boolean;
  /** The files as it saves them, with formulas calculated afresh. */
  readonly saved: (files: readonly Uint8Array[]) => readonly Uint8Array[];
}

const programs: Readonly<Record<string, Program>> = {
  libreoffice: {
    name: 'LibreOffice',
    command: 'soffice',
    isInstalled: hasLibreOffice,
    saved: savedByLibreOffice,
  },
  gnumeric: { name: 'Gnumeric', command: 'ssconvert', isInstalled: hasGnumeric, saved: savedByGnumeric },
};

/** Files to one start of LibreOffice, which is slow to start. */
const batch = 25;
/** By this key, only the random definitions are proved. */
const randomFigures = 'figures';
/** Kinds of sets of answers: a random instrument gets one of each in turn. */
const kindsOfSets = 12;
/** Differences that are shown. */
const maxShown = 20;

const { program, sets, random, seed, some, figures } = chosen();
if (!program.isInstalled())
  stop(`${program.name} (${program.command}) is not installed here, so nothing can be proved.`);

let differing = 0;
for (const instrument of some) await prove(instrument);
if (figures)
  await proveRandom('definition of figures', fc.sample(figuresInstrument, { seed, numRuns: sets }), answeredAtRandom);
if (some.includes(pctSelfAssessment)) await proveRollUps();
await proveRandom('instrument', fc.sample(anyInstrument, { seed, numRuns: random }), answeredInTurn);
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
    for (const [index, file] of program.saved(filledWith(blankWorkbook, together)).entries()) {
      const response = together[index]?.response;
      if (response === undefined) throw new Error(`There is no set ${from + index + 1}`);
      const compared = await compareFormulas(instrument, details, response, file);
      formulas += compared.formulas;
      report(from + index + 1, compared.differences);
    }
    process.stdout.write(
      `  ${from + together.length} of ${sets}: ${formulas} formulas, ${differing - before} differences\n`,
    );
  }
  process.stdout.write(
    `${instrument.key}: ${sets} sets, ${formulas} formulas calculated by ${program.name}, ${differing - before} differences.\n`,
  );
}

/** One set of answers to each of many random definitions. */
async function proveRandom(
  what: string,
  definitions: readonly Instrument[],
  fill: (instrument: Instrument, place: number) => Promise<RandomlyFilled>,
): Promise<void> {
  const before = differing;
  let formulas = 0;
  for (let from = 0; from < definitions.length; from += batch) {
    const together = await Promise.all(definitions.slice(from, from + batch).map((one, at) => fill(one, from + at)));
    for (const [index, file] of program.saved(together.map((one) => one.file)).entries()) {
      const one = together[index];
      if (one === undefined) throw new Error(`There is no definition ${from + index + 1}`);
      const compared = await compareFormulas(one.instrument, one.details, one.response, file);
      formulas += compared.formulas;
      report(from + index + 1, compared.differences, what);
    }
  }
  process.stdout.write(
    `Random ${what}, ${definitions.length} times, seed ${seed}: ${formulas} formulas calculated by ${program.name}, ${differing - before} differences.\n`,
  );
}

interface RandomlyFilled {
  readonly instrument: Instrument;
  readonly details: ReturnType<typeof issuedFor>;
  readonly response: Response;
  readonly file: Uint8Array;
}

async function answeredAtRandom(instrument: Instrument): Promise<RandomlyFilled> {
  const details = issuedFor(instrument);
  const [response = emptyResponse(instrument)] = fc.sample(responseArbitrary(instrument), { seed, numRuns: 1 });
  const file = fillIn(await writeWorkbook(instrument, details), typedCells(instrument, response));
  return { instrument, details, response, file };
}

/** With a set of answers of every kind in turn, facts where the definition takes them, and the last round in every second. */
async function answeredInTurn(instrument: Instrument, place: number): Promise<RandomlyFilled> {
  const own = seed + place;
  const given = anyFacts(instrument, own);
  const [before = emptyResponse(instrument)] = fc.sample(responseArbitrary(instrument), { seed: own, numRuns: 1 });
  const lastRound =
    place % 2 === 0 ? undefined : lastRoundOf(instrument, { round: '2025', instrument, response: before });
  const details = issuedFor(instrument, { given, lastRound });
  const layout = layoutOf(instrument, { lastRound: lastRound !== undefined });
  const [one] = casesFor(instrument, own, kindsOfSets, layout).slice(place % kindsOfSets);
  if (one === undefined) throw new Error('There is no set of answers');
  const [file = new Uint8Array()] = filledWith(await writeWorkbook(instrument, details), [one]);
  return { instrument, details, response: confirming(instrument, given, one.response), file };
}

/**
 * Roll-ups of every kind, and then of so many partners: with the last, the formulas compare 21 million times, and are the most
 * that are written.
 */
async function proveRollUps(): Promise<void> {
  const made = new Date('2027-01-04T09:00:00Z');
  const kinds = Object.entries(rollUpCases);
  const written = await Promise.all(kinds.map(([, [rollUp, , options]]) => writeRollUp(rollUp, made, options)));
  for (const [index, saved] of program.saved(written).entries()) {
    const { differences } = compareStored(written[index] ?? new Uint8Array(), saved);
    report(index + 1, differences, `roll-up "${kinds[index]?.[0]}"`);
  }
  process.stdout.write(`${kinds.length} kinds of roll-up calculated by ${program.name}.\n`);
  for (const partners of [12, 151, 500]) {
    const written = await writeRollUp(largeRegion(pctSelfAssessment, partners), made);
    const [saved = new Uint8Array()] = program.saved([written]);
    const { formulas, differences } = compareStored(written, saved);
    report(partners, differences, 'partners');
    process.stdout.write(
      `Roll-up of ${partners} partners: ${formulas} formulas calculated by ${program.name}, ${differences.length} differences.\n`,
    );
  }
}

function report(set: number, differences: readonly Difference[], what = 'set'): void {
  for (const difference of differences) {
    if (differing < maxShown) process.stdout.write(`  ${what} ${set}: ${described(difference)}\n`);
    differing += 1;
  }
}

function described({ place, stored, found }: Difference): string {
  return `${place} is stored as ${JSON.stringify(stored)}, and calculated as ${JSON.stringify(found)}`;
}

interface Chosen {
  readonly program: Program;
  readonly sets: number;
  readonly random: number;
  readonly seed: number;
  readonly some: readonly Instrument[];
  /** Whether random definitions of figures are proved. */
  readonly figures: boolean;
}

function chosen(): Chosen {
  const options = {
    program: { type: 'string', default: 'libreoffice' },
    sets: { type: 'string', default: '300' },
    random: { type: 'string' },
    seed: { type: 'string', default: '20070301' },
    instrument: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const [sets, seed] = [Number(values.sets), Number(values.seed)];
    const random = Number(values.random ?? (values.instrument === undefined ? '300' : '0'));
    const some = instruments.filter(({ key }) => values.instrument === undefined || key === values.instrument);
    const program = ownProperty(programs, values.program);
    const areNumbers = [sets, random, seed].every(Number.isInteger) && sets > 0 && random >= 0;
    const figures = values.instrument === undefined || values.instrument === randomFigures;
    if (program !== undefined && areNumbers && (figures || some.length > 0))
      return { program, sets, random, seed, some, figures };
  } catch {
    // An unknown option is reported below, as a wrong value is.
  }
  return stop(
    `Usage: npm run prove -- [--program ${Object.keys(programs).join('|')}] [--sets NUMBER] [--random NUMBER] [--seed NUMBER] ` +
      `[--instrument KEY]. Keys: ${[...instruments.map(({ key }) => key), randomFigures].join(', ')}.`,
  );
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
