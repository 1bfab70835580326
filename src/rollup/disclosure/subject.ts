import type { Field, Section } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Answers } from '../../response/response.ts';

/** The answers of one partner to one question, or in one row that it added. */
export interface Subject {
  readonly partner: Partner;
  readonly section: Section;
  /** What was asked. */
  readonly fields: readonly Field[];
  /** Item key, or the section and number of a row that the partner added: `Participants 2`. */
  readonly question: string;
  readonly answers: Answers;
  /** Keys of the fields of which the answer was corrected after it had come; none if absent. */
  readonly corrected?: ReadonlySet<string>;
  /** Present if an analyst entered them from paper. */
  readonly isPaper?: true;
}
