import { alikeLine, type RecordedFinding } from '../finding/index.ts';
import { wholePercent } from '../finding/wording/percent.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import type { Response } from '../response/response.ts';
import type { ReturnSummary } from '../rounds/round/roundStatus.ts';
import { bandName } from '../scoring/bands.ts';
import { type PartScore, scorecardOf } from '../scoring/scorecard.ts';

/** A sentence on coverage. */
export const describeCoverage = ({ coverage }: ReturnSummary): string =>
  coverage === undefined
    ? 'It has no questions that are scored and apply.'
    : `${wholePercent(coverage)} of the questions that apply are answered.`;

/** Lists the position of the whole and of each part of the first view. */
export function describePositions(instrument: Instrument, response: Response): string {
  if (instrument.scorecard === undefined) return '- nothing is scored in this workbook';
  const { overall, views } = scorecardOf(instrument, response);
  return [overall, ...(views[0]?.parts ?? [])].map(pointOf).join('\n');
}

const pointOf = ({ title, band }: PartScore): string => `- ${title}: ${bandName(band)}`;

/** Findings that are listed; further ones are only counted, so that the message stays short. */
const maxFindings = 20;

/**
 * Lists findings. They come from the register, which stores no personal data in findings and, where answers are about people,
 * no typed text.
 */
export function describeFindings(findings: readonly RecordedFinding[]): string {
  if (findings.length === 0) return '- nothing: everything could be read';
  const shown = findings
    .slice(0, maxFindings)
    .map((found) => `- ${alikeLine([found]).replace(/^(?:error|warning): /, '')}`);
  const more = findings.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
