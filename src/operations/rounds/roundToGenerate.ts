import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { PartnerColumn } from '../../partners/parsePartnerList.ts';
import type { Partner } from '../../partners/partner.ts';
import { Refusal } from '../../refusal.ts';
import { messagesOf } from '../../register/rows/messages.ts';
import type { Register } from '../../register/tables/register.ts';
import { correctedPartners } from '../../rounds/issue/correctedPartners.ts';
import { describeDeparture } from '../../rounds/round/describeDeparture.ts';
import { type Round, roundsNamed, wholeStatus } from '../../rounds/round/roundStatus.ts';
import { checkDeparted } from './checkCodes.ts';
import { checkOpen } from './checkOpen.ts';
import type { OperationContext } from './operationContext.ts';
import { onlyRound } from './roundsInUse.ts';

/** A list of partners, with the name by which it is reported. */
export interface NamedList {
  readonly name: string;
  readonly partners: readonly Partner[];
  /** Its columns, from which facts are given to partners; none if absent. */
  readonly columns?: readonly PartnerColumn[];
  /** What was noticed while it was read, to be reported. */
  readonly findings?: readonly Finding[];
}

/** A round to be generated, and what it was before. */
export interface RoundToGenerate {
  readonly instrument: Instrument;
  /** Undefined for a new round. */
  readonly before: Round | undefined;
  /** The deadline of the round. */
  readonly due: Date;
  /** The partners that take part. */
  readonly list: NamedList;
  /** Whether workbooks may have reached partners. */
  readonly areOut: boolean;
  /** What the list has, and the round no longer: partners that left, and names and addresses that were corrected. */
  readonly findings: readonly Finding[];
}

interface Given {
  readonly instrument?: Instrument;
  readonly round: string;
  readonly due?: Date;
  readonly list?: NamedList;
  readonly partner?: readonly string[];
}

/**
 * The round that is asked for. What is left out is as before.
 *
 * @throws Refusal when something is left out of a new round, when the round is closed, or for a partner that has left it.
 */
export async function roundToGenerate(context: OperationContext, given: Given): Promise<RoundToGenerate> {
  const { register } = context;
  const named = await roundsNamed(register, given.round);
  if (given.instrument === undefined && named.length === 0) throw missing(given.round, 'instrument');
  const instrument = given.instrument ?? (await onlyRound(context, { round: given.round })).instrument;
  const before = named.find((one) => one.instrument === instrument.key);
  const due = given.due ?? before?.due;
  if (due === undefined) throw missing(given.round, 'due');
  if (before === undefined) {
    if (given.list === undefined) throw missing(given.round, 'partners');
    return { instrument, before, due, list: given.list, areOut: false, findings: [] };
  }
  checkOpen(before, context.now());
  const { takingPart, departed } = await wholeStatus(register, before);
  checkDeparted(given.partner, departed);
  const name = `round ${before.round}`;
  const list = given.list ?? { name, partners: takingPart.map(({ partner }) => partner) };
  const inList = departed.filter(({ partner: { code } }) => list.partners.some((partner) => partner.code === code));
  const gone = new Set(departed.map(({ partner }) => partner.code));
  const present = list.partners.filter(({ code }) => !gone.has(code));
  const { partners, notInList } = await correctedPartners(register, before, present);
  const came = [...takingPart, ...departed].some(({ returns, refused }) => returns.length + refused > 0);
  return {
    ...{ instrument, before, due },
    list: { ...list, partners },
    areOut: came || (await wereSent(register, before)),
    findings: [
      ...inList.map((status) =>
        finding(
          'round.left-in-list',
          { key: status.partner.code },
          {
            ...{ code: status.partner.code, partner: status.partner.name },
            ...{ how: describeDeparture(status), round: before.round },
          },
        ),
      ),
      // Without a list there is nothing to correct in it.
      ...(given.list === undefined ? [] : notInList).map(({ partner: key, ...facts }) =>
        finding('round.corrected-since', { key }, facts),
      ),
    ],
  };
}

/** A message with a workbook may have reached somebody; a draft may have been sent by hand. */
async function wereSent(register: Register, round: Round): Promise<boolean> {
  const messages = await messagesOf(register, round);
  return messages.some(({ kind, state }) => kind === 'sending' && state !== 'refused' && state !== 'bounced');
}

function missing(round: string, what: 'instrument' | 'due' | 'partners'): Refusal {
  const needs = {
    instrument: () => 'Name its instrument, as in "generate pct-self-assessment", or check the name of the round.',
    due: (input: (name: string) => string) => `Give its deadline, as in ${input('due')} "2026-12-18 12:00".`,
    partners: (input: (name: string) => string) =>
      `Give the list of its partners, as in ${input('partners')} partners.csv.`,
  };
  return new Refusal('round.new', (input) => `Round ${round} is new. ${needs[what](input)}`);
}
