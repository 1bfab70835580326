import type { Workbook, Worksheet } from 'exceljs';
import { openSheet, type SheetStart } from '../../spreadsheet/write/openSheet.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** Adds a sheet that shows the organisation, the round and the marking. */
export function startSheet(
  workbook: Workbook,
  { partner, stamp, marking, branding }: WorkbookContent,
  {
    line = branding.name,
    ...start
  }: Omit<SheetStart, 'marking' | 'textBeforeMarking' | 'footer'> & { readonly line?: string },
): Worksheet {
  return openSheet(workbook, {
    ...start,
    marking,
    textBeforeMarking: line,
    footer: `${partner.code} ${partner.name}, round ${stamp.round}`,
  });
}
