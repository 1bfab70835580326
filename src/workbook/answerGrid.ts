import type { RawCell, RawSheet } from '../spreadsheet/rawWorkbook.ts';
import { rawText } from './rawCells.ts';

/** What people see of a section on its sheet: which row belongs to what, and which column. */
export interface AnswerGrid {
  /** Worksheet row in which most of the headings stand; undefined when none of them is there. */
  readonly headerRow: number | undefined;
  /** Worksheet column by heading, of all headings that were written. */
  readonly columns: ReadonlyMap<string, number>;
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
  const { headerRow, columns } = findHeadings(sheet, new Set(marks.headings.map(tidy)));
  const rows = rowsByReference(sheet, marks, columns.get(tidy(marks.headings[0] ?? '')));
  for (const [reference, found] of rowsByText(sheet, marks)) if (!rows.has(reference)) rows.set(reference, found);
  return { headerRow, columns, rows };
}

/** Headings and references are compared as the reader shows texts. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function findHeadings(
  sheet: RawSheet,
  known: ReadonlySet<string>,
): { headerRow: number | undefined; columns: ReadonlyMap<string, number> } {
  let columns = new Map<string, number>();
  let headerRow: number | undefined;
  for (const [row, cells] of sheet.rows) {
    const found = new Map<string, number>();
    for (const [column, cell] of cells) {
      const text = rawText(cell);
      if (known.has(text) && !found.has(text)) found.set(text, column);
    }
    if (found.size > columns.size) {
      columns = found;
      headerRow = row;
    }
  }
  return { headerRow, columns };
}

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
  const references = new Map(
    rows.flatMap(({ reference, text }) => (text === undefined ? [] : [[tidy(text), reference] as const])),
  );
  if (references.size === 0) return new Map();
  return rowsWith(sheet, (cells) => {
    for (const cell of cells.values()) {
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
    if (reference !== undefined) found.set(reference, [...(found.get(reference) ?? []), row]);
  }
  return found;
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
