import type { Worksheet } from 'exceljs';
import { detailsOf, type PlanLine, targetOf } from '../../scoring/plans/actionPlan.ts';
import { unnamedOrder } from '../../scoring/plans/plannedRows.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import { put } from '../../spreadsheet/write/worksheet.ts';
import { cellsOf } from '../checklist/openColumns.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { anyDetailGiven, writeGiven } from './plannedGiven.ts';
import { lineSubject, rowLabel } from './plannedLines.ts';
import { markFormula, markOf } from './plannedMarks.ts';
import { namedFormula } from './plannedNames.ts';

/** Writes the lines of lists of actions: one for each of their rows. */
export function writePlannedLists(sheet: Worksheet, content: WorkbookContent, lines: readonly PlanLine[]): void {
  const { layout, response, instrument } = content;
  const { lists, columns, names } = layout.planned;
  let before = 0;
  for (const { sheet: list, firstRow } of lists) {
    const { section } = list;
    const known = new Map(response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers] as const));
    const own = names.find((one) => one.list === list);
    list.rows.forEach((ownRow, index) => {
      const row = firstRow + index;
      const entry = index + 1;
      const order = before + entry;
      const line = lines.find((one) => one.entry?.list.key === section.key && one.entry.entry === entry);
      const cellOf = cellsOf(list.name, list.columns, ownRow);
      const at = (column: number): string => address(row, column);
      const named = namedFormula(content, own, section, cellOf);
      const label = `"${rowLabel(section.shortTitle, entry).replaceAll('"', '""')}"`;
      const table = (column: number): string =>
        sheetColumn(sheetNames.planned, column, own?.firstRow ?? 0, (own?.firstRow ?? 0) + (own?.names.length ?? 0));
      const about = named === undefined ? label : `IF(${named}=0,${label},INDEX(${table(columns.nameAbout)},${named}))`;
      put(
        sheet,
        row,
        columns.about,
        {
          formula: about,
          result: lineSubject(content, {
            ...targetOf(instrument, section, known.get(entry) ?? new Map()),
            entry: { list: section, entry },
          }),
        },
        'text',
      );
      writeGiven(sheet, content, row, section, cellOf, detailsOf(section, known.get(entry)));
      const none = unnamedOrder(instrument);
      const base =
        named === undefined ? String(none) : `IF(${named}=0,${none},INDEX(${table(columns.nameBase)},${named}))`;
      put(
        sheet,
        row,
        columns.base,
        {
          formula: `IF(${anyDetailGiven(content, row)},${base},"")`,
          result: line === undefined ? '' : line.order - order,
        },
        'number',
      );
      put(
        sheet,
        row,
        columns.order,
        { formula: `IF(${at(columns.base)}="","",${at(columns.base)}+${order})`, result: line?.order ?? '' },
        'number',
      );
      put(
        sheet,
        row,
        columns.mark,
        {
          formula: markFormula(content, row, section, 'FALSE'),
          result: line === undefined ? '' : markOf(content, line),
        },
        'text',
      );
    });
    before += list.rows.length;
  }
}
