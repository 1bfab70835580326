import type { Instrument } from '../instrument/model/schema.ts';
import type { Response } from '../response/response.ts';
import { decidedFor } from '../scoring/conditions/withConditions.ts';
import { factsAsResponse, hasFacts } from '../scoring/plans/givenFacts.ts';
import { judgedBy } from '../scoring/plans/lastRound.ts';
import type { WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { templateFiller } from '../spreadsheet/write/fillTemplate.ts';
import { renderTemplate } from '../spreadsheet/write/renderTemplate.ts';
import { renderWorkbook } from '../spreadsheet/write/renderWorkbook.ts';
import type { IssueDetails, WorkbookContent } from './layout/content.ts';
import { plansForOthers, workbookContent, workbookPlan } from './workbookPlan.ts';

/**
 * Writes the workbook of one partner as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param known Answers that are already known; without it the workbook has the facts that are given, and is blank besides.
 */
export const writeWorkbook = (
  instrument: Instrument,
  details: IssueDetails,
  known: Response = factsAsResponse(instrument, details.given),
): Promise<Uint8Array> => renderWorkbook(workbookPlan(workbookContent(instrument, details, known)));

/** Writes the workbook of a partner, blank but for facts, with its answers of the last round if there is one. */
export type WorkbookWriter = (details: IssueDetails) => Promise<Uint8Array>;

/** A rendered wording: its first workbook, and the functions that plan and fill in others. */
interface Rendered {
  readonly content: WorkbookContent;
  readonly planFor: (content: WorkbookContent) => WorkbookPlan;
  readonly fill: (plan: WorkbookPlan) => Uint8Array;
}

/**
 * Writes the workbooks of many partners. What they have in common is rendered and compressed once for each wording; the
 * parts of each are those that `writeWorkbook` gives.
 */
export function workbookWriter(instrument: Instrument): WorkbookWriter {
  const known = new Map<string, Promise<Rendered>>();
  const rendered = (wording: string, planned: () => Planned): Promise<Rendered> => {
    const one = known.get(wording) ?? render(planned());
    known.set(wording, one);
    return one;
  };
  const planned = (details: IssueDetails): Planned => {
    const content = workbookContent(instrument, details, factsAsResponse(instrument, details.given));
    return { content, plan: workbookPlan(content) };
  };
  return async (details) => {
    const wording = wordingOf(instrument, details);
    if (details.given !== undefined && hasFacts(details.given)) {
      // What follows from facts may be on any sheet.
      const own = planned(details);
      const { fill } = await rendered(`${wording} ${shapeOf(own.plan)}`, () => own);
      return fill(own.plan);
    }
    const { content, planFor, fill } = await rendered(wording, () => planned(details));
    const { stamp, partner, issued, lastRound } = details;
    return fill(planFor({ ...content, stamp, partner, issued, lastRound }));
  };
}

interface Planned {
  readonly content: WorkbookContent;
  readonly plan: WorkbookPlan;
}

const render = async ({ content, plan }: Planned): Promise<Rendered> => ({
  content,
  planFor: plansForOthers(plan, content),
  fill: templateFiller(await renderTemplate(plan)),
});

/** How sheets with facts differ besides their contents: in their number of rows, and in the cell with which each opens. */
const shapeOf = ({ sheets }: WorkbookPlan): string =>
  JSON.stringify(sheets.map(({ cells, selected }) => [cells.length, selected]));

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
