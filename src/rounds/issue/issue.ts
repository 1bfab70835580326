import type { Branding } from '../../instrument/model/branding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import type { SealedStamp } from '../../workbook/layout/stamp.ts';

/** What is issued: workbooks of one instrument for the partners of a round. */
export interface Issue {
  readonly instrument: Instrument;
  readonly round: string;
  readonly due: Date;
  readonly returnTo?: string;
  readonly marking?: string;
  /** What partners answered in an earlier round, by partner code. */
  readonly lastRounds?: ReadonlyMap<string, LastRound>;
  readonly branding?: Branding;
  readonly partners: readonly Partner[];
  /** Codes of the whole list of partners, where the partners are some of it: who is not in it is marked as unlisted. */
  readonly list?: readonly string[];
  /** Where the workbooks are written, where that is not the usual place. */
  readonly folder?: string;
  /** Number of the return that the workbook is to correct. A correction changes nothing of its round. */
  readonly correction?: number;
  readonly now: Date;
}

/** A workbook that was issued to a partner. */
export interface IssuedWorkbook {
  readonly partner: Partner;
  readonly stamp: SealedStamp;
  readonly issued: Date;
  readonly fileName: string;
  /** SHA-256 of the file as it was last written; undefined before that. */
  readonly sha256: string | undefined;
  /** Digest of what is on its sheets besides what is the partner's own. */
  readonly content: string;
  readonly lastRound?: LastRound | undefined;
}
