import { type ItemInContext, viewsOf } from '../../instrument/model/traverse.ts';
import { bandName } from '../../scoring/bands.ts';
import { type Movement, movementOf } from '../../scoring/plans/lastRound.ts';
import { scoreOf } from '../../scoring/scorecard.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { calculationsColumn } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';

/**
 * The position of a part in the last round, by the questions of that round.
 *
 * @param part Its key.
 * @param view Its view, counted from 0. The whole instrument is in none.
 */
export function lastPosition({ words, instrument, lastRound }: WorkbookContent, part: string, view?: number): string {
  const then = lastRound?.scorecard;
  if (then === undefined) return words.scorecard.noReturn;
  const key = view === undefined ? undefined : viewsOf(instrument)[view]?.key;
  const parts = then.views.find((other) => other.view.key === key)?.parts;
  const score = view === undefined ? then.overall : parts?.find((other) => other.key === part);
  return score === undefined ? words.scorecard.isNew : bandName(score.band, words.bands);
}

/** In the order in which they are counted. */
const movements: readonly Movement[] = ['better', 'worse', 'same'];

/** Headings of these counts. */
export const movementHeadings = ({ words: { scorecard }, instrument }: WorkbookContent): readonly string[] =>
  instrument.reviews === undefined ? scorecard.movements : scorecard.movementsFromSelf;

/**
 * How many of a part's questions moved up, moved down and stayed, of those that can be compared.
 *
 * @param ofPart Whether a question of the calculations belongs to the part, as a factor of a product.
 */
export function movementFormulas(
  content: WorkbookContent,
  items: readonly ItemInContext[],
  ofPart: string,
): readonly Formula[] {
  const { words, layout, instrument, lastRound, response } = content;
  const column = layout.workings.columns.last?.movement;
  if (column === undefined) return [];
  const moved = items.map((context) => {
    const score = scoreOf(response, context);
    const level = score.state === 'answered' ? Number(score.value) : undefined;
    return movementOf(instrument, lastRound?.items.get(context.item.key), level);
  });
  return movements.map((movement) => ({
    formula: `SUMPRODUCT(${ofPart}(${calculationsColumn(content, column)}=${quotedText(words.movements[movement])})*1)`,
    result: moved.filter((found) => found === movement).length,
  }));
}
