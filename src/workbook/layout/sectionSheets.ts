import { columnHeading } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { decimalsOf, showNumber } from '../../instrument/model/numbers.ts';
import type {
  EntriesSection,
  Field,
  Instrument,
  ItemsSection,
  ScoreField,
  Section,
} from '../../instrument/model/schema.ts';
import {
  conditionalFields,
  describeOption,
  type FigureField,
  factFieldsOf,
  fieldsIn,
  hasOptionalItems,
  isChosenByLabel,
  isConditional,
  isFigureField,
  isNumberField,
  itemsOfSection,
  jumpsOn,
  scaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { charactersAcross } from '../../spreadsheet/plan/printedPage.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Words } from '../../words/words.ts';
import { balanceWidths, type ColumnNeeds, rowHeight } from './balanceWidths.ts';
import {
  type Column,
  type ColumnContent,
  type EntriesSheet,
  earlierHeading,
  guidanceText,
  type ItemsSheet,
  lastFigureHeading,
  questionContent,
  suggestionsText,
} from './layout.ts';

/** Below title and introduction. */
const linksRow = 3;

/** Columns at least of a sheet with room for links beside the number of answers: a link begins with a column. */
const roomForBoth = 7;

/**
 * Characters of the default font that are seen at once on a laptop of 1366 pixels, at 100 %: 1320 pixels are left of
 * Excel's window, and a character takes 7.
 */
const screen = 188;

/** Font size of the texts, and the smallest in print, in points. */
const [size, smallest] = [10, 9];

/** Characters that fit on a printed page at that size. */
const page = charactersAcross(smallest / size);

/** A column before its place and width are known. */
interface Draft extends ColumnNeeds {
  readonly heading: string;
  readonly content: ColumnContent;
  /** Whether it is to be seen together with the score. Other columns may be off the screen, and have a fixed width. */
  readonly isSeen: boolean;
}

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
    columnBreaks: columnBreaks(columns),
    rows: itemsOfSection(section).map((item, index) => ({ ...item, row: headerRow + 1 + index })),
  };
}

/** Layouts are made again and again, and to balance the widths of columns takes some milliseconds. */
const widened = new WeakMap<ItemsSection, Map<string, readonly Column[]>>();

function itemColumns(
  words: Words,
  instrument: Instrument,
  section: ItemsSection,
  lastRound: boolean,
): readonly Column[] {
  const score = scoreFieldOf(section);
  // The same section may have other scales in another definition, and headings in another language.
  const key = JSON.stringify([
    [words.sections, words.earlier],
    lastRound,
    instrument.reviews,
    score === undefined ? [] : scaleOf(instrument, score).options,
  ]);
  const known = widened.get(section) ?? new Map<string, readonly Column[]>();
  const before = known.get(key);
  if (before !== undefined) return before;
  const drafts = itemDrafts(words, instrument, section, score, lastRound);
  const widths = itemWidths(drafts);
  const columns = drafts.map(({ heading, content, min }, index) => ({
    ...{ heading, content, column: index + 1 },
    width: widths[index] ?? min,
  }));
  known.set(key, columns);
  widened.set(section, known);
  return columns;
}

/** Without criteria, all columns are printed on one page, unless a row would then be too high for the screen. */
function itemWidths(drafts: readonly Draft[]): readonly number[] {
  if (drafts.every(({ content }) => content.is !== 'criterion')) {
    const widths = balanceWidths(drafts, Math.min(screen, page), highestRow);
    const rows = Math.max(...drafts.map(({ texts }) => texts.length));
    const heights = Array.from({ length: rows }, (_, row) => rowHeight(drafts, widths, row));
    if (Math.max(0, ...heights) <= highestRow) return widths;
  }
  const beyond = drafts.reduce((sum, { isSeen, min }) => sum + (isSeen ? 0 : min), 0);
  return balanceWidths(drafts, screen + beyond, highestRow);
}

/** Points: some 40 pixels less than a laptop shows below the lines that stay in view. */
const highestRow = 250;

