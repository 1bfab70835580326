import { fieldsCompared, itemsCompared } from '../../instrument/figures/compared.ts';
import { yesNoWord } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { cellNumber } from '../../instrument/model/numbers.ts';
import type { Condition, FigureElsewhere, Section } from '../../instrument/model/schema.ts';
import { comparisonsOn, fieldOf, jumpsOn } from '../../instrument/model/traverse.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { colourWhen, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { PaletteColour } from '../../spreadsheet/style/theme.ts';
import { type Column, columnOfField, lastColumnOf } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { figureName, type Layout } from '../layout/layout.ts';
import { comparisonFormulas, jumpFormulas } from '../numbers/checkFormulas.ts';
import type { CellOf } from '../numbers/computedFormula.ts';
import { isAtLevel } from './bands.ts';
import { columnRange, listOf } from './listCells.ts';

/** Rows that follow each other. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/**
 * Marks the cells that other answers of their rows make required, as long as they are blank.
 *
 * @param rowsOf The rows that have a field.
 */
export function requiredMarks(
  layout: Layout,
  section: Section,
  columns: readonly Column[],
  rowsOf: (field: string) => readonly Rows[],
): readonly SheetPart[] {
  const columnOf = (field: string): number =>
    columns.find(({ content }) => content.is === 'field' && content.field.key === field)?.column ?? 0;
  // Among the colours of levels, the one for what is to be done could be taken for one of them.
  const colourOf = (field: string): PaletteColour => (fieldOf(section, field).kind === 'score' ? 'wrong' : 'todo');
  const marked = new Map<string, Condition[]>();
  for (const { when, needs = [] } of section.rules ?? []) {
    for (const need of needs) marked.set(need, [...(marked.get(need) ?? []), when]);
  }
  return [...marked].flatMap(([need, all]) =>
    rowsOf(need).map(({ first, last }) => {
      const column = columnOf(need);
      const empty = `${address(first, column)}=""`;
      const conditions = all.flatMap((when) =>
        conditionFormulas(layout, section, when, `$${address(first, columnOf(when.field))}`),
      );
      return colourWhen(
        columnRange(column, first, last),
        [...new Set(conditions)].map((one) => ({ formula: `AND(${one},${empty})`, colour: colourOf(need) })),
      );
    }),
  );
}

/**
 * Marks the numbers that are not to each other as they must be, and the reason that a changed number needs.
 *
 * @param rowsOf The rows that have all of some fields; that of a question only, if one is named.
 * @param notAsked A condition that holds while a field of a row is not asked; undefined if it always is.
 */
export function checkMarks(
  { instrument, layout }: Pick<WorkbookContent, 'instrument' | 'layout'>,
  { section, columns }: { readonly section: Section; readonly columns: readonly Column[] },
  rowsOf: (fields: readonly string[], item?: string) => readonly Rows[],
  notAsked: (field: string, cellOf: CellOf) => string | undefined,
): readonly SheetPart[] {
  const marks = (
    { fields, item }: { readonly fields: readonly string[]; readonly item?: string | undefined },
    asked: readonly string[],
    colour: PaletteColour,
    broken: (cellOf: CellOf, row: number) => readonly string[],
  ): readonly SheetPart[] =>
    rowsOf([...fields, ...asked], item).flatMap(({ first, last }) => {
      const cellOf = (field: string): string => `$${address(first, columnOfField(columns, field))}`;
      const areAsked = [...fields, ...asked].flatMap((field) => notAsked(field, cellOf) ?? []);
      const all = [...areAsked.map((condition) => `(${condition})=FALSE`), ...broken(cellOf, first)];
      const formula = `IFERROR(AND(${all.join(',')}),FALSE)`;
      return fields.map((field) =>
        colourWhen(columnRange(columnOfField(columns, field), first, last), [{ formula, colour }]),
      );
    });
  const elsewhere = (figure: FigureElsewhere): string => figureName(layout.collected, figure);
  return [
    ...comparisonsOn(section).flatMap((comparison) => {
      const { when } = comparison;
      const named = itemsCompared(section, comparison);
      const fields = [...fieldsCompared(comparison), ...named.map(({ field }) => field)];
      return marks({ fields, item: named[0]?.item }, when === undefined ? [] : [when.field], 'wrong', (cellOf) => [
        ...(when === undefined
          ? []
          : [`OR(${conditionFormulas(layout, section, when, cellOf(when.field)).join(',')})`]),
        ...comparisonFormulas({ instrument, section }, comparison, cellOf, elsewhere),
      ]);
    }),
    ...jumpsOn(section).flatMap((jump) => {
      const column = lastColumnOf(columns, jump.figure);
      if (column === undefined) return [];
      return marks({ fields: [jump.reasonIn] }, [jump.figure], 'todo', (cellOf, row) => [
        ...jumpFormulas(section, jump, cellOf, `$${address(row, column)}`),
        `${cellOf(jump.reasonIn)}=""`,
      ]);
    }),
  ];
}

/** Formulas, one of which is true if a cell holds an answer that meets the condition. */
export function conditionFormulas(
  layout: Layout,
  section: Section,
  { field: key, is }: Condition,
  cell: string,
): readonly string[] {
  const field = fieldOf(section, key);
  return is.map((value) => byKind(conditions, field, cell, value, layout));
}

const isText = (cell: string, value: number | string): string => `${cell}=${quotedText(String(value))}`;

const conditions: ByKind<[cell: string, value: number | string, layout: Layout], string> = {
  score: ({ scale }, cell, value, layout) =>
    typeof value === 'number' ? isAtLevel(cell, listOf(layout, scale).scale, value) : isText(cell, value),
  text: (_field, cell, value) => isText(`TRIM(${cell})`, value),
  date: (_field, cell, value) => isText(cell, value),
  choice: (_field, cell, value) => isText(cell, value),
  'yes-no': (_field, cell, value, { words }) => isText(cell, yesNoWord(words.cells, value)),
  link: (_field, cell, value) => isText(cell, value),
  choices: (_field, cell, value) => isText(cell, value),
  computed: (_field, cell, value) => isText(cell, value),
  number: (field, cell, value) =>
    typeof value === 'number' ? `AND(ISNUMBER(${cell}),${cell}=${cellNumber(field, value)})` : isText(cell, value),
};
