import { type Finding, finding } from '../../finding/index.ts';
import { Refusal } from '../../refusal.ts';
import type { Register } from '../../register/tables/register.ts';
import { describeUkTime } from '../../time.ts';
import { type Region, requireRegion } from '../load/regions.ts';
import { type RollUp, type RoundPartners, returned } from '../load/rollUp.ts';
import { rollUpsInTurn } from '../load/rollUpsInTurn.ts';
import { byPseudonym, partnerHider } from './anonymousPartners.ts';
import { isDisclosed } from './disclosablePlaces.ts';
import { refuseIdentifying } from './identifying.ts';
import { disclosureThreshold } from './thresholds.ts';

/** A roll-up in which no partner can be recognised. Only `anonymise` makes one. */
export interface AnonymousRollUp extends RollUp {
  readonly anonymous: true;
  readonly [madeByDisclosure]: true;
}

declare const madeByDisclosure: unique symbol;

/** Every roll-up that was made anonymous here. A copy is not among them, since anything may have been changed in it. */
const made = new WeakSet<RollUp>();

export const isAnonymous = (rollUp: RollUp): rollUp is AnonymousRollUp => made.has(rollUp);

/**
 * Checks a roll-up before anything of it is written.
 *
 * @throws Refusal for a roll-up that is called anonymous and was not made by `anonymise`.
 */
export function checkAnonymity(rollUp: RollUp): void {
  if (rollUp.anonymous !== true || isAnonymous(rollUp)) return;
  throw new Refusal(
    'anonymous.not-made-by-disclosure',
    () => 'This roll-up is called anonymous and may name partners. Give what anonymise returned, unchanged.',
  );
}

/**
 * Removes everything by which a partner could be recognised and leaves the figures. Codes and names are replaced by pseudonyms,
 * typed text and times are suppressed, regions and areas below the threshold are merged, and partners are sorted by pseudonym.
 *
 * @param rollUp All partners of the round, even if one region is requested: secondary suppression needs the remainder of the total.
 * @param key The register's key, from which the pseudonyms are derived.
 * @param region Code or name of the region; all partners if absent.
 * @throws FindingsError if the number of returns is below the threshold.
 * @throws Refusal for a comparison with an earlier round, and for a region that has to be merged with others.
 */
export function anonymise(rollUp: RollUp, key: Uint8Array, region?: string): AnonymousRollUp {
  refuseIdentifying({ previous: rollUp.previous !== undefined });
  if (rollUp.region !== undefined) throw notByItself(rollUp.region);
  const own = region === undefined ? rollUp : disclosableRegion(rollUp, region).rollUp;
  const hide = partnerHider(own, key);
  const { agreed: _agreed, reviews: _reviews, region: _region, departed: _departed, ...rest } = own;
  const anonymous: RollUp = { ...rest, anonymous: true, partners: own.partners.map(hide).toSorted(byPseudonym) };
  markAnonymous(anonymous);
  return anonymous;
}

/** A round in which no partner can be recognised, and its answers in roll-ups of a few partners at a time. */
export interface AnonymousInTurn {
  readonly of: Omit<RoundPartners, 'departed'> & Pick<AnonymousRollUp, 'anonymous'>;
  readonly parts: AsyncIterable<RollUp>;
}

/**
 * Makes a round anonymous in the same way, of which all answers together may be more than memory holds.
 *
 * @throws FindingsError if the number of returns is below the threshold.
 */
export function anonymousInTurn(register: Register, { instrument, round, partners }: RoundPartners): AnonymousInTurn {
  const hide = partnerHider({ instrument, round, partners }, register.sealKey);
  const inOrder = partners
    .map((status) => ({ status, ...hide({ ...status, result: undefined }) }))
    .toSorted(byPseudonym);
  const of = {
    instrument,
    round,
    anonymous: true,
    partners: inOrder.map(({ status: _status, ...shown }) => shown),
  } as const;
  async function* parts(): AsyncGenerator<RollUp> {
    const named = { instrument, round, partners: inOrder.map(({ status }) => status) };
    for await (const part of rollUpsInTurn(register, named)) yield { ...of, partners: part.partners.map(hide) };
  }
  return { of, parts: parts() };
}

function markAnonymous(rollUp: RollUp): asserts rollUp is AnonymousRollUp {
  made.add(rollUp);
}

/** Warns while returns can still arrive: the difference of two anonymous files, before and after a return, discloses it. */
export const checkDeadlinePassed = (due: Date, now: Date): readonly Finding[] =>
  now < due ? [finding('output.before-deadline', {}, { due: describeUkTime(due) })] : [];

/** Returns a region, unless a roll-up of all merges it with others: its own roll-up would disclose theirs by subtraction. */
function disclosableRegion(all: RollUp, code: string): Region {
  const region = requireRegion(all, code);
  // A region below the threshold is refused for that reason.
  if (returned(region.rollUp).length < disclosureThreshold || isDisclosed(all.partners, region.name)) return region;
  throw notByItself(code);
}

const notByItself = (code: string): Refusal =>
  new Refusal(
    'anonymous.region',
    (input) =>
      `${input('anonymous')} ${input('region')} ${code}: an anonymous roll-up of all partners merges this region with others in which few returned, and a separate one would reveal them by subtraction. Leave ${input('region')} out.`,
  );
