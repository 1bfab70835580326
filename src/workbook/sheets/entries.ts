import { isScoreField } from '../../instrument/model/traverse.ts';
import { blank } from '../../response/response.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { cell, colourWhen, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type EntriesSheet, entryName, plainName } from '../layout/layout.ts';
import { levelRules } from '../parts/bands.ts';
import { inputCell } from '../parts/inputCell.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { requiredMarks } from '../parts/requiredMarks.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';

/** Maximum number of characters in all columns together, for the sake of a sheet's introduction. */
const maxWidth = 150;

/** The sheet of a section with rows that the partner adds. */
export function entriesSheet(content: WorkbookContent, layout: EntriesSheet): SheetPlan {
  const { section, headerRow, columns, rows } = layout;
  return planSheetFor(
    content,
    {
      name: layout.name,
      ...entriesHead(layout),
      widths: widthsFor(layout),
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({
        name: plainName(`entries_${section.key}`),
        row: headerRow,
        headings: columns.map((column) => column.heading),
        rows: rows.length,
      }),
      { cells: entryCells(content, layout) },
      ...rowColours(content, layout),
    ],
  );
}

function entryCells(content: WorkbookContent, { section, columns, rows }: EntriesSheet): readonly PlannedCell[] {
  const known = new Map(content.response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers]));
  return rows.flatMap((row, index) => {
    const entry = index + 1;
    return columns.map(({ column, content: shown }): PlannedCell => {
      if (shown.is !== 'field') return cell(row, column, String(entry), 'reference');
      return inputCell(content, shown.field, known.get(entry)?.get(shown.field.key) ?? blank, {
        row,
        column,
        name: entryName(section.key, entry, shown.field.key),
        section: section.key,
        subject: { reference: String(entry), entry: section.entry },
      });
    });
  });
}

/** Levels colour their cells, and fields that another answer makes required are marked until they are filled in. */
function rowColours({ layout }: WorkbookContent, { section, columns, rows }: EntriesSheet): readonly SheetPart[] {
  const [first = 0, last = 0] = [rows.at(0), rows.at(-1)];
  return [
    ...columns.flatMap(({ column, content }) => {
      if (content.is !== 'field' || !isScoreField(content.field)) return [];
      const { scale, notApplicable } = listOf(layout, content.field.scale);
      return [colourWhen(columnRange(column, first, last), levelRules(address(first, column), scale, notApplicable))];
    }),
    ...requiredMarks(layout, section, columns, { first, last }),
  ];
}

export const entriesHead = (layout: EntriesSheet): SheetHeader => sheetHeader(layout.section, widthsFor(layout));

/** Widens the columns to the width of the introduction above them, which would otherwise be cut off in print. */
function widthsFor({ section, columns }: EntriesSheet): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const required = Math.min(maxWidth, lineWidth(section.introduction, 11));
  return columns.map(({ width }) => (required > total ? Math.ceil((width * required) / total) : width));
}
