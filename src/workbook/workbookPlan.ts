import type { Instrument } from '../instrument/model/schema.ts';
import type { Response } from '../response/response.ts';
import { withDerived } from '../scoring/conditions/withDerived.ts';
import { checklistOf } from '../scoring/plans/checklist.ts';
import { comparedWith, judgedBy } from '../scoring/plans/lastRound.ts';
import { scorecardOf } from '../scoring/scorecard.ts';
import { withCells } from '../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan, WorkbookPlan } from '../spreadsheet/plan/sheetPlan.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { calculationsSheet, movementCells } from './calculations/calculations.ts';
import { checklistSheet } from './checklist/checklist.ts';
import { collectedSheet } from './checklist/collected.ts';
import type { IssueDetails, WorkbookContent } from './layout/content.ts';
import { extendEntryRows } from './layout/extendEntryRows.ts';
import { hasActionPlan, isScored } from './layout/layout.ts';
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
import { coverSheet, coverSheets } from './sheets/cover.ts';
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
    subject: content.words.file.subject,
    by: instrument.publisher,
    language: instrument.language,
    ...(content.corrections.length === 0
      ? { sheets: sheetsOf(content) }
      : { sheets: sheetsOf(content).map(withMarks), opensOn: content.words.sheets.corrections }),
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
  const facts = {
    ...details.partner,
    ...judgedBy(instrument, details.lastRound),
    lastFigures: comparedWith(instrument, details.lastRound),
  };
  const response = writtenResponse(instrument, withDerived(instrument, known, facts));
  const words = wordsOf(instrument);
  const layout = layoutOf(instrument, { lastRound: details.lastRound !== undefined, words });
  const corrections = (details.corrections ?? []).flatMap((found) => locateCorrection(layout, found) ?? []);
  return {
    ...details,
    branding: { ...instrument.branding, ...details.branding },
    instrument,
    layout,
    words,
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
 * Plans the workbooks of other partners from that of a first with the same wording and the same answers: their last rounds
 * may be others. What does not change is shared by all.
 */
export function plansForOthers(plan: WorkbookPlan, first: WorkbookContent): (content: WorkbookContent) => WorkbookPlan {
  const coverFor = coverSheets(first);
  return (content) => {
    const changed = [coverFor(content), stampSheet(content)];
    return {
      ...plan,
      ...identityOf(content),
      sheets: plan.sheets.map((sheet) => {
        const other = changed.find(({ name }) => name === sheet.name);
        if (other !== undefined) return other;
        const own = sheet.print && { ...sheet, print: { ...sheet.print, footer: footerFor(content) } };
        return content.lastRound === undefined ? (own ?? sheet) : withLastRound(own ?? sheet, content);
      }),
    };
  };
}

/** A sheet of another partner: what differs in it besides the footer is what it shows of the last round. */
function withLastRound(sheet: SheetPlan, content: WorkbookContent): SheetPlan {
  const { sheets } = content.words;
  const items = content.layout.items.find(({ name }) => name === sheet.name);
  if (items !== undefined) return itemsWithLastRound(sheet, content, items);
  if (sheet.name === sheets.scorecard) return withCells(sheet, lastRoundCells(content));
  if (sheet.name === sheets.answers) return withCells(sheet, sinceCells(content));
  return sheet.name === sheets.workings ? withCells(sheet, movementCells(content)) : sheet;
}

type Identity = Pick<WorkbookPlan, 'title' | 'description' | 'keywords' | 'category' | 'at' | 'properties'>;

function identityOf({ words, instrument, partner, stamp, issued, corrections }: WorkbookContent): Identity {
  const { file } = words;
  const title = file.title(instrument.title, partner.name, stamp.round);
  const kind =
    corrections.length === 0
      ? {
          title,
          description: file.description(partner.name),
          category: file.category,
        }
      : {
          title: file.correctionTitle(correctionTitle(words, corrections.length), title),
          description: file.correctionDescription(partner.name),
          category: file.correctionCategory,
        };
  return {
    ...kind,
    keywords: [instrument.key, file.round(stamp.round), partner.code],
    at: issued,
    properties: stampProperties(stamp),
  };
}

function sheetsOf(content: WorkbookContent): readonly SheetPlan[] {
  const { layout } = content;
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
    stampSheet(content),
  ];
}