/** A question with its answer first, so that both stay in view; then what it is scored by, and what else is answered. */
function itemDrafts(
  words: Words,
  instrument: Instrument,
  section: ItemsSection,
  score: ScoreField | undefined,
  showsLast: boolean,
): readonly Draft[] {
  const { sections: headings, earlier } = words;
  const items = itemsOfSection(section);
  const lastRound = showsLast && score !== undefined;
  const compared = new Set(showsLast ? jumpsOn(section).map(({ figure }) => figure) : []);
  const hasCriteria = items.some(({ item }) => item.criteria.length > 0);
  const texts = <T extends Content>(of: (one: (typeof items)[number]) => T): readonly T[] => items.map(of);
  const guidance = texts(({ item }) => guidanceText(item));
  const suggestions = texts(({ item }) => suggestionsText(item));
  return [
    fixedColumn(headings.reference, referenceWidth(items.map(({ item }) => item.key)), { is: 'reference' }),
    ...(isConditional(section) || hasOptionalItems(section)
      ? [fixedColumn(headings.asked, isConditional(section) ? askedWidth.condition : askedWidth.word, { is: 'asked' })]
      : []),
    {
      ...{ heading: headings.question, content: { is: 'question' }, isSeen: true },
      ...{ min: 20, max: 50, role: 'question', texts: texts((one) => questionContent(section, one)) },
    },
    ...(score === undefined
      ? []
      : [fixedColumn(score.heading, scoreWidth(instrument, score, hasCriteria), { is: 'field', field: score })]),
    ...(lastRound ? [fixedColumn(earlierHeading(words, instrument), 10, { is: 'lastRound' })] : []),
    ...(score === undefined || !hasCriteria ? [] : criterionColumns(instrument, score, items)),
    ...(lastRound && instrument.reviews !== undefined ? [selfEvidence(earlier.selfEvidence, items.length)] : []),
    ...givenColumn(words, section),
    ...fieldsIn(section)
      .filter((field) => field !== score)
      .flatMap((field): readonly Draft[] => [
        {
          heading: columnHeading(field),
          content: { is: 'field', field },
          isSeen: true,
          ...withCondition(field, fieldNeeds(field, items.length, hasCriteria)),
        },
        ...(isFigureField(field) && compared.has(field.key) ? [lastFigure(words, field)] : []),
      ]),
    ...helpColumn(guidance, section.guidanceHeading ?? headings.guidance, { is: 'guidance' }, hasCriteria),
    ...helpColumn(suggestions, headings.suggestions, { is: 'suggestions' }, hasCriteria),
  ];
}

/** Of the column that says whether a question is to be answered. */
const askedWidth = { condition: 16, word: 13 } as const;

/** A condition above a field's column then takes three lines, as a rule: the line stays in view. */
const conditionWidth = 18;

/** The bounds of a field's column, with room for its condition. */
function withCondition<Bounds extends { readonly min: number; readonly max: number }>(
  { onlyIf }: Field,
  bounds: Bounds,
): Bounds {
  const { min, max } = bounds;
  return onlyIf === undefined
    ? bounds
    : { ...bounds, min: Math.max(min, conditionWidth), max: Math.max(max, conditionWidth) };
}

const lastFigure = (words: Words, field: FigureField): Draft =>
  fixedColumn(lastFigureHeading(words, field), numberBounds(field).max, { is: 'lastFigure', field });

/** The facts that the cells of a row have from the beginning are listed beside them, and stay there when a cell is changed. */
const givenColumn = ({ sections }: Words, section: Section): readonly Draft[] =>
  factFieldsOf(section).length === 0 ? [] : [fixedColumn(sections.given, givenWidth, { is: 'given' })];
const givenWidth = 24;

const selfEvidence = (heading: string, rows: number): Draft => ({
  ...{ heading, content: { is: 'lastEvidence' }, isSeen: true },
  ...{ min: 24, max: 40, texts: Array.from({ length: rows }, () => typicalAnswer) },
});

const fixedColumn = (heading: string, width: number, content: ColumnContent): Draft => ({
  ...{ heading, content, isSeen: true },
  ...{ min: width, max: width, texts: [] },
});

/** References are bold and indented, and would be broken into two lines. */
const referenceWidth = (references: readonly string[]): number =>
  Math.max(6, ...references.map((reference) => Math.ceil(lineWidth(reference, size) * boldness)));

