import { cellNumber, figureIn, roundedSum, sumDecimals } from '../../instrument/model/numbers.ts';
import type { ComputedField, Section } from '../../instrument/model/schema.ts';
import { figureOf, isComputedField } from '../../instrument/model/traverse.ts';
import { type Answers, asTyped, blank } from '../../response/response.ts';

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
  const list = field.by === 'total' ? rowsOf(field.in ?? '') : undefined;
  const cells = list === undefined ? partsOf(section, field, answers, rowsOf) : totalled(list, field);
  const parts = field.of.map((key) => figureOf(list?.section ?? section, key));
  const [first, ...others] = cells ?? [];
  if (first === undefined) return undefined;
  const [second = 0] = others;
  if (field.by === 'share') return second === 0 ? undefined : figureIn(field, first / second);
  const sign = field.by === 'difference' ? -1 : 1;
  return figureIn(
    field,
    roundedSum(
      others.reduce((sum, other) => sum + sign * other, first),
      sumDecimals(parts),
    ),
  );
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
  const field = figureOf(section, key);
  const value = isComputedField(field) ? computedFigure(section, field, answers, rowsOf) : given(answers, key);
  return value === undefined ? undefined : cellNumber(field, value);
}

function given(answers: Answers, key: string): number | undefined {
  const answer = asTyped(answers.get(key) ?? blank);
  return answer.state === 'answered' && typeof answer.value === 'number' ? answer.value : undefined;
}
