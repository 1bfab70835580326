import type { FieldOnlyIf, OnlyIf, Section } from '../../instrument/model/schema.ts';
import { isAboutRow } from '../../instrument/model/traverse.ts';
import { askedBy } from '../../scoring/conditions/askedBy.ts';
import { describeFieldCondition, describeSheet } from '../../scoring/conditions/describeConditions.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, colourWhen, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import { columnOfField } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { EntriesSheet, ItemsSheet, Layout } from '../layout/layout.ts';
import { columnRange } from '../parts/listCells.ts';
import { conditionContent } from './asked.ts';
import { fieldNotAsked } from './fieldNotAsked.ts';

/** A condition that holds while a sheet of rows is not asked; undefined if it always is. */
export const sheetNotAsked = ({ sections }: Words, { name, askedRow }: EntriesSheet): string | undefined =>
  askedRow === undefined ? undefined : `${sheetCell(name, askedRow, 1)}<>${quotedText(sections.sheetAsked)}`;

/** The line above the headings that says, over each field that depends on something, whether it is asked. */
export function fieldConditionCells(
  content: WorkbookContent,
  sheet: ItemsSheet | EntriesSheet,
): readonly PlannedCell[] {
  const { fieldsRow, columns, section } = sheet;
  if (fieldsRow === undefined) return [];
  return columns.flatMap(({ column, content: shown }) => {
    const onlyIf = shown.is === 'field' ? shown.field.onlyIf : undefined;
    if (onlyIf === undefined) return [];
    const otherwise = whenAsked(content, section, onlyIf);
    // Each row is another case: its cell is grey or not.
    if (isAboutRow(onlyIf)) return [{ ...cell(fieldsRow, column, otherwise, 'text'), origin: 'definition' }];
    const words = { met: content.words.sections.fieldAsked, otherwise };
    const { content: said, origin } = conditionContent(content, [onlyIf], { ...words, isMet: isMet(content, onlyIf) });
    return [{ ...cell(fieldsRow, column, said, 'text'), origin }];
  });
}

/** The longest texts of that line, which its row needs room for. */
export const longestFieldConditions = (
  content: WorkbookContent,
  { fieldsRow, columns, section }: ItemsSheet | EntriesSheet,
): readonly PlannedCell[] =>
  columns.flatMap(({ column, content: shown }) =>
    shown.is === 'field' && shown.field.onlyIf !== undefined && fieldsRow !== undefined
      ? [cell(fieldsRow, column, whenAsked(content, section, shown.field.onlyIf), 'text')]
      : [],
  );

/** The line of a sheet of rows that says whether it is to be filled in, if that depends on something. */
export function sheetConditionCells(
  content: WorkbookContent,
  { section, askedRow }: EntriesSheet,
): readonly PlannedCell[] {
  const { onlyIf } = section;
  if (onlyIf === undefined || askedRow === undefined) return [];
  const words = {
    met: content.words.sections.sheetAsked,
    otherwise: describeSheet(content.instrument, onlyIf, content.words),
  };
  const { content: said, origin } = conditionContent(content, [onlyIf], { ...words, isMet: isMet(content, onlyIf) });
  return [{ ...cell(askedRow, 1, said, 'status'), origin }];
}

const isMet = ({ instrument, response, partner }: WorkbookContent, onlyIf: OnlyIf): boolean =>
  askedBy(instrument, response, partner)(onlyIf);

const whenAsked = ({ instrument, words }: WorkbookContent, section: Section, onlyIf: FieldOnlyIf): string =>
  describeFieldCondition(instrument, section, onlyIf, words);

/** The cells of fields that are not asked are grey, and so are all rows of a sheet that is not, before any other colour. */
export function fieldColours(
  layout: Layout,
  sheet: ItemsSheet | EntriesSheet,
  { first, last }: { readonly first: number; readonly last: number },
): readonly SheetPart[] {
  const { columns } = sheet;
  const { sections } = layout.words;
  const askedRow = 'askedRow' in sheet ? sheet.askedRow : undefined;
  const cellOf = (key: string): string => `$${address(first, columnOfField(columns, key))}`;
  return columns.flatMap(({ column, content }) => {
    const notAsked =
      content.is === 'field' ? fieldNotAsked(layout, sheet, content.field.key, cellOf, fixed) : undefined;
    const formulas = [
      ...(askedRow === undefined ? [] : [`${fixed(askedRow, 1)}<>${quotedText(sections.sheetAsked)}`]),
      ...(notAsked === undefined ? [] : [notAsked]),
    ];
    const colours = formulas.map((formula) => ({ formula, colour: 'grey' }) as const);
    return colours.length === 0 ? [] : [colourWhen(columnRange(column, first, last), colours)];
  });
}
