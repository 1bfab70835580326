import { type Finding, finding } from '../../finding/index.ts';
import { cellNumber, showFigure } from '../../instrument/model/numbers.ts';
import { isComputedField } from '../../instrument/model/traverse.ts';
import { type Answers, asTyped, blank, typedValue } from '../../response/response.ts';
import type { LocatedAnswer } from '../layout/expectedSheet.ts';
import { displayedText, isEmpty } from './cells/rawCells.ts';

/** Programs round the last digits of a figure differently. */
const nearEnough = 1e-9;

/**
 * Compares what the cells of computed figures show with the figures that follow from the answers. A formula without a
 * result was not calculated by the program that saved it, and says nothing.
 *
 * @param answersOf The answers of a row, with its figures, by its reference.
 */
export function checkComputed(
  located: readonly LocatedAnswer[],
  answersOf: (reference: string) => Answers | undefined,
  date1904: boolean,
): readonly Finding[] {
  return located.flatMap(({ reference, field, cell, place }) => {
    if (!isComputedField(field) || cell === undefined || isEmpty(cell)) return [];
    const figure = typedValue(asTyped(answersOf(reference)?.get(field.key) ?? blank));
    const ours = typeof figure === 'number' ? figure : undefined;
    const shown = cell.value.value;
    const isSame = ours !== undefined && typeof shown === 'number' && isNear(shown, cellNumber(field, ours));
    if (cell.formula && isSame) return [];
    const facts = {
      field: field.heading,
      value: displayedText(cell, date1904),
      ...(ours === undefined ? {} : { computed: showFigure(field, ours) }),
    };
    return [finding(cell.formula ? 'answer.figure-differs' : 'answer.typed-over', place, facts)];
  });
}

const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= nearEnough * Math.max(1, Math.abs(one), Math.abs(other));
