import type { RecordedFinding } from '../../finding/index.ts';
import type { Branding } from '../../instrument/model/branding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import type { PartnerFacts } from '../../scoring/conditions/askedBy.ts';
import type { Checklist } from '../../scoring/plans/checklist.ts';
import type { GivenFacts } from '../../scoring/plans/givenFacts.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import type { Scorecard } from '../../scoring/scorecard.ts';
import type { Words } from '../../words/words.ts';
import type { Layout } from './layout.ts';
import type { Correction } from './locateCorrection.ts';
import type { SealedStamp } from './stamp.ts';

/** The partner as named in a workbook. */
export interface PartnerDetails extends PartnerFacts {
  readonly code: string;
  readonly name: string;
  readonly areaName?: string;
  readonly regionName?: string;
}

/** The details with which one workbook is issued. */
export interface IssueDetails {
  readonly stamp: SealedStamp;
  readonly partner: PartnerDetails;
  /** The deadline, shown in UK time. */
  readonly due: Date;
  readonly issued: Date;
  /** E-mail address to which the workbook is returned; without it, partners reply to the message with the workbook. */
  readonly returnTo?: string;
  /** A line shown on every sheet, such as a protective marking (practice E12). */
  readonly marking?: string;
  /** The partner's answers in an earlier round, to be shown beside the questions. */
  readonly lastRound?: LastRound | undefined;
  /** The facts in its cells when it goes out, which the partner confirms or changes. */
  readonly given?: GivenFacts | undefined;
  /** Takes precedence over the definition's branding, property by property. */
  readonly branding?: Branding | undefined;
  /**
   * What the worked example is about. Only if the workbook is filled in with it; such a workbook is never returned.
   */
  readonly workedExample?: string;
  /** Findings on a return that this workbook is to correct: listed up front, and marked in the cells. */
  readonly corrections?: readonly RecordedFinding[];
}

/** Everything that the sheets are written from. */
export interface WorkbookContent extends Omit<IssueDetails, 'corrections'> {
  readonly branding: Branding;
  readonly instrument: Instrument;
  readonly layout: Layout;
  /** What the workbook says by itself. */
  readonly words: Words;
  readonly response: Response;
  readonly scorecard: Scorecard;
  readonly checklist: Checklist;
  readonly corrections: readonly Correction[];
  /** Faults in cells that are to be corrected, by the cell's defined name. */
  readonly marked: ReadonlyMap<string, string>;
}
