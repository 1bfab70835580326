import type { Content } from '../../src/spreadsheet/plan/content.ts';
import { headerRow } from '../../src/spreadsheet/plan/planTableSheet.ts';
import { cell } from '../../src/spreadsheet/plan/sheetParts.ts';
import type { SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../src/spreadsheet/write/renderWorkbook.ts';
import { plannedSheet } from '../planned.ts';

/** The table of a tracker as a person sees it: the headings, and a row for each partner. */
export interface TrackerGrid {
  readonly headings: (Content | undefined)[];
  readonly rows: (Content | undefined)[][];
  /** Writes into the row of a partner. */
  readonly put: (code: string, heading: string, content: Content | undefined) => void;
}

/** The bytes of a tracker after a person changed something in its table. */
export function editedTracker(plan: WorkbookPlan, edit: (grid: TrackerGrid) => void): Promise<Uint8Array> {
  const sheet = plannedSheet(plan, 'Tracker');
  const headings: (Content | undefined)[] = [...(sheet.tables[0]?.headings ?? [])];
  const rows = [...(sheet.long?.rows ?? [])].map((row) => [...row]);
  const [codes, columns] = [headings.indexOf('Partner code'), [...headings]];
  edit({
    headings,
    rows,
    put: (code, heading, content) => {
      const row = rows.find((one) => one[codes] === code);
      if (row === undefined || !columns.includes(heading)) throw new Error(`No ${heading} of ${code}`);
      row[columns.indexOf(heading)] = content;
    },
  });
  const grid = [headings, ...rows].flatMap((row, index) =>
    row.flatMap((content, column) =>
      content === undefined
        ? []
        : [cell(headerRow + index, column + 1, content, content instanceof Date ? 'time' : 'text')],
    ),
  );
  const above = sheet.cells.filter(({ row }) => row < headerRow);
  const { long: _long, ...others } = sheet;
  const edited: SheetPlan = { ...others, tables: [], formats: [], cells: [...above, ...grid] };
  return renderWorkbook({ ...plan, sheets: plan.sheets.map((one) => (one === sheet ? edited : one)) });
}
