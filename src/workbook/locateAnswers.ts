import { type Finding, finding, type Place } from '../finding.ts';
import type { Field } from '../instrument/schema.ts';
import { address, type CellReference, parseCellReference } from '../spreadsheet/address.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../spreadsheet/rawWorkbook.ts';
import { rawText, sheetNamed } from './rawCells.ts';

/** A row of a section as it was written: its visible reference, and its subject's answer names by field. */
export interface WantedRow {
  readonly reference: string;
  readonly nameOf: (field: Field) => string;
}

export interface WantedSheet {
  readonly name: string;
  /** Heading of the column of references. */
  readonly referenceHeading: string;
  readonly fields: readonly Field[];
  readonly rows: readonly WantedRow[];
}

export interface LocatedAnswer {
  readonly reference: string;
  readonly field: Field;
  /** Undefined when the cell is empty. */
  readonly cell: RawCell | undefined;
  readonly place: Place;
}

export interface LocatedAnswers {
  readonly answers: readonly LocatedAnswer[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the cells of a section's answers by two independent anchors: what people see (the row's reference and the
 * column's heading), and the cell's defined name. Either is enough; where they part, what people see is read.
 */
export function locateAnswers(raw: RawWorkbook, wanted: WantedSheet, otherSheets: ReadonlySet<string>): LocatedAnswers {
  const sheet = sheetNamed(raw, wanted.name) ?? mostAlike(raw, wanted, otherSheets);
  if (sheet === undefined) {
    const answers = wanted.rows.length * wanted.fields.length;
    return {
      answers: [],
      findings: [finding('sheet.missing', { sheet: wanted.name }, { sheet: wanted.name, answers })],
    };
  }
  const renamed =
    sheet.name.toLowerCase() === wanted.name.toLowerCase()
      ? []
      : [finding('sheet.renamed', { sheet: sheet.name }, { expected: wanted.name, found: sheet.name })];
  const grid = readGrid(sheet, wanted);
  const answers: LocatedAnswer[] = [];
  const findings: Finding[] = [...renamed];
  const parted: { place: Place; named: string; visible: string }[] = [];
  for (const field of wanted.fields) {
    if (!grid.columns.has(field.heading)) {
      findings.push(finding('sheet.heading-missing', { sheet: sheet.name }, { heading: field.heading }));
    }
  }
  for (const row of wanted.rows) {
    for (const field of wanted.fields) {
      const visible = visibleCell(sheet, grid, row.reference, field);
      const named = namedReference(raw, row.nameOf(field));
      const found = visible ?? named;
      if (found === undefined) {
        findings.push(
          finding('answer.place-lost', { sheet: sheet.name, key: row.reference }, { field: field.heading }),
        );
        continue;
      }
      const place: Place = { sheet: found.sheet, cell: address(found.row, found.column), key: row.reference };
      if (visible !== undefined && named !== undefined && !sameCell(visible, named)) {
        parted.push({ place, named: cellText(named), visible: cellText(visible) });
      }
      const cell = sheetNamed(raw, found.sheet)?.rows.get(found.row)?.get(found.column);
      answers.push({ reference: row.reference, field, cell, place });
    }
  }
  return { answers, findings: [...findings, ...anchorsPart(parted)] };
}

/** Sorting parts every anchor of a sheet: that is told once, with its extent. */
function anchorsPart(parted: readonly { place: Place; named: string; visible: string }[]): readonly Finding[] {
  const [first] = parted;
  return first === undefined
    ? []
    : [
        finding('answer.anchors-part', first.place, {
          named: first.named,
          visible: first.visible,
          cells: parted.length,
        }),
      ];
}

interface Grid {
  /** Worksheet column by heading. */
  readonly columns: ReadonlyMap<string, number>;
  /** Worksheet row by reference. */
  readonly rows: ReadonlyMap<string, number>;
}

function readGrid(sheet: RawSheet, wanted: WantedSheet): Grid {
  const columns = headings(sheet, new Set([wanted.referenceHeading, ...wanted.fields.map((field) => field.heading)]));
  const references = new Set(wanted.rows.map((row) => row.reference));
  const column = columns.get(wanted.referenceHeading) ?? columnOfReferences(sheet, references);
  const rows = new Map<string, number>();
  for (const [number, cells] of sheet.rows) {
    const reference = column === undefined ? '' : rawText(cells.get(column));
    if (references.has(reference) && !rows.has(reference)) rows.set(reference, number);
  }
  return { columns, rows };
}

/** The columns of the row in which most of the headings stand. */
function headings(sheet: RawSheet, known: ReadonlySet<string>): ReadonlyMap<string, number> {
  let best = new Map<string, number>();
  for (const cells of sheet.rows.values()) {
    const found = new Map<string, number>();
    for (const [column, cell] of cells) {
      const text = rawText(cell);
      if (known.has(text) && !found.has(text)) found.set(text, column);
    }
    if (found.size > best.size) best = found;
  }
  return best;
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

/** A sheet under another name that holds at least half of the references. */
function mostAlike(raw: RawWorkbook, wanted: WantedSheet, otherSheets: ReadonlySet<string>): RawSheet | undefined {
  return raw.sheets
    .filter((sheet) => !otherSheets.has(sheet.name.toLowerCase()))
    .find((sheet) => {
      const { rows, columns } = readGrid(sheet, wanted);
      return rows.size * 2 >= wanted.rows.length && columns.size > 1;
    });
}

function visibleCell(sheet: RawSheet, grid: Grid, reference: string, field: Field): CellReference | undefined {
  const row = grid.rows.get(reference);
  const column = grid.columns.get(field.heading);
  return row === undefined || column === undefined ? undefined : { sheet: sheet.name, row, column };
}

function namedReference(raw: RawWorkbook, name: string): CellReference | undefined {
  const reference = parseCellReference(raw.definedNames.get(name) ?? '');
  return reference === undefined || sheetNamed(raw, reference.sheet) === undefined ? undefined : reference;
}

const sameCell = (a: CellReference, b: CellReference): boolean =>
  a.row === b.row && a.column === b.column && a.sheet.toLowerCase() === b.sheet.toLowerCase();

const cellText = ({ sheet, row, column }: CellReference): string => `'${sheet}'!${address(row, column)}`;
