import { type Finding, finding, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { filledIn, type ResponseChanges, responseChanges } from '../../response/responseChanges.ts';
import { ukTime } from '../../time.ts';
import { changeFindings } from '../../workbook/read/changeFindings.ts';

/** A return of which the answers are compared with those of an earlier one. */
export interface OwnAnswers {
  /** Number of the return. */
  readonly id: number;
  /** The instrument that the round has now, by which both responses are read. */
  readonly instrument: Instrument;
  readonly response: Response;
  /** Where the answers are in the file of the return. */
  readonly places: readonly Place[];
}

export interface EarlierAnswers {
  readonly id: number;
  readonly response: Response;
  readonly received: Date;
}

/** The differences of a return from an earlier one of the same partner and round: in sum, then answer by answer. */
export function diffReturns(
  { id, instrument, response, places }: OwnAnswers,
  { id: earlierId, response: before, received }: EarlierAnswers,
): readonly Finding[] {
  const changes = responseChanges(instrument, before, response);
  const earlier = ukTime(received);
  const sum = summary({ id, earlier, earlierId }, changes);
  if (sum.code === 'return.same-answers') return [sum];
  // Of two halves, what each lacks needs no answer.
  const asked = sum.code === 'return.halves' ? { ...changes, added: [], emptied: [], removed: [] } : changes;
  return [sum, ...changeFindings(instrument, earlier, asked, places)];
}

interface Compared {
  readonly id: number;
  readonly earlier: string;
  readonly earlierId: number;
}

function summary({ id, earlier, earlierId }: Compared, changes: ResponseChanges): Finding {
  const [added, changed, emptied] = [changes.added.length, changes.changed.length, lostIn(changes)];
  if (added + changed + emptied === 0) return finding('return.same-answers', {}, { earlier });
  const counts = { earlier, added, changed, emptied };
  const doubt = doubtAbout(changes);
  if (doubt === 'halves') return finding('return.halves', {}, { id, earlierId, ...counts });
  return doubt === 'contradiction'
    ? finding('return.contradicts', {}, { id, earlierId, ...counts, before: changes.answeredBefore })
    : finding('return.differs', {}, counts);
}

/** Why a return may not be meant to replace an earlier one. */
export type Doubt = 'halves' | 'contradiction';

/** From so many answers on, and from this share of them, what differs looks like the work of somebody else. */
const contradiction = { answers: 5, share: 0.25 } as const;

/**
 * Whether a later return contradicts an earlier one, or is the other half of the work: each has what the other lacks, and less
 * is different than missing.
 */
export function doubtAbout(changes: ResponseChanges): Doubt | undefined {
  const lost = lostIn(changes);
  const contradicted = changes.changed.length + lost;
  if (contradicted < contradiction.answers || contradicted < changes.answeredBefore * contradiction.share) {
    return undefined;
  }
  return changes.added.length > 0 && lost > changes.changed.length ? 'halves' : 'contradiction';
}

const lostIn = ({ emptied, removed }: ResponseChanges): number =>
  emptied.length + removed.reduce((sum, { answers }) => sum + filledIn(answers), 0);
