import ExcelJS from 'exceljs';

/** A cell of a list in a workbook: its value, perhaps with a number format, a formula, or struck out. */
export type Typed =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly value: number | Date; readonly format: string }
  | { readonly formula: string; readonly result: string | number }
  | { readonly struck: string };

export interface TypedSheet {
  readonly rows: readonly (readonly Typed[])[];
  readonly state?: 'hidden';
  /** Numbers of hidden rows. */
  readonly hidden?: readonly number[];
}

/** A workbook with these sheets, by name. */
export async function listWorkbook(sheets: Readonly<Record<string, TypedSheet>>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, { rows, state = 'visible', hidden = [] }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name, { state });
    rows.forEach((row, index) => {
      row.forEach((typed, column) => {
        fill(sheet.getCell(index + 1, column + 1), typed);
      });
    });
    for (const row of hidden) sheet.getRow(row).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fill(cell: ExcelJS.Cell, typed: Typed): void {
  if (typed === null || typeof typed !== 'object' || typed instanceof Date) cell.value = typed;
  else if ('format' in typed) {
    cell.value = typed.value;
    cell.numFmt = typed.format;
  } else if ('struck' in typed) {
    cell.value = typed.struck;
    cell.font = { strike: true };
  } else cell.value = { formula: typed.formula, result: typed.result };
}