/** Wide enough for a large figure, a figure with its meaning, or the longest word of a label; and for its heading. */
function scoreWidth(instrument: Instrument, field: ScoreField, hasCriteria: boolean): number {
  const scale = scaleOf(instrument, field);
  const words = isChosenByLabel(scale)
    ? scale.options.flatMap(({ label }) => label.split(' ')).map((word) => lineWidth(word, scoreSizes.label) * boldness)
    : scale.options.map((option) =>
        hasCriteria
          ? 0
          : Math.min(longestMeaning, lineWidth(describeOption(scale, option), scoreSizes.level) * boldness + 1),
      );
  return Math.ceil(Math.max(8, ...words, longestWord(columnHeading(field))));
}

/** The width of a column in which no word of its heading is broken. */
const longestWord = (heading: string): number =>
  Math.max(...heading.split(' ').map((word) => Math.ceil(lineWidth(word, size) * boldness + 1)));

/** In points. */
const scoreSizes = { label: 12, level: 11 } as const;
/** Longer ones shrink. */
const longestMeaning = 15;
const boldness = 1.08;

function criterionColumns(
  instrument: Instrument,
  field: ScoreField,
  items: ItemsSheet['rows'] | ReturnType<typeof itemsOfSection>,
): readonly Draft[] {
  const scale = scaleOf(instrument, field);
  return scale.options.map((option) => ({
    ...{ heading: describeOption(scale, option), content: { is: 'criterion', level: option.level }, isSeen: true },
    ...{ min: 16, max: 50 },
    texts: items.map(({ item }) => item.criteria.find(({ level }) => level === option.level)?.text ?? ''),
  }));
}

/** Where a question has no criteria, it is scored by its guidance. */
function helpColumn(
  texts: readonly string[],
  heading: string,
  content: ColumnContent,
  hasCriteria: boolean,
): readonly Draft[] {
  if (texts.every((text) => text === '')) return [];
  const bounds = hasCriteria ? { min: 48, max: 48 } : { min: 24, max: 90 };
  return [{ heading, content, isSeen: !hasCriteria, texts, ...bounds }];
}

/** What people answer on average. */
const typicalAnswer = 'Minutes of the steering group, and the report to the board. '.repeat(2);

function fieldNeeds(field: Field, rows: number, hasCriteria: boolean): ColumnNeeds {
  const bounds = byKind(fieldBounds, field, hasCriteria);
  return { ...bounds, texts: bounds.min === bounds.max ? [] : Array.from({ length: rows }, () => typicalAnswer) };
}

const fieldBounds: ByKind<[hasCriteria: boolean], { readonly min: number; readonly max: number }> = {
  score: () => ({ min: 12, max: 12 }),
  text: ({ purpose }, hasCriteria) => {
    if (purpose !== 'lead') return { min: purpose === 'action' ? 16 : 18, max: 40 };
    // Room for the word commissioning; beside criteria, fewer questions would be seen at once.
    const width = hasCriteria ? 13 : 14;
    return { min: width, max: width };
  },
  date: () => ({ min: 10, max: 10 }),
  choice: () => ({ min: 14, max: 14 }),
  'yes-no': () => ({ min: 12, max: 12 }),
  link: () => ({ min: 18, max: 30 }),
  choices: () => ({ min: 20, max: 20 }),
  number: (field) => numberBounds(field),
  computed: (field) => numberBounds(field),
};

/**
 * Columns after which a printed page ends, so that texts are printed at 9 points or more. The first page has what is
 * asked, the next one the answers; each of them begins with the columns up to the score.
 */
function columnBreaks(columns: readonly Column[]): readonly number[] {
  const widthOf = (some: readonly Column[]): number => some.reduce((sum, { width }) => sum + width, 0);
  if (widthOf(columns) <= page) return [];
  const titles = columns.slice(0, frozenColumns(columns));
  const lastCriterion = columns.findLast(({ content }) => content.is === 'criterion')?.column;
  const breaks: number[] = [];
  let used = widthOf(titles);
  for (const { column, width } of columns.slice(titles.length)) {
    if (column - 1 === lastCriterion || used + width > page) {
      breaks.push(column - 1);
      used = widthOf(titles);
    }
    used += width;
  }
  return breaks;
}

