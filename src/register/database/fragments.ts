import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import { isOnServer } from './dialect.ts';

/** What SQLite and PostgreSQL write differently inside a query. */

/** The ids as one parameter, for `in`: there may be thousands. */
export const oneOfIds = <Tables>(db: Kysely<Tables>, ids: Iterable<number>): RawBuilder<number> => {
  const json = JSON.stringify([...ids]);
  return isOnServer(db)
    ? sql`(select value::integer from json_array_elements_text(${json}::json))`
    : sql`(select value from json_each(${json}))`;
};

/** All values of a group as one text. */
export const joined = <Tables>(
  db: Kysely<Tables>,
  value: Expression<unknown>,
  separator: string,
): RawBuilder<string> =>
  isOnServer(db) ? sql`string_agg((${value})::text, ${separator}::text)` : sql`group_concat(${value}, ${separator})`;

/** Whether a text contains another. */
export const contains = <Tables>(
  db: Kysely<Tables>,
  text: Expression<string>,
  sought: Expression<string>,
): RawBuilder<boolean> => (isOnServer(db) ? sql`strpos(${text}, ${sought}) > 0` : sql`instr(${text}, ${sought}) > 0`);
