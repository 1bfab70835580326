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
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { firstPartColumn } from './heatMap.ts';
import { allPartners } from './response.ts';

/** The heat map of answers, partner by question, in the order of the heat map of positions. */
export function answerMapSheet(content: RollUpContent, questions: readonly QuestionCounts[]): SheetPlan {
  const { rollUp, by } = content;
  const scale = scoredScaleOf(rollUp.instrument);
  const items = scoredItems(rollUp.instrument);
  const partners = heatMapOrder(rollUp, by);
  // As narrow as the longest answer and the numbers of the questions allow: there may be sixty columns.
  const longest = Math.max(...scale.options.map((option) => String(chosenValue(scale, option)).length));
  const width = Math.max(7, Math.min(16, longest + 3));
  const key = isChosenByLabel(scale) ? '' : `${describeOptions(scale).join(', ')}. `;
  // The first row has medians, which are not levels.
  const first = address(headerRow + 2, firstPartColumn);
  const last = address(headerRow + 1 + partners.length, firstPartColumn + items.length - 1);
  const colours = scale.options.map(({ level }) => ({
    formula: isAtLevel(first, scale, level),
    colour: levelColour(scale, level),
  }));
  return planTableSheet(content, {
    name: 'Answers',
    title: 'Heat map: answers by partner and question',
    note: `${key}[z] not applicable, [w] unanswered or could not be read, [x] no return${questions.some(({ notAsked }) => notAsked > 0) ? ', [n] not asked' : ''}. The questions are on the sheet Questions.`,
    table: 'answer_map',
    columns: [
      { heading: groupingHeadings[by], role: 'text', width: 18 },
      { heading: 'Partner code', role: 'reference', width: 10 },
      { heading: 'Partner', role: 'text', width: 34 },
      ...items.map(({ item }) => ({ heading: item.key, role: 'position' as const, width })),
    ],
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
