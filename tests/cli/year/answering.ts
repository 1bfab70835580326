import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { reviewFields, reviewInstrument } from '../../../src/instrument/reviewInstrument.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { type AnswerCell, answerCells } from '../../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';
import { definitions, type Key } from './region.ts';

/**
 * A workbook as a partner fills it in: the levels of all questions in order, with a hyphen where it leaves one out and ? where it types
 * words instead; the first row of each list is filled in, too, unless that is left out.
 */
export function answered(key: Key, issued: Uint8Array, levels: string, changes: Changes = {}): Uint8Array {
  return filledIn(defineInstrument(definitions[key]), issued, levels, changes);
}

/** The workbook of an assessor, with its levels as above and the words of those that were agreed. */
export function reviewed(issued: Uint8Array, levels: string, agreed: readonly string[]): Uint8Array {
  return filledIn(reviewInstrument(sampleInstrument), issued, levels, { lastRound: true, agreed });
}

function filledIn(instrument: Instrument, issued: Uint8Array, levels: string, changes: Changes): Uint8Array {
  const { lastRound = false, lists = true, agreed = [] } = changes;
  const cells = answerCells(layoutOf(instrument, { lastRound }));
  const scores = cells.filter(({ field }) => field.kind === 'score' && field.key !== reviewFields.agreed);
  const agreements = cells.filter(({ field }) => field.key === reviewFields.agreed);
  const rows = lists ? cells.filter(({ entry }) => entry === 1) : [];
  return fillIn(issued, [
    ...scores.flatMap((cell, index) => typedInto(cell, levels[index] ?? '-')),
    ...agreements.flatMap((cell, index) => typedInto(cell, agreed[index] ?? '-')),
    ...rows.map((cell) => ({ ...placeOf(cell), value: cell.field.kind === 'choice' ? 'Months' : 'Clerk' })),
  ]);
}

interface Changes {
  /** Whether the workbook shows the answers of an earlier round. */
  readonly lastRound?: boolean;
  readonly lists?: boolean;
  /** What is chosen as agreed in a review, question by question. */
  readonly agreed?: readonly string[];
}

function typedInto(cell: AnswerCell, chosen: string): readonly TypedCell[] {
  if (chosen === '-') return [];
  const value = chosen === '?' ? 'see below' : /^\d$/.test(chosen) ? Number(chosen) : chosen;
  return [{ ...placeOf(cell), value }];
}

const placeOf = ({ sheet, row, column }: AnswerCell) => ({ sheet, row, column });
