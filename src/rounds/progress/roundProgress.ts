import type { Instrument } from '../../instrument/model/schema.ts';
import { type Message, messagesOf } from '../../register/rows/messages.ts';
import { storedFindings } from '../../register/rows/storedFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { type Checklist, checklists, type ItemCheck } from '../../scoring/plans/checklist.ts';
import { correctionsOf } from '../../workbook/read/correctionsOf.ts';
import { findingsAsDecided } from '../returns/findingsAsDecided.ts';
import { eachReturn } from '../returns/loadReturns.ts';
import type { PartnerStatus, ReturnSummary, Round } from '../round/roundStatus.ts';

/** How far one partner has come in a round. */
export interface PartnerProgress extends PartnerStatus {
  /** With errors: something in the counting return could not be read. Incomplete: only answers are missing. */
  readonly progress: 'not returned' | 'with errors' | 'incomplete' | 'done';
  /** What is open in the counting return; of its items, only those. */
  readonly counted: { readonly checklist: Checklist } | undefined;
  /** The e-mails to this partner, earliest first. */
  readonly messages: readonly Message[];
}

/** The progress of partners of a round, in their order. */
export async function roundProgress(
  register: Register,
  round: Round,
  instrument: Instrument,
  statuses: readonly PartnerStatus[],
): Promise<readonly PartnerProgress[]> {
  const messages = new Map<string, Message[]>();
  for (const message of await messagesOf(register, round)) {
    const own = messages.get(message.partner);
    if (own === undefined) messages.set(message.partner, [message]);
    else own.push(message);
  }
  const counting = new Map(
    statuses.flatMap((one) => (one.counting === undefined ? [] : [[one.counting.id, one.counting]])),
  );
  const returned = new Map<number, Pick<PartnerProgress, 'counted' | 'progress'>>();
  const check = checklists(instrument);
  const share = sharedItems();
  for await (const [id, { response }] of eachReturn(register, instrument, [...counting.keys()])) {
    const checklist = share(check(response));
    const isWrong = await hasErrors(register, instrument, counting.get(id), response);
    const progress = isWrong ? 'with errors' : checklist.open > 0 ? 'incomplete' : 'done';
    returned.set(id, { counted: { checklist }, progress });
  }
  const none = { counted: undefined, progress: 'not returned' } as const;
  return statuses.map((status) => ({
    ...status,
    ...(returned.get(status.counting?.id ?? -1) ?? none),
    messages: messages.get(status.partner.code) ?? [],
  }));
}

/**
 * Returns a function that leaves out of checklists what is complete, and makes one object of the same thing that is open at many
 * partners: of a whole country, all of them are in memory together.
 */
function sharedItems(): (checklist: Checklist) => Checklist {
  const known = new Map<string, ItemCheck>();
  const shared = (check: ItemCheck): ItemCheck => {
    const key = [check.item.key, ...check.unmet.map(({ number }) => number)].join(' ');
    const one = known.get(key) ?? check;
    known.set(key, one);
    return one;
  };
  return ({ items, ...rest }) => ({
    ...rest,
    items: items.flatMap((check) => (check.unmet.length === 0 ? [] : [shared(check)])),
  });
}

/** Only what the partner has to correct: not, for example, that a return is of another edition. */
async function hasErrors(
  register: Register,
  instrument: Instrument,
  counting: ReturnSummary | undefined,
  response: Response,
): Promise<boolean> {
  if (counting === undefined || counting.errors === 0) return false;
  const { id } = counting;
  const findings = await findingsAsDecided(register, id, await storedFindings(register, id));
  const corrections = correctionsOf(instrument, response, findings);
  return corrections.some(({ severity }) => severity === 'error');
}
