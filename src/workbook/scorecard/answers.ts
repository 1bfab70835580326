import type { View } from '../../instrument/model/schema.ts';
import { describeOption, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { partsOf } from '../../scoring/scorecard.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { withMinHeight } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, colourWhen, joinParts, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { stateNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, lastRoundHeading, sheetNames } from '../layout/layout.ts';
import { levelWordRules, quotedText } from '../parts/bands.ts';
import { columnRange } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { actionCells, answerCell, sinceCells } from './answerCells.ts';

/** Widths in characters; the question has what these leave of a page on which 10 points print as 9. */
const widths = { section: 14, reference: 8, since: 11, view: 19, action: 32, lead: 14, page: 164 } as const;
const answerWidth = { min: 13, max: 21 } as const;
const minQuestion = 36;

/** Rows with text from a formula cannot grow with it: room for two lines, which people may enlarge. */
const twoLines = 29;

/** Every question with its answer, what it counts for, and its action: on one sheet, by formulas. */
export function answersSheet(content: WorkbookContent): SheetPlan {
  const { layout, lastRound } = content;
  const { headerRow, rows, columns } = layout.answers;
  const headings = [
    ...['Section', 'Ref', 'Question', 'Answer'],
    ...(columns.since === undefined ? [] : [`Since ${lastRoundHeading.toLowerCase()}`]),
    ...columns.views.map(({ view }) => viewHeading(content, view)),
    ...(columns.action === undefined ? [] : ['Action']),
    ...(columns.lead === undefined ? [] : ['Lead']),
  ];
  const last = lastRound === undefined ? '' : ` ${lastRoundHeading}: ${lastRound.round}.`;
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.answers,
      title: sheetNames.answers,
      note: `It updates as you answer; a reference leads to its question. What is blank was not given.${last}`,
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
function viewHeading({ layout }: WorkbookContent, view: View): string {
  const groups = layout.answers.columns.views.filter((other) => other.view.by === 'group');
  return view.by === 'group' && groups.length === 1 ? 'Perspective' : view.title;
}

function columnWidths({ instrument, layout }: WorkbookContent): readonly number[] {
  const { columns } = layout.answers;
  const options = instrument.scales.flatMap((scale) => scale.options.map((option) => describeOption(scale, option)));
  const words = Math.max(...[...options, ...Object.values(stateNames)].map((word) => lineWidth(word, 10))) + 2;
  const others = [
    Math.min(answerWidth.max, Math.max(answerWidth.min, words)),
    ...(columns.since === undefined ? [] : [widths.since]),
    ...columns.views.map(() => widths.view),
    ...(columns.action === undefined ? [] : [widths.action]),
    ...(columns.lead === undefined ? [] : [widths.lead]),
  ];
  const used = others.reduce((sum, width) => sum + width, widths.section + widths.reference);
  return [widths.section, widths.reference, Math.max(minQuestion, widths.page - used), ...others];
}

function rowCells(content: WorkbookContent): readonly PlannedCell[] {
  const { instrument, layout } = content;
  const { rows, columns } = layout.answers;
  const views = columns.views.map(({ view, column }) => ({ column, parts: partsOf(instrument, view) }));
  return rows.flatMap((row) => [
    cell(row.row, columns.section, row.items.name, 'text'),
    cell(row.row, columns.reference, linkTo(row), 'link'),
    cell(row.row, columns.question, row.item.question, 'text'),
    answerCell(content, row),
    ...views.map(({ column, parts }) => {
      const own = parts.filter(({ items }) => items.some(({ item }) => item.key === row.item.key));
      return cell(row.row, column, own.map(({ title }) => title).join('; '), 'text');
    }),
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
          ...Object.values(stateNames).map((word) => ({ formula: `${top}="${word}"`, colour: 'grey' as const })),
        ]),
      ];
    }),
  );
}
