import type { Instrument } from '../../instrument/model/schema.ts';
import { describeUkTime } from '../../time.ts';
import { describeAuthor } from '../changes/describeChange.ts';
import { describeDecision } from './describeDecision.ts';
import { describeDeparture } from './describeDeparture.ts';
import type { DepartedStatus, PartnerStatus, Round } from './roundStatus.ts';
import { describeUncounted, type UncountedReview } from './uncountedReviews.ts';

/** A round with what became of its partners. */
export interface RoundCourse {
  readonly round: Pick<Round, 'closes'>;
  readonly instrument: Pick<Instrument, 'aboutPeople'>;
  readonly partners: readonly Pick<PartnerStatus, 'partner' | 'extension' | 'decisions'>[];
  readonly departed: readonly Pick<DepartedStatus, 'partner' | 'departure'>[];
  /** The reviews that do not count. */
  readonly uncounted: readonly UncountedReview[];
}

/** What changed in the course of a round and bears on its figures: a topic, and a sentence for each change. */
export function describeCourse({
  round,
  instrument,
  partners,
  departed,
  uncounted,
}: RoundCourse): readonly (readonly [topic: string, text: string])[] {
  const left = departed.map((one) => `${one.partner.code} ${one.partner.name} ${describeDeparture(one)}.`);
  const later = partners.flatMap(({ partner, extension }) =>
    typeof extension?.after !== 'string'
      ? []
      : [
          `${partner.code} ${partner.name}: ${describeUkTime(new Date(extension.after))}, agreed ${describeAuthor(extension)}.`,
        ],
  );
  const reviews = describeUncounted(uncounted);
  return [
    ...(left.length === 0 ? [] : [['Left the round', left.join(' ')] as const]),
    ...(reviews.length === 0 ? [] : [['Reviews that do not count', reviews.join(' ')] as const]),
    ...(later.length === 0 ? [] : [['Later deadlines', later.join(' ')] as const]),
    ...partners.flatMap(({ decisions = [] }) =>
      decisions.map((one) => ['Decided', `${describeDecision(one, instrument)}.`] as const),
    ),
    ...(round.closes === undefined
      ? []
      : [['Closed', `What came after ${describeUkTime(round.closes)} does not count.`] as const]),
  ];
}
