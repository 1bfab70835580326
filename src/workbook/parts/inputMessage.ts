import { numberedOptions } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { describeNumber } from '../../instrument/model/numbers.ts';
import type {
  ChoicesField,
  ComputedField,
  Field,
  Instrument,
  NumberField,
  ScoreField,
} from '../../instrument/model/schema.ts';
import { describeOptions, isChosenByLabel, scaleOf } from '../../instrument/model/traverse.ts';
import { cellText } from '../../spreadsheet/plan/cellText.ts';
import type { Words } from '../../words/words.ts';

/** Excel repairs a file with a longer title (practice T16). */
const longestTitle = 32;

/** Excel repairs a file with a longer input or error message (practice T16). */
export const longestMessage = 255;

/** The row of a cell, as its input message names it. */
export interface InputSubject {
  /** The reference of the question, or the number of the row. */
  readonly reference: string;
  /** Singular name of a row, if the partner adds rows: `participant`. */
  readonly entry?: string;
}

/**
 * The title of a cell's input message, never cut or with a word repeated: `Score 1.2.3`, `Role participant 4`, and
 * `Option (4)` if the heading already names the row. The row is left out if there is no room for it, and the heading if
 * it is too long by itself; empty if neither fits.
 */
export function inputTitle(heading: string, { reference, entry }: InputSubject): string {
  const row = entry === undefined ? reference : `${entry} ${reference}`;
  const full = entry !== undefined && shareWord(heading, entry) ? `${heading} (${reference})` : `${heading} ${row}`;
  return [full, heading, capitalised(row)].find(({ length }) => length <= longestTitle) ?? '';
}

/** The text of a cell's input message, never cut. For a score, the levels in words, and what to enter if both fit. */
export function inputMessage(words: Words, instrument: Instrument, field: Field): string {
  return byKind(messages, field, instrument, words);
}

const messages: ByKind<[instrument: Instrument, words: Words], string> = {
  score: scoreMessage,
  text: ({ prompt }) => prompt,
  date: ({ prompt }) => prompt,
  choice: ({ prompt }) => prompt,
  'yes-no': ({ prompt }) => prompt,
  link: ({ prompt }) => prompt,
  choices: choicesMessage,
  number: numberMessage,
  computed: computedMessage,
};

function computedMessage({ prompt }: ComputedField, _instrument: Instrument, { cells }: Words): string {
  return [`${prompt} ${cells.locked}`, prompt].find(({ length }) => length <= longestMessage) ?? '';
}

function scoreMessage(field: ScoreField, instrument: Instrument, words: Words): string {
  const levels = levelsMessage(words, instrument, field);
  // A list of labels explains the choices by itself; a list of numbers does not.
  const preferred = isChosenByLabel(scaleOf(instrument, field)) ? [field.prompt] : [levels, field.prompt];
  return [`${levels} ${field.prompt}`, ...preferred].find(({ length }) => length <= longestMessage) ?? '';
}

/** What to enter, and what the cell takes if both fit. */
function numberMessage(field: NumberField, _instrument: Instrument, { numbers }: Words): string {
  const both = `${field.prompt} ${numbers.sentence(describeNumber(field, numbers))}`;
  return both.length <= longestMessage ? both : field.prompt;
}

/** How to choose several options, with their numbers if there is room; they are in the heading as well. */
function choicesMessage(field: ChoicesField, _instrument: Instrument, { cells }: Words): string {
  const how = cells.howToChoose;
  const messages = [`${field.prompt} ${how} ${numberedOptions(field)}.`, `${field.prompt} ${how}`];
  return messages.find(({ length }) => length <= longestMessage) ?? how;
}

function levelsMessage({ cells }: Words, instrument: Instrument, field: ScoreField): string {
  const levels = describeOptions(scaleOf(instrument, field)).join('; ');
  const { notApplicable } = field;
  return `${levels}${notApplicable === undefined ? '' : `; ${cells.orNotApplicable(notApplicable.label)}`}.`;
}

/**
 * An input message after the partner's text in an earlier round, which is cut if both do not fit. The message is left out if
 * little of the text would fit beside it.
 */
export function messageWithLast(last: string | undefined, message: string): string {
  if (last === undefined) return message;
  const room = longestMessage - message.length - 1;
  return room < leastOfLast && last.length > room ? cut(last, longestMessage) : `${cut(last, room)} ${message}`;
}

/** An input message after the fact in the cell, which is cut if it is long; without the message if both do not fit. */
export function messageWithFact({ cells }: Words, fact: string, message: string): string {
  const room = longestMessage - cells.given('').length;
  const given = cells.given(cut(fact.replace(/\s+/g, ' '), Math.min(room, longestFact)));
  return given.length + 1 + message.length <= longestMessage ? `${given} ${message}` : given;
}

/** Characters of a fact by which people recognise it: all of it is in the cell. */
const longestFact = 120;

/** Characters of an earlier text by which people remember it. */
const leastOfLast = 120;

const cut = (text: string, room: number): string =>
  cellText(
    text.length <= room
      ? text
      : `${text
          .slice(0, room - 1)
          .toWellFormed()
          .trimEnd()}…`,
  );

/** The input message of a cell that is to be corrected. Text beyond the limit is on the sheet of corrections. */
export function correctionMessage({ cells }: Words, wrong: string): string {
  // Text that looks like Excel's escape of a character, _x0041_, would be escaped itself and exceed the limit.
  const text = cells.toBeCorrected(wrong.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, ' '));
  return cellText(text.length <= longestMessage ? text : shortened(text, ` ${cells.seeCorrections}`));
}

const shortened = (text: string, more: string): string =>
  `${text.slice(0, longestMessage - more.length).replace(/\s+\S*$/, '')}${more}`;

const shareWord = (heading: string, entry: string): boolean => {
  const words = new Set(wordsOf(entry));
  return wordsOf(heading).some((word) => words.has(word));
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
