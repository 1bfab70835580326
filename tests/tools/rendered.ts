import type { SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { renderWorkbook } from '../../src/spreadsheet/write/renderWorkbook.ts';

/** A workbook of some sheets, with nothing else of its own. */
export const workbookOf = (sheets: readonly SheetPlan[], changes: Partial<WorkbookPlan> = {}): WorkbookPlan => ({
  ...{ title: 'Test', subject: 'Tests', description: 'For a test.', keywords: ['test'], category: 'Test' },
  at: new Date(0),
  language: 'en-GB',
  properties: new Map(),
  sheets,
  lockStructure: false,
  calculateOnOpening: false,
  ...changes,
});

export const rendered = (...sheets: readonly SheetPlan[]): Promise<Uint8Array> => renderWorkbook(workbookOf(sheets));
