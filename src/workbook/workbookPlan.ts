import type { Instrument } from '../instrument/model/schema.ts';
import type { Response } from '../response/response.ts';
import { withDerived } from '../scoring/conditions/withDerived.ts';
import { checklistOf } from '../scoring/plans/checklist.ts';
import { judgedBy } from '../scoring/plans/lastRound.ts';
import { scorecardOf } from '../scoring/scorecard.ts';
import { withCells } from '../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan, WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { calculationsSheet, movementCells } from './calculations/calculations.ts';
import { checklistSheet } from './checklist/checklist.ts';
import { collectedSheet } from './checklist/collected.ts';
import type { IssueDetails, WorkbookContent } from './layout/content.ts';
import { extendEntryRows } from './layout/extendEntryRows.ts';
import { hasActionPlan, isScored, sheetNames } from './layout/layout.ts';
import { layoutOf } from './layout/layoutOf.ts';
import { type Correction, locateCorrection } from './layout/locateCorrection.ts';
import { stampProperties } from './layout/stamp.ts';
import { footerFor } from './parts/planSheetFor.ts';
import { plannedSheet } from './planned/planned.ts';
import { sinceCells } from './scorecard/answerCells.ts';
import { answersSheet } from './scorecard/answers.ts';
import { areasSheet } from './scorecard/areas.ts';
import { perspectivesSheet } from './scorecard/perspectives.ts';
import { scorecardSheet } from './scorecard/scorecard.ts';
import { lastRoundCells } from './scorecard/scoredParts.ts';
import { actionPlanSheet } from './sheets/actionPlan.ts';
import { correctionsSheets, correctionTitle, withMarks } from './sheets/corrections.ts';
import { coverSheet } from './sheets/cover.ts';
import { entriesSheet } from './sheets/entries.ts';
import { guideSheet } from './sheets/guide.ts';
import { itemsSheet, itemsWithLastRound } from './sheets/items.ts';
import { listsSheet } from './sheets/lists.ts';
import { referenceSheet } from './sheets/references.ts';
import { resourcesSheets } from './sheets/resources.ts';
import { sourceSheets } from './sheets/source.ts';
import { stampSheet } from './sheets/stampSheet.ts';
import { writtenResponse } from './writtenResponse.ts';

/** Everything that the workbook of one partner says, as data. */
export function workbookPlan(content: WorkbookContent): WorkbookPlan {
  const { instrument, branding } = content;
  return {
    ...identityOf(content),
    subject: 'Self-assessment',
    by: instrument.publisher,
    language: instrument.language,
    ...(content.corrections.length === 0
      ? { sheets: sheetsOf(content) }
      : { sheets: sheetsOf(content).map(withMarks), opensOn: sheetNames.corrections }),
    lockStructure: true,
    // Results are stored, and also recalculated when the workbook is opened for editing.
    calculateOnOpening: true,
    ...(branding.colour === undefined ? {} : { brandColour: branding.colour.slice(1).toUpperCase() }),
    ...(branding.logo === undefined ? {} : { pictureDescription: branding.logo.alternative }),
  };
}

/** @param known Answers that are already known; without any, the workbook is blank. */
export function workbookContent(asked: Instrument, details: IssueDetails, known: Response): WorkbookContent {
  const instrument = extendEntryRows(asked, known);
  const facts = { ...details.partner, ...judgedBy(instrument, details.lastRound) };
  const response = writtenResponse(instrument, withDerived(instrument, known, facts));
  const layout = layoutOf(instrument, { lastRound: details.lastRound !== undefined });
  const corrections = (details.corrections ?? []).flatMap((found) => locateCorrection(layout, found) ?? []);
  return {
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

/**
 * The plan of another partner's workbook, from that of a first with the same wording and the same answers: its last round
 * may be another. What does not change is shared by both.
 */
export function planForOther(plan: WorkbookPlan, content: WorkbookContent): WorkbookPlan {
  const { lastRound, stamp } = content;
  const changed = [coverSheet(content), stampSheet(stamp)];
  return {
    ...plan,
    ...identityOf(content),
    sheets: plan.sheets.map((sheet) => {
      const other = changed.find(({ name }) => name === sheet.name);
      if (other !== undefined) return other;
      const own = sheet.print && { ...sheet, print: { ...sheet.print, footer: footerFor(content) } };
      return lastRound === undefined ? (own ?? sheet) : withLastRound(own ?? sheet, content);
    }),
  };
}

/** A sheet of another partner: what differs in it besides the footer is what it shows of the last round. */
function withLastRound(sheet: SheetPlan, content: WorkbookContent): SheetPlan {
  const items = content.layout.items.find(({ name }) => name === sheet.name);
  if (items !== undefined) return itemsWithLastRound(sheet, content, items);
  if (sheet.name === sheetNames.scorecard) return withCells(sheet, lastRoundCells(content));
  if (sheet.name === sheetNames.answers) return withCells(sheet, sinceCells(content));
  return sheet.name === sheetNames.workings ? withCells(sheet, movementCells(content)) : sheet;
}

type Identity = Pick<WorkbookPlan, 'title' | 'description' | 'keywords' | 'category' | 'at' | 'properties'>;

function identityOf({ instrument, partner, stamp, issued, corrections }: WorkbookContent): Identity {
  const title = `${instrument.title}: ${partner.name}, round ${stamp.round}`;
  const kind =
    corrections.length === 0
      ? {
          title,
          description: `The workbook in which ${partner.name} assesses itself. It is filled in and returned.`,
          category: 'Self-assessment workbook',
        }
      : {
          title: `${correctionTitle(corrections.length)}. ${title}`,
          description: `The workbook in which ${partner.name} corrects its answers. It has all of them, and is returned again.`,
          category: 'Correction workbook',
        };
  return {
    ...kind,
    keywords: [instrument.key, `round ${stamp.round}`, partner.code],
    at: issued,
    properties: stampProperties(stamp),
  };
}

function sheetsOf(content: WorkbookContent): readonly SheetPlan[] {
  const { layout, stamp } = content;
  const scored = isScored(layout);
  const planned = hasActionPlan(layout);
  return [
    coverSheet(content),
    ...correctionsSheets(content),
    guideSheet(content),
    checklistSheet(content),
    ...layout.items.map((sheet) => itemsSheet(content, sheet)),
    ...layout.entries.map((sheet) => entriesSheet(content, sheet)),
    ...(scored ? [scorecardSheet(content)] : []),
    ...(layout.perspectives.blocks.length > 0 ? [perspectivesSheet(content)] : []),
    ...(scored ? [areasSheet(content)] : []),
    ...(layout.answers.rows.length > 0 ? [answersSheet(content)] : []),
    ...(planned ? [actionPlanSheet(content)] : []),
    ...layout.references.map((reference) => referenceSheet(content, reference)),
    ...resourcesSheets(content),
    ...sourceSheets(content),
    ...(scored ? [calculationsSheet(content)] : []),
    collectedSheet(content),
    ...(planned ? [plannedSheet(content)] : []),
    ...(layout.lists.length + layout.choices.length > 0 ? [listsSheet(layout)] : []),
    stampSheet(stamp),
  ];
}
