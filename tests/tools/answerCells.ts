import type { ComputedField, Field } from '../../src/instrument/model/schema.ts';
import { fieldsOfItem, isComputedField } from '../../src/instrument/model/traverse.ts';
import type { Layout } from '../../src/workbook/layout/layout.ts';

/** A cell that a partner may fill in. */
export interface AnswerCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly field: Exclude<Field, ComputedField>;
  /** Item key, or the key of a section of entries. */
  readonly subject: string;
  /** Number of the entry, counted from 1; undefined for items. */
  readonly entry: number | undefined;
}

/** Every cell that a partner may fill in, sheet by sheet and row by row. */
export function answerCells(layout: Layout): readonly AnswerCell[] {
  return [
    ...layout.items.flatMap(({ name, section, columns, rows }) =>
      rows.flatMap(({ row, item }) =>
        columns.flatMap(({ column, content }) =>
          content.is === 'field' &&
          !isComputedField(content.field) &&
          fieldsOfItem({ section, item }).some(({ key }) => key === content.field.key)
            ? [{ sheet: name, row, column, field: content.field, subject: item.key, entry: undefined }]
            : [],
        ),
      ),
    ),
    ...layout.entries.flatMap(({ name, section, columns, rows }) =>
      rows.flatMap((row, index) =>
        columns.flatMap(({ column, content }) =>
          content.is === 'field' && !isComputedField(content.field)
            ? [{ sheet: name, row, column, field: content.field, subject: section.key, entry: index + 1 }]
            : [],
        ),
      ),
    ),
  ];
}
