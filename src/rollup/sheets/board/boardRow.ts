import type { Instrument } from '../../../instrument/model/schema.ts';
import { hasTargets } from '../../../scoring/targets.ts';
import type { Content, Formula } from '../../../spreadsheet/plan/content.ts';
import { styledHeight } from '../../../spreadsheet/style/rowHeight.ts';
import { styleOf } from '../../../spreadsheet/style/theme.ts';
import { hasHighTargets } from '../../figures/targets.ts';

/** One finding of the sheet Board summary. */
export interface BoardRow {
  readonly topic: string;
  readonly finding: Formula | string;
  /** To the sheet with the detail. */
  readonly link: Content;
}

/** Priorities that are listed. */
export const maxPriorities = 5;

/** Questions of each kind that are listed: fewer where targets take lines of the page. */
export function maxQuestions(instrument: Instrument): number {
  if (hasHighTargets(instrument)) return 3;
  return hasTargets(instrument) ? 4 : 5;
}

/** The width of the column with the findings, in characters. */
export const findingWidth = 73;

const maxHeight = styledHeight('One line,\nand another', styleOf('text'), findingWidth);

/** Whether a text takes no more than two lines of that column, after some words. */
export const fitsAfter =
  (words = '') =>
  (text: string): boolean =>
    styledHeight(`${words}${text}`, styleOf('text'), findingWidth) <= maxHeight;
