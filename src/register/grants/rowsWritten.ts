import type { RegisterTables } from '../tables/schema.ts';
import { ofPartners, ofReturns, ofWorkbooks } from './rowsSeen.ts';

/** What a user who records returns of some regions may write of a table, besides what `writerFunctions` do. */
interface Written {
  /** A condition in SQL: the rows, before and after. */
  readonly rows: string;
  readonly insert?: true;
  readonly delete?: true;
  /** The columns that may change. */
  readonly update?: readonly string[];
}

/** A decision about returns of one's own partner: what it says of the return of another would count as well. */
const ofOwnReturns = `${ofPartners} and undoes is null and what in ('settled', 'corrected', 'set aside', 'preferred')
  and not exists (
    select from jsonb_path_query(jsonb_build_array(before::jsonb, after::jsonb), (case what
      when 'preferred' then '$[*]' when 'set aside' then '$[*][*]' else '$[*][*].return' end)::jsonpath) named (id)
    where named.id <> 'null' and not exists (
      select from return r join workbook w on w.id = r.workbook where r.id = named.id::integer
      and (w.round, w.instrument, w.partner) = (round_change.round, round_change.instrument, round_change.partner)))`;

/** All follows from the partners that the user sees. What is of a whole round, or of several partners, is written by the owner alone. */
export const rowsWritten: { readonly [Table in keyof RegisterTables]?: Written } = {
  file: { rows: 'sha256 in (select r.file from return r)', update: ['received_at'] },
  return: { rows: ofWorkbooks, update: ['received_at', 'coverage', 'band'] },
  answer: { rows: ofReturns, insert: true },
  finding: { rows: ofReturns, insert: true, delete: true, update: ['position'] },
  print: { rows: ofReturns, insert: true },
  received_message: { rows: ofReturns, insert: true },
  message: {
    rows: ofPartners,
    ...{ insert: true, delete: true, update: ['message_id', 'recipient', 'state', 'at', 'detail', 'draft'] },
  },
  round_change: { rows: ofOwnReturns, insert: true },
};
