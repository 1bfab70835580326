import { columnHeading } from '../../instrument/model/answerForms.ts';
import { byKind } from '../../instrument/model/fieldKinds.ts';
import type { EntriesSection } from '../../instrument/model/schema.ts';
import type { Words } from '../../words/words.ts';
import { type Column, type Draft, sideBySide } from './column.ts';
import { entryBounds, withCondition } from './fieldBounds.ts';
import { fixedColumn, givenColumn, longestWord, referenceWidth, typicalAnswer } from './plainColumns.ts';

/** The number of a row, its fields in their order, and the facts that its cells had from the beginning. */
export const entryColumns = (words: Words, section: EntriesSection): readonly Column[] =>
  sideBySide([
    fixedColumn(words.sections.entry, referenceWidth([String(section.rows)]), { is: 'reference' }),
    ...section.fields.map((field): Draft => {
      const { min, max } = withCondition(field, byKind(entryBounds, field));
      const word = longestWord(columnHeading(field));
      return {
        ...{ heading: columnHeading(field), content: { is: 'field', field }, isSeen: true },
        ...{ min: Math.max(min, word), max: Math.max(max, word), texts: [typicalAnswer] },
      };
    }),
    ...givenColumn(words, section),
  ]);
