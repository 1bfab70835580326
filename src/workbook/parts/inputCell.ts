import { optionNumbers, yesNoWord } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { cellNumber, currencyOf, decimalsOf, describeNumber, numberLimits } from '../../instrument/model/numbers.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { ComputedField, Field, Given, Instrument, ScoreField, Section } from '../../instrument/model/schema.ts';
import {
  chosenValue,
  type FigureField,
  isChosenByLabel,
  isComputedField,
  isFigureField,
  isNumberField,
  isScoreField,
  purposeOf,
  scaleOf,
} from '../../instrument/model/traverse.ts';
import { type Answer, asTyped, typedValue } from '../../response/response.ts';
import { asGiven } from '../../scoring/conditions/askedBy.ts';
import { type FactPlace, factIn, noFacts } from '../../scoring/plans/givenFacts.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import { type Content, cellTextLimit } from '../../spreadsheet/plan/content.ts';
import type { PlannedCell, Prompt, Validation } from '../../spreadsheet/plan/sheetPlan.ts';
import type { InputRole } from '../../spreadsheet/style/theme.ts';
import type { Words } from '../../words/words.ts';
import { type Column, columnOfField } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { computedFormula } from '../numbers/computedFormula.ts';
import { describeFact, describeLastEvidence, describeLastNumber } from './describeLastAnswer.ts';
import {
  correctionMessage,
  type InputSubject,
  inputMessage,
  inputTitle,
  longestMessage,
  messageWithFact,
  messageWithLast,
} from './inputMessage.ts';
import { areOptionsFormula, choiceOf, isAddressFormula, lastListRow, listOf } from './listCells.ts';

export interface InputPlace {
  readonly section: Section;
  readonly row: number;
  readonly column: number;
  /** Defined name of the cell. */
  readonly name: string;
  readonly subject: InputSubject;
  /** Whether a level is shown with its name: nothing beside it says what it means. */
  readonly hasWords: boolean;
  /** The columns of the sheet. */
  readonly columns: readonly Column[];
  /** From where the fact is that the cell may have. */
  readonly source: Given | undefined;
}

const factPlace = ({ section, subject: { reference, entry } }: InputPlace): FactPlace =>
  entry === undefined ? { item: reference } : { section: section.key, entry: Number(reference) };

/** A cell that the partner fills in: unlocked, named, explained and validated, with the answer if known. A computed figure is locked. */
export function inputCell(content: WorkbookContent, field: Field, answer: Answer, place: InputPlace): PlannedCell {
  return isComputedField(field)
    ? computedCell(content, field, answer, place)
    : givenCell(content, field, answer, place);
}

/** Its formula is the same in all workbooks, and its result follows from the answers. */
function computedCell(content: WorkbookContent, field: ComputedField, answer: Answer, place: InputPlace): PlannedCell {
  const { section, row, column, name, columns } = place;
  const value = typedValue(asTyped(answer));
  return {
    ...{ row, column, name },
    numberFormat: numberFormat(field),
    content: {
      formula: computedFormula(content.layout, section, field, (key) => address(row, columnOfField(columns, key))),
      result: typeof value === 'number' ? cellNumber(field, value) : '',
    },
    role: 'computed',
    origin: 'answer',
    validation: validationOf(content, field, place, undefined),
  };
}

function givenCell(content: WorkbookContent, field: Field, answer: Answer, place: InputPlace): PlannedCell {
  const { row, column, name, hasWords } = place;
  const role = byKind(roles, field, content.instrument, hasWords);
  const wrong = content.marked.get(name);
  const format = isNumberField(field) ? numberFormat(field) : undefined;
  return {
    ...{ row, column, name },
    ...(format === undefined ? {} : { numberFormat: format }),
    content: contentOf(content, field, answer),
    role: wrong === undefined ? role : `${role}Marked`,
    origin: 'answer',
    validation: validationOf(content, field, place, wrong),
  };
}

const roles: ByKind<[instrument: Instrument, hasWords: boolean], InputRole> = {
  score: (field, instrument, hasWords) => {
    if (isChosenByLabel(scaleOf(instrument, field))) return 'inputLabel';
    return hasWords ? 'inputLevel' : 'inputScore';
  },
  text: () => 'input',
  date: () => 'inputDate',
  choice: () => 'input',
  'yes-no': () => 'inputLabel',
  link: () => 'input',
  choices: () => 'input',
  number: () => 'inputNumber',
  computed: () => 'inputNumber',
};

function contentOf(content: WorkbookContent, field: Field, answer: Answer): Content | undefined {
  switch (answer.state) {
    case 'blank':
      return undefined;
    case 'unreadable':
      return answer.text;
    case 'does-not-apply':
      return contentOf(content, field, asGiven(content.instrument, field, answer));
    case 'not-applicable':
      return isScoreField(field) ? field.notApplicable?.label : undefined;
    case 'answered':
      return byKind(contents, field, content, answer.value);
  }
}

const contents: ByKind<[content: WorkbookContent, value: number | string], Content> = {
  score: (field, { instrument }, level) => {
    const scale = scaleOf(instrument, field);
    const option = scale.options.find((candidate) => candidate.level === level);
    return option === undefined ? level : chosenValue(scale, option);
  },
  text: (_field, _content, value) => value,
  date: (_field, _content, day) => new Date(`${day}T00:00:00Z`),
  choice: (_field, _content, value) => value,
  'yes-no': (_field, { words }, value) => yesNoWord(words.cells, value),
  link: (_field, _content, value) => value,
  choices: (field, _content, value) => optionNumbers(field, value),
  number: (field, _content, value) => (typeof value === 'number' ? cellNumber(field, value) : value),
  computed: (field, _content, value) => (typeof value === 'number' ? cellNumber(field, value) : value),
};

