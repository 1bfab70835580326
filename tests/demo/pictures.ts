import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import type { Column, ItemsSheet } from '../../src/workbook/layout/layout.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { fillIn } from '../tools/fillIn.ts';
import { hasLibreOffice, saveInLibreOffice } from '../tools/libreOffice.ts';
import { type Manner, sampleReturn } from '../tools/sampleReturns.ts';

/** Draws every printed page of a blank, a half-filled and a complete workbook, and of the demo's roll-up. */

const demo = join('output', 'demo');
const folder = join('output', 'pictures');
const readmeFolder = '.readme';

/** The pictures in the README and the pages that it links to: the first page of a sheet, without margins and footer. */
const readmePictures = [
  { name: 'section-sheet.png', workbook: 'complete', sheet: '1 Assessing need' },
  { name: 'scorecard.png', workbook: 'complete', sheet: 'Scorecard' },
  { name: 'roll-up.png', workbook: 'roll-up', sheet: 'Heat map' },
] as const;

interface Filled {
  readonly manner: Manner;
  /** The same seed gives the same answers. With the seed of the complete workbook, the pictures show every band. */
  readonly seed: number;
}

const filled: Readonly<Record<string, Filled>> = {
  'half-filled': { manner: { levels: [0.15, 0.2, 0.15], notApplicable: 0.05, diligence: 0.6 }, seed: 1 },
  complete: { manner: { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 1 }, seed: 436 },
};

/** Dots per inch of a picture of a page: A4 is then 1,286 wide. */
const resolution = 110;
/** Dots left white around a picture. */
const border = 6;
/** Bytes. Pictures are made smaller until they are below this. */
const maxBytes = 150_000;

/** Bytes. The text of a roll-up's pages is more than the megabyte that Node accepts by default. */
const maxPrinted = 100_000_000;

/** The code's word for the content of a column. */
const words: Readonly<Record<Column['content']['is'], string>> = {
  reference: 'key',
  activity: 'activity',
  question: 'item',
  criterion: 'criterion',
  guidance: 'guidance',
  suggestions: 'evidence',
  lastRound: 'last round',
  field: 'field',
};

/** Height in dots of the strip above the picture, which has the words. */
const strip = 22;

const missing = [
  ...(hasLibreOffice() ? [] : ['LibreOffice (soffice)']),
  ...Object.entries({ pdftoppm: 'poppler-utils', pdftotext: 'poppler-utils', convert: 'imagemagick' })
    .filter(([program]) => spawnSync(program, ['-version']).error !== undefined)
    .map(([program, debian]) => `${program}, of ${debian}`),
];
if (missing.length > 0) {
  process.stderr.write(`Pictures cannot be made, as this is not installed here: ${missing.join('; ')}.\n`);
  process.exit(2);
}

