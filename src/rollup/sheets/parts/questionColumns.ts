import type { View } from '../../../instrument/model/schema.ts';
import {
  describeOption,
  type ItemInContext,
  isChosenByLabel,
  mayLeaveBlank,
  scoredScaleOf,
  viewsOf,
} from '../../../instrument/model/traverse.ts';
import { partsOf } from '../../../scoring/scorecard.ts';
import { hasTargets } from '../../../scoring/targets.ts';
import { partLabel } from '../../../workbook/layout/layout.ts';
import { comparable } from '../../load/comparable.ts';
import { type RollUp, returnedOther } from '../../load/rollUp.ts';
import { uniqueHeadings } from './uniqueHeadings.ts';

/** The columns of the sheet Questions, counted from 1. Other sheets add up its figures by formulas. */
export interface QuestionColumns {
  readonly reference: number;
  /** The part of a question in each view; only for views in which every question has one part. */
  readonly views: readonly ViewColumn[];
  readonly question: number;
  readonly firstCount: number;
  /**
   * Headings of the counts: levels, not applicable, unanswered; optional and blank if questions may be, and not asked if
   * there are several editions.
   */
  readonly counts: readonly string[];
  readonly levels: number;
  readonly answered: number;
  /** Undefined if people never see the numbers of levels. */
  readonly median: number | undefined;
  readonly share: number;
  readonly rows: number;
  /** Partners below the target; undefined if no question has one. */
  readonly belowTarget: number | undefined;
}

export interface ViewColumn {
  readonly view: View;
  readonly heading: string;
  readonly column: number;
  readonly partOf: (context: ItemInContext) => string | undefined;
}

export function questionColumns(rollUp: RollUp): QuestionColumns {
  const { instrument } = rollUp;
  const scale = scoredScaleOf(instrument);
  const views = viewsOf(instrument).flatMap((view) => {
    const partOf = onlyPart(rollUp, view);
    return partOf === undefined ? [] : [{ view, partOf }];
  });
  const levels = scale.options.map((option) => describeOption(scale, option));
  const others = [
    ...['Not applicable', 'Unanswered'],
    ...(mayLeaveBlank(instrument) ? ['Optional, blank'] : []),
    ...(returnedOther(rollUp).length > 0 ? ['Not asked'] : []),
  ];
  const after = ['Answered', 'Median level', 'Share', 'Rows', 'Ref', 'Question'];
  const headings = uniqueHeadings([
    ...after,
    ...views.map(({ view }) => (view.by === 'section' ? 'Part' : view.title)),
    ...others,
    ...levels.map((words) => words.replace(/\s+/g, ' ').trim()),
  ]).slice(after.length);
  const firstCount = 3;
  const answered = firstCount + levels.length + others.length;
  const median = isChosenByLabel(scale) ? undefined : answered + 1;
  const share = (median ?? answered) + 1;
  const rows = share + views.length + 1;
  return {
    reference: 1,
    views: views.map((known, index) => ({ ...known, column: share + 1 + index, heading: headings[index] ?? '' })),
    question: 2,
    firstCount,
    counts: [
      ...headings.slice(views.length + others.length),
      ...headings.slice(views.length, views.length + others.length),
    ],
    levels: levels.length,
    answered,
    median,
    share,
    rows,
    belowTarget: hasTargets(instrument) ? rows + 2 : undefined,
  };
}

/** Undefined for a view in which a question may belong to several parts, or two parts have the same title. */
function onlyPart({ instrument }: RollUp, view: View): ViewColumn['partOf'] | undefined {
  const parts = partsOf(instrument, view);
  const labels = new Map(
    parts.flatMap((part) => part.items.map(({ item }) => [item.key, partLabel(view, part)] as const)),
  );
  const places = parts.reduce((sum, { items }) => sum + items.length, 0);
  const names = new Set(parts.map((part) => comparable(partLabel(view, part))));
  if (places !== labels.size || names.size !== parts.length) return undefined;
  return ({ item }) => labels.get(item.key);
}
