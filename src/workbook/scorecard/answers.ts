import type { View } from '../../instrument/model/schema.ts';
import { describeOption, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { balanceWidths } from '../../spreadsheet/plan/balanceWidths.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { withMinHeight } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, colourWhen, joinParts, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { highestRow, lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { stateWords } from '../calculations/states.ts';
import { earlierHeading } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedRow } from '../layout/layout.ts';
import { levelWordRules } from '../parts/bands.ts';
import { columnRange } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { actionCells, answerCell, sinceCells } from './answerCells.ts';

/** Widths in characters; question and views share what these leave of a page on which 10 points print as 9. */
const widths = { section: 14, reference: 8, since: 11, action: 32, lead: 14, page: 164 } as const;
const answerWidth = { min: 13, max: 21 } as const;
const questionWidth = { min: 34, max: 90 } as const;
const viewWidth = { min: 17, max: 50 } as const;

/** Rows with text from a formula cannot grow with it: room for two lines, which people may enlarge. */
const twoLines = 27.75;

/** Every question with its answer, what it counts for, and its action: on one sheet, by formulas. */
export function answersSheet(content: WorkbookContent): SheetPlan {
  const { instrument, layout, lastRound } = content;
  const { answers: words, earlier, sheets } = content.words;
  const { headerRow, rows, columns } = layout.answers;
  const headings = [
    ...words.headings,
    ...(columns.since === undefined
      ? []
      : [instrument.reviews === undefined ? words.sinceLastRound : words.besideSelfScore]),
    ...columns.views.map(({ view }) => viewHeading(content, view)),
    ...(columns.action === undefined ? [] : [words.action]),
    ...(columns.lead === undefined ? [] : [words.lead]),
  ];
  const last =
    lastRound === undefined ? '' : ` ${earlier.named(earlierHeading(content.words, instrument), lastRound.round)}`;
  const plan = planSheetFor(
    content,
    {
      name: sheets.answers,
      title: sheets.answers,
      note: `${words.note}${last}`,
      widths: columnWidths(content),
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
      origins: { note: lastRound === undefined ? 'definition' : 'round' },
      zoom: 100,
      tabColour: 'result',
    },
    [
      tableHeadings({ name: 'answers', row: headerRow, headings, rows: rows.length }),
      { cells: rowCells(content) },
      { cells: sinceCells(content) },
      { cells: actionCells(content) },
      answerColours(content),
    ],
  );
  return withMinHeight(plan, headerRow + 1, headerRow + rows.length, twoLines);
}

/** The parts of a view by groups are its perspectives. */
function viewHeading({ words, layout }: WorkbookContent, view: View): string {
  const groups = layout.answers.columns.views.filter((other) => other.view.by === 'group');
  return view.by === 'group' && groups.length === 1 ? words.answers.perspective : view.title;
}

function columnWidths(content: WorkbookContent): readonly number[] {
  const { instrument, layout } = content;
  const { columns } = layout.answers;
  const options = instrument.scales.flatMap((scale) => scale.options.map((option) => describeOption(scale, option)));
  const words = Math.max(...[...options, ...stateWords(content)].map((word) => lineWidth(word, 10))) + 2;
  const answer = Math.min(answerWidth.max, Math.max(answerWidth.min, words));
  const since = columns.since === undefined ? [] : [widths.since];
  const actions = [
    ...(columns.action === undefined ? [] : [widths.action]),
    ...(columns.lead === undefined ? [] : [widths.lead]),
  ];
  const used = [widths.section, widths.reference, answer, ...since, ...actions].reduce((sum, width) => sum + width, 0);
  const questions = layout.answers.rows.map(({ item }) => item.question);
  const [question = questionWidth.min, ...views] = balanceWidths(
    [
      { ...questionWidth, texts: questions },
      ...viewTexts(content).map(({ texts }) => ({ ...viewWidth, texts: [...texts.values()] })),
    ],
    widths.page - used,
    highestRow,
  );
  return [widths.section, widths.reference, question, answer, ...since, ...views, ...actions];
}

interface ViewTexts {
  readonly column: number;
  readonly texts: ReadonlyMap<number, string>;
}

/** What each question counts for in each view, by row. */
function viewTexts({ instrument, layout }: WorkbookContent): readonly ViewTexts[] {
  const { rows, columns } = layout.answers;
  return columns.views.map(({ view, column }) => {
    const parts = partsOf(instrument, view);
    const textOf = (key: string): string =>
      parts
        .filter(({ items }) => items.some(({ item }) => item.key === key))
        .map(({ title }) => title)
        .join('; ');
    return { column, texts: new Map(rows.map(({ row, item }) => [row, textOf(item.key)])) };
  });
}

function rowCells(content: WorkbookContent): readonly PlannedCell[] {
  const { rows, columns } = content.layout.answers;
  const views = viewTexts(content);
  return rows.flatMap((row) => [
    cell(row.row, columns.section, row.items.name, 'text'),
    cell(row.row, columns.reference, linkTo(row), 'link'),
    cell(row.row, columns.question, row.item.question, 'text'),
    answerCell(content, row),
    ...views.map(({ column, texts }) => cell(row.row, column, texts.get(row.row) ?? '', 'text')),
  ]);
}

/** The reference of a question, which leads to the first cell in which it is answered. */
function linkTo({ item, items, itemRow }: CollectedRow): Formula {
  const first = items.columns.find(({ content: { is } }) => is === 'field');
  const place = quotedText(`#'${items.name}'!${address(itemRow, first?.column ?? 1)}`);
  return { formula: `HYPERLINK(${place},${quotedText(item.key)})`, result: item.key };
}

/** Each section has its own scale. */
function answerColours(content: WorkbookContent): SheetPart {
  const { instrument, layout } = content;
  const { rows, columns } = layout.answers;
  return joinParts(
    layout.items.flatMap(({ section }) => {
      const own = rows.filter((row) => row.section.key === section.key).map(({ row }) => row);
      const [first = 0, last = first] = [own.at(0), own.at(-1)];
      const field = scoreFieldOf(section);
      const top = address(first, columns.answer);
      return [
        colourWhen(columnRange(columns.answer, first, last), [
          ...(field === undefined ? [] : levelWordRules(top, scaleOf(instrument, field))),
          ...stateWords(content).map((word) => ({ formula: `${top}=${quotedText(word)}`, colour: 'grey' as const })),
        ]),
      ];
    }),
  );
}
