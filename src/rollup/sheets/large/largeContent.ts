import type { CombinedScore } from '../../figures/combinedScores.ts';
import type { CountedGroup, CountedRollUp } from '../../figures/counts/countRollUp.ts';
import type { QuestionFigures } from '../../figures/questions.ts';
import type { Grouping } from '../../load/groups.ts';
import type { SheetMarks } from '../parts/content.ts';

/** A group of partners with its figures. */
export interface LargeGroup extends Omit<CountedGroup, 'counts'> {
  readonly scores: readonly CombinedScore[];
  readonly questions: readonly QuestionFigures[];
}

/** The data from which the sheets of a roll-up of very many partners are written: counts, and nobody's answers. */
export interface LargeContent extends SheetMarks {
  readonly rollUp: CountedRollUp;
  readonly made: Date;
  /** The grouping by which partners are compared. */
  readonly by: Grouping;
  /** The name of a region, if the roll-up does not cover all partners of the round. */
  readonly scope: string | undefined;
  readonly all: LargeGroup;
  /** By grouping, of those that divide the partners. */
  readonly groups: ReadonlyMap<Grouping, readonly LargeGroup[]>;
}
