import { viewsOf } from '../../instrument/model/traverse.ts';
import { type Part, type PartScore, partsOf } from '../../scoring/scorecard.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { PerspectivesBlock } from '../layout/layout.ts';

/** A part of a view by groups, and where its cells are. */
export interface Perspective {
  readonly part: Part;
  readonly score: PartScore;
  /** Its view and its place in it, both counted from 0. */
  readonly view: number;
  readonly at: number;
  readonly column: number;
  readonly rows: PerspectivesBlock['rows'];
  /** Its row of the scorecard. */
  readonly scoredRow: number;
}

/** The perspectives of a block, from left to right. */
export function perspectivesIn(
  { instrument, layout, scorecard }: WorkbookContent,
  { view: index, parts: places, rows }: PerspectivesBlock,
): readonly Perspective[] {
  const view = viewsOf(instrument)[index];
  const parts = view === undefined ? [] : partsOf(instrument, view);
  return places.flatMap((at, beside): Perspective[] => {
    const [part, score] = [parts[at], scorecard.views[index]?.parts[at]];
    const scoredRow = (layout.scorecard.views[index]?.firstRow ?? 0) + at;
    if (part === undefined || score === undefined) return [];
    return [{ part, score, view: index, at, column: 2 + beside, rows, scoredRow }];
  });
}
