import { tidyText } from '../../response/tidyText.ts';

/** A typed text without differences of case and spacing: for comparing, never for showing. */
export const comparable = (typed: string | number): string => tidyText(String(typed)).toLowerCase();
