import type { RegisterTables } from '../tables/schema.ts';

/**
 * Every table with the columns by which its rows are identified and copied, in an order in which rows refer only to tables
 * before: the compiler demands each.
 */
export const copiedTables: {
  readonly [Table in keyof RegisterTables]: readonly (keyof RegisterTables[Table] & string)[];
} = {
  setting: ['name'],
  round: ['round', 'instrument'],
  round_change: ['id'],
  partner: ['round', 'instrument', 'code'],
  definition: ['instrument', 'edition', 'fingerprint'],
  detail: ['digest'],
  workbook: ['id'],
  workbook_content: ['workbook', 'digest'],
  file: ['sha256'],
  return: ['id'],
  answer: ['return_id', 'section', 'subject', 'field'],
  finding: ['return_id', 'position'],
  print: ['return_id', 'part'],
  message: ['id'],
  received_message: ['return_id'],
  seen_message: ['mailbox', 'folder', 'uid_validity', 'uid'],
  agreement: ['id'],
  log: ['id'],
};

/** The database numbers the rows of these tables, and has to go on after the last number. */
export const numberedTables = ['round_change', 'return', 'message', 'agreement', 'log'] as const;

/** Rows that are read at once. Returned files are some hundred kilobytes each. */
export const rowsAtOnce = (table: keyof RegisterTables): number => (table === 'file' ? 20 : 1000);
