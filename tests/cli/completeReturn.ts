import { pctSelfAssessment as instrument } from '../../definitions/pct-self-assessment.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { type AnswerCell, answerCells } from '../tools/answerCells.ts';
import type { TypedCell } from '../tools/fillIn.ts';
import { typicalValues } from '../tools/typicalValues.ts';

/** Everything that a partner may fill in, filled in so that nothing is open. */
export const complete = (cell: AnswerCell): TypedCell => {
  const { sheet, row, column, field } = cell;
  return { sheet, row, column, value: field.kind === 'choice' ? (field.options[0] ?? '') : typicalValues[field.kind] };
};
export const cells = answerCells(layoutOf(instrument));
export const typed = cells.map(complete);

/** The cell of the first fields of a kind, which slips are typed into. */
export function cellOf(kind: AnswerCell['field']['kind'], index: number): AnswerCell {
  const cell = cells.filter(({ field, entry }) => field.kind === kind && entry === undefined)[index];
  if (cell === undefined) throw new Error(`There is no ${kind} ${index}`);
  return cell;
}

export const slip = ({ sheet, row, column }: AnswerCell, value: TypedCell['value']): TypedCell => ({
  sheet,
  row,
  column,
  value,
});
export const scores = [0, 1].map((index) => cellOf('score', index));
export const date = cellOf('date', 2);
export const slips = [...scores.map((cell) => slip(cell, 'see below')), slip(date, 'end of March')];
