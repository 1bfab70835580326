import { tidyText } from '../../../response/tidyText.ts';
import type { RawCell, RawSheet } from '../../../spreadsheet/model/rawWorkbook.ts';
import { memoizeLast } from '../../../spreadsheet/xml/memoizeText.ts';
import { rawText } from './rawCells.ts';

/** The visible grid of a section on its sheet: which row and which column belong to what. */
export interface AnswerGrid {
  /** Worksheet row with the largest number of headings; undefined if there are none. */
  readonly headerRow: number | undefined;
  /** Worksheet column by heading, of all headings that were written. */
  readonly columns: ReadonlyMap<string, number>;
  /** Further columns with a heading that occurs more than once. */
  readonly columnsAgain: ReadonlyMap<string, readonly number[]>;
  /**
   * Worksheet rows by the reference that they show, or by the text of its question; the first is the one that counts.
   */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** Texts written into a section's sheet by which its rows and columns can be recognised. */
export interface GridMarks {
  /** All headings, the first of them that of the references. */
  readonly headings: readonly string[];
  readonly rows: readonly { readonly reference: string; readonly texts?: readonly string[] }[];
}

/** The cells of a sheet. */
type RawCells = Pick<RawSheet, 'rows'>;

export function readGrid(sheet: RawCells, marks: GridMarks): AnswerGrid {
  const wanted = prepared(marks);
  const headings = findHeadings(sheet, wanted);
  const rows = rowsByReference(sheet, wanted, headings.columns.get(tidy(marks.headings[0] ?? '')));
  const byText = rowsByText(sheet, wanted);
  const textOf = referenceByRow(byText);
  for (const [reference, found] of rows) {
    // Of several rows with one reference, those with the text of another question belong to that question.
    const own = found.filter((row) => (textOf.get(row) ?? reference) === reference);
    if (found.length > 1 && own.length > 0) rows.set(reference, own);
  }
  for (const [reference, found] of byText) if (!rows.has(reference)) rows.set(reference, found);
  return { ...headings, rows };
}

/** The reference of each row that has one; of several the last. A hostile sheet has a hundred thousand such rows. */
export function referenceByRow(rows: AnswerGrid['rows']): ReadonlyMap<number, string> {
  const references = new Map<number, string>();
  for (const [reference, found] of rows) for (const row of found) references.set(row, reference);
  return references;
}

/** Headings and references are compared in the form that the reader gives texts. */
export const tidy = tidyText;

/** The marks of a sheet, prepared for the search. */
interface PreparedMarks {
  /** Headings by their appearance, in the forms that `look` and `tidy` give. */
  readonly headings: ReadonlyMap<string, string>;
  readonly headingBeginnings: ReadonlySet<number>;
  readonly references: ReadonlySet<string>;
  /** References by the text of the question, if no other question has it. */
  readonly byText: ReadonlyMap<string, string>;
  readonly textBeginnings: ReadonlySet<number>;
}

/** All returns of a round are searched for the same marks. */
const preparedByMarks = new WeakMap<GridMarks, PreparedMarks>();

function prepared(marks: GridMarks): PreparedMarks {
  const before = preparedByMarks.get(marks);
  if (before !== undefined) return before;
  const known = marks.headings.map(tidy);
  const headings = new Map([
    ...known.map((heading) => [headingKey(heading), heading] as const),
    ...known.map((heading) => [heading, heading] as const),
  ]);
  const byText = referencesByText(marks);
  const wanted = {
    headings,
    headingBeginnings: beginningsOf(headings.keys()),
    references: new Set(marks.rows.map(({ reference }) => reference)),
    byText,
    textBeginnings: beginningsOf(byText.keys()),
  };
  preparedByMarks.set(marks, wanted);
  return wanted;
}

function referencesByText({ rows }: GridMarks): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  const several = new Set<string>();
  for (const { reference, texts = [] } of rows) {
    for (const text of new Set(texts.map(tidy))) {
      if (references.has(text)) several.add(text);
      references.set(text, reference);
    }
  }
  for (const text of several) references.delete(text);
  return references;
}

