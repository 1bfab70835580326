import { type Finding, finding, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { filledIn, type ResponseChanges, responseChanges } from '../../response/responseChanges.ts';
import { ukTime } from '../../time.ts';
import { changeFindings } from '../../workbook/read/changeFindings.ts';

/** A return of which the answers are compared with those of an earlier one. */
export interface OwnAnswers {
  /** The instrument that the round has now, by which both responses are read. */
  readonly instrument: Instrument;
  readonly response: Response;
  /** Where the answers are in the file of the return. */
  readonly places: readonly Place[];
}

export interface EarlierAnswers {
  readonly response: Response;
  readonly received: Date;
}

/** The differences of a return from an earlier one of the same partner and round: in sum, then answer by answer. */
export function diffReturns(
  { instrument, response, places }: OwnAnswers,
  { response: before, received }: EarlierAnswers,
): readonly Finding[] {
  const changes = responseChanges(instrument, before, response);
  const earlier = ukTime(received);
  const sum = summary(earlier, changes);
  if (sum.code === 'return.same-answers') return [sum];
  return [sum, ...changeFindings(instrument, earlier, changes, places)];
}

/** From so many answers on, and from this share of them, what differs looks like the work of somebody else. */
const contradiction = { answers: 5, share: 0.25 } as const;

function summary(earlier: string, { answeredBefore, added, changed, emptied, removed }: ResponseChanges): Finding {
  const lost = emptied.length + removed.reduce((sum, { answers }) => sum + filledIn(answers), 0);
  const contradicted = changed.length + lost;
  if (contradicted + added.length === 0) return finding('return.same-answers', {}, { earlier });
  const counts = { earlier, added: added.length, changed: changed.length, emptied: lost };
  return contradicted >= contradiction.answers && contradicted >= answeredBefore * contradiction.share
    ? finding('return.contradicts', {}, { ...counts, before: answeredBefore })
    : finding('return.differs', {}, counts);
}
