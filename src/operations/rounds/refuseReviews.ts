import type { Instrument } from '../../instrument/model/schema.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { Refusal } from '../../refusal.ts';

/**
 * Refuses second opinions where only self-assessments make sense.
 *
 * @param why What holds of second opinions instead, as a sentence.
 */
export function refuseReviews(instrument: Instrument, why: string): void {
  if (!isReview(instrument)) return;
  throw new Refusal(
    'instrument.is-review',
    (input) =>
      `${instrument.key} is a review of ${instrument.reviews}. ${why} Leave ${input('instrument')} out, or name ${instrument.reviews}.`,
  );
}
