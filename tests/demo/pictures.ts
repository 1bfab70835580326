import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { instruments } from '../../definitions/index.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { emptyResponse } from '../../src/response/response.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { fillIn } from '../tools/fillIn.ts';
import { hasLibreOffice } from '../tools/libreOffice.ts';
import { type Manner, sampleReturn } from '../tools/sampleReturns.ts';
import { type Drawn, draw, openAll } from './drawn.ts';
import { drawForReadme } from './readmePictures.ts';

/**
 * Draws the first screen of each sheet, and each printed page, of the workbooks that its arguments name: instruments,
 * each blank, half filled and complete, and files. Without arguments it plays the demonstration, and draws the
 * workbooks of its main instrument, its roll-up, and the pictures of the README.
 */

const demo = join('output', 'demo');
const folder = join('output', 'pictures');

interface Filled {
  readonly manner: Manner;
  /** The same seed gives the same answers. With the seed of the complete workbook, the pictures show every band. */
  readonly seed: number;
}

const filled: Readonly<Record<string, Filled>> = {
  'half-filled': { manner: { levels: [0.15, 0.2, 0.15], notApplicable: 0.05, diligence: 0.6 }, seed: 1 },
  complete: { manner: { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 1 }, seed: 436 },
};

const missing = [
  ...(hasLibreOffice() ? [] : ['LibreOffice (soffice)']),
  ...Object.entries({ pdftoppm: 'poppler-utils', pdftotext: 'poppler-utils', convert: 'imagemagick' })
    .filter(([name]) => spawnSync(name, ['-version']).error !== undefined)
    .map(([name, debian]) => `${name}, of ${debian}`),
];
if (missing.length > 0) {
  process.stderr.write(`Pictures cannot be made, as this is not installed here: ${missing.join('; ')}.\n`);
  process.exit(2);
}

const wanted = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'scorebook-pictures-'));
try {
  if (wanted.length === 0) await drawDemo();
  for (const argument of wanted) await drawOne(argument);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function drawDemo(): Promise<void> {
  await import('./main.ts');
  const blank = readFileSync(join(demo, 'workbooks', `${pctSelfAssessment.key}_demo_8E1.xlsx`));
  const drawn = openAll(
    new Map([...filledIn(pctSelfAssessment, blank), ['roll-up', readFileSync(join(demo, 'roll-up.xlsx'))]]),
    work,
  );
  for (const [name, one] of drawn) report(join(folder, pctSelfAssessment.key, name), one);
  drawForReadme((workbook) => drawn.get(workbook)?.printed ?? '', work);
}

async function drawOne(argument: string): Promise<void> {
  const instrument = instruments.find(({ key }) => key === argument);
  if (instrument === undefined) {
    const { name } = parse(argument);
    for (const [, one] of openAll(new Map([[name, readFileSync(argument)]]), work)) report(join(folder, name), one);
    return;
  }
  const details = issuedFor(instrument, { returnTo: 'returns@region.example' });
  const blank = await writeWorkbook(instrument, details, emptyResponse(instrument));
  for (const [name, one] of openAll(filledIn(instrument, blank), work)) report(join(folder, argument, name), one);
}

function filledIn(instrument: Instrument, blank: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const others = Object.entries(filled).map(([name, { manner, seed }]): readonly [string, Uint8Array] => [
    name,
    fillIn(blank, sampleReturn(instrument, manner, seed)),
  ]);
  return new Map([['blank', blank], ...others]);
}

function report(place: string, drawn: Drawn): void {
  process.stdout.write(`  ${place}: ${draw(drawn, place)}\n`);
}