/**
 * The row with the largest number of them. A heading matches in any capitals, and with a colon or a full stop after it.
 */
function findHeadings(sheet: RawCells, { headings, headingBeginnings }: PreparedMarks): Omit<AnswerGrid, 'rows'> {
  let best: Omit<AnswerGrid, 'rows'> = { headerRow: undefined, columns: new Map(), columnsAgain: new Map() };
  for (const [row, cells] of sheet.rows) {
    const found: [heading: string, column: number][] = [];
    for (const [column, cell] of cells) {
      if (!mayBegin(cell, headingBeginnings)) continue;
      const text = rawText(cell);
      const heading = headings.get(text) ?? headings.get(headingKey(text));
      if (heading !== undefined) found.push([heading, column]);
    }
    // Most rows have none, and of a row with the headings over and over only the first of each count.
    if (found.length <= best.columns.size) continue;
    const columns = new Map<string, number>();
    const columnsAgain = new Map<string, number[]>();
    for (const [heading, column] of found) {
      if (columns.has(heading)) add(columnsAgain, heading, column);
      else columns.set(heading, column);
    }
    if (columns.size > best.columns.size) best = { headerRow: row, columns, columnsAgain };
  }
  return best;
}

/**
 * Most cells of a sheet begin differently from its headings. White space and the like may be missing from the text.
 */
function mayBegin({ value: { value } }: RawCell, beginnings: ReadonlySet<number>): boolean {
  const beginning = (typeof value === 'string' ? value : String(value)).charCodeAt(0);
  return beginnings.has(beginning) || !isPlain(beginning);
}

const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;

/** Codes of the characters, small and capital, with which texts begin. */
const beginningsOf = (texts: Iterable<string>): ReadonlySet<number> =>
  new Set([...texts].flatMap((text) => [text.toLowerCase().charCodeAt(0), text.toUpperCase().charCodeAt(0)]));

/** A text without regard to capitals, and to a colon or a full stop after it. */
export const headingKey = (heading: string): string => (heading.length > longest ? longKey(heading) : keyOf(heading));

/** Characters of the longest heading. */
const longest = 1_000;

function keyOf(heading: string): string {
  const small = heading.toLowerCase();
  return isLetter(small.charCodeAt(small.length - 1)) ? small : small.replace(/(?<![\s:.*])[\s:.*]+$/, '');
}

const longKey = memoizeLast(keyOf);

/** Most texts end with a letter and have nothing to be cut off. */
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

function rowsByReference(
  sheet: RawCells,
  { references }: PreparedMarks,
  known: number | undefined,
): Map<string, number[]> {
  const column = known ?? columnOfReferences(sheet, references);
  return rowsWith(sheet, (cells) => {
    const reference = column === undefined ? '' : rawText(cells.get(column));
    return references.has(reference) ? reference : undefined;
  });
}

/** Rows with a question's text, but without a reference. */
function rowsByText(sheet: RawCells, { byText, textBeginnings }: PreparedMarks): Map<string, number[]> {
  if (byText.size === 0) return new Map();
  return rowsWith(sheet, (cells) => {
    for (const cell of cells.values()) {
      if (!mayBegin(cell, textBeginnings)) continue;
      const reference = byText.get(rawText(cell));
      if (reference !== undefined) return reference;
    }
    return undefined;
  });
}

function rowsWith(
  sheet: RawCells,
  referenceOf: (cells: ReadonlyMap<number, RawCell>) => string | undefined,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [row, cells] of sheet.rows) {
    const reference = referenceOf(cells);
    if (reference !== undefined) add(found, reference, row);
  }
  return found;
}

/** Changes the map in place: a hostile sheet has one reference in a hundred thousand rows. */
function add(found: Map<string, number[]>, key: string, place: number): void {
  const places = found.get(key);
  if (places === undefined) found.set(key, [place]);
  else places.push(place);
}

function columnOfReferences(sheet: RawCells, references: ReadonlySet<string>): number | undefined {
  const counts = new Map<number, number>();
  for (const cells of sheet.rows.values()) {
    for (const [column, cell] of cells) {
      if (references.has(rawText(cell))) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).at(0)?.[0];
}
