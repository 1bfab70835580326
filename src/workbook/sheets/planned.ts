import type { Workbook, Worksheet } from 'exceljs';
import { namingField } from '../../instrument/namedPart.ts';
import type { Section } from '../../instrument/schema.ts';
import { fieldFor, type ItemInContext, scaleOf, scoreFieldOf } from '../../instrument/traverse.ts';
import { type Answer, typedValue } from '../../response/response.ts';
import { actionPlanOf, givenIn, type PlanLine, targetOf } from '../../scoring/actionPlan.ts';
import { type ActionPurpose, itemOrder, lastPlace, partOrder, unnamedOrder } from '../../scoring/plannedRows.ts';
import { developmentPlaces, scoreOf } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/address.ts';
import { daySerial } from '../../spreadsheet/daySerial.ts';
import { fitRows } from '../../spreadsheet/rowHeight.ts';
import { type Formula, protect, put } from '../../spreadsheet/worksheet.ts';
import { ukTime } from '../../time.ts';
import type { WorkbookContent } from '../content.ts';
import { type CollectedRow, type PlannedNames, scoreColumn, sheetNames } from '../layout.ts';
import { lastLevelRow, listOf } from './answers.ts';
import { levelText, levelWords } from './development.ts';
import { cellsOf } from './openColumns.ts';
import { shortQuestion, stateWords } from './workings.ts';

/** What is wrong with a line of the plan. */
const marks = {
  noAction: 'No action given',
  noLeadOrDate: 'No lead or date',
  noLead: 'No lead',
  noDate: 'No date',
  overdue: 'Date is before the deadline',
  noDay: 'The date cannot be read',
} as const;

/** Gathers every line that the action plan may have, and in which order they come. */
export async function writePlanned(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { headerRow, columns, purposes } = content.layout.planned;
  const sheet = workbook.addWorksheet(sheetNames.planned, { state: 'hidden' });
  [60, ...purposes.map(() => 24), 24, 16, 16, 8, 4, 40, 8, 16, 60].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  put(sheet, 1, 1, 'Planned actions', 'title');
  put(
    sheet,
    2,
    1,
    'What the Action plan shows: one row for each question and for each row of a list of actions, and the order of the lines.',
    'note',
  );
  for (const [heading, column] of [
    ['About', columns.about],
    ...purposes.map((purpose, index) => [purposeHeadings[purpose], columns.firstPurpose + index] as const),
    ['To look at', columns.mark],
    ['Place', columns.base],
    ['Order', columns.order],
    ['Line', columns.shown],
    ['What a row names', columns.name],
    ['No.', columns.nameNumber],
    ['Place', columns.nameBase],
    ['About', columns.nameAbout],
  ] as const)
    put(sheet, headerRow, column, heading, 'header');
  const lines = actionPlanOf(content.instrument, content.response);
  writeItems(sheet, content, lines);
  writeLists(sheet, content, lines);
  writeNames(sheet, content);
  writeOrder(sheet, content, lines);
  fitRows(sheet);
  await protect(sheet);
}

/** How the action plan and its workings call what is said of an action. */
export const purposeHeadings: Readonly<Record<ActionPurpose, string>> = {
  action: 'Action',
  measure: 'Measure',
  resources: 'Resources',
  lead: 'Lead',
  due: 'By when',
  monitoring: 'Monitoring',
};

/** A line as the plan shows it: text, or a day as Excel counts it. */
export interface ShownLine {
  readonly about: string;
  readonly given: Readonly<Record<ActionPurpose, number | string>>;
  readonly mark: string;
}

/** The lines in their order. */
export const shownLines = (content: WorkbookContent): readonly ShownLine[] =>
  actionPlanOf(content.instrument, content.response).map((line) => ({
    about: aboutLine(content, line),
    given: shownGiven(line.given),
    mark: markOf(content, line),
  }));

function shownGiven(given: PlanLine['given']): ShownLine['given'] {
  const text = (answer: Answer): number | string => typedValue(answer) ?? '';
  const { due } = given;
  return {
    action: text(given.action),
    measure: text(given.measure),
    resources: text(given.resources),
    lead: text(given.lead),
    due:
      due.state === 'answered' && /^\d{4}-\d{2}-\d{2}$/.test(String(due.value))
        ? daySerial(String(due.value))
        : text(due),
    monitoring: text(given.monitoring),
  };
}

function aboutLine(content: WorkbookContent, { item, part, entry }: Pick<PlanLine, 'item' | 'part' | 'entry'>): string {
  if (item !== undefined) return aboutItem(content, item);
  if (part !== undefined) return `${part.key} ${part.title}`;
  return entry === undefined ? '' : rowLabel(entry.list.shortTitle, entry.entry);
}

