import type { Workbook } from 'exceljs';
import type { Branding } from '../instrument/model/branding.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { emptyResponse, type Response } from '../response/response.ts';
import { checklistOf } from '../scoring/plans/checklist.ts';
import { scorecardOf } from '../scoring/scorecard.ts';
import { type Finish, finishWorkbook } from '../spreadsheet/write/finishWorkbook.ts';
import { newWorkbook } from '../spreadsheet/write/newWorkbook.ts';
import { writeCalculations } from './calculations/calculations.ts';
import { writeChecklist } from './checklist/checklist.ts';
import { writeCollected } from './checklist/collected.ts';
import type { IssueDetails, WorkbookContent } from './layout/content.ts';
import { extendEntryRows } from './layout/extendEntryRows.ts';
import { hasActionPlan, isScored } from './layout/layout.ts';
import { layoutOf } from './layout/layoutOf.ts';
import { type Correction, locateCorrection } from './layout/locateCorrection.ts';
import { stampProperties } from './layout/stamp.ts';
import { writePlanned } from './planned/planned.ts';
import { writeActionPlan } from './sheets/actionPlan.ts';
import { scorecardCharts } from './sheets/charts.ts';
import { writeCorrections } from './sheets/corrections.ts';
import { writeCover } from './sheets/cover.ts';
import { writeEntries } from './sheets/entries.ts';
import { writeGuide } from './sheets/guide.ts';
import { writeItems } from './sheets/items.ts';
import { writeLists } from './sheets/lists.ts';
import { writeReference } from './sheets/references.ts';
import { writeResources } from './sheets/resources.ts';
import { writeScorecard } from './sheets/scorecard.ts';
import { writeSource } from './sheets/source.ts';
import { writeStamp } from './sheets/stampSheet.ts';
import { writtenResponse } from './writtenResponse.ts';

/**
 * Writes the workbook of one partner as the bytes of an .xlsx file. Equal input gives equal bytes.
 *
 * @param known Answers that are already known; without it the workbook is blank.
 */
export async function writeWorkbook(
  asked: Instrument,
  details: IssueDetails,
  known: Response = emptyResponse(asked),
): Promise<Uint8Array> {
  const instrument = extendEntryRows(asked, known);
  const response = writtenResponse(instrument, known);
  const layout = layoutOf(instrument, { lastRound: details.lastRound !== undefined });
  const corrections = (details.corrections ?? []).flatMap((found) => locateCorrection(layout, found) ?? []);
  const content: WorkbookContent = {
    ...details,
    branding: { ...instrument.branding, ...details.branding },
    instrument,
    layout,
    response,
    scorecard: scorecardOf(instrument, response),
    checklist: checklistOf(instrument, response),
    corrections,
    marked: markedCells(corrections),
  };
  const workbook = await newWorkbook({
    title: `${instrument.title}: ${details.partner.name}, round ${details.stamp.round}`,
    subject: 'Self-assessment',
    by: instrument.publisher,
    at: details.issued,
  });
  // Results are stored, and also recalculated when the workbook is opened for editing.
  workbook.calcProperties = { fullCalcOnLoad: true };
  await writeSheets(workbook, content);
  return finishWorkbook(workbook, {
    properties: stampProperties(details.stamp),
    language: instrument.language,
    lockStructure: true,
    charts: isScored(content.layout) ? scorecardCharts(workbook, content) : [],
    ...finishOf(content.branding),
  });
}

function finishOf({ colour, logo }: Branding): Partial<Finish> {
  return {
    ...(colour === undefined ? {} : { brandColour: colour.slice(1).toUpperCase() }),
    ...(logo === undefined ? {} : { pictureDescription: logo.alternative }),
  };
}

function markedCells(corrections: readonly Correction[]): ReadonlyMap<string, string> {
  const marked = new Map<string, string>();
  for (const { cell, finding } of corrections) {
    if (cell === undefined) continue;
    const before = marked.get(cell.name);
    marked.set(cell.name, before === undefined ? finding.message : `${before} ${finding.message}`);
  }
  return marked;
}

/** In the order of the sheets. */
async function writeSheets(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { layout } = content;
  await writeCover(workbook, content);
  if (content.corrections.length > 0) await writeCorrections(workbook, content);
  await writeGuide(workbook, content);
  await writeChecklist(workbook, content);
  for (const sheet of layout.items) await writeItems(workbook, content, sheet);
  for (const sheet of layout.entries) await writeEntries(workbook, content, sheet);
  if (isScored(layout)) {
    await writeScorecard(workbook, content);
  }
  if (hasActionPlan(layout)) await writeActionPlan(workbook, content);
  for (const reference of layout.references) await writeReference(workbook, content, reference);
  await writeResources(workbook, content);
  await writeSource(workbook, content);
  if (isScored(layout)) await writeCalculations(workbook, content);
  await writeCollected(workbook, content);
  if (hasActionPlan(layout)) await writePlanned(workbook, content);
  if (layout.lists.length + layout.choices.length > 0) writeLists(workbook, layout);
  writeStamp(workbook, content.stamp);
}