/** The number format of the cells of a field: thousands, its decimals, and the sign of money or percent. */
export function numberFormat(field: FigureField): string {
  const decimals = decimalsOf(field);
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  if (field.as === 'percentage') return `0${places}%`;
  const sign = currencyOf(field);
  const figures = `#,##0${places}`;
  if (sign === undefined) return figures;
  const before = `"${sign.replaceAll('"', '')}"`;
  return `${before}${figures};-${before}${figures}`;
}

/** Earliest day that a date field accepts. */
const firstDay = new Date(Date.UTC(2000, 0, 1));

function validationOf(
  content: WorkbookContent,
  field: Field,
  place: InputPlace,
  wrong: string | undefined,
): Validation {
  const { section, subject, row, column } = place;
  return {
    prompt: {
      title: inputTitle(field.heading, subject),
      ...(wrong === undefined ? messageFor(content, field, place) : { text: correctionMessage(content.words, wrong) }),
    },
    ...byKind(rules, field, content, section.key, address(row, column)),
  };
}

/** What is known already comes before what is asked for: a fact that is given, and what the partner answered in the last round. */
function messageFor(content: WorkbookContent, field: Field, place: InputPlace): Omit<Prompt, 'title'> {
  const { words, instrument, given = noFacts } = content;
  const { subject, source } = place;
  const before = source?.from === 'last-round' ? undefined : lastAnswer(content, field, subject);
  const message = messageWithLast(before?.text, inputMessage(words, instrument, field));
  if (source === undefined) return before === undefined ? { text: message } : { text: message, isOwn: true };
  const fact = factIn(given, factPlace(place), field.key);
  const text = fact === undefined ? message : messageWithFact(words, describeFact(instrument, field, fact), message);
  return { text, isOwn: true };
}

/** Undefined for a field of which nothing is shown; without text where the partner gave none. */
function lastAnswer(
  { words, lastRound }: WorkbookContent,
  field: Field,
  { reference, entry }: InputSubject,
): { readonly text: string | undefined } | undefined {
  if (lastRound === undefined || entry !== undefined) return undefined;
  if (isFigureField(field)) return { text: describeLastNumber(words, lastRound, reference, field) };
  return purposeOf(field) === 'evidence' ? { text: describeLastEvidence(words, lastRound, reference) } : undefined;
}

/** What may be entered in the cells of a field. */
const rules: ByKind<[content: WorkbookContent, section: string, cell: string], Omit<Validation, 'prompt'>> = {
  score: (field, { words, instrument, layout }) => {
    const list = listOf(layout, field.scale);
    return {
      rule: { is: 'list', range: sheetColumn(words.sheets.lists, list.column, list.firstRow, lastListRow(list)) },
      refusal: notInList(words, allowedAnswers(instrument, field)),
    };
  },
  // A rule that excludes nothing carries the prompt: this is the maximum length of a cell's text.
  text: () => ({ rule: { is: 'text', maxLength: cellTextLimit } }),
  date: (_field, { words: { cells } }) => ({
    rule: { is: 'date', from: firstDay },
    refusal: { title: cells.notADate, text: cells.enterDate },
  }),
  // The cell is locked: the rule carries the prompt.
  computed: () => ({ rule: { is: 'text', maxLength: cellTextLimit } }),
  'yes-no': (_field, { words }) => ({
    rule: { is: 'list', range: `"${words.cells.yesNo.join(',')}"` },
    refusal: notInList(words, words.cells.yesNo),
  }),
  link: (_field, { words: { cells } }, _section, cell) => ({
    rule: { is: 'formula', formula: isAddressFormula(cell) },
    refusal: { title: cells.notAnAddress, text: cells.enterAddress },
  }),
  choices: (field, { words: { cells } }, _section, cell) => ({
    rule: { is: 'formula', formula: areOptionsFormula(field, cell) },
    refusal: { title: cells.notOptions, text: cells.enterOptions(field.options.length) },
  }),
  number: (field, { words: { cells, numbers } }) => {
    const { least, greatest } = numberLimits(field);
    return {
      rule: {
        is: field.as === 'integer' ? 'whole' : 'decimal',
        least: cellNumber(field, least),
        greatest: cellNumber(field, greatest),
      },
      refusal: {
        title: field.as === 'integer' ? cells.notWhole : cells.notANumber,
        text: cells.enterNumber(describeNumber(field, numbers)),
      },
    };
  },
  choice: ({ key, options }, { words, layout }, section) => {
    const { column, firstRow } = choiceOf(layout, section, key);
    return {
      rule: { is: 'list', range: sheetColumn(words.sheets.lists, column, firstRow, firstRow + options.length - 1) },
      refusal: notInList(words, options),
    };
  },
};

/** Names the allowed answers, if there is room for all of them. */
function notInList({ cells, lists }: Words, answers: readonly string[]): Validation['refusal'] & object {
  const full = cells.choose(lists.or(quoteEach(answers)));
  return {
    title: cells.notAnAnswer,
    text: full.length <= longestMessage ? full : cells.chooseOne(answers.length),
  };
}

function allowedAnswers(instrument: Instrument, field: ScoreField): readonly string[] {
  const scale = scaleOf(instrument, field);
  const levels = scale.options.map((option) => String(chosenValue(scale, option)));
  return field.notApplicable === undefined ? levels : [...levels, field.notApplicable.label];
}
