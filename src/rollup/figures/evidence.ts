import type { Instrument } from '../../instrument/model/schema.ts';
import { fieldFor, itemsOf, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { type Answer, answerOf, blank, typedValue } from '../../response/response.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { type RollUp, returned } from '../load/rollUp.ts';

/** The evidence that a partner cites for its answer to a question. */
export interface CitedEvidence {
  readonly partner: Partner;
  readonly item: string;
  readonly question: string;
  readonly score: Answer;
  /** The score, by the option that was chosen; the mark for not applicable where a section has no scores. */
  readonly scoreShown: string | number;
  readonly evidence: string;
}

/** All cited evidence, by question, then in the order of partners; made as it is read. */
export const citedEvidence = (rollUp: RollUp): Iterable<CitedEvidence> => ({
  *[Symbol.iterator]() {
    const { instrument } = rollUp;
    const results = returned(rollUp);
    for (const { section, item } of itemsOf(instrument)) {
      const field = fieldFor(section, 'evidence');
      const scoreField = scoreFieldOf(section);
      const scale = scoreField === undefined ? undefined : scaleOf(instrument, scoreField);
      if (field === undefined) continue;
      for (const { partner, result } of results) {
        const typed = typedValue(answerOf(result.response, item.key, field.key));
        if (typed === undefined) continue;
        const score = scoreField === undefined ? blank : answerOf(result.response, item.key, scoreField.key);
        yield {
          partner,
          item: item.key,
          question: item.question,
          score,
          scoreShown: scoreField === undefined ? missingValueMarks.notApplicable : cellContent(score, scale),
          evidence: String(typed),
        };
      }
    }
  },
});

/** Whether partners are asked for evidence, in answers that may be shown. */
export const asksForEvidence = (instrument: Instrument): boolean =>
  instrument.aboutPeople !== true &&
  itemsOf(instrument).some(({ section }) => fieldFor(section, 'evidence') !== undefined);
