import type { Branding } from '../../instrument/model/branding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import type { SealedStamp } from '../../workbook/layout/stamp.ts';

/** Workbooks of one instrument to be issued to the partners of a round. */
export interface Issue {
  readonly instrument: Instrument;
  readonly round: string;
  readonly due: Date;
  readonly returnTo?: string;
  readonly marking?: string;
  /** The partners' answers in an earlier round, by partner code. */
  readonly lastRounds?: ReadonlyMap<string, LastRound>;
  readonly branding?: Branding;
  readonly partners: readonly Partner[];
  /** Codes of the complete list, if the partners are a part of it: partners that it lacks are marked as unlisted. */
  readonly list?: readonly string[];
  /** The folder to which the workbooks are written, if it is not the default. */
  readonly folder?: string;
  /** Number of the return that the workbook corrects. A correction changes nothing in its round. */
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
  /** Digest of the contents of its sheets, without the partner's own. */
  readonly content: string;
  readonly lastRound?: LastRound | undefined;
}