const rowLabel = (list: string, entry: number): string => `${list} ${entry}`;

function aboutItem({ instrument, response }: WorkbookContent, item: ItemInContext): string {
  const field = scoreFieldOf(item.section);
  if (field === undefined) return shortQuestion(item);
  const score = scoreOf(response, item);
  if (score.state === 'answered')
    return `${levelWords(scaleOf(instrument, field), Number(score.value))}: ${shortQuestion(item)}`;
  const state = score.state === 'not-applicable' ? stateWords.notApplicable : stateWords.unanswered;
  return `${state}: ${shortQuestion(item)}`;
}

/** What lines say first, for each question where that is longest. */
export function longestAbouts({ instrument, layout }: WorkbookContent): readonly string[] {
  return layout.planned.items.map((row) => {
    const field = scoreFieldOf(row.section);
    const states = Object.values(stateWords);
    const words =
      field === undefined
        ? []
        : scaleOf(instrument, field).options.map(({ level }) => levelWords(scaleOf(instrument, field), level));
    const longest = [...words, ...states].reduce((long, word) => (word.length > long.length ? word : long), '');
    return `${longest}: ${shortQuestion(row)}`;
  });
}

function markOf(content: WorkbookContent, { section, given, isCovered }: PlanLine): string {
  const { action, lead, due } = shownGiven(given);
  if (action === '') return isCovered ? '' : marks.noAction;
  const dueField = fieldFor(section, 'due');
  const noLead = fieldFor(section, 'lead') !== undefined && lead === '';
  const noDate = dueField !== undefined && due === '';
  if (noLead) return noDate ? marks.noLeadOrDate : marks.noLead;
  if (noDate) return marks.noDate;
  if (dueField?.kind !== 'date') return '';
  if (typeof due !== 'number') return marks.noDay;
  return due < daySerial(deadlineDay(content)) ? marks.overdue : '';
}

/** The day of the deadline on the partners' calendar. */
export const deadlineDay = ({ due }: WorkbookContent): string => ukTime(due).slice(0, 10);

function writeItems(sheet: Worksheet, content: WorkbookContent, lines: readonly PlanLine[]): void {
  const { layout, instrument, response } = content;
  const { items, columns, lists, names } = layout.planned;
  const places = developmentPlaces(instrument, response);
  const shown = new Map(
    lines.flatMap((line) => (line.entry === undefined && line.item !== undefined ? [[line.item.item.key, line]] : [])),
  );
  items.forEach((item, index) => {
    const { row } = item;
    const at = (column: number): string => address(row, column);
    const place = places.get(item.item.key) ?? lastPlace(instrument);
    const listed = shown.get(item.item.key);
    const cellOf = cellsOf(item.items.name, item.items.columns, item.itemRow);
    put(sheet, row, columns.about, itemAbout(content, item), 'text');
    writeGiven(sheet, content, row, item.section, cellOf, givenIn(item.section, response.items.get(item.item.key)));
    put(
      sheet,
      row,
      columns.base,
      { formula: baseFormula(content, item, index), result: itemOrder(place, index) },
      'number',
    );
    const bases = lists.map(({ firstRow, sheet: { rows } }) =>
      sheetColumn(sheetNames.planned, columns.base, firstRow, firstRow + rows.length - 1),
    );
    const countOf = (base: string | number): string =>
      `(${bases.map((range) => `COUNTIF(${range},${base})`).join('+')})`;
    const isNamed = bases.length === 0 ? 'FALSE' : `${countOf(at(columns.base))}>0`;
    const isWeak = `${at(columns.base)}<${itemOrder(lastPlace(instrument), 0)}`;
    const given = anyGiven(content, row);
    put(
      sheet,
      row,
      columns.order,
      {
        formula: `IF(OR(${given},AND(${isWeak},(${isNamed})=FALSE)),${at(columns.base)},"")`,
        result: listed?.order ?? '',
      },
      'number',
    );
    const parts = names.flatMap(({ names: own }) =>
      own.flatMap(({ part }) =>
        part.items.length > 1 && part.items.some((other) => other.item.key === item.item.key)
          ? [partOrder(instrument, part)]
          : [],
      ),
    );
    const covering = [isNamed, ...[...new Set(parts)].map((base) => `${countOf(base)}>0`)];
    put(
      sheet,
      row,
      columns.mark,
      {
        formula: markFormula(content, row, item.section, covering.length === 1 ? isNamed : `OR(${covering.join(',')})`),
        result: listed === undefined ? '' : markOf(content, listed),
      },
      'text',
    );
  });
}

