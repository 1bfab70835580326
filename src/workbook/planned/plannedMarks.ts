import { fieldTraits } from '../../instrument/model/fieldKinds.ts';
import type { Field, Section } from '../../instrument/model/schema.ts';
import { fieldFor } from '../../instrument/model/traverse.ts';
import type { PlanLine } from '../../scoring/plans/actionPlan.ts';
import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { ukTime } from '../../time.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { shownGiven } from './plannedGiven.ts';

/** Whether a field holds a day, which can be compared with the deadline. */
const isDay = (field: Field | undefined): boolean => field !== undefined && fieldTraits[field.kind].isDay;

/** Describes what is wrong with a line; empty text if nothing is. */
export function markOf(content: WorkbookContent, { section, given, isCovered }: PlanLine): string {
  const { actionPlan: marks } = content.words;
  const { action, lead, due } = shownGiven(given);
  if (action === '') return isCovered ? '' : marks.noAction;
  const dueField = fieldFor(section, 'due');
  const noLead = fieldFor(section, 'lead') !== undefined && lead === '';
  const noDate = dueField !== undefined && due === '';
  if (noLead) return noDate ? marks.noLeadOrDate : marks.noLead;
  if (noDate) return marks.noDate;
  if (!isDay(dueField)) return '';
  if (typeof due !== 'number') return marks.noDay;
  return due < daySerial(deadlineDay(content)) ? marks.overdue : '';
}

/**
 * The formula for what is wrong with a line. A field that does not exist cannot be missing, nor an action that another
 * line has.
 */
export function markFormula(content: WorkbookContent, row: number, section: Section, isCovered: string): string {
  const { purposes, columns } = content.layout.planned;
  const { actionPlan: marks, sheets } = content.words;
  const at = (purpose: ActionPurpose): string => {
    const index = purposes.indexOf(purpose);
    return index < 0 ? '""' : address(row, columns.firstPurpose + index);
  };
  const dueField = fieldFor(section, 'due');
  const noLead = fieldFor(section, 'lead') === undefined ? 'FALSE' : `${at('lead')}=""`;
  const noDate = dueField === undefined ? 'FALSE' : `${at('due')}=""`;
  const deadline = sheetCell(sheets.planned, content.layout.planned.firstRow, columns.deadline);
  const day = isDay(dueField)
    ? `IF(ISNUMBER(${at('due')}),IF(${at('due')}<${deadline},${quotedText(marks.overdue)},""),${quotedText(marks.noDay)})`
    : '""';
  return (
    `IF(${address(row, columns.order)}="","",IF(${at('action')}="",IF(${isCovered},"",${quotedText(marks.noAction)}),` +
    `IF(${noLead},IF(${noDate},${quotedText(marks.noLeadOrDate)},${quotedText(marks.noLead)}),` +
    `IF(${noDate},${quotedText(marks.noDate)},${day}))))`
  );
}

/** The date of the deadline in UK time. */
export const deadlineDay = ({ due }: WorkbookContent): string => ukTime(due).slice(0, 10);
