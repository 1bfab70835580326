import { type ItemInContext, viewsOf } from '../../instrument/model/traverse.ts';
import { type Movement, movementOf } from '../../scoring/plans/lastRound.ts';
import { bandNames } from '../../scoring/position.ts';
import { scoreOf } from '../../scoring/scorecard.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { calculationsColumn, movementNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** Shown in place of a position in the last round. */
const noPosition = { noReturn: 'No return', notThere: 'Not in that round' } as const;

/** All that may be shown as a position in the last round. */
export const lastPositions: readonly string[] = [...Object.values(bandNames), ...Object.values(noPosition)];

/**
 * The position of a part in the last round, by the questions of that round.
 *
 * @param part Its key.
 * @param view Its view, counted from 0. The whole instrument is in none.
 */
export function lastPosition({ instrument, lastRound }: WorkbookContent, part: string, view?: number): string {
  const then = lastRound?.scorecard;
  if (then === undefined) return noPosition.noReturn;
  const key = view === undefined ? undefined : viewsOf(instrument)[view]?.key;
  const parts = then.views.find((other) => other.view.key === key)?.parts;
  const score = view === undefined ? then.overall : parts?.find((other) => other.key === part);
  return score === undefined ? noPosition.notThere : bandNames[score.band];
}

/** In the order in which they are counted. */
const movements: readonly Movement[] = ['better', 'worse', 'same'];

/**
 * How many of a part's questions moved up, moved down or stayed, of those that can be compared.
 *
 * @param ofPart Whether a question of the calculations belongs to the part, as a factor of a product.
 */
export function movementFormula(
  content: WorkbookContent,
  items: readonly ItemInContext[],
  ofPart: string,
): Formula | undefined {
  const { layout, instrument, lastRound, response } = content;
  const column = layout.workings.columns.last?.movement;
  if (column === undefined) return undefined;
  const counts = movements.map(
    (movement) => `SUMPRODUCT(${ofPart}(${calculationsColumn(content, column)}="${movementNames[movement]}")*1)`,
  );
  const moved = items.map((context) => {
    const score = scoreOf(response, context);
    const level = score.state === 'answered' ? Number(score.value) : undefined;
    return movementOf(instrument, lastRound?.items.get(context.item.key), level);
  });
  const results = movements.map((movement) => moved.filter((found) => found === movement).length);
  const all = counts.join('+');
  const counted = movements.map((movement, index) => `${counts[index]}&" ${movementNames[movement]}`).join(', "&');
  const left = `IF(${items.length}=${all},"",", "&(${items.length}-(${all}))&" not compared")`;
  const compared = results.reduce((sum, count) => sum + count, 0);
  return {
    formula: `IF(${all}=0,"${nothingToCompare}",${counted}"&${left})`,
    result: compared === 0 ? nothingToCompare : movementText(results, items.length - compared),
  };
}

const nothingToCompare = 'Nothing to compare yet';

function movementText(counts: readonly number[], notCompared: number): string {
  const counted = movements.map((movement, index) => `${counts[index]} ${movementNames[movement]}`).join(', ');
  return notCompared === 0 ? counted : `${counted}, ${notCompared} not compared`;
}

/** A text that is as long as any for a number of questions. */
export const longestMovement = (questions: number): string =>
  movementText(
    movements.map(() => questions),
    questions,
  );
