import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import type { EntriesSection, Field, Instrument, ItemsSection } from '../../instrument/model/schema.ts';
import { describeOption, itemsOfSection, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { type Column, type EntriesSheet, type ItemsSheet, lastRoundHeading } from './layout.ts';

/** Below title, note and marking; items also have a line with the number of answers. */
const itemsStatusRow = 4;
const itemsHeaderRow = 5;
const entriesHeaderRow = 4;

export function itemsSheet(
  instrument: Instrument,
  section: ItemsSection,
  { lastRound }: { readonly lastRound: boolean },
): ItemsSheet {
  const items = itemsOfSection(section).map(({ item }) => item);
  const hasCriteria = items.some(({ criteria }) => criteria.length > 0);
  const contents: Omit<Column, 'column'>[] = [
    { heading: 'Ref', width: 6, content: { is: 'reference' } },
    ...when(hasActivities(section), { heading: 'Activity', width: 15, content: { is: 'activity' } }),
    { heading: 'Question', width: hasCriteria ? 23 : 40, content: { is: 'question' } },
    ...(hasCriteria ? criterionColumns(instrument, section) : []),
    ...when(
      items.some(({ guidance }) => guidance !== undefined),
      { heading: section.guidanceHeading ?? 'Guidance', width: hasCriteria ? 30 : 50, content: { is: 'guidance' } },
    ),
    ...when(
      items.some(({ evidence }) => evidence.length > 0),
      { heading: 'Suggested evidence', width: 23, content: { is: 'suggestions' } },
    ),
    ...when(lastRound && scoreFieldOf(section) !== undefined, {
      heading: lastRoundHeading,
      width: 25,
      content: { is: 'lastRound' },
    }),
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

/** A single activity with the section's title needs no column. */
const hasActivities = ({ activities, title, shortTitle }: ItemsSection): boolean =>
  activities.length > 1 || activities.some((activity) => activity.title !== title && activity.title !== shortTitle);

const when = (wanted: boolean, column: Omit<Column, 'column'>): Omit<Column, 'column'>[] => (wanted ? [column] : []);

/** Widths of the criteria, in characters: on average, and between these bounds. */
const criterionWidth = { average: 25, min: 18, max: 36 } as const;

/** Columns of criteria. Those with longer texts are wider, so that rows stay low. */
function criterionColumns(instrument: Instrument, section: ItemsSection): Omit<Column, 'column'>[] {
  const field = scoreFieldOf(section);
  if (field === undefined) return [];
  const scale = scaleOf(instrument, field);
  const { options } = scale;
  const lengths = options.map(({ level }) => textLength(section, level));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return options.map((option, index) => {
    const share = all === 0 ? 1 / options.length : (lengths[index] ?? 0) / all;
    const width = Math.round(share * options.length * criterionWidth.average);
    return {
      heading: describeOption(scale, option),
      width: Math.min(criterionWidth.max, Math.max(criterionWidth.min, width)),
      content: { is: 'criterion', level: option.level },
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
    ...section.fields.map((field) => ({ ...fieldColumn(field), width: entryWidth(section, field) })),
  ];
  return {
    name: section.shortTitle,
    section,
    headerRow: entriesHeaderRow,
    columns: contents.map((content, index) => ({ ...content, column: index + 1 })),
    rows: Array.from({ length: section.rows }, (_, index) => entriesHeaderRow + 1 + index),
  };
}

/** The width for an entry's field: with many fields, each has less. */
const entryWidth = ({ fields }: EntriesSection, field: Field): number =>
  fields.length <= 5 ? 30 : byKind(narrowWidths, field);

const narrowWidths: ByKind<[], number> = {
  score: () => 28,
  text: ({ brief }) => (brief === true ? 11 : 28),
  date: () => 12,
  choice: () => 18,
};

function fieldColumn(field: Field): Omit<Column, 'column'> {
  return { heading: field.heading, width: byKind(widths, field), content: { is: 'field', field } };
}

const widths: ByKind<[], number> = {
  score: () => 28,
  text: ({ purpose }) => (purpose === 'lead' ? 17 : 23),
  date: () => 11,
  choice: () => 16,
};
