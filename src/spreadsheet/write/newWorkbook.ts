import type { Workbook } from 'exceljs';
import { printable } from '../model/printable.ts';

/** Document properties; programs show them beside the file, and screen readers read them. */
export interface WorkbookProperties {
  readonly title: string;
  readonly subject?: string;
  /** The author. */
  readonly by?: string;
  /** The time of creation. */
  readonly at: Date;
}

/**
 * Creates a workbook without sheets. exceljs is loaded on first use: most commands write none, and need not wait for
 * it.
 */
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
