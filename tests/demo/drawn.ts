import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveInLibreOffice } from '../tools/libreOffice.ts';
import { program } from './program.ts';
import { markOf, printedAsScreens, type Screen } from './screens.ts';

/** A workbook as two files of format PDF. */
export interface Drawn {
  readonly printed: string;
  /** The first page of each sheet is its first screen. */
  readonly onScreen: string;
  readonly screens: readonly Screen[];
}

/**
 * What is left for cells of a screen of 1366 by 768 pixels, below the ribbon and the formula bar of Excel and above its
 * tabs: an estimate.
 */
const grid = { width: 1320, height: 480 } as const;

/** Dots per inch: of a screen at a zoom of 100 %, and of a printed page, which at A4 is then 1,286 wide. */
const resolution = { screen: 96, page: 110 } as const;

/** Opens workbooks in LibreOffice. */
export function openAll(workbooks: ReadonlyMap<string, Uint8Array>, work: string): ReadonlyMap<string, Drawn> {
  const files = [...workbooks].map(([name, workbook]) => {
    const [printed, onScreen] = [join(work, `${name}.xlsx`), join(work, `${name}_screens.xlsx`)];
    const { workbook: changed, screens } = printedAsScreens(workbook);
    writeFileSync(printed, workbook);
    writeFileSync(onScreen, changed);
    return { name, printed, onScreen, screens };
  });
  saveInLibreOffice(
    files.flatMap(({ printed, onScreen }) => [printed, onScreen]),
    work,
    'pdf',
  );
  const pdf = (file: string): string => file.replace(/\.xlsx$/, '.pdf');
  return new Map(
    files.map(({ name, printed, onScreen, screens }) => [
      name,
      { printed: pdf(printed), onScreen: pdf(onScreen), screens },
    ]),
  );
}

/**
 * Draws each page of a workbook as it is printed, and the first screen of each sheet, in colour and in grey.
 *
 * @returns what was drawn, in words.
 */
export function draw({ printed, onScreen, screens }: Drawn, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  const grey = join(folder, 'grey');
  mkdirSync(grey, { recursive: true });
  program('pdftoppm', '-r', `${resolution.page}`, '-png', printed, join(folder, 'page'));
  const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
  for (const [index, { sheet, zoom }] of screens.entries()) {
    const number = `${pageNumberOf(onScreen, markOf(sheet))}`;
    const name = `screen-${`${index + 1}`.padStart(2, '0')}_${sheet.replaceAll(' ', '-')}`;
    const dots = `${(resolution.screen * zoom) / 100}`;
    const cut = ['-x', '0', '-y', '0', '-W', `${grid.width}`, '-H', `${grid.height}`];
    program('pdftoppm', '-r', dots, '-f', number, '-singlefile', ...cut, '-png', onScreen, join(folder, name));
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.png'))) {
    program('convert', join(folder, name), '-colorspace', 'Gray', join(grey, name));
  }
  return `${screens.length} screens, ${pages.length} pages`;
}

const texts = new Map<string, readonly string[]>();

/** Finds the first page that has a text. @throws Error if none has. */
export function pageNumberOf(pdf: string, text: string): number {
  const pages = texts.get(pdf) ?? program('pdftotext', '-layout', pdf, '-').toString().split('\f').slice(0, -1);
  texts.set(pdf, pages);
  const index = pages.findIndex((page) => page.includes(text));
  if (index < 0) throw new Error(`No page of ${pdf} shows ${text}`);
  return index + 1;
}
