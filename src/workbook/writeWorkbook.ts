import type { Instrument } from '../instrument/model/schema.ts';
import { emptyResponse, type Response } from '../response/response.ts';
import { decidedFor } from '../scoring/conditions/withConditions.ts';
import { judgedBy } from '../scoring/plans/lastRound.ts';
import type { WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { templateFiller } from '../spreadsheet/write/fillTemplate.ts';
import { renderTemplate } from '../spreadsheet/write/renderTemplate.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import type { IssueDetails, WorkbookContent } from './layout/content.ts';
import { planForOther, workbookContent, workbookPlan } from './workbookPlan.ts';

/**
 * Writes the workbook of one partner as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param known Answers that are already known; without it the workbook is blank.
 */
export const writeWorkbook = (
  instrument: Instrument,
  details: IssueDetails,
  known: Response = emptyResponse(instrument),
): Promise<Uint8Array> => renderWorkbook(workbookPlan(workbookContent(instrument, details, known)));

/** Writes the blank workbook of a partner, with its answers of the last round if there is one. */
export type WorkbookWriter = (details: IssueDetails) => Promise<Uint8Array>;

/** A rendered wording: its first workbook, and the function that fills in others. */
interface Rendered {
  readonly content: WorkbookContent;
  readonly plan: WorkbookPlan;
  readonly fill: (plan: WorkbookPlan) => Uint8Array;
}

/**
 * Writes the workbooks of many partners. What they have in common is rendered and compressed once for each wording; the
 * parts of each are those that `writeWorkbook` gives.
 */
export function workbookWriter(instrument: Instrument): WorkbookWriter {
  const known = new Map<string, Promise<Rendered>>();
  const render = async (details: IssueDetails): Promise<Rendered> => {
    const content = workbookContent(instrument, details, emptyResponse(instrument));
    const plan = workbookPlan(content);
    return { content, plan, fill: templateFiller(await renderTemplate(plan)) };
  };
  return async (details) => {
    const wording = wordingOf(instrument, details);
    const rendered = known.get(wording) ?? render(details);
    known.set(wording, rendered);
    const { content, plan, fill } = await rendered;
    const { stamp, partner, issued, lastRound } = details;
    return fill(planForOther(plan, { ...content, stamp, partner, issued, lastRound }));
  };
}

/** The content of a workbook that is not its partner's own. */
function wordingOf(
  instrument: Instrument,
  { stamp, partner, issued: _issued, lastRound, ...shown }: IssueDetails,
): string {
  const { areaName, regionName } = partner;
  return JSON.stringify([
    stamp.round,
    lastRound?.round,
    areaName !== undefined,
    regionName !== undefined,
    shown.due,
    shown.returnTo,
    shown.marking,
    shown.branding,
    shown.workedExample,
    decidedFor(instrument, partner),
    judgedBy(instrument, lastRound),
  ]);
}
