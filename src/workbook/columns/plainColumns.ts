import type { Section } from '../../instrument/model/schema.ts';
import { factFieldsOf } from '../../instrument/model/traverse.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Words } from '../../words/words.ts';
import type { ColumnContent, Draft } from './column.ts';

/** A column of one width, whatever is in it. */
export const fixedColumn = (heading: string, width: number, content: ColumnContent): Draft => ({
  ...{ heading, content, isSeen: true },
  ...{ min: width, max: width, texts: [] },
});

/** The facts that the cells of a row have from the beginning are listed beside them, and stay there when a cell is changed. */
export const givenColumn = ({ sections }: Words, section: Section): readonly Draft[] =>
  factFieldsOf(section).length === 0 ? [] : [fixedColumn(sections.given, givenWidth, { is: 'given' })];

const givenWidth = 24;

/** References are bold and indented, and would be broken into two lines. */
export const referenceWidth = (references: readonly string[]): number =>
  Math.max(6, ...references.map((reference) => Math.ceil(lineWidth(reference, textSize) * boldness)));

/** The width of a column in which no word of its heading is broken. */
export const longestWord = (heading: string): number =>
  Math.max(...heading.split(' ').map((word) => Math.ceil(lineWidth(word, textSize) * boldness + 1)));

/** The size of the font of texts, in points. */
export const textSize = 10;

/** How much wider bold texts are. */
export const boldness = 1.08;

/** What people answer on average. */
export const typicalAnswer = 'Minutes of the steering group, and the report to the board. '.repeat(2);
