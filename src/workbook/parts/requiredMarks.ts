import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { cellNumber } from '../../instrument/model/numbers.ts';
import type { Condition, Section } from '../../instrument/model/schema.ts';
import { fieldOf } from '../../instrument/model/traverse.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { colourWhen, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { PaletteColour } from '../../spreadsheet/style/theme.ts';
import type { Column, Layout } from '../layout/layout.ts';
import { isAtLevel, quotedText } from './bands.ts';
import { columnRange, listOf } from './listCells.ts';

/** Marks the cells that other answers of their rows make required, as long as they are blank. */
export function requiredMarks(
  layout: Layout,
  section: Section,
  columns: readonly Column[],
  rows: { readonly first: number; readonly last: number },
): readonly SheetPart[] {
  const columnOf = (field: string): number =>
    columns.find(({ content }) => content.is === 'field' && content.field.key === field)?.column ?? 0;
  // Among the colours of levels, the one for what is to be done could be taken for one of them.
  const colourOf = (field: string): PaletteColour => (fieldOf(section, field).kind === 'score' ? 'wrong' : 'todo');
  const marked = new Map<string, Set<string>>();
  for (const { when, needs = [] } of section.rules ?? []) {
    const cell = `$${address(rows.first, columnOf(when.field))}`;
    for (const need of needs) {
      const conditions = marked.get(need) ?? new Set();
      for (const condition of conditionFormulas(layout, section, when, cell)) conditions.add(condition);
      marked.set(need, conditions);
    }
  }
  return [...marked].map(([need, conditions]) => {
    const column = columnOf(need);
    const empty = `${address(rows.first, column)}=""`;
    return colourWhen(
      columnRange(column, rows.first, rows.last),
      [...conditions].map((condition) => ({ formula: `AND(${condition},${empty})`, colour: colourOf(need) })),
    );
  });
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
  'yes-no': (_field, cell, value) => isText(cell, value),
  link: (_field, cell, value) => isText(cell, value),
  choices: (_field, cell, value) => isText(cell, value),
  computed: (_field, cell, value) => isText(cell, value),
  number: (field, cell, value) =>
    typeof value === 'number' ? `${cell}=${cellNumber(field, value)}` : isText(cell, value),
};
