import { expect } from 'vitest';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { reviewInstrument } from '../../src/instrument/reviewInstrument.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { answerCells } from '../tools/answerCells.ts';
import { fillIn } from '../tools/fillIn.ts';

/** What an assessor says, by question and field, as in `1.1.1 score`. */
export type Said = Readonly<Record<string, string | number>>;

/** A workbook about a partner, with what the assessor says in it. */
export function reviewedFile(
  bytes: Uint8Array | undefined,
  said: Said,
  instrument: Instrument = sampleInstrument,
): Uint8Array {
  const layout = layoutOf(reviewInstrument(instrument), { lastRound: true });
  const typed = answerCells(layout).flatMap(({ sheet, row, column, subject, entry, field }) => {
    const key = entry === undefined ? `${subject} ${field.key}` : `${subject} ${entry} ${field.key}`;
    const value = said[key];
    return value === undefined ? [] : [{ sheet, row, column, value }];
  });
  expect(typed).toHaveLength(Object.keys(said).length);
  return fillIn(bytes ?? new Uint8Array(), typed);
}