await import('./main.ts');
const work = mkdtempSync(join(tmpdir(), 'scorebook-pictures-'));
try {
  drawAll();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function drawAll(): void {
  process.stdout.write('\nPictures:\n');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(readmeFolder, { recursive: true });
  const names = workbooks();
  saveInLibreOffice(
    names.map((name) => join(work, `${name}.xlsx`)),
    work,
    'pdf',
  );
  for (const name of names) {
    program('pdftoppm', '-r', `${resolution}`, '-png', pdfOf(name), join(folder, name));
    process.stdout.write(`  ${join(folder, name)}-*.png: ${pagesOf(name).length} pages\n`);
  }
  for (const { name, workbook, sheet } of readmePictures) {
    const file = join(readmeFolder, name);
    drawForReadme(file, pdfOf(workbook), firstPageOf(workbook, sheet));
    const items = layoutOf(pctSelfAssessment).items.find((candidate) => candidate.name === sheet);
    if (items !== undefined) markWords(file, items);
  }
}

/** Writes the workbooks to the working folder. @returns their names. */
function workbooks(): readonly string[] {
  const blank = join(demo, 'workbooks', 'pct-self-assessment_demo_8E1.xlsx');
  copyFileSync(blank, join(work, 'blank.xlsx'));
  copyFileSync(join(demo, 'roll-up.xlsx'), join(work, 'roll-up.xlsx'));
  for (const [name, { manner, seed }] of Object.entries(filled)) {
    writeFileSync(
      join(work, `${name}.xlsx`),
      fillIn(readFileSync(blank), sampleReturn(pctSelfAssessment, manner, seed)),
    );
  }
  return ['blank', ...Object.keys(filled), 'roll-up'];
}

function pdfOf(name: string): string {
  return join(work, `${name}.pdf`);
}

/** The text of each page. */
function pagesOf(name: string): readonly string[] {
  return program('pdftotext', '-layout', pdfOf(name), '-').toString().split('\f').slice(0, -1);
}

/** Finds the page of a sheet by its name in the footer. @throws Error if the sheet is not printed. */
function firstPageOf(workbook: string, sheet: string): number {
  const index = pagesOf(workbook).findIndex((text) => text.includes(`${sheet}, page `));
  if (index < 0) throw new Error(`No page of ${workbook} shows the sheet ${sheet}`);
  return index + 1;
}

function drawForReadme(file: string, pdf: string, page: number): void {
  const prefix = join(work, 'page');
  for (let dots = resolution; dots >= 60; dots -= 5) {
    const only = ['-r', `${dots}`, '-f', `${page}`, '-l', `${page}`, '-singlefile'];
    program('pdftoppm', ...only, '-gray', pdf, prefix);
    const { left, top, width, height } = inkOf(readFileSync(`${prefix}.pgm`), dots);
    const cut = ['-x', `${left}`, '-y', `${top}`, '-W', `${width}`, '-H', `${height}`];
    program('pdftoppm', ...only, ...cut, '-png', pdf, prefix);
    if (statSync(`${prefix}.png`).size < maxBytes) {
      copyFileSync(`${prefix}.png`, file);
      process.stdout.write(`  ${file}: ${width} by ${height}\n`);
      return;
    }
  }
  throw new Error(`${file} would be larger than ${maxBytes} bytes`);
}

/** Writes the code's own words over the columns of a section's sheet, and draws a line below each. */
function markWords(file: string, { columns }: ItemsSheet): void {
  const width = Number(program('identify', '-format', '%w', file).toString());
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const scale = (width - 2 * border) / all;
  let left = border;
  const drawn = columns.flatMap(({ width: own, content }) => {
    const right = left + own * scale;
    const label = ['-annotate', `+${Math.round(left + 2)}+${strip - 8}`, words[content.is]];
    const line = ['-draw', `line ${Math.round(left + 2)},${strip - 4} ${Math.round(right - 2)},${strip - 4}`];
    left = right;
    return [...label, ...line];
  });
  const style = ['-font', 'Liberation-Sans-Bold', '-pointsize', '11', '-fill', '#7A0C0C', '-stroke', 'none'];
  program('convert', file, '-background', 'white', '-splice', `0x${strip}`, ...style, ...drawn, file);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The bounding box of everything that is not white, above the footer, in a grey picture of format PGM. */
function inkOf(picture: Uint8Array, dots: number): Box {
  const [header = '', columns = '0', rows = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(picture.subarray(0, 40)).toString('latin1')) ?? [];
  const width = Number(columns);
  const footer = Math.ceil(0.6 * dots);
  const dark = (x: number, y: number): boolean => (picture[header.length + y * width + x] ?? 255) < 250;
  const xs = Array.from({ length: width }, (_, x) => x);
  const ys = Array.from({ length: Math.max(0, Number(rows) - footer) }, (_, y) => y);
  const inkRows = ys.filter((y) => xs.some((x) => dark(x, y)));
  const inkColumns = xs.filter((x) => ys.some((y) => dark(x, y)));
  const left = Math.max(0, (inkColumns[0] ?? 0) - border);
  const top = Math.max(0, (inkRows[0] ?? 0) - border);
  return {
    left,
    top,
    width: (inkColumns.at(-1) ?? 0) + 1 + border - left,
    height: (inkRows.at(-1) ?? 0) + 1 + border - top,
  };
}

/** Runs a program and returns its output. @throws Error if it fails. */
function program(name: string, ...args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync(name, [...args], { maxBuffer: maxPrinted });
  if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? stderr}`);
  return stdout;
}
