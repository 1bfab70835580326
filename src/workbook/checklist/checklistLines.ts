import type { EntriesCheck } from '../../scoring/plans/checklist.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import { sheetNotAsked } from '../calculations/askedFields.ts';
import { countFormula } from '../calculations/requirementFormulas.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { EntriesSheet } from '../layout/layout.ts';
import { startedRows } from '../numbers/startedRows.ts';
import { describeRequiredRows, missingAnswerText } from './toDo.ts';

export const columns = { sheet: 1, what: 2, toDo: 3, state: 4, link: 5 } as const;

/** One required thing. What to do and where are empty texts once it is done. */
export interface Line {
  readonly sheet: string;
  readonly what: string;
  readonly toDo: Formula;
  readonly cell: Formula;
  readonly isOpen: boolean;
  /** Conditions under which nothing is needed: each as a formula, whether it holds, and the state then. */
  readonly unless?: readonly { readonly formula: string; readonly holds: boolean; readonly state: string }[];
}

export function lineCells({ checklist: words }: Words, row: number, line: Line): readonly PlannedCell[] {
  const { sheet, what, toDo, cell: place, isOpen } = line;
  const done = `${address(row, columns.toDo)}=""`;
  const link = `HYPERLINK(${quotedText(`#'${sheet}'!`)}&${place.formula},${sentenceFormula(words.goTo, place.formula)})`;
  return [
    cell(row, columns.sheet, sheet, 'text'),
    cell(row, columns.what, what, 'text'),
    resultCell(row, columns.toDo, toDo, 'text'),
    resultCell(row, columns.state, lineState(line, stateFormula(words, done, !isOpen)), 'position'),
    resultCell(
      row,
      columns.link,
      { formula: `IF(${done},"",${link})`, result: isOpen ? words.goTo(String(place.result)) : '' },
      'link',
    ),
  ];
}

const lineState = ({ unless = [] }: Line, needed: Formula): Formula =>
  unless.reduceRight(
    ({ formula, result }, one): Formula => ({
      formula: `IF(${one.formula},${quotedText(one.state)},${formula})`,
      result: one.holds ? one.state : result,
    }),
    needed,
  );

export const stateFormula = (words: Words['checklist'], done: string, isDone: boolean): Formula => ({
  formula: `IF(${done},${quotedText(words.done)},${quotedText(words.open)})`,
  result: isDone ? words.done : words.open,
});

export interface CheckedEntries {
  readonly sheet: EntriesSheet;
  readonly check: EntriesCheck;
}

/** The sheets with rows that partners add, each with what is still open on it. */
export const checkedEntries = ({ layout, checklist }: WorkbookContent): readonly CheckedEntries[] =>
  layout.entries.flatMap((sheet) => {
    const check = checklist.entries.find(({ section }) => section.key === sheet.section.key);
    return check === undefined ? [] : [{ sheet, check }];
  });

/** Whether a sheet has fewer rows than required. */
export const tooFewFormula = (content: WorkbookContent, sheet: EntriesSheet): string =>
  unlessNotAsked(content, sheet, `${startedRows(content.layout, sheet)}<${sheet.section.required}`);

/** Whether something is lacking on a sheet: nothing is while it is not asked. */
function unlessNotAsked({ words }: WorkbookContent, sheet: EntriesSheet, lacking: string): string {
  const notAsked = sheetNotAsked(words, sheet);
  return notAsked === undefined ? lacking : `IF(${notAsked},FALSE,${lacking})`;
}

/** For each answer that a section must have in some row: whether no row has it, and what to do then. */
export function lackingFormulas(
  content: WorkbookContent,
  sheet: EntriesSheet,
): readonly { readonly formula: string; readonly what: string; readonly text: string }[] {
  const { name, section, columns: own, rows } = sheet;
  const [first = 0, last = first] = [rows.at(0), rows.at(-1)];
  return (section.mustInclude ?? []).map((wanted) => {
    const column = own.find((one) => one.content.is === 'field' && one.content.field.key === wanted.field)?.column ?? 1;
    const count = countFormula(content, section, wanted, sheetColumn(name, column, first, last));
    return {
      formula: unlessNotAsked(content, sheet, `IFERROR(${count}=0,TRUE)`),
      what: describeRequiredRows(content, section, wanted),
      text: missingAnswerText(content, section, wanted),
    };
  });
}
