import { FindingsError, finding } from '../../finding/index.ts';
import { responseCompactor } from '../../response/compactResponse.ts';
import type { PartnerStatus, ReturnSummary } from '../../rounds/round/roundStatus.ts';
import type { PartnerResult, RoundPartners } from '../load/rollUp.ts';
import { disclosablePlaces } from './disclosablePlaces.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { suppressText } from './suppressText.ts';
import { disclosureThreshold } from './thresholds.ts';

/** Times are suppressed: they could identify a partner. */
const noTime = new Date(0);

/** Of few returns, even the number of those that were late, or assigned by hand, could identify a partner. */
const noIdentification = { late: false, isByHand: false } as const;

const order = ({ partner: { regionName = '', code } }: PartnerStatus): string => `${regionName}\n${code}`;

/** Sorts anonymous partners, by region and by pseudonym. */
export const byPseudonym = (a: PartnerStatus, b: PartnerStatus): number => (order(a) < order(b) ? -1 : 1);

/**
 * Returns a function that removes everything by which a partner of the round could be recognised, also from its answers.
 *
 * @throws FindingsError if the number of returns is below the threshold.
 */
export function partnerHider(
  { instrument, round, partners }: Omit<RoundPartners, 'departed'>,
  key: Uint8Array,
): (partner: PartnerResult) => PartnerResult {
  const count = partners.filter(({ counting }) => counting !== undefined).length;
  if (count < disclosureThreshold) {
    throw new FindingsError([finding('anonymous.too-few', {}, { returned: count, fewest: disclosureThreshold })]);
  }
  const replace = pseudonymsOf(key, round);
  const placeOf = disclosablePlaces(partners);
  const compact = responseCompactor(instrument);
  return ({ partner, counting, result }) => {
    const code = replace(partner.code);
    const shown = counting && withoutDecisions({ ...counting, ...noIdentification, id: 0, received: noTime });
    return {
      partner: { code, name: `Partner ${code}`, ...placeOf(partner) },
      issued: noTime,
      returns: shown === undefined ? [] : [shown],
      refused: 0,
      counting: shown,
      result: result && {
        scorecard: result.scorecard,
        response: compact(suppressText(instrument, result.response, replace)),
      },
    };
  };
}

/** Who knows what was decided about a return would recognise its partner. */
const withoutDecisions = ({
  setAside: _setAside,
  preferred: _preferred,
  isPart: _isPart,
  isPaper: _isPaper,
  of: _of,
  corrected: _corrected,
  ...rest
}: ReturnSummary): ReturnSummary => rest;
