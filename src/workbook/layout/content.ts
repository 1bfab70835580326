import type { Finding } from '../../finding.ts';
import type { Branding } from '../../instrument/model/branding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import type { Checklist } from '../../scoring/plans/checklist.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import type { Scorecard } from '../../scoring/scorecard.ts';
import type { Layout } from './layout.ts';
import type { Correction } from './locateCorrection.ts';
import type { SealedStamp } from './stamp.ts';

/** The partner as a workbook names it. */
export interface PartnerDetails {
  readonly code: string;
  readonly name: string;
  readonly areaName?: string;
  readonly regionName?: string;
}

/** What one workbook is issued with. */
export interface IssueDetails {
  readonly stamp: SealedStamp;
  readonly partner: PartnerDetails;
  /** The deadline, told in UK time. */
  readonly due: Date;
  readonly issued: Date;
  /** Where to send the workbook; without it, partners reply to the message that brought it. */
  readonly returnTo?: string;
  /** A line that stands on every sheet, such as a protective marking (practice E12). */
  readonly marking?: string;
  /** What the partner answered in an earlier round, to be shown beside the questions. */
  readonly lastRound?: LastRound | undefined;
  /** Comes before what the definition says of it, name by name. */
  readonly branding?: Branding | undefined;
  /** What the worked example is about. Only where that is what the workbook is filled in with, and nobody returns it. */
  readonly workedExample?: string;
  /** What was found in a return that this workbook is to correct: listed up front, and marked in the cells. */
  readonly corrections?: readonly Finding[];
}

/** Everything that the sheets are written from. */
export interface WorkbookContent extends Omit<IssueDetails, 'corrections'> {
  readonly branding: Branding;
  readonly instrument: Instrument;
  readonly layout: Layout;
  readonly response: Response;
  readonly scorecard: Scorecard;
  readonly checklist: Checklist;
  readonly corrections: readonly Correction[];
  /** What is wrong in cells that are to be corrected, by the cell's defined name. */
  readonly marked: ReadonlyMap<string, string>;
}
