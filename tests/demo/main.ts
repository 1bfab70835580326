import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instruments } from '../../definitions/index.ts';
import { pctSelfAssessment as main } from '../../definitions/pct-self-assessment.ts';
import { run } from '../../src/cli/run.ts';
import type { CommandContext } from '../../src/cli/terminal/context.ts';
import { fillIn } from '../tools/fillIn.ts';
import { hasLibreOffice, saveInLibreOffice } from '../tools/libreOffice.ts';
import { type Manner, sampleReturn } from '../tools/sampleReturns.ts';

/** Plays a whole round of every instrument with a fictional region: generates, fills in, imports and rolls up workbooks. */

const folder = join('output', 'demo');
const list = join('definitions', 'partners', 'sample-region.csv');
/** Name of the earlier round. */
const lastYear = 'demo-2025';
const workbooks = join(folder, 'workbooks');
const returns = join(folder, 'returns');
const register = ['--register', join(folder, 'register.db')];
const marking = 'SAMPLE DATA: fictional organisations, made-up answers';

const steady: Manner = { levels: [0.15, 0.5, 0.3], notApplicable: 0.03, diligence: 0.7 };
const strong: Manner = { levels: [0, 0.3, 0.68], notApplicable: 0.02, diligence: 0.9 };
const struggling: Manner = { levels: [0.6, 0.3, 0.05], notApplicable: 0.03, diligence: 0.4 };
const hasty: Manner = { levels: [0.15, 0.25, 0.2], notApplicable: 0.05, diligence: 0.2 };
const slips: Manner = { ...steady, slips: true };

/** The partners that return; two of the twelve do not. */
const manners: Readonly<Record<string, Manner>> = {
  X01: steady,
  X02: strong,
  X03: struggling,
  X04: steady,
  X05: slips,
  X06: hasty,
  X07: strong,
  X08: struggling,
  '8E1': steady,
  X12: steady,
};
/** Partners that get the other instruments too. */
const few: readonly string[] = ['X01', 'X03', 'X07', '8E1'];
/** A partner that works in LibreOffice, which saves a file in its own way. */
const inLibreOffice = ['X02'];

/** The workbooks go out on the first day and come back by the second, whatever the current date. */
const [goingOut, comingBack] = [new Date('2026-11-02T09:00:00Z'), new Date('2026-12-17T09:00:00Z')];
let today = goingOut;

const fileName = (instrument: string, code: string): string => `${instrument}_demo_${code}.xlsx`;

const surroundings: CommandContext = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  now: () => today,
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(returns, { recursive: true });

await playLastYear();
for (const { key } of instruments) await generate(key);
fillInAll();
today = comingBack;
await scorebook('import', returns, '--received', '2026-12-16 09:30');
await scorebook('status', '--round', 'demo', '--instrument', main.key);
await recordAgreement();
for (const { key } of instruments) {
  const previous = key === main.key ? ['--previous', lastYear] : [];
  const name = key === main.key ? 'roll-up.xlsx' : `roll-up_${key}.xlsx`;
  await scorebook('rollup', '--round', 'demo', '--instrument', key, '--out', join(folder, name), ...previous);
}
await scorebook('rollup', '--round', 'demo', '--by', 'phase', '--out', join(folder, 'roll-up_by-phase.xlsx'));
sayWhatToOpen();

/** A few partners also answered the first instrument a year earlier. */
async function playLastYear(): Promise<void> {
  const place = join(folder, lastYear);
  today = new Date('2025-11-03T09:00:00Z');
  await scorebook(
    ...['generate', main.key, '--partners', list, '--partner', ...few, '--round', lastYear],
    ...['--due', '2025-12-19 12:00', '--out', join(place, 'workbooks'), '--marking', marking],
  );
  mkdirSync(join(place, 'returns'));
  for (const [index, code] of few.entries()) {
    const name = `${main.key}_${lastYear}_${code}.xlsx`;
    const typed = sampleReturn(main, struggling, index + 101);
    writeFileSync(join(place, 'returns', name), fillIn(readFileSync(join(place, 'workbooks', name)), typed));
  }
  today = new Date('2025-12-16T09:00:00Z');
  await scorebook('import', join(place, 'returns'), '--received', '2025-12-15 09:30');
  today = goingOut;
}

/** The two partners of one area meet where they differ most. */
async function recordAgreement(): Promise<void> {
  const file = join(folder, 'agreed.csv');
  const present = 'heads of commissioning of both, area partnership chair';
  const agreed = [['3.1.1', 2]] as const;
  const lines = agreed.map(([question, level]) => `XA11,${question},${level},2026-12-17,"${present}"`);
  writeFileSync(file, `${['area,question,level,date,present', ...lines].join('\n')}\n`);
  await scorebook('agree', file, '--round', 'demo', '--instrument', main.key);
}

/** The first instrument goes to the whole region, the others to a few of its partners. */
async function generate(key: string): Promise<void> {
  await scorebook(
    'generate',
    key,
    '--partners',
    list,
    ...(key === main.key ? [] : ['--partner', ...few]),
    '--round',
    'demo',
    '--due',
    '2026-12-18 12:00',
    '--out',
    workbooks,
    '--marking',
    marking,
    '--return-to',
    'returns@region.example',
  );
}

async function scorebook(...args: readonly string[]): Promise<void> {
  surroundings.out(`\n$ scorebook ${args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ')}\n`);
  const code = await run([...args, ...register], surroundings);
  // Errors in the data are part of the demonstration; wrong use of a command is not.
  if (code === 2) process.exit(code);
}

function fillInAll(): void {
  surroundings.out('\nPartners fill their workbooks in.\n');
  for (const instrument of instruments) {
    for (const [index, [code, manner]] of Object.entries(manners).entries()) {
      if (instrument !== main && !few.includes(code)) continue;
      const name = fileName(instrument.key, code);
      const filled = fillIn(readFileSync(join(workbooks, name)), sampleReturn(instrument, manner, index + 1));
      writeFileSync(join(returns, name), filled);
    }
  }
  writeFileSync(join(returns, 'X10 covering note.txt'), 'Sample data: sorry, our workbook will be late.\n');
  if (!hasLibreOffice()) {
    surroundings.out('LibreOffice is not installed here: all of them save in Excel.\n');
    return;
  }
  saveInLibreOffice(
    inLibreOffice.map((code) => join(returns, fileName(main.key, code))),
    returns,
    'xlsx',
  );
  surroundings.out(`${inLibreOffice.length} of them saves in LibreOffice.\n`);
}

function sayWhatToOpen(): void {
  const toOpen = [
    [join(workbooks, fileName(main.key, '8E1')), 'what a partner fills in'],
    [join(folder, 'roll-up.xlsx'), 'what the board sees of the region'],
    [join(folder, 'demo', 'import-findings.xlsx'), 'what is to be put right in the returns'],
  ] as const;
  surroundings.out('\n');
  for (const [path, what] of toOpen) {
    if (!existsSync(path)) throw new Error(`The demonstration did not make ${path}`);
    surroundings.out(`Open ${path}: ${what}.\n`);
  }
}
