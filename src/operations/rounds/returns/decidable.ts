import { Refusal } from '../../../refusal.ts';
import type { OpenDatabase } from '../../../register/tables/openDatabase.ts';
import type { Register } from '../../../register/tables/register.ts';
import type { RoundKey } from '../../../rounds/changes/storedValue.ts';
import { type PartnerStatus, roundsNamed, wholeStatus } from '../../../rounds/round/roundStatus.ts';
import { unknownReturn } from '../unknownReturn.ts';

/** An accepted return about which something can be decided. */
export interface Decidable {
  readonly key: RoundKey;
  /** Code of the partner. */
  readonly partner: string;
}

/** @throws Refusal for a number that no return has, and for a return that was refused. */
export async function decidable({ db }: OpenDatabase, id: number): Promise<Decidable> {
  const found = await db
    .selectFrom('return')
    .leftJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['return.status', 'workbook.round', 'workbook.instrument', 'workbook.partner'])
    .where('return.id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw unknownReturn(id);
  const { status, round, instrument, partner } = found;
  if (status !== 'accepted' || round === null || instrument === null || partner === null) {
    throw new Refusal(
      'return.was-refused',
      () => `Return ${id} was refused when it was imported, and does not count anyway. Its findings say what to do.`,
    );
  }
  return { key: { round, instrument }, partner };
}

/** The state of a partner in a round, also of one that left it. */
export async function statusOf(register: Register, key: RoundKey, partner: string): Promise<PartnerStatus | undefined> {
  const [round] = (await roundsNamed(register, key.round)).filter(({ instrument }) => instrument === key.instrument);
  if (round === undefined) return undefined;
  const { takingPart, departed } = await wholeStatus(register, round);
  return [...takingPart, ...departed].find((one) => one.partner.code === partner);
}
