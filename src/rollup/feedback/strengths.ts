import { isChosenByLabel, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { cellContent } from '../load/missingValueMarks.ts';
import { planTableSheet, type SheetMarks } from '../sheets/parts/content.ts';
import { aheadOf, comparisonWord, showMedian } from './comparison.ts';
import type { Feedback } from './feedback.ts';

/**
 * The sheet Strengths: the questions on which the partner is ahead of the median of all, furthest first, and then those
 * on which it is behind; none if the figures of all are suppressed.
 */
export function strengthsSheets(marks: SheetMarks, { instrument, own, groups }: Feedback): readonly SheetPlan[] {
  const questions = groups[0]?.figures?.questions;
  if (questions === undefined) return [];
  const scale = scoredScaleOf(instrument);
  const compared = scoredItems(instrument).flatMap((context, index) => {
    const score = scoreOf(own.result.response, context);
    const median = questions[index]?.median;
    const ahead = aheadOf(scale, score, median);
    return ahead === undefined || median === undefined || ahead === 0 ? [] : [{ context, score, median, ahead }];
  });
  const furthestFirst = (some: typeof compared): typeof compared =>
    some.toSorted((one, other) => Math.abs(other.ahead) - Math.abs(one.ahead));
  const stronger = furthestFirst(compared.filter(({ ahead }) => ahead > 0));
  const weaker = furthestFirst(compared.filter(({ ahead }) => ahead < 0));
  const byLabel = isChosenByLabel(scale);
  const plan = planTableSheet(marks, {
    ...{ name: 'Strengths', table: 'strengths', zoom: 100, tabColour: 'result' },
    title: 'Where you are stronger, and where weaker',
    note: `Compared with the median of all partners, you are stronger on ${stronger.length} and weaker on ${weaker.length} of ${scoredItems(instrument).length} questions.`,
    columns: [
      { heading: 'Compared with the median', role: 'reference', width: 14 },
      { heading: 'Ref', role: 'reference', width: 8 },
      { heading: 'Question', role: 'text', width: 96 },
      { heading: 'Your answer', role: 'position', width: 13 },
      { heading: byLabel ? 'Most partners' : 'Median of all', role: byLabel ? 'text' : 'decimal', width: 13 },
    ],
    rows: [...stronger, ...weaker].map(({ context, score, median, ahead }): readonly Content[] => [
      ...[comparisonWord(ahead), context.item.key, context.item.question],
      ...[cellContent(score, scale), showMedian(scale, median)],
    ]),
  });
  return [plan];
}
