import { describeOption, scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { DevelopmentArea } from '../../scoring/scorecard.ts';
import { gapOf, targetOf } from '../../scoring/targets.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { withMinHeight } from '../../spreadsheet/plan/rowHeights.ts';
import { boxFilledRows, colourBoxedWhen, resultCell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { indentWidth, lineWidth, textHeight } from '../../spreadsheet/style/rowHeight.ts';
import { calculationsColumn, questionText } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { levelWordRules } from '../parts/bands.ts';
import { columnRange, lastLevelRow, listOf } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';

/** In characters. */
const widths = { reference: 9, question: 118, maxLevel: 34, steps: 12 } as const;

/** Every answered question below the highest level, the lowest level first, by formulas. Unused rows are empty. */
export function areasSheet(content: WorkbookContent): SheetPlan {
  const { instrument, layout } = content;
  const { areas: words, sheets } = content.words;
  const { headerRow, firstRow, lastRow } = layout.areas;
  const scale = scoredScaleOf(instrument);
  const targets = layout.workings.columns.target === undefined ? [] : words.targetHeadings;
  const levelWidth = Math.max(...scale.options.map((option) => lineWidth(describeOption(scale, option), 10))) + 3;
  const column = Math.min(widths.maxLevel, levelWidth);
  const question = widths.question - (targets.length === 0 ? 0 : column + widths.steps);
  const plan = planSheetFor(
    content,
    {
      name: sheets.areas,
      title: sheets.areas,
      note: words.note,
      widths: [column, widths.reference, question, ...(targets.length === 0 ? [] : [column, widths.steps])],
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
      filled: { column: 1, fromRow: firstRow },
      zoom: 100,
      tabColour: 'result',
    },
    [
      tableHeadings({
        name: 'areas',
        row: headerRow,
        headings: [...words.headings, ...targets],
        rows: lastRow - firstRow + 1,
      }),
      colourBoxedWhen(columnRange(1, firstRow, lastRow), levelWordRules(address(firstRow, 1), scale)),
      boxFilledRows(lineCells(content), {
        firstRow,
        lastRow,
        columns: words.headings.length + targets.length,
        filled: 1,
      }),
    ],
  );
  const heights = layout.workings.rows.map((row) => textHeight(questionText(row), question - indentWidth, 10, false));
  return withMinHeight(plan, firstRow, lastRow, Math.max(...heights));
}

function lineCells(content: WorkbookContent): readonly PlannedCell[] {
  const { instrument, layout, scorecard } = content;
  const { areas, sheets } = content.words;
  // Shown in the first row while no other is in use.
  const none = [areas.noneYet, '', areas.appearHere];
  const { firstRow, lastRow } = layout.areas;
  const { columns, firstRow: firstWord } = layout.workings;
  const scale = scoredScaleOf(instrument);
  const list = listOf(layout, scale.key);
  const ranks = calculationsColumn(content, columns.rank);
  const levels = sheetColumn(sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const words = sheetColumn(sheets.workings, columns.levelName, firstWord, firstWord + scale.options.length - 1);
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => {
    const nth = (column: number): string =>
      `INDEX(${calculationsColumn(content, column)},MATCH(SMALL(${ranks},${index + 1}),${ranks},0))`;
    const area = scorecard.development[index];
    const option = scale.options.find(({ level }) => level === area?.level);
    const shown = [
      {
        formula: `INDEX(${words},MATCH(${nth(columns.state)},${levels},0))`,
        result: option === undefined ? '' : describeOption(scale, option),
      },
      {
        formula: `HYPERLINK("#"&${nth(columns.place)},${nth(columns.reference)})`,
        result: area?.item.key ?? '',
      },
      { formula: nth(columns.question), result: area === undefined ? '' : questionText(area) },
      ...targetsOf(content, nth, area),
    ];
    return shown.map(({ formula, result }, at) => {
      const otherwise = index === 0 ? (none[at] ?? '') : '';
      const lacking = `COUNT(${ranks})<${index + 1}`;
      return resultCell(
        firstRow + index,
        at + 1,
        {
          formula: `IF(${lacking},${quotedText(otherwise)},${formula})`,
          result: area === undefined ? otherwise : result,
        },
        at === 1 ? 'link' : at === areas.headings.length + 1 ? 'number' : 'text',
      );
    });
  }).flat();
}

/** The target of the question in a line, in words, and how many steps its answer is below it. */
function targetsOf(
  { words: { areas, sheets }, instrument, layout }: WorkbookContent,
  nth: (column: number) => string,
  area: DevelopmentArea | undefined,
): readonly Formula[] {
  const { target: places, levelName } = layout.workings.columns;
  if (places === undefined) return [];
  const scale = scoredScaleOf(instrument);
  const list = listOf(layout, scale.key);
  const levels = sheetColumn(sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const { firstRow } = layout.workings;
  const words = sheetColumn(sheets.workings, levelName, firstRow, firstRow + scale.options.length - 1);
  const target = area === undefined ? undefined : targetOf(instrument, area);
  const option = scale.options.find(({ level }) => level === target);
  const gap = area && gapOf(instrument, area, { state: 'answered', value: area.level });
  return [
    {
      formula: `IFERROR(INDEX(${words},MATCH(${nth(places.level)},${levels},0)),${quotedText(areas.noTarget)})`,
      result: area === undefined ? '' : option === undefined ? areas.noTarget : describeOption(scale, option),
    },
    { formula: nth(places.gap), result: gap ?? '' },
  ];
}
