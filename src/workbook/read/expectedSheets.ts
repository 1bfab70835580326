import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import {
  conditionsOn,
  fieldsIn,
  fieldsOfItem,
  figureOf,
  hasOptionalItems,
  type ItemInContext,
  isConditional,
  jumpsOn,
} from '../../instrument/model/traverse.ts';
import { tidyText } from '../../response/tidyText.ts';
import { conditionTexts, describeConditions } from '../../scoring/conditions/describeConditions.ts';
import type { Words } from '../../words/words.ts';
import { lastFigureHeading } from '../columns/column.ts';
import { guidanceText, questionText, suggestionsText } from '../columns/itemTexts.ts';
import { type ExpectedRow, type ExpectedSheet, earlierColumns, type SetAside } from '../layout/expectedSheet.ts';
import { answerName, type EntriesSheet, entryName, type ItemsSheet } from '../layout/layout.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { sectionLinks } from '../layout/sectionLinks.ts';

/** The sheets of an instrument as the reader looks for them. */
export interface Expected {
  /** Names of all sheets, in small letters. */
  readonly known: ReadonlySet<string>;
  readonly items: readonly { readonly sheet: ItemsSheet; readonly expected: ExpectedSheet }[];
  readonly entries: readonly { readonly sheet: EntriesSheet; readonly expected: ExpectedSheet }[];
}

/** Definitions are immutable, and all returns of a round are searched for the same. */
const expectedByInstrument = new WeakMap<Instrument, Map<Words, Expected>>();

export function expectedOf(instrument: Instrument, words: Words): Expected {
  const known = expectedByInstrument.get(instrument) ?? new Map<Words, Expected>();
  const expected = known.get(words) ?? expectedBy(instrument, words);
  expectedByInstrument.set(instrument, known.set(words, expected));
  return expected;
}

function expectedBy(instrument: Instrument, words: Words): Expected {
  const layout = layoutOf(instrument, { lastRound: false, words });
  const { items, entries, references } = layout;
  const linksOn = ({ name }: ItemsSheet | EntriesSheet): readonly string[] =>
    sectionLinks(layout, name).map(({ text }) => text);
  const names = [...Object.values(words.sheets), ...[...items, ...entries, ...references].map(({ name }) => name)];
  const namesBeside = (sheet: ItemsSheet): ReadonlySet<string> =>
    new Set(items.filter((other) => other !== sheet).map(({ name }) => name.toLowerCase()));
  return {
    known: new Set(names.map((name) => name.toLowerCase())),
    items: items.map((sheet) => ({
      sheet,
      expected: expectedItems(words, instrument, sheet, namesBeside(sheet), linksOn(sheet)),
    })),
    entries: entries.map((sheet) => ({
      sheet,
      expected: expectedEntries(words, instrument, sheet, linksOn(sheet)),
    })),
  };
}

/** Numbers of the last round, as cells hold them. */
const figures = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;

/** What was given says so after the heading of a field; what is typed over it does not. */
function givenColumn({ sections }: Words, section: Section): SetAside {
  const headings = fieldsIn(section).map(({ heading }) => tidyText(heading).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { heading: sections.given, texts: new RegExp(`^(?:${headings.join('|')}): `) };
}

function expectedItems(
  words: Words,
  instrument: Instrument,
  { name, section, rows, columns }: ItemsSheet,
  siblings: ReadonlySet<string>,
  links: readonly string[],
): ExpectedSheet {
  const conditions = isConditional(section) || hasOptionalItems(section);
  return {
    name,
    section: section.key,
    titles: tidySet([name, `${section.key} ${section.title}`]),
    headings: columns.map(({ heading }) => heading),
    setAside: [
      ...earlierColumns(words),
      givenColumn(words, section),
      ...jumpsOn(section).map(({ figure }) => ({
        heading: tidyText(lastFigureHeading(words, figureOf(section, figure))),
        texts: figures,
      })),
    ],
    fields: fieldsIn(section),
    rows: rows.map(({ activity, item }) => ({
      reference: item.key,
      texts: [item.question, questionText(section, { activity, item })],
      nameOf: namesOf(fieldsIn(section), (field) => answerName(item.key, field)),
      ...(item.fields === undefined && fieldsIn(section) === section.fields
        ? {}
        : { fields: new Set(fieldsOfItem({ section, item }).map(({ key }) => key)) }),
    })),
    printed: tidySet([
      ...links,
      ...conditionTexts(instrument, section, words),
      ...columns.map(({ heading }) => heading),
      ...rows.flatMap(({ activity, item }) => [
        // Earlier versions showed the activity in a column of its own.
        activity.title,
        item.question,
        questionText(section, { activity, item }),
        ...(conditions ? askedTexts(instrument, { section, activity, item }, words) : []),
        ...item.criteria.map(({ text }) => text),
        guidanceText(item),
        suggestionsText(item),
      ]),
    ]),
    siblings,
    takesMoreRows: false,
  };
}

/** What may be said of whether a question is to be answered. */
const askedTexts = (instrument: Instrument, item: ItemInContext, words: Words): readonly string[] => [
  ...[words.sections.isAsked, words.sections.isOptional],
  describeConditions(instrument, conditionsOn(item), words),
];

function expectedEntries(
  words: Words,
  instrument: Instrument,
  { name, section, rows, columns }: EntriesSheet,
  links: readonly string[],
): ExpectedSheet {
  return {
    name,
    section: section.key,
    titles: tidySet([section.shortTitle, section.title]),
    headings: columns.map(({ heading }) => heading),
    setAside: [givenColumn(words, section)],
    fields: section.fields,
    rows: rows.map((_row, index) => ({
      reference: String(index + 1),
      nameOf: namesOf(section.fields, (field) => entryName(section.key, index + 1, field)),
    })),
    printed: tidySet([
      ...links,
      ...conditionTexts(instrument, section, words),
      ...columns.map(({ heading }) => heading),
    ]),
    // Rows of several such sections have the same numbers, and prove nothing.
    siblings: new Set(),
    takesMoreRows: true,
  };
}

function namesOf(fields: readonly Field[], nameOf: (field: string) => string): ExpectedRow['nameOf'] {
  const names = new Map(fields.map(({ key }) => [key, nameOf(key)]));
  return ({ key }) => names.get(key) ?? nameOf(key);
}

const tidySet = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(tidyText));
