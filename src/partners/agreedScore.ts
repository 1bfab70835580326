import type { Answer } from '../response/response.ts';

/** A score on which the partners of an area agreed for one question, as recorded once. */
export interface AgreedScore {
  /** Code of the area, in the spelling of the list of partners. */
  readonly area: string;
  /** Key of the item. */
  readonly item: string;
  /** A level or not applicable; blank if an earlier agreed score is withdrawn. */
  readonly answer: Answer;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Roles and organisations, no names of people. */
  readonly present: string;
}
