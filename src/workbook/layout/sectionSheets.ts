import type { EntriesSection, Instrument, ItemsSection } from '../../instrument/model/schema.ts';
import { conditionalFields, itemsOfSection } from '../../instrument/model/traverse.ts';
import type { Words } from '../../words/words.ts';
import { entryColumns } from '../columns/entryColumns.ts';
import { itemColumns } from '../columns/itemColumns.ts';
import type { EntriesSheet, ItemsSheet } from './layout.ts';

/** Below title and introduction. */
const linksRow = 3;

/** Columns at least of a sheet with room for links beside the number of answers: a link begins with a column. */
const roomForBoth = 7;

export function itemsSheet(
  words: Words,
  instrument: Instrument,
  section: ItemsSection,
  { lastRound }: { readonly lastRound: boolean },
): ItemsSheet {
  const columns = itemColumns(words, instrument, section, lastRound);
  const statusRow = columns.length < roomForBoth ? linksRow + 1 : linksRow;
  const fieldsRow = conditionalFields(section).length === 0 ? undefined : statusRow + 1;
  const headerRow = (fieldsRow ?? statusRow) + 1;
  return {
    name: `${section.key} ${section.shortTitle}`,
    section,
    ...{ linksRow, statusRow, headerRow },
    ...(fieldsRow === undefined ? {} : { fieldsRow }),
    columns,
    rows: itemsOfSection(section).map((item, index) => ({ ...item, row: headerRow + 1 + index })),
  };
}

export function entriesSheet(words: Words, section: EntriesSection): EntriesSheet {
  const askedRow = section.onlyIf === undefined ? undefined : linksRow + 1;
  const fieldsRow = conditionalFields(section).length === 0 ? undefined : (askedRow ?? linksRow) + 1;
  const headerRow = (fieldsRow ?? askedRow ?? linksRow) + 1;
  return {
    name: section.shortTitle,
    section,
    ...{ linksRow, headerRow },
    ...(askedRow === undefined ? {} : { askedRow }),
    ...(fieldsRow === undefined ? {} : { fieldsRow }),
    columns: entryColumns(words, section),
    rows: Array.from({ length: section.rows }, (_, index) => headerRow + 1 + index),
  };
}