/** Whether a level is shown with its name: the headings of criteria say what it means, if there are any. */
export const showsWords = ({ columns }: Pick<ItemsSheet, 'columns'>): boolean =>
  columns.every(({ content }) => content.is !== 'criterion');

/** The columns that stay in view: up to the score or, without one, to the question. */
export function frozenColumns(columns: readonly Column[]): number {
  const question = columns.find(({ content }) => content.is === 'question')?.column ?? 0;
  const next = columns[question];
  return next?.content.is === 'field' && next.content.field.kind === 'score' ? question + 1 : question;
}

export function entriesSheet(words: Words, section: EntriesSection): EntriesSheet {
  const { sections } = words;
  const drafts: Draft[] = [
    fixedColumn(sections.entry, referenceWidth([String(section.rows)]), { is: 'reference' }),
    ...section.fields.map((field): Draft => {
      const { min, max } = withCondition(field, byKind(entryBounds, field));
      const word = longestWord(columnHeading(field));
      return {
        ...{ heading: columnHeading(field), content: { is: 'field', field }, isSeen: true },
        ...{ min: Math.max(min, word), max: Math.max(max, word), texts: [typicalAnswer] },
      };
    }),
    ...givenColumn(words, section),
  ];
  const widths = asWideAs(section.introduction, drafts, balanceWidths(drafts, Math.min(screen, page), highestRow));
  const askedRow = section.onlyIf === undefined ? undefined : linksRow + 1;
  const fieldsRow = conditionalFields(section).length === 0 ? undefined : (askedRow ?? linksRow) + 1;
  const headerRow = (fieldsRow ?? askedRow ?? linksRow) + 1;
  return {
    name: section.shortTitle,
    section,
    ...{ linksRow, headerRow },
    ...(askedRow === undefined ? {} : { askedRow }),
    ...(fieldsRow === undefined ? {} : { fieldsRow }),
    columns: drafts.map(({ heading, content, min }, index) => ({
      heading,
      content,
      column: index + 1,
      width: widths[index] ?? min,
    })),
    rows: Array.from({ length: section.rows }, (_, index) => headerRow + 1 + index),
  };
}

/** Widens columns of texts, evenly, to the width of the introduction above them, within the page. */
function asWideAs(introduction: string, columns: readonly Draft[], widths: readonly number[]): readonly number[] {
  const wanted = Math.min(page, lineWidth(introduction, introductionSize));
  const lacking = wanted - widths.reduce((sum, width) => sum + width, 0);
  const texts = columns.filter(({ min, max }) => min < max).length;
  return lacking <= 0
    ? widths
    : widths.map((width, index) => {
        const column = columns[index];
        return column !== undefined && column.min < column.max ? width + Math.ceil(lacking / texts) : width;
      });
}

/** In points. */
const introductionSize = 11;

const entryBounds: ByKind<[], { readonly min: number; readonly max: number }> = {
  score: () => ({ min: 12, max: 12 }),
  text: ({ brief, purpose }) =>
    brief === true ? { min: 10, max: 10 } : { min: purpose === 'lead' ? 14 : 16, max: 36 },
  date: () => ({ min: 12, max: 12 }),
  choice: () => ({ min: 13, max: 22 }),
  'yes-no': () => ({ min: 12, max: 12 }),
  link: () => ({ min: 18, max: 30 }),
  choices: () => ({ min: 20, max: 20 }),
  number: (field) => numberBounds(field),
  computed: (field) => numberBounds(field),
};

/** Room for the greatest number that is allowed, with thousands; a narrower cell shows # only. */
function numberBounds(field: FigureField): { readonly min: number; readonly max: number } {
  const { least = 0, greatest = usualGreatest } = isNumberField(field) ? field : {};
  const longest = Math.max(...[least, greatest].map((limit) => showNumber(field, Math.trunc(limit)).length));
  const decimals = decimalsOf(field);
  const width = Math.min(22, Math.max(12, longest + (decimals === 0 ? 0 : decimals + 1) + 2));
  return { min: width, max: width };
}

/** A number for which there is room if the field has no limit. */
const usualGreatest = 999_999_999;
