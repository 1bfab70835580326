import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/** The functions that users who record returns may call, with their parameters. */
export const writerFunctions: readonly string[] = [
  'is_sealed(text, text)',
  'enter_return(text, bytea, text, text, text, double precision, text)',
  'enter_log(text, text, text, text, text, boolean)',
];

/**
 * Makes the functions by which users who see some regions only record what is of their partners, in a transaction: they run with
 * the rights of the owner of the tables, and judge by who is signed in. None of them gives away the key of the seals, nor whether
 * there is anything of another region.
 */
export async function makeWriterFunctions(db: Kysely<RegisterTables>): Promise<void> {
  const { rows } = await sql<{ schema: string; owner: string }>`
    select current_schema() as schema, relowner::regrole::text as owner
    from pg_class where oid = 'partner'::regclass`.execute(db);
  const { schema = 'public', owner = '' } = rows[0] ?? {};
  for (const { name, text } of functionsIn(schema)) {
    await sql.raw(text).execute(db);
    await sql.raw(`alter function ${name} owner to ${owner}`).execute(db);
    await sql.raw(`revoke all on function ${name} from public`).execute(db);
  }
}

interface ServerFunction {
  readonly name: string;
  readonly text: string;
}

function functionsIn(schema: string): readonly ServerFunction[] {
  const path = `"${schema.replaceAll('"', '""')}", pg_temp`;
  const made = (
    name: string,
    head: string,
    kind: 'language sql stable' | 'language plpgsql',
    body: string,
  ): ServerFunction => ({
    name,
    text: `create or replace function ${head} ${kind} security definer set search_path = ${path} as $body$ ${body} $body$`,
  });
  return [
    made(
      'sees_partner(text, text, text)',
      'sees_partner(of_round text, of_instrument text, of_code text) returns boolean',
      'language sql stable',
      `select exists (select from partner p join pg_catalog.pg_policies g
        on g.schemaname = current_schema() and g.tablename = 'partner' and g.policyname = 'region ' || p.region_code
        where (p.round, p.instrument, p.code) = (of_round, of_instrument, of_code) and session_user = any (g.roles))`,
    ),
    made(
      'sees_workbook(text)',
      'sees_workbook(of_id text) returns boolean',
      'language sql stable',
      'select exists (select from workbook w where w.id = of_id and sees_partner(w.round, w.instrument, w.partner))',
    ),
    // HMAC-SHA-256 (RFC 2104), with the key as long as a block.
    made(
      'keyed_digest(text)',
      'keyed_digest(message text) returns text',
      'language plpgsql',
      `declare
        key bytea := (select decode(value, 'hex') from setting where name = 'seal key');
        inside bytea; outside bytea;
      begin
        key := key || decode(repeat('00', 64 - length(key)), 'hex');
        inside := key; outside := key;
        for place in 0..63 loop
          inside := set_byte(inside, place, get_byte(key, place) # 54);
          outside := set_byte(outside, place, get_byte(key, place) # 92);
        end loop;
        return encode(sha256(outside || sha256(inside || convert_to(message, 'UTF8'))), 'hex');
      end`,
    ),
    made(
      'is_sealed(text, text)',
      'is_sealed(message text, seal text) returns boolean',
      'language sql stable',
      'select keyed_digest(message) = seal',
    ),
    made(
      'enter_return(text, bytea, text, text, text, double precision, text)',
      `enter_return(file_name text, file_bytes bytea, came text, new_status text, new_workbook text,
        new_coverage double precision, new_band text) returns integer`,
      'language plpgsql',
      `declare
        digest text := encode(sha256(file_bytes), 'hex');
        made integer;
      begin
        if not sees_workbook(new_workbook) or new_status not in ('accepted', 'refused') then
          raise insufficient_privilege using message = 'the return is not of a partner that the user sees';
        end if;
        delete from return where file = digest and status = 'refused' and (workbook is null or sees_workbook(workbook));
        if exists (select from return where file = digest and sees_workbook(workbook)) then return null; end if;
        insert into file (sha256, name, bytes, received_at, encoding, size)
          values (digest, file_name, file_bytes, came, 'plain', length(file_bytes))
          on conflict (sha256) do update set received_at = excluded.received_at, bytes = excluded.bytes,
            encoding = excluded.encoding, size = excluded.size
          where not exists (select from return where file = digest);
        insert into return (file, status, workbook, received_at, coverage, band)
          values (digest, new_status, new_workbook, came, new_coverage, new_band)
          on conflict (file) do nothing returning id into made;
        if made is null then
          raise insufficient_privilege using message = 'the return is not of a partner that the user sees';
        end if;
        return made;
      end`,
    ),
    made(
      'enter_log(text, text, text, text, text, boolean)',
      `enter_log(entry_at text, entry_what text, entry_details text, entry_about text, entry_digest text,
        if_changed boolean) returns void`,
      'language plpgsql',
      `declare
        subject jsonb := entry_about::jsonb;
        own boolean := case subject ->> 0
          when 'return' then
            (select sees_workbook(r.workbook) from return r where r.file = subject ->> 1)
          when 'message' then
            coalesce((select sees_partner(m.round, m.instrument, m.partner) from message m
              where m.id = (subject ->> 1)::integer), entry_digest = '')
          when 'round change' then
            (select sees_partner(c.round, c.instrument, c.partner) from round_change c
              where c.id = (subject ->> 1)::integer)
        end;
        before text; new_chain text; new_id integer;
      begin
        if own is not true then
          raise insufficient_privilege using message = 'the entry is not about a partner that the user sees';
        end if;
        if if_changed and entry_digest = (select digest from log where about = entry_about order by id desc limit 1) then
          return;
        end if;
        perform pg_advisory_xact_lock(hashtext('scorebook log'), hashtext(current_schema()));
        select chain into before from log order by id desc limit 1;
        new_chain := keyed_digest('[' || concat_ws(',', to_json(coalesce(before, '')), to_json(entry_at),
          to_json(entry_what), to_json(entry_details), to_json(entry_about), to_json(entry_digest)) || ']');
        insert into log (at, what, details, about, digest, chain)
          values (entry_at, entry_what, entry_details, entry_about, entry_digest, new_chain) returning id into new_id;
        update setting set value = '{"id":' || new_id || ',"chain":"' || new_chain || '"}' where name = 'log head';
      end`,
    ),
  ];
}
