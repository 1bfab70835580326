import { address } from '../../spreadsheet/model/address.ts';
import type { EntriesSheet, ItemsSheet, Layout } from './layout.ts';

/** A link to a cell of another sheet. */
export interface SheetLink {
  readonly text: string;
  readonly sheet: string;
  readonly cell: string;
}

/** The links above the table of a section: to the contents, the checklist, and the sheet that follows. */
export function sectionLinks({ words, items, entries }: Layout, name: string): readonly SheetLink[] {
  const sheets = [...items, ...entries];
  const next = sheets[sheets.findIndex((sheet) => sheet.name === name) + 1];
  return [
    { text: words.sections.contents, sheet: words.sheets.cover, cell: 'A1' },
    { text: words.sections.checklist, sheet: words.sheets.checklist, cell: 'A1' },
    ...(next === undefined ? [] : [{ text: words.sections.next(next.name), sheet: next.name, cell: firstInput(next) }]),
  ];
}

function firstInput({ columns, headerRow }: ItemsSheet | EntriesSheet): string {
  return address(headerRow + 1, columns.find(({ content }) => content.is === 'field')?.column ?? 1);
}
