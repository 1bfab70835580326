import type { EntriesSection, Field, Instrument, ItemsSection } from '../instrument/schema.ts';
import { itemsOfSection, scaleOf, scoreFieldOf } from '../instrument/traverse.ts';
import { type Column, type EntriesSheet, type ItemsSheet, lastRoundHeading } from './layout.ts';

/** Below title, note and marking; items also have a line that says how far they are answered. */
const itemsStatusRow = 4;
const itemsHeaderRow = 5;
const entriesHeaderRow = 4;

export function itemsSheet(
  instrument: Instrument,
  section: ItemsSection,
  { lastRound }: { readonly lastRound: boolean },
): ItemsSheet {
  const contents: Omit<Column, 'column'>[] = [
    { heading: 'Ref', width: 6, content: { is: 'reference' } },
    { heading: 'Activity', width: 13, content: { is: 'activity' } },
    { heading: 'Question', width: 23, content: { is: 'question' } },
    ...criterionColumns(instrument, section),
    { heading: 'Suggested evidence', width: 23, content: { is: 'suggestions' } },
    ...(lastRound && scoreFieldOf(section) !== undefined
      ? [{ heading: lastRoundHeading, width: 25, content: { is: 'lastRound' } as const }]
      : []),
    ...section.fields.map(fieldColumn),
  ];
  return {
    name: `${section.key} ${section.shortTitle}`,
    section,
    statusRow: itemsStatusRow,
    headerRow: itemsHeaderRow,
    columns: contents.map((content, index) => ({ ...content, column: index + 1 })),
    rows: itemsOfSection(section).map((item, index) => ({ ...item, row: itemsHeaderRow + 1 + index })),
  };
}

/** Widths of the criteria, in characters: on average, and between these bounds. */
const criterionWidth = { average: 25, least: 18, most: 36 } as const;

/** Columns of criteria. Those with longer texts are wider, so that rows stay low. */
function criterionColumns(instrument: Instrument, section: ItemsSection): Omit<Column, 'column'>[] {
  const field = scoreFieldOf(section);
  if (field === undefined) return [];
  const { options } = scaleOf(instrument, field);
  const lengths = options.map(({ level }) => textLength(section, level));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return options.map(({ level, label }, index) => {
    const share = all === 0 ? 1 / options.length : (lengths[index] ?? 0) / all;
    const width = Math.round(share * options.length * criterionWidth.average);
    return {
      heading: `${level} ${label}`,
      width: Math.min(criterionWidth.most, Math.max(criterionWidth.least, width)),
      content: { is: 'criterion', level },
    };
  });
}

/** Characters of all criteria of a level. */
function textLength(section: ItemsSection, level: number): number {
  const criteria = itemsOfSection(section).flatMap(({ item }) => item.criteria);
  return criteria.reduce((sum, criterion) => sum + (criterion.level === level ? criterion.text.length : 0), 0);
}

export function entriesSheet(section: EntriesSection): EntriesSheet {
  const contents: Omit<Column, 'column'>[] = [
    { heading: 'No.', width: 7, content: { is: 'reference' } },
    ...section.fields.map((field) => ({ ...fieldColumn(field), width: 30 })),
  ];
  return {
    name: section.shortTitle,
    section,
    headerRow: entriesHeaderRow,
    columns: contents.map((content, index) => ({ ...content, column: index + 1 })),
    rows: Array.from({ length: section.rows }, (_, index) => entriesHeaderRow + 1 + index),
  };
}

function fieldColumn(field: Field): Omit<Column, 'column'> {
  return { heading: field.heading, width: fieldWidth(field), content: { is: 'field', field } };
}

function fieldWidth(field: Field): number {
  switch (field.kind) {
    case 'score':
      return 25;
    case 'date':
      return 11;
    case 'text':
      return field.purpose === 'lead' ? 13 : 23;
  }
}
