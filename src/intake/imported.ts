import type { Finding } from '../finding/index.ts';
import type { Comparison } from './compare/compareReturn.ts';
import type { ScoredReturn } from './scoreReturn.ts';
import type { StoredReturn } from './storedReturn.ts';

/** The outcome of the import of one file. */
export type Imported = AcceptedReturn | RefusedReturn | KnownReturn;

export interface AcceptedReturn extends ScoredReturn, ImportNotes {
  readonly status: 'accepted';
  readonly id: number;
}

/** Without number and SHA-256 when it was not recorded, because it could not be read at all. */
export interface RefusedReturn {
  readonly status: 'refused';
  readonly id?: number;
  readonly sha256?: string;
  /** Its size in the register, in bytes. */
  readonly stored?: number;
  readonly findings: readonly Finding[];
  /** Whether the same bytes were refused before. */
  readonly isKnown?: true;
}

/** The same bytes were accepted before, as described here. Nothing changes, except a date that is corrected. */
export interface KnownReturn extends StoredReturn, ImportNotes {
  readonly status: 'already-imported';
}

export interface ImportNotes {
  /** The findings about this import, which are not stored. */
  readonly notes: readonly Finding[];
  /** @internal */
  readonly differences: Comparison['differences'];
}
