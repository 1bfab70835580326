import type { Finding } from '../../finding/index.ts';
import type { Response } from '../../response/response.ts';
import type { ExplainedReturn } from '../../rounds/returns/settleExplained.ts';
import type { Band } from '../../scoring/bands.ts';
import type { Print } from '../compare/prints.ts';

/** What came of a file. */
export type Outcome =
  | AcceptedOutcome
  | { readonly status: 'refused'; readonly workbook?: string; readonly findings: readonly Finding[] };

export interface AcceptedOutcome {
  readonly status: 'accepted';
  readonly workbook: string;
  readonly response: Response;
  readonly prints: readonly Print[];
  /** The share of the questions that apply which are answered, 0 to 1; undefined when none applies. */
  readonly coverage: number | undefined;
  /** The position of the whole. */
  readonly band: Band;
  readonly findings: readonly Finding[];
  /** The warnings among these that the partner explained; none if absent. */
  readonly explained?: ExplainedReturn;
}
