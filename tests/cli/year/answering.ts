import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { type AnswerCell, answerCells } from '../../tools/answerCells.ts';
import { fillIn, type TypedCell } from '../../tools/fillIn.ts';
import { definitions, type Key } from './region.ts';

/**
 * A workbook as a partner fills it in: the levels of all questions in order, with a hyphen where it leaves one out and ? where it types
 * words instead; the first row of each list is filled in, too, unless that is left out.
 */
export function answered(key: Key, issued: Uint8Array, levels: string, changes: Changes = {}): Uint8Array {
  const { lastRound = false, lists = true } = changes;
  const cells = answerCells(layoutOf(defineInstrument(definitions[key]), { lastRound }));
  const scores = cells.filter(({ field }) => field.kind === 'score');
  const rows = lists ? cells.filter(({ entry }) => entry === 1) : [];
  return fillIn(issued, [
    ...scores.flatMap((cell, index) => typedInto(cell, levels[index] ?? '-')),
    ...rows.map((cell) => ({ ...placeOf(cell), value: cell.field.kind === 'choice' ? 'Months' : 'Clerk' })),
  ]);
}

interface Changes {
  /** Whether the workbook shows the answers of an earlier round. */
  readonly lastRound?: boolean;
  readonly lists?: boolean;
}

function typedInto(cell: AnswerCell, level: string): readonly TypedCell[] {
  if (level === '-') return [];
  return [{ ...placeOf(cell), value: level === '?' ? 'see below' : Number(level) }];
}

const placeOf = ({ sheet, row, column }: AnswerCell) => ({ sheet, row, column });
