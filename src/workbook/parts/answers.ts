import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { type ByKind, byKind } from '../../instrument/model/fieldKinds.ts';
import { quoteEach } from '../../instrument/model/quoteEach.ts';
import type { Field, Instrument, ScoreField } from '../../instrument/model/schema.ts';
import { chosenValue, isChosenByLabel, isScoreField, scaleOf } from '../../instrument/model/traverse.ts';
import type { Answer } from '../../response/response.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { InputRole } from '../../spreadsheet/style/theme.ts';
import { type Content, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type ChoiceColumn, type Layout, type ListColumn, sheetNames } from '../layout/layout.ts';
import { correctionMessage, type InputSubject, inputMessage, inputTitle, longestMessage } from './inputMessage.ts';
import { nameCell } from './names.ts';

export interface AnswerPlace {
  /** Key of the section. */
  readonly section: string;
  readonly row: number;
  readonly column: number;
  /** Defined name of the cell. */
  readonly name: string;
  readonly subject: InputSubject;
}

/** Writes one cell that the partner fills in: unlocked, named, explained and validated, with the answer if known. */
export function writeAnswer(
  workbook: Workbook,
  sheet: Worksheet,
  content: WorkbookContent,
  field: Field,
  answer: Answer,
  place: AnswerPlace,
): void {
  const role = byKind(roles, field, content.instrument);
  const cell = put(
    sheet,
    place.row,
    place.column,
    contentOf(content.instrument, field, answer),
    content.marked.has(place.name) ? `${role}Marked` : role,
  );
  const validation = validationOf(content, field, place);
  const wrong = content.marked.get(place.name);
  cell.dataValidation = wrong === undefined ? validation : { ...validation, prompt: correctionMessage(wrong) };
  nameCell(workbook, sheet.name, place);
}

const roles: ByKind<[instrument: Instrument], InputRole> = {
  // A label chosen from a list is text like any other, and wraps.
  score: (field, instrument) => (isChosenByLabel(scaleOf(instrument, field)) ? 'input' : 'inputScore'),
  text: () => 'input',
  date: () => 'inputDate',
  choice: () => 'input',
};

function contentOf(instrument: Instrument, field: Field, answer: Answer): Content | undefined {
  switch (answer.state) {
    case 'blank':
      return undefined;
    case 'unreadable':
      return answer.text;
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
};

/** Earliest day that a date field accepts. */
const firstDay = new Date(Date.UTC(2000, 0, 1));

function validationOf(content: WorkbookContent, field: Field, place: AnswerPlace): DataValidation {
  const title = inputTitle(field.heading, place.subject);
  const prompt = {
    allowBlank: true,
    showInputMessage: true,
    ...(title === '' ? {} : { promptTitle: title }),
    prompt: inputMessage(content.instrument, field),
    // Is not written. It separates the rules of cells, which exceljs would otherwise join into overlapping ranges if
    // they are equal (`reference/exceljs.md` 2.2).
    cell: place.name,
  };
  return { ...prompt, ...byKind(rules, field, content, place.section) };
}

/** Without `showErrorMessage` Excel would accept anything. */
const stop = { showErrorMessage: true, errorStyle: 'stop' } as const;

const notInList = { ...stop, errorTitle: 'Not one of the answers' } as const;

/** What may be entered in the cells of a field. */
const rules: ByKind<[content: WorkbookContent, section: string], DataValidation> = {
  score: (field, { instrument, layout }) => {
    const list = listOf(layout, field.scale);
    return {
      type: 'list',
      formulae: [sheetColumn(sheetNames.lists, list.column, list.firstRow, lastListRow(list))],
      ...notInList,
      error: refusal(allowedAnswers(instrument, field)),
    };
  },
  // A rule that excludes nothing carries the prompt: this is the maximum length of a cell's text.
  text: () => ({ type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767] }),
  date: () => ({
    type: 'date',
    operator: 'greaterThanOrEqual',
    formulae: [firstDay],
    ...stop,
    errorTitle: 'Not a date',
    error: 'Enter a day, month and year, as in 31/03/2027, or clear the cell.',
  }),
  choice: ({ key, options }, { layout }, section) => {
    const { column, firstRow } = choiceOf(layout, section, key);
    return {
      type: 'list',
      formulae: [sheetColumn(sheetNames.lists, column, firstRow, firstRow + options.length - 1)],
      ...notInList,
      error: refusal(options),
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

/**
 * The list of a scale.
 *
 * @throws Error for an unknown scale, which `defineInstrument` rules out.
 */
export function listOf(layout: Layout, scale: string): ListColumn {
  const list = layout.lists.find((candidate) => candidate.scale.key === scale);
  if (list === undefined) throw new Error(`No list for the scale ${scale}`);
  return list;
}

/**
 * The list of a choice field.
 *
 * @throws Error for a field that is none.
 */
export function choiceOf(layout: Layout, section: string, field: string): ChoiceColumn {
  const choice = layout.choices.find((candidate) => candidate.section === section && candidate.field.key === field);
  if (choice === undefined) throw new Error(`No list for the field ${field} of ${section}`);
  return choice;
}

export const lastLevelRow = (list: ListColumn): number => list.firstRow + list.scale.options.length - 1;
export const lastListRow = (list: ListColumn): number =>
  lastLevelRow(list) + (list.notApplicable === undefined ? 0 : 1);

/** The range of a column of a sheet, as conditional formats name it. */
export const columnRange = (column: number, firstRow: number, lastRow: number): string =>
  `${address(firstRow, column)}:${address(lastRow, column)}`;
