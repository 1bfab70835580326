import type { ReadLimits } from './limits.ts';
import { moreThan } from './refusals.ts';

/** Throws `return.over-limit` for a text that no cell can hold; escapes such as `_x000D_` count as they are written. */
export function checkCellText({ length }: string, { cellCharacters }: ReadLimits): void {
  if (length > cellCharacters) throw moreThan('number of characters in one cell', cellCharacters);
}
