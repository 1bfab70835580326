import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import { countingReturn } from '../../rounds/round/roundStatus.ts';
import { ukTime } from '../../time.ts';
import { alikeOthers } from './alikeOthers.ts';
import { diffReturns } from './diffReturns.ts';

/**
 * How an accepted return compares with the others of its round: with those of other partners, and with those of the same
 * partner, the one among them that counted before it came. It is worked out when it is shown and not stored, because a later
 * return or a corrected date changes it.
 *
 * @param installed The instruments that are installed.
 */
export async function compareReturn(
  register: Register,
  installed: readonly Instrument[],
  id: number,
): Promise<readonly Finding[]> {
  return [...(await alikeOthers(register, id)), ...(await besideOwn(register, installed, id))];
}

async function besideOwn(
  register: Register,
  installed: readonly Instrument[],
  id: number,
): Promise<readonly Finding[]> {
  const returns = await returnsBeside(register, id);
  const place = returns.findIndex((candidate) => candidate.id === id);
  const own = returns[place];
  const counting = countingReturn(returns);
  if (own === undefined || counting === undefined) return [];
  const earlier = countingReturn(returns.slice(0, place));
  const changes = earlier === undefined ? [] : await diffReturns(register, installed, id, earlier);
  // Which of two returns with the same answers counts makes no difference.
  const isSame = changes.some(({ code }) => code === 'return.same-answers');
  if (isSame && (counting === own || counting === earlier)) return changes;
  return [...whichCounts(own, counting, earlier), ...changes];
}

function whichCounts(own: Beside, counting: Beside, earlier: Beside | undefined): readonly Finding[] {
  const { coverage } = own;
  if (counting !== own) {
    const facts = { counting: ukTime(counting.received), countingCoverage: counting.coverage, onTime: !counting.late };
    return [finding('return.does-not-count', {}, { coverage, ...facts })];
  }
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
    const received = storedTime(received_at, `the time at which return ${row.id} came`);
    return { ...row, received, late: received > storedTime(due, 'the deadline of its round') };
  });
}
