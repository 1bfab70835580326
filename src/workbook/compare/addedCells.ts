import type { Finding } from '../../finding.ts';
import type { RawCell, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import { sheetNames, stampCell } from '../layout/layout.ts';
import { cellToken, sharedFormula } from '../read/cellToken.ts';
import { isEmpty, rawText } from '../read/rawCells.ts';
import { unreadCellFindings } from '../read/unreadCells.ts';
import { correctionsEntry } from '../sheets/cover.ts';
import type { ComparedSheet } from './compareSheet.ts';
import type { IssuedSheet } from './issuedContent.ts';

/**
 * What somebody wrote on a sheet without answers, where nothing stood when the workbook went out. What stands at the place
 * of a printed cell, or says what is printed elsewhere on the sheet, is no addition.
 */
export function addedCells(
  sent: IssuedSheet,
  now: RawSheet,
  cellNow: ComparedSheet['cellNow'],
  date1904: boolean,
): readonly Finding[] {
  const taken = new Set<string>();
  const take = (row: number, column: number): void => {
    const at = cellNow(row, column) ?? { row, column };
    taken.add(`${at.row} ${at.column}`);
  };
  for (const [row, cells] of sent.rows) for (const column of cells.keys()) take(row, column);
  for (const [row, column] of sent.own) take(row, column);
  // Worked out when the first cell asks: in most returns none does.
  let printed: ReadonlySet<string> | undefined;
  const isPrinted = (cell: RawCell): boolean => {
    printed ??= tokensOf(sent);
    return printed.has(cellToken(cell));
  };
  const isOfCorrections = ofCorrections[sent.name] ?? (() => false);
  return addedTo(
    now,
    date1904,
    (cell) =>
      taken.has(`${cell.row} ${cell.column}`) ||
      sharesFormula(cell) ||
      (rawText(cell) !== '' && isPrinted(cell)) ||
      isOfCorrections(rawText(cell)),
  );
}

/** What the cells of a sheet say. A formula without words says nothing by which it could be known. */
function tokensOf({ rows }: IssuedSheet): ReadonlySet<string> {
  const tokens = new Set([...rows.values()].flatMap((cells) => [...cells.values()].map(cellToken)));
  tokens.delete(sharedFormula);
  return tokens;
}

/** Whether a cell has the formula of another, whose words are not known. */
const sharesFormula = ({ formula, formulaText }: RawCell): boolean => formula && formulaText === undefined;

/**
 * What workbooks with corrections have besides: an entry in the list of sheets, and addresses of cells for rows that a
 * partner added, on a sheet that nobody sees.
 */
const ofCorrections: Readonly<Record<string, (text: string) => boolean>> = {
  [sheetNames.cover]: (text) => correctionsEntry.some((words) => words === text),
  [sheetNames.collected]: (text) => /^[A-Z]{1,3}\d+$/.test(text),
};

/** The same for the two sheets that differ from workbook to workbook: no printed cells of them are known. */
export function addedToOwn(sheet: RawSheet, date1904: boolean): readonly Finding[] {
  if (sheet.name === sheetNames.stamp) {
    return addedTo(sheet, date1904, ({ row, column }) => row <= stampCell.row && column === stampCell.column);
  }
  return addedTo(sheet, date1904, ({ row, column }) => {
    const isListed = row <= correctionsHeader || sheet.rows.get(row)?.has(correctionsColumns) === true;
    return column <= correctionsColumns && isListed;
  });
}

/** The list of corrections: its header stands in row 4, and the last of its columns has a link or its substitute in every row. */
const correctionsHeader = 4;
const correctionsColumns = 4;

function addedTo(sheet: RawSheet, date1904: boolean, isOurs: (cell: RawCell) => boolean): readonly Finding[] {
  const added: RawCell[] = [];
  for (const cells of sheet.rows.values()) {
    for (const cell of cells.values()) if (!isEmpty(cell) && !isOurs(cell)) added.push(cell);
  }
  return unreadCellFindings(sheet, added, date1904);
}
