import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { withComputed } from '../figures/withComputed.ts';
import type { PartnerFacts } from './askedBy.ts';
import { withConditions } from './withConditions.ts';

/**
 * The response with everything that follows from its answers: which questions are not asked, and the figures that are
 * computed; and with what its numbers are compared with.
 */
export function withDerived(instrument: Instrument, response: Response, partner: PartnerFacts): Response {
  const derived = withComputed(instrument, withConditions(instrument, response, partner));
  const { lastFigures } = partner;
  return lastFigures === undefined ? derived : { ...derived, lastFigures };
}
