import type { Instrument } from '../instrument/model/schema.ts';
import { Refusal } from '../refusal.ts';
import type { Register } from '../register/tables/register.ts';
import { csvDictionary } from '../rollup/export/csv.ts';
import { type DataFile, partitionsOf } from '../rollup/export/partitions.ts';
import { countRollUp } from '../rollup/figures/counts/countRollUp.ts';
import type { Grouping } from '../rollup/load/groups.ts';
import type { RoundPartners } from '../rollup/load/rollUp.ts';
import { type LargeRollUpOptions, writeLargeRollUp } from '../rollup/writeLargeRollUp.ts';

/**
 * Partners that a roll-up shows one by one. Of more, nobody reads a list; the scores of a hundred questions are more rows than
 * an Excel sheet has; and all their answers together take more than half a gigabyte of memory.
 */
export const maxPartners = 10_000;

/** All answers of a roll-up, in a folder beside it. They are read while they are saved: the register has to stay open. */
export interface RollUpData {
  readonly files: AsyncIterable<DataFile>;
  readonly dictionary: Iterable<Uint8Array>;
}

/** Whether partners can be counted without being shown. Answers about people are put in an order for which all are needed. */
export const canBeLarge = ({ scorecard, aboutPeople }: Instrument): boolean =>
  scorecard !== undefined && aboutPeople !== true;

/** Options of a roll-up that need partners one by one. */
export type NeedsPartners = Readonly<Partial<Record<'previous' | 'anonymous' | 'overdueAt', unknown>>>;

/**
 * Refuses what a roll-up of so many partners does not have.
 *
 * @throws Refusal with what to do instead.
 */
export function refuseForMany({ round, partners }: RoundPartners, given: NeedsPartners): void {
  const asked = (['previous', 'anonymous', 'overdueAt'] as const).filter((name) => given[name] !== undefined);
  if (asked.length === 0) return;
  throw new Refusal('roll-up.of-many', (input) => {
    const [count, max] = [partners.length, maxPartners].map((number) => number.toLocaleString('en-GB'));
    const options = asked.map(input).join(' and ');
    const cure = asked.includes('anonymous')
      ? `Leave ${options} out`
      : `Leave ${options} out, or give a region of fewer partners with ${input('region')}`;
    return `${options}: round "${round.round}" has ${count} partners here. A roll-up of more than ${max} counts them and shows none by itself. ${cure}.`;
  });
}

/** Rolls up partners by counting them, with all their answers as data beside it. */
export async function largeRollUp(
  register: Register,
  of: RoundPartners,
  made: Date,
  { by = 'region', ...options }: Omit<LargeRollUpOptions, 'by'> & { readonly by?: Grouping },
): Promise<{ readonly returned: number; readonly bytes: Uint8Array; readonly data: RollUpData }> {
  const groupings: readonly Grouping[] = by === 'kind' ? [by] : [by, 'kind'];
  const counted = await countRollUp(register, of, groupings);
  return {
    returned: counted.all.returned,
    bytes: await writeLargeRollUp(counted, made, { by, ...options }),
    data: { files: partitionsOf(register, of), dictionary: csvDictionary(of) },
  };
}
