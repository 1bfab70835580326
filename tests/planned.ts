import type { Instrument } from '../src/instrument/model/schema.ts';
import { emptyResponse, type Response } from '../src/response/response.ts';
import { dateSerial } from '../src/spreadsheet/model/daySerial.ts';
import { type Content, plainText } from '../src/spreadsheet/plan/content.ts';
import { rankedFormats } from '../src/spreadsheet/plan/rules.ts';
import type { SheetPlan, WorkbookPlan } from '../src/spreadsheet/plan/sheetPlan.ts';
import type { IssueDetails } from '../src/workbook/layout/content.ts';
import { workbookContent, workbookPlan } from '../src/workbook/workbookPlan.ts';
import { issuedFor } from './issued.ts';

/** The formulas of a sheet's conditional formats. */
export const formatFormulas = (plan: Pick<SheetPlan, 'formats'>): readonly string[] =>
  rankedFormats(plan).flatMap(({ rules }) => rules.flatMap(({ rule }) => ('bars' in rule ? [] : [rule.formula])));

/** What a cell shows. */
export type Shown = string | number | undefined;

/** The workbook of one partner as data. */
export const planFor = (
  instrument: Instrument,
  details: IssueDetails = issuedFor(instrument),
  known: Response = emptyResponse(instrument),
): WorkbookPlan => workbookPlan(workbookContent(instrument, details, known));

export function plannedSheet({ sheets }: WorkbookPlan, name: string): SheetPlan {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name} is planned`);
  return sheet;
}

export function shown(content: Content | undefined): Shown {
  if (typeof content !== 'object') return content;
  if (content instanceof Date) return dateSerial(content);
  if ('group' in content) return plainText(content);
  return 'address' in content ? content.text : content.result;
}

/** What the cell at a place shows, as text; empty if nothing is there. */
export const textAt = ({ cells }: SheetPlan, row: number, column: number): string =>
  String(shown(cells.find((cell) => cell.row === row && cell.column === column)?.content) ?? '');
