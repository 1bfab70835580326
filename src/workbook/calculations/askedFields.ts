import type { OnlyIf } from '../../instrument/model/schema.ts';
import { askedBy } from '../../scoring/conditions/askedBy.ts';
import { describeConditions, describeSheet } from '../../scoring/conditions/describeConditions.ts';
import { fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, colourWhen, type SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { EntriesSheet, ItemsSheet } from '../layout/layout.ts';
import { columnRange } from '../parts/listCells.ts';
import { conditionContent, fieldCell } from './asked.ts';

/** A condition that holds while a field is not asked; undefined if it always is. */
export function fieldNotAsked({ sections }: Words, sheet: ItemsSheet | EntriesSheet, key: string): string | undefined {
  const asked = fieldCell(sheet, key);
  return asked === undefined ? undefined : `${asked}<>${quotedText(sections.fieldAsked)}`;
}

/** A condition that holds while a sheet of rows is not asked; undefined if it always is. */
export const sheetNotAsked = ({ sections }: Words, { name, askedRow }: EntriesSheet): string | undefined =>
  askedRow === undefined ? undefined : `${sheetCell(name, askedRow, 1)}<>${quotedText(sections.sheetAsked)}`;

/** The line above the headings that says, over each field that depends on something, whether it is asked. */
export function fieldConditionCells(
  content: WorkbookContent,
  sheet: ItemsSheet | EntriesSheet,
): readonly PlannedCell[] {
  const { fieldsRow, columns } = sheet;
  if (fieldsRow === undefined) return [];
  return columns.flatMap(({ column, content: shown }) => {
    const onlyIf = shown.is === 'field' ? shown.field.onlyIf : undefined;
    if (onlyIf === undefined) return [];
    const words = { met: content.words.sections.fieldAsked, otherwise: whenAsked(content, onlyIf) };
    const { content: said, origin } = conditionContent(content, [onlyIf], { ...words, isMet: isMet(content, onlyIf) });
    return [{ ...cell(fieldsRow, column, said, 'text'), origin }];
  });
}

/** The longest texts of that line, which its row needs room for. */
export const longestFieldConditions = (
  content: WorkbookContent,
  { fieldsRow, columns }: ItemsSheet | EntriesSheet,
): readonly PlannedCell[] =>
  columns.flatMap(({ column, content: shown }) =>
    shown.is === 'field' && shown.field.onlyIf !== undefined && fieldsRow !== undefined
      ? [cell(fieldsRow, column, whenAsked(content, shown.field.onlyIf), 'text')]
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

const whenAsked = ({ instrument, words }: WorkbookContent, onlyIf: OnlyIf): string =>
  describeConditions(instrument, [onlyIf], words);

/** The columns of fields that are not asked are grey, and so are all rows of a sheet that is not, before any other colour. */
export function fieldColours(
  { sections }: Words,
  sheet: ItemsSheet | EntriesSheet,
  { first, last }: { readonly first: number; readonly last: number },
): readonly SheetPart[] {
  const { columns, fieldsRow } = sheet;
  const askedRow = 'askedRow' in sheet ? sheet.askedRow : undefined;
  return columns.flatMap(({ column, content }) => {
    const isConditional = content.is === 'field' && content.field.onlyIf !== undefined && fieldsRow !== undefined;
    const formulas = [
      ...(askedRow === undefined ? [] : [`${fixed(askedRow, 1)}<>${quotedText(sections.sheetAsked)}`]),
      ...(isConditional ? [`${fixed(fieldsRow, column)}<>${quotedText(sections.fieldAsked)}`] : []),
    ];
    const colours = formulas.map((formula) => ({ formula, colour: 'grey' }) as const);
    return colours.length === 0 ? [] : [colourWhen(columnRange(column, first, last), colours)];
  });
}
