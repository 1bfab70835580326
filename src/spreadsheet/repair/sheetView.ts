import { address } from '../model/address.ts';
import type { Place, SheetPlan } from '../plan/sheetPlan.ts';

const topLeft: Place = { row: 1, column: 1 };

/**
 * How a sheet is shown when the workbook is opened (ECMA-376 part 1, 18.3.1.87). The active cell is in the pane that
 * contains it, and in view: programs do not scroll to it. exceljs always makes the pane at the bottom right active.
 */
export function sheetView({ frozen, selected = topLeft, zoom = 90 }: SheetPlan, isActive: boolean): string {
  const pane = frozen === undefined ? undefined : paneOf(frozen, selected);
  const attributes = `workbookViewId="0"${isActive ? ' tabSelected="1"' : ''} showGridLines="0" zoomScale="${zoom}"`;
  const cell = address(selected.row, selected.column);
  const selection = `activeCell="${cell}" sqref="${cell}"`;
  if (frozen === undefined || pane === undefined)
    return `<sheetView ${attributes}><selection ${selection}/></sheetView>`;
  const { rows, columns } = frozen;
  const split = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`;
  const scrolledTo = address(Math.max(rows + 1, selected.row), columns + 1);
  return (
    `<sheetView ${attributes}><pane${split} topLeftCell="${scrolledTo}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" ${selection}/></sheetView>`
  );
}

function paneOf({ rows, columns }: NonNullable<SheetPlan['frozen']>, { row, column }: Place): string {
  const [isBelow, isRight] = [rows > 0 && row > rows, columns > 0 && column > columns];
  return `${isBelow ? 'bottom' : 'top'}${isRight ? 'Right' : 'Left'}`;
}