function writeLists(sheet: Worksheet, content: WorkbookContent, lines: readonly PlanLine[]): void {
  const { layout, response, instrument } = content;
  const { lists, columns, names } = layout.planned;
  let before = 0;
  for (const { sheet: list, firstRow } of lists) {
    const { section } = list;
    const known = new Map(response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers] as const));
    const own = names.find((one) => one.list === list);
    list.rows.forEach((ownRow, index) => {
      const row = firstRow + index;
      const entry = index + 1;
      const order = before + entry;
      const line = lines.find((one) => one.entry?.list.key === section.key && one.entry.entry === entry);
      const cellOf = cellsOf(list.name, list.columns, ownRow);
      const at = (column: number): string => address(row, column);
      const named = namedFormula(content, own, section, cellOf);
      const label = `"${rowLabel(section.shortTitle, entry).replaceAll('"', '""')}"`;
      const table = (column: number): string =>
        sheetColumn(sheetNames.planned, column, own?.firstRow ?? 0, (own?.firstRow ?? 0) + (own?.names.length ?? 0));
      const about = named === undefined ? label : `IF(${named}=0,${label},INDEX(${table(columns.nameAbout)},${named}))`;
      put(
        sheet,
        row,
        columns.about,
        {
          formula: about,
          result: aboutLine(content, {
            ...targetOf(instrument, section, known.get(entry) ?? new Map()),
            entry: { list: section, entry },
          }),
        },
        'text',
      );
      writeGiven(sheet, content, row, section, cellOf, givenIn(section, known.get(entry)));
      const none = unnamedOrder(instrument);
      const base =
        named === undefined ? String(none) : `IF(${named}=0,${none},INDEX(${table(columns.nameBase)},${named}))`;
      put(
        sheet,
        row,
        columns.base,
        { formula: `IF(${anyGiven(content, row)},${base},"")`, result: line === undefined ? '' : line.order - order },
        'number',
      );
      put(
        sheet,
        row,
        columns.order,
        { formula: `IF(${at(columns.base)}="","",${at(columns.base)}+${order})`, result: line?.order ?? '' },
        'number',
      );
      put(
        sheet,
        row,
        columns.mark,
        {
          formula: markFormula(content, row, section, 'FALSE'),
          result: line === undefined ? '' : markOf(content, line),
        },
        'text',
      );
    });
    before += list.rows.length;
  }
}

/** What a question's lines say first: its level, or why it has none, and the question. */
function itemAbout(content: WorkbookContent, item: CollectedRow): Formula {
  const label = `"${shortQuestion(item).replaceAll('"', '""')}"`;
  const result = aboutItem(content, item);
  const score = scoreColumn(item.items);
  if (score === undefined) return { formula: label, result };
  const state = collectedState(content, item);
  const list = listOf(content.layout, score.field.scale);
  return { formula: `IF(ISNUMBER(${state}),${levelText(list, state)},${state})&": "&${label}`, result };
}

function collectedState({ layout }: WorkbookContent, { item }: CollectedRow): string {
  const row = layout.collected.rows.find((other) => other.item.key === item.key)?.row ?? 0;
  return sheetCell(sheetNames.collected, row, layout.collected.columns.state);
}

/** What a row says of an action, as it is on its own sheet; empty text where it is blank or there is no such field. */
function writeGiven(
  sheet: Worksheet,
  { layout }: WorkbookContent,
  row: number,
  section: Section,
  cellOf: (field: string) => string,
  given: PlanLine['given'],
): void {
  const { purposes, columns } = layout.planned;
  const shown = shownGiven(given);
  purposes.forEach((purpose, index) => {
    const field = fieldFor(section, 'action') === undefined ? undefined : fieldFor(section, purpose);
    const cell = field === undefined ? undefined : cellOf(field.key);
    put(
      sheet,
      row,
      columns.firstPurpose + index,
      { formula: cell === undefined ? '""' : `IF(${cell}="","",${cell})`, result: shown[purpose] },
      purpose === 'due' ? 'date' : 'text',
    );
  });
}

/** Whether a row says anything of an action. An error in a cell is something. */
function anyGiven({ layout }: WorkbookContent, row: number): string {
  const { purposes, columns } = layout.planned;
  const cells = purposes.map((_purpose, index) => `${address(row, columns.firstPurpose + index)}<>""`);
  return `IFERROR(OR(${cells.join(',')}),TRUE)`;
}

