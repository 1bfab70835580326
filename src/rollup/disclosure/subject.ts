import type { Section } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Answers } from '../../response/response.ts';

/** What one partner answered to one question, or in one row of its own. */
export interface Subject {
  readonly partner: Partner;
  readonly section: Section;
  /** Item key, or the section and number of a row that the partner added: `Participants 2`. */
  readonly question: string;
  readonly answers: Answers;
}
