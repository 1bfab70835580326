import { type Kysely, sql } from 'kysely';
import { givenRows } from '../database/fragments.ts';
import { itemsSection } from '../rows/answerRows.ts';
import type { AnswerRow, RegisterTables } from '../tables/schema.ts';

/** Returns that are counted, by id, each with the number of the group with which it is. */
export type CountedReturns = ReadonlyMap<number, number>;

/** How many returns of a group have the same answer to a field of an item. */
export interface AnswerCount extends Omit<AnswerRow, 'return_id' | 'section'> {
  readonly group: number;
  readonly count: number;
}

/** What one answer adds to a sum that is made for each return. */
export interface AnswerWeight extends Pick<AnswerRow, 'subject' | 'field' | 'state' | 'value'> {
  /** The number of the sum. */
  readonly part: number;
  readonly weight: number;
}

/** How many returns of a group have the same sum. */
export interface SumCount {
  readonly group: number;
  readonly part: number;
  readonly sum: number;
  readonly count: number;
}

/** Returns that one query counts, so that what it sorts stays small. */
const atOnce = 5_000;

/** Counts equal answers to items, group by group. What is blank, or has no row, is in no count. */
export async function countAnswers(
  db: Kysely<RegisterTables>,
  returns: CountedReturns,
  fields: readonly string[],
): Promise<readonly AnswerCount[]> {
  const all: AnswerCount[] = [];
  for (const some of batches(returns)) {
    const { rows } = await sql<AnswerCount>`with counted as materialized (${groupsOf(db, some)})
      select counted.part_of as "group", answer.subject, answer.field, answer.state, answer.value, count(*) as count
      from counted cross join answer
      where answer.return_id = counted.id and answer.section = ${itemsSection} and answer.state <> 'blank'
        and answer.field in (${sql.join(fields)})
      group by counted.part_of, answer.subject, answer.field, answer.state, answer.value`.execute(db);
    all.push(...rows);
  }
  return all;
}

/**
 * Adds up, for each return and part, the weights of its answers to items, and counts equal sums, group by group. A return
 * without any such answer is in no count.
 */
export async function countSums(
  db: Kysely<RegisterTables>,
  returns: CountedReturns,
  weights: readonly AnswerWeight[],
): Promise<readonly SumCount[]> {
  if (weights.length === 0) return [];
  const fields = sql.join([...new Set(weights.map(({ field }) => field))]);
  const columns = {
    subject: 'text',
    field: 'text',
    state: 'text',
    value: 'text',
    part: 'integer',
    weight: 'bigint',
  } as const;
  const given = givenRows(
    db,
    columns,
    weights.map(({ subject, field, state, value, part, weight }) => [subject, field, state, value ?? '', part, weight]),
  );
  const all: SumCount[] = [];
  for (const some of batches(returns)) {
    // Answers are looked up by return before they meet their weights: PostgreSQL would look up each weight in each return.
    const { rows } = await sql<SumCount>`with counted as materialized (${groupsOf(db, some)}),
        weighed as materialized (${given}),
        own as materialized (
          select counted.part_of, answer.return_id, answer.subject, answer.field, answer.state,
            coalesce(answer.value, '') as value
          from counted cross join answer
          where answer.return_id = counted.id and answer.section = ${itemsSection} and answer.state <> 'blank'
            and answer.field in (${fields}))
      select part_of as "group", part, total as sum, count(*) as count
      from (
        select own.part_of, own.return_id, weighed.part, cast(sum(weighed.weight) as bigint) as total
        from own cross join weighed
        where weighed.subject = own.subject and weighed.field = own.field and weighed.state = own.state
          and weighed.value = own.value
        group by own.part_of, own.return_id, weighed.part) as sums
      group by part_of, part, total`.execute(db);
    all.push(...rows);
  }
  return all;
}

const groupsOf = (db: Kysely<RegisterTables>, returns: CountedReturns) =>
  givenRows(db, { id: 'integer', part_of: 'integer' }, [...returns]);

function* batches(returns: CountedReturns): Generator<CountedReturns> {
  const all = [...returns];
  for (let start = 0; start < all.length; start += atOnce) yield new Map(all.slice(start, start + atOnce));
}