/** Where the lines about a question come: by its level where that is below the highest, and then by the order of the questions. */
function baseFormula(content: WorkbookContent, item: CollectedRow, index: number): string {
  const { layout, instrument } = content;
  const last = itemOrder(lastPlace(instrument), index);
  if (!layout.workings.rows.some((row) => row.item.key === item.item.key)) return String(last);
  const list = listOf(layout, instrument.scorecard?.scale ?? '');
  const state = collectedState(content, item);
  const levels = sheetColumn(sheetNames.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const step = itemOrder(2, index) - itemOrder(1, index);
  return `IF(ISNUMBER(${state}),MATCH(${state},${levels},0)*${step}+${itemOrder(0, index)},${last})`;
}

/** What is wrong with a line. Nothing is missing for which there is no field, nor an action where another line has one. */
function markFormula(content: WorkbookContent, row: number, section: Section, isCovered: string): string {
  const { purposes, columns } = content.layout.planned;
  const at = (purpose: ActionPurpose): string => {
    const index = purposes.indexOf(purpose);
    return index < 0 ? '""' : address(row, columns.firstPurpose + index);
  };
  const dueField = fieldFor(section, 'due');
  const noLead = fieldFor(section, 'lead') === undefined ? 'FALSE' : `${at('lead')}=""`;
  const noDate = dueField === undefined ? 'FALSE' : `${at('due')}=""`;
  const deadline = sheetCell(sheetNames.actionPlan, content.layout.actionPlan.deadlineRow, 1);
  const day =
    dueField?.kind === 'date'
      ? `IF(ISNUMBER(${at('due')}),IF(${at('due')}<${deadline},"${marks.overdue}",""),"${marks.noDay}")`
      : '""';
  return (
    `IF(${address(row, columns.order)}="","",IF(${at('action')}="",IF(${isCovered},"","${marks.noAction}"),` +
    `IF(${noLead},IF(${noDate},"${marks.noLeadOrDate}","${marks.noLead}"),IF(${noDate},"${marks.noDate}",${day}))))`
  );
}

/** The number of what a row names, 0 for nothing; undefined where the rows of its list name nothing. */
function namedFormula(
  { layout }: WorkbookContent,
  own: PlannedNames | undefined,
  section: Section,
  cellOf: (field: string) => string,
): string | undefined {
  const { columns } = layout.planned;
  const field = namingField(section);
  if (own === undefined || field === undefined) return undefined;
  const run = (column: number): string =>
    sheetColumn(sheetNames.planned, column, own.firstRow, own.firstRow + own.names.length - 1);
  return `IFERROR(SUMPRODUCT((${run(columns.name)}=${cellOf(field.key)})*${run(columns.nameNumber)}),0)`;
}

/** What rows can name: a question by its own row, a larger part in words. */
function writeNames(sheet: Worksheet, content: WorkbookContent): void {
  const { instrument, layout } = content;
  const { names, columns, items } = layout.planned;
  for (const { firstRow, names: own } of names) {
    own.forEach(({ option, part }, index) => {
      const row = firstRow + index;
      const [only] = part.items.length === 1 ? part.items : [];
      const at = items.findIndex((item) => item.item.key === only?.item.key);
      const item = items[at];
      put(sheet, row, columns.name, option, 'text');
      put(sheet, row, columns.nameNumber, index + 1, 'number');
      if (item === undefined) {
        put(sheet, row, columns.nameBase, partOrder(instrument, part), 'number');
        put(sheet, row, columns.nameAbout, `${part.key} ${part.title}`, 'text');
        return;
      }
      const place = developmentPlaces(instrument, content.response).get(item.item.key) ?? lastPlace(instrument);
      const base = { formula: address(item.row, columns.base), result: itemOrder(place, at) };
      put(sheet, row, columns.nameBase, base, 'number');
      const about = { formula: address(item.row, columns.about), result: aboutItem(content, item) };
      put(sheet, row, columns.nameAbout, about, 'text');
    });
  }
}

/** Which row each line of the plan shows. */
function writeOrder(sheet: Worksheet, content: WorkbookContent, lines: readonly PlanLine[]): void {
  const { firstRow, rows, columns, items, lists } = content.layout.planned;
  const orders = sheetColumn(sheetNames.planned, columns.order, firstRow, firstRow + rows - 1);
  for (let nth = 1; nth <= rows; nth += 1) {
    // Gnumeric does not find the only row of a range.
    const found = rows === 1 ? '1' : `MATCH(SMALL(${orders},${nth}),${orders},0)`;
    const line = lines[nth - 1];
    put(
      sheet,
      firstRow + nth - 1,
      columns.shown,
      { formula: `IF(COUNT(${orders})<${nth},"",${found})`, result: line === undefined ? '' : rowOf(line) },
      'number',
    );
  }

  function rowOf({ item, entry }: PlanLine): number {
    if (entry === undefined) return items.findIndex((one) => one.item.key === item?.item.key) + 1;
    const list = lists.find((one) => one.sheet.section.key === entry.list.key);
    return (list?.firstRow ?? 0) - firstRow + entry.entry;
  }
}
