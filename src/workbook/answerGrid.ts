import { tidyText } from '../response/tidyText.ts';
import type { RawCell, RawSheet } from '../spreadsheet/rawWorkbook.ts';
import { rawText } from './rawCells.ts';

/** What people see of a section on its sheet: which row belongs to what, and which column. */
export interface AnswerGrid {
  /** Worksheet row in which most of the headings stand; undefined when none of them is there. */
  readonly headerRow: number | undefined;
  /** Worksheet column by heading, of all headings that were written. */
  readonly columns: ReadonlyMap<string, number>;
  /** Further columns under a heading that stands there more than once. */
  readonly columnsAgain: ReadonlyMap<string, readonly number[]>;
  /** Worksheet rows by the reference that they show, or by the text of its question; the first is the one that counts. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** What was written into a section's sheet and can be recognised there. */
export interface GridMarks {
  /** All headings, the first of them that of the references. */
  readonly headings: readonly string[];
  readonly rows: readonly { readonly reference: string; readonly text?: string }[];
}

export function readGrid(sheet: RawSheet, marks: GridMarks): AnswerGrid {
  const headings = findHeadings(sheet, marks.headings.map(tidy));
  const rows = rowsByReference(sheet, marks, headings.columns.get(tidy(marks.headings[0] ?? '')));
  const byText = rowsByText(sheet, marks);
  const textOf = new Map([...byText].flatMap(([reference, found]) => found.map((row) => [row, reference] as const)));
  for (const [reference, found] of rows) {
    // Of several rows with one reference, those that ask another question are that question's.
    const own = found.filter((row) => (textOf.get(row) ?? reference) === reference);
    if (found.length > 1 && own.length > 0) rows.set(reference, own);
  }
  for (const [reference, found] of byText) if (!rows.has(reference)) rows.set(reference, found);
  return { ...headings, rows };
}

/** Headings and references are compared as the reader shows texts. */
export const tidy = tidyText;

/** The row that has most of them. A heading counts as itself in other capitals too, and with a colon or a full stop after it. */
function findHeadings(sheet: RawSheet, known: readonly string[]): Omit<AnswerGrid, 'rows'> {
  const byLook = new Map([
    ...known.map((heading) => [look(heading), heading] as const),
    ...known.map((heading) => [heading, heading] as const),
  ]);
  const beginnings = new Set([...byLook.keys()].map(beginningOf));
  let best: Omit<AnswerGrid, 'rows'> = { headerRow: undefined, columns: new Map(), columnsAgain: new Map() };
  for (const [row, cells] of sheet.rows) {
    const columns = new Map<string, number>();
    const columnsAgain = new Map<string, number[]>();
    for (const [column, cell] of cells) {
      if (!mayBegin(cell, beginnings)) continue;
      const text = rawText(cell);
      const heading = byLook.get(text) ?? byLook.get(look(text));
      if (heading === undefined) continue;
      if (columns.has(heading)) add(columnsAgain, heading, column);
      else columns.set(heading, column);
    }
    if (columns.size > best.columns.size) best = { headerRow: row, columns, columnsAgain };
  }
  return best;
}

/** Most cells of a sheet begin otherwise than its headings. White space and the like may be gone from the text. */
function mayBegin({ value: { value } }: RawCell, beginnings: ReadonlySet<string>): boolean {
  const beginning = beginningOf(String(value));
  return beginnings.has(beginning) || !isPlain(beginning.charCodeAt(0));
}

const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;

/** The first character in small letters. */
const beginningOf = (text: string): string => text.charAt(0).toLowerCase().charAt(0);

/** A text as people see it who do not mind capitals, and a colon or a full stop after it. */
export function look(heading: string): string {
  const small = heading.toLowerCase();
  return isLetter(small.charCodeAt(small.length - 1)) ? small : small.replace(/(?<![\s:.*])[\s:.*]+$/, '');
}

/** Texts that end with one, as most do, have nothing to be cut off. */
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

function rowsByReference(sheet: RawSheet, { rows }: GridMarks, known: number | undefined): Map<string, number[]> {
  const references = new Set(rows.map(({ reference }) => reference));
  const column = known ?? columnOfReferences(sheet, references);
  return rowsWith(sheet, (cells) => {
    const reference = column === undefined ? '' : rawText(cells.get(column));
    return references.has(reference) ? reference : undefined;
  });
}

/** Rows that show a question's text but no reference any more. */
function rowsByText(sheet: RawSheet, { rows }: GridMarks): Map<string, number[]> {
  const references = new Map<string, string>();
  const several = new Set<string>();
  for (const { reference, text } of rows) {
    if (text === undefined) continue;
    if (references.has(tidy(text))) several.add(tidy(text));
    references.set(tidy(text), reference);
  }
  for (const text of several) references.delete(text);
  if (references.size === 0) return new Map();
  const beginnings = new Set([...references.keys()].map(beginningOf));
  return rowsWith(sheet, (cells) => {
    for (const cell of cells.values()) {
      if (!mayBegin(cell, beginnings)) continue;
      const reference = references.get(rawText(cell));
      if (reference !== undefined) return reference;
    }
    return undefined;
  });
}

function rowsWith(
  sheet: RawSheet,
  referenceOf: (cells: ReadonlyMap<number, RawCell>) => string | undefined,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [row, cells] of sheet.rows) {
    const reference = referenceOf(cells);
    if (reference !== undefined) add(found, reference, row);
  }
  return found;
}

/** In place: a hostile sheet has one reference in a hundred thousand rows. */
function add(found: Map<string, number[]>, key: string, place: number): void {
  const places = found.get(key);
  if (places === undefined) found.set(key, [place]);
  else places.push(place);
}

function columnOfReferences(sheet: RawSheet, references: ReadonlySet<string>): number | undefined {
  const counts = new Map<number, number>();
  for (const cells of sheet.rows.values()) {
    for (const [column, cell] of cells) {
      if (references.has(rawText(cell))) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).at(0)?.[0];
}
