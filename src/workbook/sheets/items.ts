import { cellNumber } from '../../instrument/model/numbers.ts';
import { fieldsOfItem, givenTo, hasOptionalItems, isFigureField, purposeOf } from '../../instrument/model/traverse.ts';
import { answerOf } from '../../response/response.ts';
import { noFacts } from '../../scoring/plans/givenFacts.ts';
import { address, fixed } from '../../spreadsheet/model/address.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { fitRows, withMinHeight, withRoomFor } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, colourWhen, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { type Role, tintOf } from '../../spreadsheet/style/theme.ts';
import type { Words } from '../../words/words.ts';
import { askedContent, longestAsked } from '../calculations/asked.ts';
import { fieldColours, fieldConditionCells, longestFieldConditions } from '../calculations/askedFields.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { statusFormula, statusWidth } from '../checklist/sectionStatus.ts';
import { type Column, frozenColumns, showsWords } from '../columns/column.ts';
import { columnBreaks, itemsWidths } from '../columns/columnWidths.ts';
import { guidanceText, questionContent, suggestionsText } from '../columns/itemTexts.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { answerName, type ItemRow, type ItemsSheet, plainName, scoreColumn, scoreColumns } from '../layout/layout.ts';
import { sectionLinks } from '../layout/sectionLinks.ts';
import { isAtLevel, levelColour, levelRules } from '../parts/bands.ts';
import { describeLastAnswer, quoteEvidence } from '../parts/describeLastAnswer.ts';
import { opensAt } from '../parts/firstOpen.ts';
import { inputCell, numberFormat } from '../parts/inputCell.ts';
import { linksLine } from '../parts/linksLine.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { checkMarks, type Rows, requiredMarks } from '../parts/requiredMarks.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';
import { givenColours, givenText } from './givenColumn.ts';

/** The sheet of one section of the instrument: a row for each item, with its criteria and the cells to fill in. */
export function itemsSheet(content: WorkbookContent, layout: ItemsSheet): SheetPlan {
  const { section, linksRow, statusRow, headerRow, columns, rows } = layout;
  const widths = itemsWidths(section, columns);
  const breaks = columnBreaks(columns, widths);
  const cells = rows.flatMap((row) => columns.map((column) => itemCell(content, layout, row, column)));
  const titles = frozenColumns(columns);
  const status = statusFormula(content, layout);
  const plan = planSheetFor(
    content,
    {
      name: layout.name,
      ...itemsHead(content.words, layout),
      widths,
      headerRow,
      corner: { row: 1, column: cornerColumn(columns) },
      frozen: { rows: headerRow, columns: titles },
      zoom: 100,
      tabColour: 'fill in',
      ...opensAt(cells),
      ...(breaks.length === 0 ? {} : { titleColumns: titles, columnBreaks: breaks }),
    },
    [
      tableHeadings({
        name: plainName(`questions_${section.key}`),
        row: headerRow,
        headings: columns.map((column) => column.heading),
        rows: rows.length,
      }),
      { cells },
      { cells: fieldConditionCells(content, layout) },
      ...notAskedColours(content, layout),
      ...fieldColours(content.layout, layout, {
        first: rows.at(0)?.row ?? headerRow,
        last: rows.at(-1)?.row ?? headerRow,
      }),
      ...answerColours(content, layout),
      {
        cells: [
          { ...cell(statusRow, 1, status, 'status'), origin: 'answer' },
          ...linksLine(
            sectionLinks(content.layout, layout.name),
            linksRow,
            widths,
            linksRow === statusRow ? statusWidth(content, layout) : 0,
          ),
        ],
      },
    ],
  );
  return withRoomForConditions(content, withRoomForFigures(plan, layout), layout);
}

const withRoomForFigures = (plan: SheetPlan, { headerRow, rows }: ItemsSheet): SheetPlan =>
  withMinHeight(plan, headerRow + 1, headerRow + rows.length, lowestRow);

/** The conditions are shown by formulas, which cannot make their rows higher. */
function withRoomForConditions(content: WorkbookContent, plan: SheetPlan, layout: ItemsSheet): SheetPlan {
  const { words, instrument } = content;
  const { columns, rows } = layout;
  const ofFields = longestFieldConditions(content, layout);
  const asked = columns.find(({ content: { is } }) => is === 'asked');
  const texts =
    asked === undefined
      ? []
      : rows.map((row) => cell(row.row, asked.column, longestAsked(words, instrument, row), 'text'));
  return texts.length + ofFields.length === 0 ? plan : withRoomFor(plan, [...texts, ...ofFields]);
}

