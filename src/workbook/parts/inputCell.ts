import { optionNumbers, yesNo } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { cellNumber, currencyOf, decimalsOf, describeNumber, numberLimits } from '../../instrument/model/numbers.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { ComputedField, Field, Instrument, ScoreField, Section } from '../../instrument/model/schema.ts';
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
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import { type Content, cellTextLimit } from '../../spreadsheet/plan/content.ts';
import type { PlannedCell, Prompt, Validation } from '../../spreadsheet/plan/sheetPlan.ts';
import type { InputRole } from '../../spreadsheet/style/theme.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type Column, columnOfField, sheetNames } from '../layout/layout.ts';
import { computedFormula } from '../numbers/computedFormula.ts';
import { describeLastEvidence, describeLastNumber } from './describeLastAnswer.ts';
import {
  correctionMessage,
  type InputSubject,
  inputMessage,
  inputTitle,
  longestMessage,
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
}

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
    content: contentOf(content.instrument, field, answer),
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

function contentOf(instrument: Instrument, field: Field, answer: Answer): Content | undefined {
  switch (answer.state) {
    case 'blank':
      return undefined;
    case 'unreadable':
      return answer.text;
    case 'does-not-apply':
      return contentOf(instrument, field, asTyped(answer));
    case 'not-applicable':
      return isScoreField(field) ? field.notApplicable?.label : undefined;
    case 'answered':
      return byKind(contents, field, instrument, answer.value);
  }
}

const contents: ByKind<[instrument: Instrument, value: number | string], Content> = {
  score: (field, instrument, level) => {
    const scale = scaleOf(instrument, field);
    const option = scale.options.find((candidate) => candidate.level === level);
    return option === undefined ? level : chosenValue(scale, option);
  },
  text: (_field, _instrument, value) => value,
  date: (_field, _instrument, day) => new Date(`${day}T00:00:00Z`),
  choice: (_field, _instrument, value) => value,
  'yes-no': (_field, _instrument, value) => value,
  link: (_field, _instrument, value) => value,
  choices: (field, _instrument, value) => optionNumbers(field, value),
  number: (field, _instrument, value) => (typeof value === 'number' ? cellNumber(field, value) : value),
  computed: (field, _instrument, value) => (typeof value === 'number' ? cellNumber(field, value) : value),
};

/** The number format of the cells of a field: thousands, its decimals, and the sign of money or percent. */
function numberFormat(field: FigureField): string {
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
  { section, subject, row, column }: InputPlace,
  wrong: string | undefined,
): Validation {
  return {
    prompt: {
      title: inputTitle(field.heading, subject),
      ...(wrong === undefined ? messageFor(content, field, subject) : { text: correctionMessage(wrong) }),
    },
    ...byKind(rules, field, content, section.key, address(row, column)),
  };
}

/** What the partner wrote as evidence in the last round, or gave as a number, comes before what is asked for. */
function messageFor(
  { instrument, lastRound }: WorkbookContent,
  field: Field,
  { reference, entry }: InputSubject,
): Omit<Prompt, 'title'> {
  const text = inputMessage(instrument, field);
  if (lastRound === undefined || entry !== undefined) return { text };
  if (isFigureField(field)) {
    return { text: messageWithLast(describeLastNumber(lastRound, reference, field), text), isOwn: true };
  }
  if (purposeOf(field) !== 'evidence') return { text };
  return { text: messageWithLast(describeLastEvidence(lastRound, reference), text), isOwn: true };
}

const notInList = 'Not one of the answers';

/** What may be entered in the cells of a field. */
const rules: ByKind<[content: WorkbookContent, section: string, cell: string], Omit<Validation, 'prompt'>> = {
  score: (field, { instrument, layout }) => {
    const list = listOf(layout, field.scale);
    return {
      rule: { is: 'list', range: sheetColumn(sheetNames.lists, list.column, list.firstRow, lastListRow(list)) },
      refusal: { title: notInList, text: refusal(allowedAnswers(instrument, field)) },
    };
  },
  // A rule that excludes nothing carries the prompt: this is the maximum length of a cell's text.
  text: () => ({ rule: { is: 'text', maxLength: cellTextLimit } }),
  date: () => ({
    rule: { is: 'date', from: firstDay },
    refusal: {
      title: 'Not a date',
      text: 'Enter a day, month and year, as in 31/03/2027, or clear the cell.',
    },
  }),
  // The cell is locked: the rule carries the prompt.
  computed: () => ({ rule: { is: 'text', maxLength: cellTextLimit } }),
  'yes-no': () => ({
    rule: { is: 'list', range: `"${yesNo.join(',')}"` },
    refusal: { title: notInList, text: refusal(yesNo) },
  }),
  link: (_field, _content, _section, cell) => ({
    rule: { is: 'formula', formula: isAddressFormula(cell) },
    refusal: {
      title: 'Not a web address',
      text: 'Enter one whole address that begins with https:// or http://, or clear the cell.',
    },
  }),
  choices: (field, _content, _section, cell) => ({
    rule: { is: 'formula', formula: areOptionsFormula(field, cell) },
    refusal: {
      title: 'Not numbers of options',
      text: `Enter numbers from 1 to ${field.options.length} with semicolons between, as in 1; 3, or clear the cell.`,
    },
  }),
  number: (field) => {
    const { least, greatest } = numberLimits(field);
    return {
      rule: {
        is: field.as === 'integer' ? 'whole' : 'decimal',
        least: cellNumber(field, least),
        greatest: cellNumber(field, greatest),
      },
      refusal: {
        title: field.as === 'integer' ? 'Not a whole number' : 'Not a number',
        text: `Enter ${describeNumber(field)}, in figures and without words, or clear the cell.`,
      },
    };
  },
  choice: ({ key, options }, { layout }, section) => {
    const { column, firstRow } = choiceOf(layout, section, key);
    return {
      rule: { is: 'list', range: sheetColumn(sheetNames.lists, column, firstRow, firstRow + options.length - 1) },
      refusal: { title: notInList, text: refusal(options) },
    };
  },
};

/** Names the allowed answers, if there is room for all of them. */
function refusal(answers: readonly string[]): string {
  const quoted = quoteEach(answers);
  const full = `Choose ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)} from the list, or clear the cell.`;
  return full.length <= longestMessage
    ? full
    : `Choose one of the ${answers.length} answers in the list: click the arrow beside the cell to see them. Or clear the cell.`;
}

function allowedAnswers(instrument: Instrument, field: ScoreField): readonly string[] {
  const scale = scaleOf(instrument, field);
  const levels = scale.options.map((option) => String(chosenValue(scale, option)));
  return field.notApplicable === undefined ? levels : [...levels, field.notApplicable.label];
}
