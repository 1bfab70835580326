import { unfinishedCopy } from '../copy/unfinishedCopy.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { versionSetting } from '../tables/versionSetting.ts';

/** What of a table is seen by users who see some regions only. */
interface Seen {
  /** A condition in SQL: the rows that they see. All follows from the partners that they see. */
  readonly rows: string;
  /** The columns that they see; all when absent. */
  readonly columns?: readonly string[];
}

const ofRounds = '(round, instrument) in (select p.round, p.instrument from partner p)';
export const ofPartners = '(round, instrument, partner) in (select p.round, p.instrument, p.code from partner p)';
export const ofWorkbooks = 'workbook in (select id from workbook)';
export const ofReturns = 'return_id in (select id from return)';

/**
 * Every table besides that of partners, of which the regions are. A subquery sees the rows alone that its user sees. Rows of
 * tables without a place here are seen by nobody else than the owner: the compiler demands each.
 */
export const rowsSeen: { readonly [Table in Exclude<keyof RegisterTables, 'partner'>]: Seen | 'none' } = {
  // Without the key of the seals, with which anybody could recognise the partners of an anonymous file.
  setting: { rows: `name in ('${versionSetting}', '${unfinishedCopy}')` },
  round: { rows: ofRounds },
  // A partner that became part of another may be one of an earlier round.
  round_change: {
    rows: `${ofRounds} and (partner is null or ${ofPartners}
      or (what in ('successors', 'undone') and partner in (select p.code from partner p)))`,
  },
  definition: { rows: 'true' },
  // Branding, wordings, and what workbooks show, such as the answers of the last round.
  detail: {
    rows: `digest in (select c.digest from workbook_content c) or digest in (select r.branding from round r)
      or digest in (select r.wording from round r)
      or digest in (select d.value from workbook w, jsonb_each_text(w.details::jsonb) d)`,
  },
  workbook: { rows: ofPartners },
  workbook_content: { rows: ofWorkbooks },
  file: {
    rows: 'sha256 in (select r.file from return r)',
    columns: ['sha256', 'name', 'received_at', 'encoding', 'size'],
  },
  return: { rows: ofWorkbooks },
  answer: { rows: ofReturns },
  finding: { rows: ofReturns },
  print: { rows: ofReturns },
  message: { rows: ofPartners },
  received_message: { rows: ofReturns },
  seen_message: 'none',
  agreement: { rows: '(round, instrument, area) in (select p.round, p.instrument, p.area_code from partner p)' },
  log: 'none',
};