/** Points that a large figure takes. */
const lowestRow = 28;

/** The same sheet for another partner, from that of a first: only the answers of the last round differ. */
export function itemsWithLastRound(plan: SheetPlan, content: WorkbookContent, layout: ItemsSheet): SheetPlan {
  const differing = layout.columns.filter((column) => showsLastRound(layout, column));
  if (differing.length === 0) return plan;
  const columns = new Map(differing.map((column) => [column.column, column]));
  const rows = new Map(layout.rows.map((row) => [row.row, row]));
  const cells = plan.cells.map((planned) => {
    const [row, column] = [rows.get(planned.row), columns.get(planned.column)];
    return row === undefined || column === undefined ? planned : itemCell(content, layout, row, column);
  });
  const fitted = withRoomForFigures({ ...plan, cells, heights: fitRows(cells, plan.widths, plan.tables) }, layout);
  return withRoomForConditions(content, fitted, layout);
}

/** The last round's level has a column of its own, and its evidence and numbers are in the messages of the cells for this round's. */
const showsLastRound = ({ columns }: ItemsSheet, { content }: Column): boolean =>
  content.is === 'lastRound' ||
  content.is === 'lastEvidence' ||
  content.is === 'lastFigure' ||
  (content.is === 'field' && isFigureField(content.field)) ||
  (content.is === 'field' &&
    purposeOf(content.field) === 'evidence' &&
    columns.some((other) => other.content.is === 'lastRound'));

/** Title and introduction are printed on the first page. */
export const itemsHead = (words: Words, layout: ItemsSheet): SheetHeader => {
  const { section, columns } = layout;
  const { key, title, introduction } = section;
  const widths = itemsWidths(section, columns);
  const firstPage = widths.slice(0, columnBreaks(columns, widths)[0]);
  return sheetHeader(words, { title: `${key} ${title}`, shortTitle: layout.name, introduction }, firstPage);
};

/** The last column that is filled in: a screen shows it, and not always what follows it. */
const cornerColumn = (columns: readonly Column[]): number =>
  columns.findLast(({ content }) => content.is === 'field')?.column ?? columns.length;

function itemCell(content: WorkbookContent, layout: ItemsSheet, row: ItemRow, column: Column): PlannedCell {
  const { content: shown } = column;
  if (shown.is === 'field') {
    const { key } = row.item;
    if (!fieldsOfItem(row).some((field) => field.key === shown.field.key))
      return { ...cell(row.row, column.column, undefined, 'unused'), origin: 'definition' };
    return inputCell(content, shown.field, answerOf(content.response, key, shown.field.key), {
      row: row.row,
      column: column.column,
      name: answerName(key, shown.field.key),
      section: row.section,
      subject: { reference: key },
      columns: layout.columns,
      hasWords: showsWords(layout.columns),
      source: givenTo(shown.field, row.item),
    });
  }
  if (shown.is === 'given') {
    const { instrument, given = noFacts } = content;
    const text = givenText(instrument, given, { item: row.item.key }, fieldsOfItem(row));
    return resultCell(row.row, column.column, text, 'text');
  }
  if (shown.is === 'asked') {
    const { content: said, origin } = askedContent(content, row);
    return { ...cell(row.row, column.column, said, 'text'), origin };
  }
  if (shown.is === 'lastFigure') {
    const { field } = shown;
    const last = content.lastRound?.numbers?.get(row.item.key)?.get(field.key);
    const figure = last === undefined ? undefined : cellNumber(field, last);
    return { ...resultCell(row.row, column.column, figure, 'amount'), numberFormat: numberFormat(field) };
  }
  const [text, role] = fixedText(content, row, shown);
  return {
    ...cell(row.row, column.column, text, role),
    origin: shown.is === 'lastRound' || shown.is === 'lastEvidence' ? 'answer' : 'definition',
  };
}

