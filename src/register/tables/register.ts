import type { Kysely } from 'kysely';
import type { RegisterTables } from './schema.ts';
import type { UserLimits } from './userLimits.ts';

/** The migration of a register of an earlier version. */
export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** Path of the copy that was made before; absent on a server. */
  readonly backup?: string;
}

/** What was issued and what came back. Users of the library open it, hand it to operations, and close it. */
export interface Register {
  /** @internal */
  readonly db: Kysely<RegisterTables>;
  /**
   * The key of the seals in the workbooks that this register issues.
   *
   * @internal
   */
  readonly sealKey: Uint8Array;
  /**
   * The path of its file, or the address of its database on a server, which may have a password; absent for a register in
   * memory.
   *
   * @internal
   */
  readonly address?: string;
  /**
   * What its user sees of it; absent where that is all.
   *
   * @internal
   */
  readonly limits?: UserLimits | undefined;
  /** Present if opening it has migrated it. */
  readonly migrated?: Migrated | undefined;
  readonly close: () => Promise<void>;
}
