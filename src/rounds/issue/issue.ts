import type { Branding } from '../../instrument/model/branding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Response } from '../../response/response.ts';
import type { GivenFacts } from '../../scoring/plans/givenFacts.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import type { SealedStamp } from '../../workbook/layout/stamp.ts';

/** Workbooks of one instrument to be issued to the partners of a round. */
export interface Issue {
  readonly instrument: Instrument;
  readonly round: string;
  /** The deadline of the round. */
  readonly due: Date;
  /** The deadlines of partners that have a later one, by partner code. */
  readonly dues?: ReadonlyMap<string, Date>;
  /** Codes of the partners of which the deadline is to be another than before. */
  readonly extended?: readonly string[];
  readonly returnTo?: string;
  readonly marking?: string;
  /** The partners' answers in an earlier round, by partner code. */
  readonly lastRounds?: ReadonlyMap<string, LastRound>;
  /** The facts in the workbooks, by partner code; none if absent. */
  readonly facts?: ReadonlyMap<string, GivenFacts>;
  /** Answers that workbooks have already, by partner code; the others are blank. */
  readonly known?: ReadonlyMap<string, Response>;
  readonly branding?: Branding;
  readonly partners: readonly Partner[];
  /** Codes of the complete list, if the partners are a part of it: partners that it lacks are marked as unlisted. */
  readonly list?: readonly string[];
  /** The folder to which the workbooks are written, if it is not the default. */
  readonly folder?: string;
  /** Number of the return that the workbook corrects. A correction changes nothing in its round. */
  readonly correction?: number;
  readonly now: Date;
  /** Who issues them, and why something changes, as far as that is known. */
  readonly by?: string;
  readonly reason?: string;
}

/** A workbook that was issued to a partner. */
export interface IssuedWorkbook {
  readonly partner: Partner;
  /** The deadline on it. */
  readonly due: Date;
  readonly stamp: SealedStamp;
  readonly issued: Date;
  readonly fileName: string;
  /** SHA-256 of the file as it was last written; undefined before that. */
  readonly sha256: string | undefined;
  /** Digest of the contents of its sheets, without the partner's own. */
  readonly content: string;
  readonly lastRound?: LastRound | undefined;
  readonly given?: GivenFacts | undefined;
}
