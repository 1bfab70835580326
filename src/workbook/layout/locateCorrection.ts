import type { Finding, Place } from '../../finding.ts';
import { fieldOf } from '../../instrument/model/traverse.ts';
import { answerName, type EntriesSheet, entryName, type ItemsSheet, type Layout, sheetNames } from './layout.ts';

/** Something that a partner is asked to look at, where it stands in a fresh workbook. */
export interface Correction {
  readonly finding: Finding;
  /** Name of the sheet. */
  readonly sheet: string;
  /** What it is about, as people say it: `1.2.3 Score`, `participant 4: Role`. */
  readonly about: string;
  /** Absent when it is about no answer, but about a sheet or more. */
  readonly cell?: { readonly row: number; readonly column: number; readonly name: string };
}

/**
 * Finds by section, reference and field what a finding is about, wherever it stood in the workbook that came back.
 *
 * @returns undefined when it is about no sheet, or about an answer that is asked for no more.
 */
export function locateCorrection(layout: Layout, finding: Finding): Correction | undefined {
  const { place } = finding;
  if (place.sheet === undefined) return undefined;
  const sheets = [...layout.items, ...layout.entries];
  const sheet =
    sheets.find(({ section }) => section.key === place.section) ?? sheets.find(({ name }) => name === place.sheet);
  if (place.section !== undefined && sheet === undefined) return undefined;
  const answer = sheet === undefined ? undefined : answerIn(sheet, place);
  if (answer !== undefined && sheet !== undefined) return { finding, sheet: sheet.name, ...answer };
  // Rows for entries come and go, and a question that is gone was withdrawn.
  if (place.field !== undefined && sheet?.section.shape !== 'entries') return undefined;
  return { finding, sheet: sheet?.name ?? place.sheet, about: aboutNoAnswer(place) };
}

function answerIn(
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
      : { about: `${key} ${heading}`, cell: { row, column, name: answerName(key, field) } };
  }
  const entry = Number(key);
  const row = sheet.rows[entry - 1];
  return row === undefined
    ? undefined
    : {
        about: `${sheet.section.entry} ${entry}: ${heading}`,
        cell: { row, column, name: entryName(section.key, entry, field) },
      };
}

const isOfItems = (sheet: ItemsSheet | EntriesSheet): sheet is ItemsSheet => sheet.section.shape === 'items';

function aboutNoAnswer({ sheet, cell, key }: Place): string {
  if (cell !== undefined) return `Cell ${cell} of the workbook that came back`;
  if (key !== undefined) return key;
  return sheet === sheetNames.checklist ? 'The whole workbook' : 'The whole sheet';
}
