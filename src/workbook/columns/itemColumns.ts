import { columnHeading } from '../../instrument/model/answerForms.ts';
import { byKind } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, ItemsSection, ScoreField } from '../../instrument/model/schema.ts';
import {
  describeOption,
  type FigureField,
  fieldsIn,
  hasOptionalItems,
  isChosenByLabel,
  isConditional,
  isFigureField,
  itemsOfSection,
  jumpsOn,
  scaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import type { ColumnNeeds } from '../../spreadsheet/plan/balanceWidths.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Words } from '../../words/words.ts';
import {
  type Column,
  type ColumnContent,
  type Draft,
  earlierHeading,
  lastFigureHeading,
  sideBySide,
} from './column.ts';
import { fieldBounds, numberBounds, withCondition } from './fieldBounds.ts';
import { guidanceText, questionContent, suggestionsText } from './itemTexts.ts';
import { boldness, fixedColumn, givenColumn, longestWord, referenceWidth, typicalAnswer } from './plainColumns.ts';

/** A question with its answer first, so that both stay in view; then what it is scored by, and what else is answered. */
export function itemColumns(
  words: Words,
  instrument: Instrument,
  section: ItemsSection,
  showsLast: boolean,
): readonly Column[] {
  const score = scoreFieldOf(section);
  const { sections: headings, earlier } = words;
  const items = itemsOfSection(section);
  const lastRound = showsLast && score !== undefined;
  const compared = new Set(showsLast ? jumpsOn(section).map(({ figure }) => figure) : []);
  const hasCriteria = items.some(({ item }) => item.criteria.length > 0);
  const texts = <T extends Content>(of: (one: (typeof items)[number]) => T): readonly T[] => items.map(of);
  const guidance = texts(({ item }) => guidanceText(item));
  const suggestions = texts(({ item }) => suggestionsText(item));
  return sideBySide([
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
  ]);
}

/** Of the column that says whether a question is to be answered. */
const askedWidth = { condition: 16, word: 13 } as const;

const lastFigure = (words: Words, field: FigureField): Draft =>
  fixedColumn(lastFigureHeading(words, field), numberBounds(field).max, { is: 'lastFigure', field });

const selfEvidence = (heading: string, rows: number): Draft => ({
  ...{ heading, content: { is: 'lastEvidence' }, isSeen: true },
  ...{ min: 24, max: 40, texts: Array.from({ length: rows }, () => typicalAnswer) },
});

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

/** In points. */
const scoreSizes = { label: 12, level: 11 } as const;
/** Longer ones shrink. */
const longestMeaning = 15;

function criterionColumns(
  instrument: Instrument,
  field: ScoreField,
  items: ReturnType<typeof itemsOfSection>,
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

function fieldNeeds(field: Field, rows: number, hasCriteria: boolean): ColumnNeeds {
  const { min, max } = byKind(fieldBounds, field, hasCriteria);
  const word = longestWord(columnHeading(field));
  return {
    ...{ min: Math.max(min, word), max: Math.max(max, word) },
    texts: min === max ? [] : Array.from({ length: rows }, () => typicalAnswer),
  };
}
