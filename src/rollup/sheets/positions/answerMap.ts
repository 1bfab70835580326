import { chosenValue, describeOptions, isChosenByLabel, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { scoredItems, scoreOf } from '../../../scoring/scorecard.ts';
import { address } from '../../../spreadsheet/model/address.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { valuesAsRead } from '../../../spreadsheet/plan/tableRows.ts';
import { isAtLevel, levelColour } from '../../../workbook/parts/bands.ts';
import type { QuestionCounts } from '../../figures/questions.ts';
import { groupingHeadings } from '../../load/groups.ts';
import { heatMapOrder } from '../../load/heatMapOrder.ts';
import { cellContent, missingValueMarks } from '../../load/missingValueMarks.ts';
import { columnBreaks } from '../parts/columnBreaks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { firstPartColumn } from './heatMap.ts';
import { allPartners } from './response.ts';

/** The group, code and name of the partner. */
const titleColumns = firstPartColumn - 1;

/** The heat map of answers, partner by question, in the order of the heat map of positions. */
export function answerMapSheet(content: RollUpContent, questions: readonly QuestionCounts[]): SheetPlan {
  const { rollUp, by } = content;
  const scale = scoredScaleOf(rollUp.instrument);
  const items = scoredItems(rollUp.instrument);
  const partners = heatMapOrder(rollUp, by);
  // As narrow as the longest answer and the numbers of the questions allow: there may be sixty columns.
  const longest = Math.max(...scale.options.map((option) => String(chosenValue(scale, option)).length));
  const width = Math.max(7, Math.min(16, longest + 3));
  // The first row has medians, which are not levels.
  const first = address(headerRow + 2, firstPartColumn);
  const last = address(headerRow + 1 + partners.length, firstPartColumn + items.length - 1);
  const colours = scale.options.map(({ level }) => ({
    formula: isAtLevel(first, scale, level),
    colour: levelColour(scale, level),
  }));
  const columns: TableSheet['columns'] = [
    { heading: groupingHeadings[by], role: 'text', width: 14 },
    { heading: 'Partner code', role: 'reference', width: 9 },
    { heading: 'Partner', role: 'text', width: 28 },
    ...items.map(({ item }) => ({ heading: item.key, role: 'position' as const, width })),
  ];
  return planTableSheet(content, {
    name: 'Answers',
    title: 'Heat map: answers by partner and question',
    note: `[z] not applicable, [w] unanswered or not readable, [x] no return${questions.some(({ optional }) => optional > 0) ? ', [o] optional and blank' : ''}${questions.some(({ notAsked }) => notAsked > 0) ? ', [n] not asked' : ''}. Questions are listed on the sheet Questions.`,
    ...(isChosenByLabel(scale) ? {} : { lead: `${describeOptions(scale).join(', ')}.` }),
    table: 'answer_map',
    nameColumns: titleColumns,
    tabColour: 'result',
    titleColumns,
    columnBreaks: columnBreaks(
      columns.map((column) => column.width),
      titleColumns,
    ),
    columns,
    formats: partners.length === 0 || items.length === 0 ? [] : [{ range: `${first}:${last}`, colours }],
    rows: valuesAsRead(partners.length + 1, function* () {
      yield [
        allPartners,
        missingValueMarks.notApplicable,
        isChosenByLabel(scale) ? 'Partners who answered' : 'Median level',
        ...questions.map(({ median, answered }) =>
          isChosenByLabel(scale) ? answered : (median ?? missingValueMarks.unanswered),
        ),
      ];
      for (const {
        group,
        partner: { partner, result },
      } of partners) {
        yield [
          group,
          partner.code,
          partner.name,
          ...items.map((item) => {
            if (result === undefined) return missingValueMarks.noReturn;
            const score = scoreOf(result.response, item);
            return score.state === 'unreadable' ? missingValueMarks.unanswered : cellContent(score, scale);
          }),
        ];
      }
    }),
  });
}
