import type { Workbook } from 'exceljs';
import { printable } from '../model/printable.ts';

/** What a workbook says of itself; programs show it beside the file, and read it aloud. */
export interface WorkbookProperties {
  readonly title: string;
  readonly subject?: string;
  /** Who makes it. */
  readonly by?: string;
  /** When it is made. */
  readonly at: Date;
}

/** A workbook without sheets. exceljs is loaded for the first one: most commands write none, and need not wait for it. */
export async function newWorkbook({ title, subject, by = 'Scorebook', at }: WorkbookProperties): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.title = printable(title);
  if (subject !== undefined) workbook.subject = subject;
  workbook.creator = printable(by);
  workbook.lastModifiedBy = printable(by);
  workbook.created = at;
  workbook.modified = at;
  return workbook;
}
