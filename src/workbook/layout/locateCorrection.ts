import type { Place, RecordedFinding } from '../../finding/index.ts';
import { fieldOf } from '../../instrument/model/traverse.ts';
import type { Words } from '../../words/words.ts';
import { answerName, type EntriesSheet, entryName, type ItemsSheet, type Layout } from './layout.ts';

/** A place in a fresh workbook that the partner is asked to check. */
export interface Correction {
  readonly finding: RecordedFinding;
  /** Name of the sheet. */
  readonly sheet: string;
  /** Its subject, in words: `1.2.3 Score`, `participant 4: Role`. */
  readonly about: string;
  /** Absent if it concerns a sheet or more, and no single answer. */
  readonly cell?: { readonly row: number; readonly column: number; readonly name: string };
}

/**
 * Locates a finding by section, reference and field, wherever it was in the returned workbook.
 *
 * @returns undefined when it concerns no sheet, or an answer that is no longer asked for.
 */
export function locateCorrection(layout: Layout, finding: RecordedFinding): Correction | undefined {
  const { place } = finding;
  if (place.sheet === undefined) return undefined;
  const sheets = [...layout.items, ...layout.entries];
  const sheet =
    sheets.find(({ section }) => section.key === place.section) ?? sheets.find(({ name }) => name === place.sheet);
  if (place.section !== undefined && sheet === undefined) return undefined;
  const answer = sheet === undefined ? undefined : answerIn(layout.words, sheet, place);
  if (answer !== undefined && sheet !== undefined) return { finding, sheet: sheet.name, ...answer };
  // Rows for entries come and go, but a missing question was withdrawn.
  if (place.field !== undefined && sheet?.section.shape !== 'entries') return undefined;
  return { finding, sheet: sheet?.name ?? place.sheet, about: aboutNoAnswer(layout.words, place) };
}

function answerIn(
  { corrections }: Words,
  sheet: ItemsSheet | EntriesSheet,
  { key, field }: Place,
): Pick<Correction, 'about' | 'cell'> | undefined {
  const { section, columns } = sheet;
  const column = columns.find(({ content }) => content.is === 'field' && content.field.key === field)?.column;
  if (key === undefined || field === undefined || column === undefined) return undefined;
  const { heading } = fieldOf(section, field);
  if (isOfItems(sheet)) {
    const row = sheet.rows.find(({ item }) => item.key === key)?.row;
    return row === undefined
      ? undefined
      : { about: corrections.answer(key, heading), cell: { row, column, name: answerName(key, field) } };
  }
  const entry = Number(key);
  const row = sheet.rows[entry - 1];
  return row === undefined
    ? undefined
    : {
        about: corrections.entryAnswer(sheet.section.entry, entry, heading),
        cell: { row, column, name: entryName(section.key, entry, field) },
      };
}

const isOfItems = (sheet: ItemsSheet | EntriesSheet): sheet is ItemsSheet => sheet.section.shape === 'items';

function aboutNoAnswer({ corrections, sheets }: Words, { sheet, cell, key }: Place): string {
  if (cell !== undefined) return corrections.cell(cell);
  if (key !== undefined) return key;
  return sheet === sheets.checklist ? corrections.wholeWorkbook : corrections.wholeSheet;
}
