import { expect } from 'vitest';
import { reviewInstrument } from '../../src/instrument/reviewInstrument.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import { fillIn } from '../tools/fillIn.ts';

/** What an assessor says, by question and field, as in `1.1.1 score`. */
export type Said = Readonly<Record<string, string | number>>;

/** A workbook about a partner of the sample instrument, with what the assessor says in it. */
export function reviewedFile(bytes: Uint8Array | undefined, said: Said): Uint8Array {
  const layout = layoutOf(reviewInstrument(sampleInstrument), { lastRound: true });
  const typed = answerCells(layout).flatMap(({ sheet, row, column, subject, entry, field }) => {
    const key = entry === undefined ? `${subject} ${field.key}` : `${subject} ${entry} ${field.key}`;
    const value = said[key];
    return value === undefined ? [] : [{ sheet, row, column, value }];
  });
  expect(typed).toHaveLength(Object.keys(said).length);
  return fillIn(bytes ?? new Uint8Array(), typed);
}
