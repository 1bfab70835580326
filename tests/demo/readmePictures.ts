import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import type { Column } from '../../src/workbook/columns/column.ts';
import { itemsWidths } from '../../src/workbook/columns/columnWidths.ts';
import type { ItemsSheet } from '../../src/workbook/layout/layout.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { pageNumberOf } from './drawn.ts';
import { program } from './program.ts';

const folder = '.readme';

/** The pictures in the README and the pages that it links to: the first page of a sheet, without margins and footer. */
const pictures = [
  { name: 'section-sheet.png', workbook: 'complete', sheet: '1 Assessing need' },
  { name: 'scorecard.png', workbook: 'complete', sheet: 'Scorecard' },
  { name: 'roll-up.png', workbook: 'roll-up', sheet: 'Heat map' },
] as const;

/** Dots per inch of a picture of a page: A4 is then 1,286 wide. */
const resolution = 110;
/** Dots left white around a picture. */
const border = 6;
/** Bytes. Pictures are made smaller until they are below this. */
const maxBytes = 150_000;

/** The code's word for the content of a column. */
const words: Readonly<Record<Column['content']['is'], string>> = {
  reference: 'key',
  asked: 'only if',
  given: 'given',
  question: 'item',
  criterion: 'criterion',
  guidance: 'guidance',
  suggestions: 'evidence',
  lastRound: 'last round',
  lastEvidence: 'last evidence',
  lastFigure: 'last figure',
  field: 'field',
};

/** Height in dots of the strip above the picture, which has the words. */
const strip = 22;

/**
 * Draws the pictures of the README.
 *
 * @param printed The printed pages of a workbook, by its name, as a file of format PDF.
 */
export function drawForReadme(printed: (workbook: string) => string, work: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, workbook, sheet } of pictures) {
    const file = join(folder, name);
    const pdf = printed(workbook);
    drawPage(file, pdf, pageNumberOf(pdf, `${sheet}, page `), work);
    const items = layoutOf(pctSelfAssessment).items.find((candidate) => candidate.name === sheet);
    if (items !== undefined) markWords(file, items);
  }
}

function drawPage(file: string, pdf: string, page: number, work: string): void {
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
function markWords(file: string, { section, columns }: ItemsSheet): void {
  const width = Number(program('identify', '-format', '%w', file).toString());
  const widths = itemsWidths(section, columns);
  const all = widths.reduce((sum, own) => sum + own, 0);
  const scale = (width - 2 * border) / all;
  let left = border;
  const drawn = columns.flatMap(({ content }, index) => {
    const right = left + (widths[index] ?? 0) * scale;
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
