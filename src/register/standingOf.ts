import { type Finding, finding } from '../finding.ts';
import { ukTime } from '../time.ts';
import type { Register } from './openRegister.ts';
import { countingReturn } from './roundStatus.ts';

/**
 * How an accepted return stands beside others of the same partner and round. It is worked out when it is told and not
 * kept, because a later return or a corrected date changes it.
 */
export async function standingOf(register: Register, id: number): Promise<readonly Finding[]> {
  const returns = await returnsBeside(register, id);
  const place = returns.findIndex((candidate) => candidate.id === id);
  const own = returns[place];
  const counting = countingReturn(returns);
  if (own === undefined || counting === undefined) return [];
  const { coverage } = own;
  if (counting !== own) {
    const facts = { counting: ukTime(counting.received), countingCoverage: counting.coverage, onTime: !counting.late };
    return [finding('return.does-not-count', {}, { coverage, ...facts })];
  }
  const earlier = countingReturn(returns.slice(0, place));
  if (earlier === undefined) return [];
  const facts = { earlier: ukTime(earlier.received), earlierCoverage: earlier.coverage };
  return [finding('return.supersedes', {}, { coverage, ...facts })];
}

interface Beside {
  readonly id: number;
  readonly received: Date;
  readonly late: boolean;
  readonly coverage: number | null;
}

/** The accepted returns of a return's partner and round, itself among them, earliest first. */
async function returnsBeside({ db }: Register, id: number): Promise<readonly Beside[]> {
  const rows = await db
    .selectFrom('return as own')
    .innerJoin('workbook as issued', 'issued.id', 'own.workbook')
    .innerJoin('workbook', (join) =>
      join
        .onRef('workbook.round', '=', 'issued.round')
        .onRef('workbook.instrument', '=', 'issued.instrument')
        .onRef('workbook.partner', '=', 'issued.partner'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.round', '=', 'issued.round').onRef('round.instrument', '=', 'issued.instrument'),
    )
    .innerJoin('return', 'return.workbook', 'workbook.id')
    .where('own.id', '=', id)
    .where('return.status', '=', 'accepted')
    .select(['return.id', 'return.received_at', 'return.coverage', 'round.due'])
    .orderBy('return.received_at')
    .orderBy('return.id')
    .execute();
  return rows.map(({ received_at, due, ...row }) => {
    const received = new Date(received_at);
    return { ...row, received, late: received > new Date(due) };
  });
}
