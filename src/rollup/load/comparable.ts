import { tidyText } from '../../response/tidyText.ts';

/** What was typed, so that differences of case and spacing don't count: for comparing, never for showing. */
export const comparable = (typed: string | number): string => tidyText(String(typed)).toLowerCase();
