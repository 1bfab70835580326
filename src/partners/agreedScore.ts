import type { Answer } from '../response/response.ts';

/** What the partners of an area say together of one question, as it was recorded once. */
export interface AgreedScore {
  /** Code of the area, as the list of partners writes it. */
  readonly area: string;
  /** Key of the item. */
  readonly item: string;
  /** A level or not applicable; blank where what was agreed before is withdrawn. */
  readonly answer: Answer;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Roles and organisations, no names of people. */
  readonly present: string;
}
