import { describeOption, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { bandList, bandName, bandsOf } from '../../../scoring/bands.ts';
import type { BarChart } from '../../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../../spreadsheet/model/address.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { PaletteColour } from '../../../spreadsheet/style/theme.ts';
import { bandColours, levelColour } from '../../../workbook/parts/bands.ts';
import { byWeakness, type QuestionCounts, weakestFirst } from '../../figures/questions.ts';
import { groupsOf } from '../../load/groups.ts';
import type { RollUpContent } from '../parts/content.ts';
import { questionColumns } from '../parts/questionColumns.ts';
import { summaryName, summaryTables } from '../parts/summaryTables.ts';
import { allPartners, responseColumns } from '../positions/response.ts';
import { maxQuestions } from './boardRow.ts';

/** A chart without its place on the sheet. */
export type BoardChart = Omit<BarChart, 'sheet' | 'from' | 'to'>;

/** Partners by position, overall and in each part of the first view. Nothing without a return. */
export function positionChart({ rollUp }: RollUpContent): BoardChart | undefined {
  const { columns, tables } = summaryTables(rollUp);
  const [table] = tables;
  if (table === undefined || table.scores.every(({ answering }) => answering === 0)) return undefined;
  const [first, last] = [table.row + 1, table.row + table.scores.length];
  return {
    kind: 'shares',
    title: 'Partners by position, overall and by part',
    description: `Stacked bar chart. The first bar is for the whole, the others for the parts, the weakest first. Each shows how many partners are ${bandList(rollUp.instrument)}. The sheet Summary holds the figures.`,
    axisTitle: 'Share of the partners; figures are counts',
    categories: {
      reference: sheetColumn(summaryName, columns.columns.length, first, last),
      values: table.scores.map(({ shortLabel }) => shortLabel),
    },
    series: bandsOf(rollUp.instrument).map(({ band, colour }, index) => ({
      name: {
        reference: sheetCell(summaryName, table.row, columns.firstBand + index),
        values: [columns.columns[columns.firstBand - 1 + index]?.heading ?? bandName(band)],
      },
      values: {
        reference: sheetColumn(summaryName, columns.firstBand + index, first, last),
        values: table.scores.map(({ positions }) => positions.get(band) ?? 0),
      },
      colour: bandColours[colour],
    })),
  };
}

/** The levels of the weakest questions; nothing if no partner is at the lowest level. */
export function weakestChart({ rollUp }: RollUpContent, questions: readonly QuestionCounts[]): BoardChart | undefined {
  const count = Math.min(maxQuestions(rollUp.instrument), weakestFirst(questions).length);
  if (count === 0) return undefined;
  const scale = scoredScaleOf(rollUp.instrument);
  const columns = questionColumns(rollUp);
  const shown = byWeakness(questions).slice(0, count);
  const rows = [headerRow + 1, headerRow + count] as const;
  return {
    kind: 'shares',
    title: count === 1 ? 'The weakest question by level' : `The ${count} weakest questions by level`,
    description:
      'Stacked bar chart. Each bar is one of the weakest questions in the table, the weakest on top. It shows which share of the partners who answered is at each level, the lowest on the left. The sheet Questions holds the figures.',
    axisTitle: 'Share of the answers; figures are counts',
    categories: {
      reference: sheetColumn('Questions', columns.reference, ...rows),
      values: shown.map(({ item }) => item.key),
    },
    series: scale.options.map((option, index) => ({
      name: {
        reference: sheetCell('Questions', headerRow, columns.firstCount + index),
        values: [columns.counts[index] ?? describeOption(scale, option)],
      },
      values: {
        reference: sheetColumn('Questions', columns.firstCount + index, ...rows),
        values: shown.map(({ tally }) => tally.levels.get(option.level) ?? 0),
      },
      colour: levelColour(scale, option.level),
    })),
  };
}

/** More bars could not be distinguished. */
const maxBars = 20;

/** Partners with a return and without, of all and by group, for an instrument that scores nothing. */
export function responseChart({ rollUp, by }: RollUpContent): BoardChart | undefined {
  const groups = groupsOf(rollUp.partners, by);
  if (rollUp.partners.length === 0) return undefined;
  const shown = [{ label: allPartners, partners: rollUp.partners }, ...(groups.length > maxBars ? [] : groups)];
  const rows = [headerRow + 1, headerRow + shown.length] as const;
  const series = (column: number, name: string, colour: PaletteColour, hasReturned: boolean) => ({
    name: { reference: sheetCell('Response', headerRow, column), values: [name] },
    values: {
      reference: sheetColumn('Response', column, ...rows),
      values: shown.map(
        ({ partners }) => partners.filter(({ result }) => (result !== undefined) === hasReturned).length,
      ),
    },
    colour,
  });
  return {
    kind: 'shares',
    title: `Response by ${by}`,
    description: `Stacked bar chart. Each bar is one ${by}, the first all partners. It shows how many partners returned a workbook that could be used, and how many did not. The sheet Response holds the figures.`,
    axisTitle: 'Share of the partners; figures are counts',
    categories: { reference: sheetColumn('Response', 1, ...rows), values: shown.map(({ label }) => label) },
    series: [
      series(responseColumns.returned, 'Returned', 'brand', true),
      series(responseColumns.noReturn, 'No return', 'grey', false),
    ],
  };
}
