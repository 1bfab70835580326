import type { Finding } from '../../finding/index.ts';
import type { RawCell, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import type { Words } from '../../words/words.ts';
import { correctionsTable } from '../layout/correctionsTable.ts';
import { stampCell } from '../layout/layout.ts';
import { cellToken, sharedFormula } from '../read/cells/cellToken.ts';
import { isEmpty, rawText } from '../read/cells/rawCells.ts';
import { unreadCellFindings } from '../read/cells/unreadCells.ts';
import { correctionsEntry } from '../sheets/contents.ts';
import { type ComparedSheet, unmoved } from './compareSheet.ts';
import type { IssuedSheet } from './issuedContent.ts';

/**
 * Lists texts added to a sheet without answers, in cells that were blank at issue. A text at the place of an issued
 * cell, or with a text issued elsewhere on the sheet, is no addition.
 */
export function addedCells(
  words: Words,
  sent: IssuedSheet,
  now: RawSheet,
  cellNow: ComparedSheet['cellNow'],
  date1904: boolean,
): readonly Finding[] {
  const taken = takenPlaces(sent, cellNow);
  // Computed for the first cell that needs it: in most returns none does.
  let printed: ReadonlySet<string> | undefined;
  const isPrinted = (cell: RawCell): boolean => {
    printed ??= tokensOf(sent);
    return printed.has(cellToken(cell));
  };
  const isOfCorrections = ofCorrections(words, sent.name);
  return addedTo(
    now,
    date1904,
    (cell) =>
      taken.has(placeOf(cell.row, cell.column)) ||
      sharesFormula(cell) ||
      (rawText(cell) !== '' && isPrinted(cell)) ||
      isOfCorrections(rawText(cell)),
  );
}

/** The present places of the issued cells. They are the same in most returns. */
function takenPlaces(sent: IssuedSheet, cellNow: ComparedSheet['cellNow']): ReadonlySet<number> {
  const known = cellNow === unmoved ? unmovedPlaces.get(sent) : undefined;
  if (known !== undefined) return known;
  const taken = new Set<number>();
  const take = (row: number, column: number): void => {
    const at = cellNow(row, column) ?? { row, column };
    taken.add(placeOf(at.row, at.column));
  };
  for (const [row, cells] of sent.rows) for (const column of cells.keys()) take(row, column);
  for (const [row, column] of sent.own) take(row, column);
  if (cellNow === unmoved) unmovedPlaces.set(sent, taken);
  return taken;
}

const unmovedPlaces = new WeakMap<IssuedSheet, ReadonlySet<number>>();

/** A place as one number: a sheet has 16,384 columns. */
const placeOf = (row: number, column: number): number => row * 16_385 + column;

/** The tokens of a sheet's cells. A formula without text has nothing to be recognised by. */
function tokensOf({ rows }: IssuedSheet): ReadonlySet<string> {
  const tokens = new Set([...rows.values()].flatMap((cells) => [...cells.values()].map(cellToken)));
  tokens.delete(sharedFormula);
  return tokens;
}

/** Whether a cell has the formula of another, the text of which is unknown. */
const sharesFormula = ({ formula, formulaText }: RawCell): boolean => formula && formulaText === undefined;

/**
 * Additional content of workbooks with corrections: how many there are, an entry in the list of sheets, and addresses of
 * cells for added rows on a hidden sheet.
 */
function ofCorrections(words: Words, sheet: string): (text: string) => boolean {
  const { cover, corrections, sheets } = words;
  if (sheet === sheets.collected) return (text) => /^[A-Z]{1,3}\d+$/.test(text);
  if (sheet !== sheets.cover) return () => false;
  return (text) => {
    const count = Number(/\d+/.exec(text)?.[0]);
    return [
      ...[...correctionsEntry(words), cover.toPutRight],
      ...[corrections.thing(count), corrections.things(count)],
    ].includes(text);
  };
}

/** The same for the two sheets that differ from workbook to workbook, of which no issued cells are known. */
export function addedToOwnSheet({ sheets }: Words, sheet: RawSheet, date1904: boolean): readonly Finding[] {
  if (sheet.name === sheets.stamp) {
    return addedTo(sheet, date1904, ({ row, column }) => row <= stampCell.row && column === stampCell.column);
  }
  return addedTo(sheet, date1904, ({ row, column }) => {
    const { headerRow, linkColumn, explanationColumn } = correctionsTable;
    const isListed = row <= headerRow || sheet.rows.get(row)?.has(linkColumn) === true;
    const takesExplanations = sheet.rows.get(headerRow)?.has(explanationColumn) === true;
    return column <= (takesExplanations ? explanationColumn : linkColumn) && isListed;
  });
}

function addedTo(sheet: RawSheet, date1904: boolean, isIssued: (cell: RawCell) => boolean): readonly Finding[] {
  const added: RawCell[] = [];
  for (const cells of sheet.rows.values()) {
    for (const cell of cells.values()) if (!isEmpty(cell) && !isIssued(cell)) added.push(cell);
  }
  return unreadCellFindings(sheet, added, date1904);
}