function fixedText(
  { words, instrument, lastRound }: WorkbookContent,
  row: ItemRow,
  content: Exclude<Column['content'], { is: 'field' | 'asked' | 'given' | 'lastFigure' }>,
): [Content, Role] {
  const { section, item } = row;
  switch (content.is) {
    case 'reference':
      return [item.key, 'reference'];
    case 'question':
      return [questionContent(section, row), 'question'];
    case 'criterion':
      return [item.criteria.find(({ level }) => level === content.level)?.text ?? '', 'text'];
    case 'guidance':
      return [guidanceText(item), 'text'];
    case 'suggestions':
      return [suggestionsText(item), 'text'];
    case 'lastRound':
      return [lastRound === undefined ? '' : describeLastAnswer(words, instrument, lastRound, item.key), 'text'];
    case 'lastEvidence':
      return [lastRound === undefined ? '' : quoteEvidence(lastRound, item.key), 'text'];
  }
}

/** The rows of questions that are not asked are grey, before any other colour. */
function notAskedColours(
  { words: { sections } }: WorkbookContent,
  { columns, rows, headerRow, section }: ItemsSheet,
): readonly SheetPart[] {
  const asked = columns.find(({ content }) => content.is === 'asked');
  if (asked === undefined) return [];
  const [first, last] = [rows.at(0)?.row ?? headerRow, rows.at(-1)?.row ?? headerRow];
  const range = `${address(first, 1)}:${address(last, columns.length)}`;
  const cell = `$${address(first, asked.column)}`;
  const isNot = (word: string): string => `${cell}<>${quotedText(word)}`;
  const formula = hasOptionalItems(section)
    ? `AND(${isNot(sections.isAsked)},${isNot(sections.isOptional)})`
    : isNot(sections.isAsked);
  return [colourWhen(range, [{ formula, colour: 'grey' }])];
}

/** The rows that have all of some fields, or that of one question, as runs of those that follow each other. */
function rowsWith({ rows }: ItemsSheet, keys: readonly string[], item?: string): readonly Rows[] {
  const runs: Rows[] = [];
  for (const context of rows) {
    if (item !== undefined && context.item.key !== item) continue;
    const own = new Set(fieldsOfItem(context).map(({ key }) => key));
    if (!keys.every((key) => own.has(key))) continue;
    const before = runs.at(-1);
    if (before?.last === context.row - 1) runs[runs.length - 1] = { first: before.first, last: context.row };
    else runs.push({ first: context.row, last: context.row });
  }
  return runs;
}

/** Levels colour the score and highlight the matching criterion; a missing reason is marked. */
function answerColours(content: WorkbookContent, items: ItemsSheet): readonly SheetPart[] {
  const { layout } = content;
  const { columns, rows } = items;
  const score = scoreColumn(items);
  const firstRow = rows.at(0)?.row ?? 0;
  const lastRow = rows.at(-1)?.row ?? 0;
  const required = [
    ...requiredMarks(layout, items.section, columns, (field) => rowsWith(items, [field])),
    ...checkMarks(
      content,
      items,
      (fields, item) => rowsWith(items, fields, item),
      (field, cellOf) => fieldNotAsked(layout, items, field, cellOf, fixed),
    ),
    ...givenColours(items.section, columns, { first: firstRow, last: lastRow }),
  ];
  if (score === undefined) return required;
  const range = (column: number): string => columnRange(column, firstRow, lastRow);
  const { notApplicable, scale: key } = score.field;
  const { scale } = listOf(layout, key);
  const scored = `$${address(firstRow, score.column)}`;
  return [
    ...required,
    ...scoreColumns(items).map(({ column, field }) =>
      colourWhen(
        range(column),
        levelRules(
          layout.words,
          address(firstRow, column),
          scale,
          field.notApplicable?.label,
          showsWords(items.columns),
        ),
      ),
    ),
    ...columns.flatMap(({ column, content }): readonly SheetPart[] => {
      if (content.is === 'criterion') {
        const { level } = content;
        return [
          colourWhen(range(column), [
            { formula: isAtLevel(scored, scale, level), colour: tintOf[levelColour(scale, level)] },
          ]),
        ];
      }
      if (content.is !== 'field' || notApplicable === undefined || content.field.key !== notApplicable.reasonIn)
        return [];
      const owed = `AND(${scored}=${quotedText(notApplicable.label)},${address(firstRow, column)}="")`;
      return [colourWhen(range(column), [{ formula: owed, colour: 'todo' }])];
    }),
  ];
}
