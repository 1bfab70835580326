import type { Instrument } from '../../instrument/schema.ts';
import type { Round } from '../../register/roundStatus.ts';
import { fewestPartners } from '../anonymous.ts';
import { regionNames } from '../areaNames.ts';
import { type PartnerResult, type ReturnedResult, type RollUp, returned } from '../rollUp.ts';

/** What one partner sees beside its own answers. Nobody else is named in it. */
export interface Feedback {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly own: ReturnedResult;
  /** Everybody, and then the partner's region where it has one and others returned, too: else it is everybody. */
  readonly groups: readonly PeerGroup[];
}

/** Partners whose answers are told together, the one that sees them among them. */
export interface PeerGroup {
  /** As headings name it: `All`. */
  readonly label: string;
  /** Where they are, as sentences say it: `in your region, North,`. */
  readonly words: string;
  readonly issued: number;
  readonly returned: number;
  /** Undefined where so few others returned that what one of them answered could be worked out. */
  readonly results: readonly ReturnedResult[] | undefined;
}

/** For every partner that returned, in the order of the roll-up. */
export function feedbackOf(rollUp: RollUp): readonly Feedback[] {
  const { instrument, round, partners } = rollUp;
  const all = returned(rollUp);
  const regionOf = regionNames(partners.map(({ partner }) => partner));
  return all.map((own) => {
    const region = regionOf(own.partner);
    const inRegion = ({ partner }: PartnerResult): boolean => regionOf(partner) === region;
    const back = all.filter(inRegion);
    const outside = all.length - back.length;
    // The region taken away from all must not leave one or two either (practice G2).
    const isOpen = back.length - 1 >= fewestPartners && outside >= fewestPartners;
    const everybody: PeerGroup = {
      ...{ label: 'All', words: 'altogether', issued: partners.length, returned: all.length },
      results: all.length - 1 >= fewestPartners ? all : undefined,
    };
    if (region === undefined || outside === 0) return { instrument, round, own, groups: [everybody] };
    const near: PeerGroup = {
      ...{ label: 'Your region', words: `in your region, ${region},`, returned: back.length },
      issued: partners.filter(inRegion).length,
      results: isOpen ? back : undefined,
    };
    return { instrument, round, own, groups: [everybody, near] };
  });
}
