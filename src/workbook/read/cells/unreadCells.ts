import { type Finding, finding } from '../../../finding/index.ts';
import { address } from '../../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../../spreadsheet/model/rawWorkbook.ts';
import type { ExpectedSheet, LocatedAnswer, SetAside } from '../../layout/expectedSheet.ts';
import { type AnswerGrid, referenceByRow, tidy } from './answerGrid.ts';
import { displayedText, isEmpty, rawText } from './rawCells.ts';

/** Cells of a sheet that are reported one by one as unread. More are a table that was pasted, or malice. */
const maxUnread = 200;

/** Lists cells that are neither issued text nor read as an answer. */
export function unreadCells(
  raw: RawWorkbook,
  sheet: RawSheet,
  wanted: ExpectedSheet,
  grid: AnswerGrid,
  answers: readonly LocatedAnswer[],
): readonly Finding[] {
  const read = new Map<number, Set<number>>();
  for (const { row, column } of answers) read.set(row, (read.get(row) ?? new Set()).add(column));
  const setAside = columnsHeaded(sheet, grid, wanted.setAside ?? []);
  // Partners who add rows also number them.
  const numbers = wanted.takesMoreRows ? grid.columns.get(tidy(wanted.headings[0] ?? '')) : undefined;
  const above = linesAbove(raw, sheet, wanted, grid);
  const references = referenceByRow(grid.rows);
  // A changed heading is reported as changed; a text beside the headings was added.
  const lastHeading = Math.max(0, ...setAside.keys(), ...grid.columns.values());
  const found: RawCell[] = [];
  for (const [row, cells] of sheet.rows) {
    const own = read.get(row);
    for (const [column, cell] of cells) {
      if (own?.has(column) === true || above.has(cell)) continue;
      const text = rawText(cell);
      const earlier = row > (grid.headerRow ?? 0) ? setAside.get(column) : undefined;
      const isExpected =
        isEmpty(cell) ||
        (row === grid.headerRow && column <= lastHeading) ||
        (earlier?.test(text) ?? (text !== '' && wanted.printed.has(text))) ||
        (column === numbers && /^\d*$/.test(text)) ||
        references.get(row) === text;
      if (!isExpected) found.push(cell);
    }
  }
  return unreadCellFindings(sheet, found, raw.date1904);
}

/** Cells in which no answer is expected, each with its text; of very many the first, and how many more there are. */
export function unreadCellFindings(sheet: RawSheet, cells: readonly RawCell[], date1904: boolean): readonly Finding[] {
  const listed = cells.slice(0, maxUnread).map((cell) => {
    const place = { sheet: sheet.name, cell: address(cell.row, cell.column) };
    return finding('sheet.not-read', place, { value: displayedText(cell, date1904) });
  });
  const [first, last] = [cells[maxUnread], cells.at(-1)];
  if (first === undefined || last === undefined) return listed;
  const facts = {
    cells: cells.length - maxUnread,
    first: address(first.row, first.column),
    last: address(last.row, last.column),
  };
  return [...listed, finding('sheet.more-not-read', { sheet: sheet.name }, facts)];
}

/** The columns that are there, each with the form of its texts. */
function columnsHeaded(
  sheet: RawSheet,
  { headerRow = 0 }: AnswerGrid,
  setAside: readonly SetAside[],
): ReadonlyMap<number, RegExp> {
  const columns = new Map<number, RegExp>();
  const taken = new Set<string>();
  for (const [column, cell] of sheet.rows.get(headerRow) ?? []) {
    const text = rawText(cell);
    const found = setAside.find(({ heading }) => heading === text);
    if (found !== undefined && !taken.has(found.heading)) {
      taken.add(found.heading);
      columns.set(column, found.texts);
    }
  }
  return columns;
}

/**
 * Issued cells above the table: the title, the note, the marking that other sheets have too, wherever it is, and the line
 * that is computed.
 */
function linesAbove(
  raw: RawWorkbook,
  sheet: RawSheet,
  { titles }: ExpectedSheet,
  grid: AnswerGrid,
): ReadonlySet<RawCell> {
  const top = grid.headerRow ?? firstOf([...grid.rows.values()].flat());
  const lines = rowsWhere(sheet, (row) => row < top).map(([, cells]) =>
    [...cells.values()].toSorted((a, b) => a.column - b.column),
  );
  const first = lines.flatMap((cells) => cells.slice(0, 1));
  const texts = first.filter(({ formula }) => !formula);
  // A line may have been inserted above the title.
  const start = texts.findIndex((cell) => titles.has(rawText(cell)));
  const [title, note] = texts.slice(Math.max(0, start));
  return new Set([
    ...first.filter((cell) => cell.formula || cell === title || cell === note),
    ...lines.flat().filter((cell) => !isEmpty(cell) && isElsewhere(raw, sheet, cell)),
  ]);
}

/** The rows with numbers that meet a condition, by their numbers. Few do, of many. */
export function rowsWhere(
  { rows }: RawSheet,
  isWanted: (row: number, cells: ReadonlyMap<number, RawCell>) => boolean,
): readonly (readonly [row: number, cells: ReadonlyMap<number, RawCell>])[] {
  const found: [number, ReadonlyMap<number, RawCell>][] = [];
  for (const [row, cells] of rows) if (isWanted(row, cells)) found.push([row, cells]);
  return found.sort(([a], [b]) => a - b);
}

/** Not with spread arguments, which are limited to some hundred thousand. */
const firstOf = (rows: readonly number[]): number => rows.reduce((first, row) => Math.min(first, row), Infinity);

/** Whether the text of a cell is in the first rows of another sheet, too. */
function isElsewhere(raw: RawWorkbook, sheet: RawSheet, cell: RawCell): boolean {
  const there = firstTexts(raw).get(rawText(cell));
  return there !== undefined && (there.size > 1 || !there.has(sheet));
}

/** Every sheet of a workbook asks for the same. */
const firstTextsOf = new WeakMap<RawWorkbook, ReadonlyMap<string, ReadonlySet<RawSheet>>>();

/** The texts in the first five rows of all sheets, each with the sheets that have it. */
function firstTexts(raw: RawWorkbook): ReadonlyMap<string, ReadonlySet<RawSheet>> {
  const before = firstTextsOf.get(raw);
  if (before !== undefined) return before;
  const texts = new Map<string, Set<RawSheet>>();
  for (const sheet of raw.sheets) {
    for (const row of [1, 2, 3, 4, 5]) {
      for (const cell of sheet.rows.get(row)?.values() ?? []) {
        const text = rawText(cell);
        texts.set(text, (texts.get(text) ?? new Set()).add(sheet));
      }
    }
  }
  firstTextsOf.set(raw, texts);
  return texts;
}
