import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { Place } from '../../finding/place.ts';
import { epochSerial } from '../../spreadsheet/model/daySerial.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../../spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../spreadsheet/read/readPackage.ts';
import { shownValue } from '../../spreadsheet/read/shownValue.ts';
import { readStamp } from '../../workbook/read/readStamp.ts';
import { type ListCell, type ListRow, type ListSource, tidyCell } from './listSource.ts';

/**
 * Reads the sheets of a workbook in which people may have a list: those that are not hidden, or all of them if none is.
 *
 * @throws FindingsError if it cannot be read, or was issued by Scorebook to be filled in
 */
export function sheetSources(bytes: Uint8Array, file: string): readonly ListSource[] {
  const raw = readForList(bytes, file);
  const { stamp } = readStamp(raw);
  if (stamp !== undefined) {
    const { partner, round } = stamp;
    throw new FindingsError([finding('list.is-return', { file }, { partner, round })]);
  }
  const shown = raw.sheets.filter(({ state }) => state === 'visible');
  return (shown.length === 0 ? raw.sheets : shown).map((sheet) => sourceOf(sheet, file, raw.date1904));
}

const megabyte = 1024 * 1024;

/**
 * Room for 20,000 partners with all columns that a list may have, and some of the analyst's own. A list is no returned file:
 * the analyst chose it.
 */
const limits = { cells: 200_000, entryBytes: 8 * megabyte, inflatedBytes: 24 * megabyte } as const;

/** Reads a workbook, and reports what is wrong with the file as of a list. */
function readForList(bytes: Uint8Array, file: string): RawWorkbook {
  try {
    return readPackage(bytes, limits);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    throw new FindingsError(failure.findings.map((found) => ofList(found, { file })));
  }
}

/** A finding about a returned file as one about a list, with the cure for whoever gives the list. */
function ofList(found: Finding, place: Place): Finding {
  switch (found.code) {
    case 'return.encrypted':
      return finding('list.encrypted', place, {});
    case 'return.damaged':
      return finding('list.damaged', place, found.facts);
    case 'return.over-limit':
      return finding('list.too-large', place, found.facts);
    case 'return.old-excel':
      return finding('list.other-file', place, { looksLike: 'a workbook in the old format (.xls)' });
    case 'return.not-a-workbook':
    case 'return.other-spreadsheet':
    case 'return.macros':
      return finding('list.other-file', place, found.facts);
    default:
      return { ...found, place };
  }
}

function sourceOf(sheet: RawSheet, file: string, date1904: boolean): ListSource {
  const { name, cut, hiddenRows } = sheet;
  const rows = [...sheet.rows].toSorted(([a], [b]) => a - b);
  return {
    sheet: name,
    rows: rows.flatMap(([number, cells]): ListRow[] => {
      const row = { number, cells: cellsOf(cells, date1904) };
      if (row.cells.size === 0) return [];
      return [hiddenRows?.has(number) === true ? { ...row, isHidden: true } : row];
    }),
    findings:
      cut === undefined
        ? []
        : [finding('list.cut', { file, sheet: name }, { after: cut.after, what: cut.what, limit: cut.limit })],
  };
}

const cellsOf = (cells: ReadonlyMap<number, RawCell>, date1904: boolean): ReadonlyMap<number, ListCell> =>
  new Map(
    [...cells]
      .map(([column, cell]) => [column - 1, listCell(cell, date1904)] as const)
      .filter(([, { text, isFormula }]) => text !== '' || isFormula === true)
      .toSorted(([a], [b]) => a - b),
  );

function listCell({ value, formula, struck }: RawCell, date1904: boolean): ListCell {
  const shown = tidyCell(shownValue(value, date1904).text);
  const isDate = value.kind === 'number' && value.isDate;
  return {
    text: (isDate ? dayOf(value.value, date1904) : undefined) ?? shown,
    ...(value.kind === 'number' ? { number: value } : {}),
    ...(value.kind === 'number' || value.kind === 'boolean' ? { shown: shown } : {}),
    ...(formula ? { isFormula: true } : {}),
    ...(struck === undefined ? {} : { isStruckOut: true }),
  };
}

/** A day as a text, with the time where there is one; undefined for a time alone. */
function dayOf(serial: number, date1904: boolean): string | undefined {
  const days = serial - epochSerial[date1904 ? 1904 : 1900];
  const date = new Date(Math.round(days * 86_400) * 1000);
  if (Number.isNaN(date.getTime()) || serial < 366) return undefined;
  return date.toISOString().slice(0, 16).replace('T', ' ').replace(' 00:00', '');
}
