import { asStored, cellNumber } from '../../instrument/model/numbers.ts';
import type { ComputedField, Section } from '../../instrument/model/schema.ts';
import { type FigureField, fieldOf, isComputedField, isFigureField } from '../../instrument/model/traverse.ts';
import { type Answers, asTyped, blank } from '../../response/response.ts';

/** Decimals to which programs round sums alike, in the numbers of cells: more than any field has. */
export const sumDecimals = 8;

/** A sum without what computers add in digits that no field has: 0.1 + 0.2 is 0.3. */
export const roundedSum = (value: number): number => asStored(Number(value.toFixed(sumDecimals)));

/**
 * The figure of a computed field in one row; undefined as long as one of its parts is, or for a share of 0. The formula in
 * the workbook gives the same.
 *
 * @param rowsOf The rows of the section that a total is of.
 */
export function computedFigure(
  section: Section,
  field: ComputedField,
  answers: Answers,
  rowsOf: (section: string) => ListedRows,
): number | undefined {
  const cells =
    field.by === 'total' ? totalled(rowsOf(field.in ?? ''), field) : partsOf(section, field, answers, rowsOf);
  const [first, ...others] = cells ?? [];
  if (first === undefined) return undefined;
  const [second = 0] = others;
  if (field.by === 'share') return second === 0 ? undefined : figureIn(field, first / second);
  const sign = field.by === 'difference' ? -1 : 1;
  return figureIn(field, roundedSum(others.reduce((sum, other) => sum + sign * other, first)));
}

/** The rows that a partner added to a section. */
export interface ListedRows {
  readonly section: Section | undefined;
  readonly rows: readonly Answers[];
}

/** The numbers of the cells; undefined unless there are all. */
function partsOf(
  section: Section,
  { of }: ComputedField,
  answers: Answers,
  rowsOf: (section: string) => ListedRows,
): readonly number[] | undefined {
  const cells = of.flatMap((key) => numberOfCell(section, key, answers, rowsOf) ?? []);
  return cells.length === of.length ? cells : undefined;
}

function totalled({ section, rows }: ListedRows, { of: [key = ''] }: ComputedField): readonly number[] | undefined {
  if (section === undefined) return undefined;
  const cells = rows.flatMap((answers) => numberOfCell(section, key, answers, noRows) ?? []);
  return cells.length === rows.length ? cells : undefined;
}

/** Totals of totals are ruled out by `check`. */
const noRows = (): ListedRows => ({ section: undefined, rows: [] });

/** The number in the cell of a field: of a percentage, the share. */
export function numberOfCell(
  section: Section,
  key: string,
  answers: Answers,
  rowsOf: (section: string) => ListedRows,
): number | undefined {
  const field: FigureField | undefined = [fieldOf(section, key)].find(isFigureField);
  if (field === undefined) return undefined;
  const value = isComputedField(field) ? computedFigure(section, field, answers, rowsOf) : given(answers, key);
  return value === undefined ? undefined : cellNumber(field, value);
}

function given(answers: Answers, key: string): number | undefined {
  const answer = asTyped(answers.get(key) ?? blank);
  return answer.state === 'answered' && typeof answer.value === 'number' ? answer.value : undefined;
}

const figureIn = ({ as }: ComputedField, cell: number): number => (as === 'percentage' ? asStored(cell * 100) : cell);
