import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import { isOnServer } from './dialect.ts';

/** What SQLite and PostgreSQL write differently inside a query. */

/** Whether an id is one of some, which are one parameter: there may be thousands. */
export const isOneOf = <Tables>(
  db: Kysely<Tables>,
  id: Expression<number>,
  ids: Iterable<number>,
): RawBuilder<boolean> => {
  const json = JSON.stringify([...ids]);
  // As an array they are looked up. In a join with them, the rows of a user who sees some regions only were all read.
  return isOnServer(db)
    ? sql`${id} = any (array(select value::integer from json_array_elements_text(${json}::json)))`
    : sql`${id} in (select value from json_each(${json}))`;
};

/** Rows that a query reads beside those of tables, all as one parameter, with the types of their columns. */
export const givenRows = <Tables, Column extends string>(
  db: Kysely<Tables>,
  columns: Readonly<Record<Column, 'integer' | 'bigint' | 'text'>>,
  rows: readonly (readonly (string | number)[])[],
): RawBuilder<Readonly<Record<Column, string | number>>> => {
  const json = JSON.stringify(rows);
  const named = Object.entries<string>(columns).map(([name, type], place) =>
    isOnServer(db)
      ? sql`(value ->> ${sql.lit(place)})::${sql.raw(type)} as ${sql.ref(name)}`
      : // SQLite makes an index only for columns of the type with which they are compared.
        sql`cast(value ->> ${sql.lit(place)} as ${sql.raw(type)}) as ${sql.ref(name)}`,
  );
  return isOnServer(db)
    ? sql`select ${sql.join(named)} from json_array_elements(${json}::json)`
    : sql`select ${sql.join(named)} from json_each(${json})`;
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
