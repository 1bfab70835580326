import { type Finding, finding, type Place } from '../../finding/index.ts';
import { columnHeading } from '../../instrument/model/answerForms.ts';
import { isComputed } from '../../instrument/model/fieldKinds.ts';
import type { Field } from '../../instrument/model/schema.ts';
import { address, type CellReference, parseCellReference } from '../../spreadsheet/model/address.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import type { ExpectedRow, ExpectedSheet, LocatedAnswer } from '../layout/expectedSheet.ts';
import { type AnswerGrid, readGrid, tidy } from './cells/answerGrid.ts';
import { rawText, sheetNamed } from './cells/rawCells.ts';
import { rowsWhere, unreadCells } from './cells/unreadCells.ts';

export interface LocatedAnswers {
  readonly answers: readonly LocatedAnswer[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the cells of a section's answers. Row and column are identified by visible text (the reference or the question;
 * the heading) and by the cell's defined name. Visible text takes precedence; a name is used if the text is missing,
 * but only if no visible text contradicts it. Answers that cannot be found, and content where no answer is expected,
 * are reported.
 */
export function locateAnswers(
  raw: RawWorkbook,
  expected: ExpectedSheet,
  otherSheets: ReadonlySet<string>,
): LocatedAnswers {
  const grids = new Map<RawSheet, AnswerGrid>();
  const gridOf = (sheet: RawSheet): AnswerGrid => {
    const grid = grids.get(sheet) ?? readGrid(sheet, expected);
    grids.set(sheet, grid);
    return grid;
  };
  const { own, alike } = candidates(raw, expected, otherSheets, gridOf);
  const certain = own ?? pointedTo(raw, expected, alike);
  const sheet = certain ?? alike[0];
  const copies = alike
    .filter((other) => other !== sheet)
    .map((other) =>
      certain === undefined && sheet !== undefined
        ? finding('sheet.ambiguous', { sheet: other.name }, { like: expected.name, read: sheet.name })
        : finding('sheet.copy-not-read', { sheet: other.name }, { like: expected.name }),
    );
  const grid = sheet === undefined ? undefined : withNamedColumns(raw, sheet, expected, gridOf(sheet));
  // If no row was read, the answers are lost, but the sheet is not missing.
  if (sheet?.cut?.after === 0) return { answers: [], findings: copies };
  if (sheet === undefined || grid === undefined || (grid.rows.size === 0 && grid.columns.size === 0)) {
    const answers = expected.rows.reduce((sum, row) => sum + fieldsAt(expected, row).length, 0);
    return {
      answers: [],
      findings: [finding('sheet.missing', { sheet: expected.name }, { sheet: expected.name, answers }), ...copies],
    };
  }
  const { answers, lost, parted } = findCells(raw, sheet, expected, grid);
  const added = expected.takesMoreRows ? addedRows(sheet, expected, grid, answers) : [];
  return {
    answers: [...answers, ...added],
    findings: [
      ...renamed(sheet, expected),
      ...copies,
      ...missingHeadings(sheet, expected, grid, lost),
      ...twiceShown(sheet, grid),
      ...anchorsPart(parted),
      ...lostAnswers(sheet, lost),
      ...coveredByMerges(sheet, answers),
      ...unreadCells(raw, sheet, expected, grid, [...answers, ...added]),
    ],
  };
}

/** The sheet of a section by its name, and others that look like it. Two sheets may have exchanged their names. */
function candidates(
  raw: RawWorkbook,
  expected: ExpectedSheet,
  otherSheets: ReadonlySet<string>,
  gridOf: (sheet: RawSheet) => AnswerGrid,
): { own: RawSheet | undefined; alike: readonly RawSheet[] } {
  const own = sheetNamed(raw, expected.name);
  if (own !== undefined && gridOf(own).rows.size === 0) {
    const others = new Set([...otherSheets].filter((name) => !expected.siblings.has(name)));
    const exchanged = alikeSheets(raw, expected, others, gridOf);
    if (exchanged.length > 0) return { own: undefined, alike: exchanged };
  }
  return { own, alike: alikeSheets(raw, expected, otherSheets, gridOf) };
}

/** Of several columns with one heading, the one to which the cells' names refer; rows of entries count once. */
function withNamedColumns(raw: RawWorkbook, sheet: RawSheet, expected: ExpectedSheet, grid: AnswerGrid): AnswerGrid {
  const columns = new Map(grid.columns);
  for (const field of expected.fields) {
    const again = grid.columnsAgain.get(tidy(columnHeading(field)));
    if (again === undefined) continue;
    const named = expected.rows.map(({ nameOf }) => namedOn(raw, sheet, nameOf(field))?.column);
    const meant = again.find((column) => named.includes(column));
    if (meant !== undefined) columns.set(tidy(columnHeading(field)), meant);
  }
  if (!expected.takesMoreRows) return { ...grid, columns };
  return { ...grid, columns, rows: new Map([...grid.rows].map(([reference, rows]) => [reference, rows.slice(0, 1)])) };
}

interface Parted {
  readonly place: Place;
  readonly named: string;
  readonly visible: string;
}

interface FoundCells {
  readonly answers: readonly LocatedAnswer[];
  /** References of the rows in which a field's cell could not be found. */
  readonly lost: ReadonlyMap<Field, readonly string[]>;
  readonly parted: readonly Parted[];
}

function findCells(raw: RawWorkbook, sheet: RawSheet, expected: ExpectedSheet, grid: AnswerGrid): FoundCells {
  const answers: LocatedAnswer[] = [];
  const lost = new Map<Field, string[]>();
  const parted: Parted[] = [];
  const taken = takenPlaces(grid);
  const lastRead = sheet.cut?.after ?? Number.POSITIVE_INFINITY;
  for (const expectedRow of expected.rows) {
    const { reference, nameOf } = expectedRow;
    for (const field of fieldsAt(expected, expectedRow)) {
      const named = namedOn(raw, sheet, nameOf(field));
      const row = grid.rows.get(reference)?.[0] ?? unless(taken.rows, named?.row);
      const column = grid.columns.get(tidy(columnHeading(field))) ?? unless(taken.columns, named?.column);
      if (row === undefined || column === undefined || row > lastRead) {
        // A figure that is computed is not lost with its cell.
        if (!isComputed(field)) lost.set(field, [...(lost.get(field) ?? []), reference]);
        continue;
      }
      const place = placeOf(sheet, expected, field, reference, address(row, column));
      if (named !== undefined && (named.row !== row || named.column !== column)) {
        parted.push({ place, named: address(named.row, named.column), visible: address(row, column) });
      }
      answers.push({ reference, field, cell: sheet.rows.get(row)?.get(column), row, column, place });
    }
  }
  return { answers, lost, parted };
}

/** The fields that a row answers. */
const fieldsAt = ({ fields }: ExpectedSheet, row: ExpectedRow): readonly Field[] =>
  row.fields === undefined ? fields : fields.filter(({ key }) => row.fields?.has(key) === true);

const placeOf = (sheet: RawSheet, { section }: ExpectedSheet, field: Field, key: string, cell: string): Place => ({
  sheet: sheet.name,
  cell,
  key,
  section,
  field: field.key,
});

/** Rows and columns that visibly belong to something: a name that refers there has not moved with its answer. */
function takenPlaces({ rows, columns }: AnswerGrid): { rows: ReadonlySet<number>; columns: ReadonlySet<number> } {
  return { rows: new Set([...rows.values()].flat()), columns: new Set(columns.values()) };
}

const unless = (taken: ReadonlySet<number>, place: number | undefined): number | undefined =>
  place === undefined || taken.has(place) ? undefined : place;

/** The cell on a sheet to which a name refers. */
function namedOn(raw: RawWorkbook, sheet: RawSheet, name: string): CellReference | undefined {
  const reference = parseCellReference(raw.definedNames.get(name) ?? '');
  return reference?.sheet.toLowerCase() === sheet.name.toLowerCase() ? reference : undefined;
}

/** Rows that a partner adds. Content further down is reported as unread. */
const maxAdded = 1_000;

/** Rows below the headings without a known reference, but with content in the fields' columns. */
function addedRows(
  sheet: RawSheet,
  expected: ExpectedSheet,
  grid: AnswerGrid,
  answers: readonly LocatedAnswer[],
): readonly LocatedAnswer[] {
  if (grid.headerRow === undefined) return [];
  const known = new Set(answers.map(({ row }) => row));
  const columns = expected.fields.map((field) => ({ field, column: grid.columns.get(tidy(columnHeading(field))) }));
  const { headerRow } = grid;
  const hasContent = (cells: ReadonlyMap<number, RawCell>): boolean =>
    columns.some(({ column }) => column !== undefined && rawText(cells.get(column)) !== '');
  let reference = expected.rows.length;
  return rowsWhere(sheet, (row, cells) => row > headerRow && !known.has(row) && hasContent(cells))
    .slice(0, maxAdded)
    .flatMap(([row, cells]) => {
      reference += 1;
      return columns.flatMap(({ field, column }) =>
        column === undefined
          ? []
          : [
              {
                reference: String(reference),
                field,
                cell: cells.get(column),
                row,
                column,
                place: placeOf(sheet, expected, field, String(reference), address(row, column)),
              },
            ],
      );
    });
}

/** Sheets with unknown names that contain at least half of the references. */
function alikeSheets(
  raw: RawWorkbook,
  expected: ExpectedSheet,
  otherSheets: ReadonlySet<string>,
  gridOf: (sheet: RawSheet) => AnswerGrid,
): readonly RawSheet[] {
  return raw.sheets
    .filter((sheet) => !otherSheets.has(sheet.name.toLowerCase()))
    .filter((sheet) => {
      const { rows, columns } = gridOf(sheet);
      return rows.size * 2 >= expected.rows.length && columns.size > expected.headings.length / 2;
    });
}

/** The sheet, of several, to which the names of the answers refer. */
function pointedTo(raw: RawWorkbook, expected: ExpectedSheet, sheets: readonly RawSheet[]): RawSheet | undefined {
  return sheets.find((sheet) =>
    expected.rows.some((row) => expected.fields.some((field) => namedOn(raw, sheet, row.nameOf(field)) !== undefined)),
  );
}

const renamed = (sheet: RawSheet, expected: ExpectedSheet): readonly Finding[] =>
  sheet.name.toLowerCase() === expected.name.toLowerCase()
    ? []
    : [finding('sheet.renamed', { sheet: sheet.name }, { expected: expected.name, found: sheet.name })];

/** A missing heading is not reported if all its answers are reported as lost. */
const missingHeadings = (
  sheet: RawSheet,
  wanted: ExpectedSheet,
  grid: AnswerGrid,
  lost: FoundCells['lost'],
): readonly Finding[] =>
  wanted.fields
    .filter(
      (field) =>
        !isComputed(field) &&
        !grid.columns.has(tidy(columnHeading(field))) &&
        (lost.get(field)?.length ?? 0) < wanted.rows.filter((row) => fieldsAt(wanted, row).includes(field)).length,
    )
    .map((field) => finding('sheet.heading-missing', { sheet: sheet.name }, { heading: columnHeading(field) }));

const twiceShown = (sheet: RawSheet, grid: AnswerGrid): readonly Finding[] =>
  [...grid.rows].flatMap(([reference, [read, ...others]]) =>
    others.length === 0
      ? []
      : [finding('sheet.reference-twice', { sheet: sheet.name, key: reference }, { read: read ?? 0, others })],
  );

/** Sorting separates every reference from its defined name. Reported once per sheet, with the number of cells. */
function anchorsPart(parted: readonly Parted[]): readonly Finding[] {
  const [first] = parted;
  if (first === undefined) return [];
  const { place, named, visible } = first;
  return [finding('answer.anchors-part', place, { named, visible, cells: parted.length })];
}

const lostAnswers = (sheet: RawSheet, lost: FoundCells['lost']): readonly Finding[] =>
  [...lost].map(([field, references]) =>
    finding('answer.place-lost', { sheet: sheet.name }, { field: field.heading, references }),
  );

/** Answers in cells that do not show, because they were merged with others; reported once for each merge. */
function coveredByMerges(sheet: RawSheet, answers: readonly LocatedAnswer[]): readonly Finding[] {
  return sheet.merges.flatMap(({ firstRow, firstColumn, lastRow, lastColumn }) => {
    const covered = answers.filter(
      ({ row, column }) =>
        row >= firstRow &&
        row <= lastRow &&
        column >= firstColumn &&
        column <= lastColumn &&
        (row !== firstRow || column !== firstColumn),
    );
    if (covered.length === 0) return [];
    const first = address(firstRow, firstColumn);
    const facts = {
      range: `${first}:${address(lastRow, lastColumn)}`,
      covered: covered.map(({ row, column }) => address(row, column)),
    };
    return [finding('sheet.merged', { sheet: sheet.name, cell: first }, facts)];
  });
}
