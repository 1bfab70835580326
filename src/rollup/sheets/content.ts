import type { Workbook, Worksheet } from 'exceljs';
import { openSheet, type SheetStart } from '../../spreadsheet/openSheet.ts';
import type { RollUp } from '../rollUp.ts';

/** What the sheets of a roll-up are written from. */
export interface RollUpContent {
  readonly rollUp: RollUp;
  /** When the roll-up is made. */
  readonly made: Date;
}

/** Tables begin here: above stand the title, the note and the marking. */
export const headerRow = 5;

/** Adds a sheet that says which round it is of, and that the figures are the partners' own. */
export function startSheet(
  workbook: Workbook,
  { rollUp: { round } }: RollUpContent,
  start: Omit<SheetStart, 'marking' | 'footer' | 'headerRow'>,
): Worksheet {
  return openSheet(workbook, {
    ...start,
    note: `${start.note} Self-assessed, not validated.`,
    marking: round.marking,
    headerRow,
    footer: `${round.instrument}, round ${round.round}`,
  });
}
