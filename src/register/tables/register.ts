import type { Kysely } from 'kysely';
import type { RegisterTables } from './schema.ts';

/** That a register of an earlier version was brought up to date. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** Path of the copy of the register as it was. */
  readonly backup: string;
}

/** What was issued and what came back. */
export interface Register {
  readonly db: Kysely<RegisterTables>;
  /** The key of the seals in the workbooks that this register issues. */
  readonly sealKey: Uint8Array;
  /** Present when opening it has brought it up to date. */
  readonly migrated?: Migrated | undefined;
  readonly close: () => Promise<void>;
}
