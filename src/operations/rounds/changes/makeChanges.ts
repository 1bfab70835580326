import { type Finding, finding } from '../../../finding/index.ts';
import { Refusal } from '../../../refusal.ts';
import type { Register } from '../../../register/tables/register.ts';
import { loadChanges } from '../../../rounds/changes/loadChanges.ts';
import type { Author, RoundChange } from '../../../rounds/changes/roundChange.ts';
import { outdatedWorkbooks } from '../../../rounds/issue/outdatedWorkbooks.ts';
import { dueOf, type PartnerStatus, type Round } from '../../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../../time.ts';
import type { OperationContext } from '../operationContext.ts';
import type { RoundRequest } from '../roundsInUse.ts';

/** A change of a round, or of partners in it, and why it is made. */
export interface ChangeRequest extends RoundRequest {
  readonly reason: string;
}

/** A change of partners in a round. */
export interface PartnerChangeRequest extends ChangeRequest {
  /** Codes of the partners. */
  readonly partner: readonly string[];
}

/** A change that was made, with the present name of its round. */
export type MadeChange = RoundChange & { readonly round: string };

export interface MadeChanges {
  /** One for each instrument and partner; a number undoes it. */
  readonly changes: readonly MadeChange[];
  readonly findings: readonly Finding[];
}

/**
 * Makes changes in one transaction, or in that of a caller who makes others: all, or none where one is refused.
 *
 * @param make Checks them and makes them, and returns the numbers of their entries.
 * @throws Refusal for a reason that says nothing, and when nothing would change.
 */
export async function makeChanges(
  context: OperationContext,
  reason: string,
  make: (inside: OperationContext, author: Author) => Promise<readonly (number | undefined)[]>,
): Promise<readonly MadeChange[]> {
  const { register, by, now } = context;
  const author = { now: now(), reason: checkedReason(reason), ...(by === undefined ? {} : { by }) };
  const makeAll = async (inside: Register): Promise<readonly MadeChange[]> => {
    const ids = (await make({ ...context, register: inside }, author)).filter((id) => id !== undefined);
    if (ids.length === 0) {
      throw new Refusal('change.none', () => 'Nothing would change: that is how it is already.');
    }
    return madeChanges(inside, ids);
  };
  if (register.db.isTransaction) return makeAll(register);
  return register.db.transaction().execute((db) => makeAll({ ...register, db }));
}

/** The changes of these numbers, in their order. */
export async function madeChanges(register: Register, ids: readonly number[]): Promise<readonly MadeChange[]> {
  const rows = await register.db
    .selectFrom('round_change')
    .select(['round', 'instrument'])
    .distinct()
    .where('id', 'in', ids)
    .execute();
  const all: MadeChange[] = [];
  for (const key of rows) {
    for (const change of await loadChanges(register, key)) {
      if (ids.includes(change.id)) all.push({ ...change, round: key.round });
    }
  }
  return all.toSorted((a, b) => a.id - b.id);
}

/** A reason on one line. */
function checkedReason(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length > 0 && line.length <= 200) return line;
  throw new Refusal(
    'text.unusable',
    (input) =>
      `${input('reason')} is ${line.length === 0 ? 'empty' : 'too long'}: say why in up to 200 characters, as in ${input('reason')} "asked for by telephone".`,
  );
}

/** The partners of which the workbook says another deadline than they have, with the command that renews it. */
export async function outdatedFindings(
  register: Register,
  round: Round,
  partners: readonly PartnerStatus[],
): Promise<readonly Finding[]> {
  const known = new Map(partners.map((status) => [status.partner.code, status]));
  return (await outdatedWorkbooks(register, round)).flatMap(({ partner: code, says }) => {
    const status = known.get(code);
    if (status === undefined) return [];
    const facts = {
      partner: status.partner.name,
      says: describeUkTime(says),
      due: describeUkTime(dueOf(round, status)),
    };
    return [finding('round.other-deadline', { key: code }, { ...facts, code, round: round.round })];
  });
}
