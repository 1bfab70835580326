import type { Instrument } from '../../instrument/model/schema.ts';
import { emptyResponse } from '../../response/response.ts';
import { dateSerial } from '../../spreadsheet/model/daySerial.ts';
import type { RawCell, RawObject, RawValue } from '../../spreadsheet/model/rawWorkbook.ts';
import { type Content, type Formula, plainText } from '../../spreadsheet/plan/content.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { isDateFormat } from '../../spreadsheet/read/readStyles.ts';
import { type Role, styleOf } from '../../spreadsheet/style/theme.ts';
import type { IssueDetails } from '../layout/content.ts';
import { workbookContent, workbookPlan } from '../workbookPlan.ts';
import { type IssuedGrid, issuedGrids } from './issuedGrid.ts';

/** The details of an issue that show in every workbook of its wording. */
export interface IssueVariant {
  readonly round: string;
  readonly due: Date;
  readonly returnTo?: string | undefined;
  readonly marking?: string | undefined;
  readonly hasArea: boolean;
  readonly hasRegion: boolean;
  /** Name of the earlier round, if its answers are shown. */
  readonly lastRound?: string | undefined;
  readonly hasBranding: boolean;
}

/** A place in a sheet, counted from 1. */
export type CellPlace = readonly [row: number, column: number];

/** An object on a sheet, or printed with it, at issue. */
export type IssuedObject = Pick<RawObject, 'kind' | 'text'>;

/** The content of a sheet at issue. */
export interface IssuedCells {
  readonly name: string;
  readonly cells: readonly RawCell[];
  /** Cells with a text of each workbook's own, such as the partner's name. */
  readonly own: readonly CellPlace[];
  readonly objects: readonly IssuedObject[];
}

/** A sheet at issue, with the content that Scorebook writes and nobody is asked to fill in. */
export interface IssuedSheet {
  readonly name: string;
  /** Absent if nothing is answered on it. */
  readonly answered: IssuedGrid | undefined;
  /** Row number → column number → cell. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  readonly own: readonly CellPlace[];
  readonly objects: readonly IssuedObject[];
}

export interface IssuedContent {
  readonly sheets: readonly IssuedSheet[];
}

/**
 * The content common to every workbook of a wording: the cells that come from the definition or the round, and all
 * formulas. This excludes a partner's name and number, last round's answers, branding added at issue, the stamp with its
 * seal, and the rows that partners add.
 */
export function issuedCells(instrument: Instrument, shown: IssueVariant): readonly IssuedCells[] {
  const content = workbookContent(instrument, issuedTo(instrument, shown), emptyResponse(instrument));
  const { words, layout } = content;
  const { sheets } = workbookPlan(content);
  return sheets
    .filter(({ name }) => name !== words.sheets.stamp)
    .map((sheet) => {
      const added = new Set(layout.entries.find(({ name }) => name === sheet.name)?.rows);
      const own = sheet.cells.filter((cell) => cell.validation === undefined && !isCommon(cell, added));
      const common = sheet.cells.filter((cell) => hasContent(cell) && isCommon(cell, added));
      return {
        name: sheet.name,
        cells: common.map(rawCell),
        own: own.map(({ row, column }): CellPlace => [row, column]),
        objects: objectsOf(sheet),
      };
    });
}

function isCommon({ row, content, origin }: PlannedCell, added: ReadonlySet<number>): boolean {
  if (added.has(row)) return false;
  return isFormula(content) || origin === 'definition' || origin === 'round';
}

const hasContent = ({ content }: PlannedCell): boolean => content !== undefined && content !== '';

const isFormula = (content: Content | undefined): content is Formula =>
  typeof content === 'object' && 'formula' in content;

/** The cell as it is read from the workbook. Links are left out: they are not compared. */
function rawCell({ row, column, content, role }: PlannedCell): RawCell {
  const place = { row, column };
  if (isFormula(content)) {
    const { formula: formulaText, result } = content;
    return { ...place, value: rawValue(result, role), formula: true, formulaText };
  }
  return { ...place, value: rawValue(shownValue(content), role), formula: false };
}

function shownValue(content: Exclude<Content, Formula> | undefined): string | number {
  if (typeof content !== 'object') return content ?? '';
  if (content instanceof Date) return dateSerial(content);
  return 'group' in content ? plainText(content) : content.text;
}

function rawValue(value: string | number, role: Role): RawValue {
  if (typeof value === 'string') return { kind: 'text', value };
  const { numFmt } = styleOf(role);
  if (numFmt === undefined) return { kind: 'number', value, isDate: false };
  return { kind: 'number', value, isDate: isDateFormat(numFmt), format: numFmt };
}

/** The marking in the footer, and the words of charts. */
const objectsOf = ({ print, charts }: SheetPlan): readonly IssuedObject[] => [
  ...charts.map(({ title, axisTitle }) => ({ kind: 'chart' as const, text: `${title}\n${axisTitle}` })),
  ...(print?.marking === undefined ? [] : [{ kind: 'header' as const, text: print.marking }]),
];

/** The content at issue, by the sheets of the definition. */
export function issuedContent(instrument: Instrument, printed: readonly IssuedCells[]): IssuedContent {
  const gridOf = issuedGrids(instrument);
  return {
    sheets: printed.map(({ name, cells, own, objects }) => {
      const rows = inRows(cells);
      return { name, own, objects, rows, answered: gridOf(name, rows) };
    }),
  };
}

function inRows(cells: readonly RawCell[]): ReadonlyMap<number, ReadonlyMap<number, RawCell>> {
  const rows = new Map<number, Map<number, RawCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, RawCell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return rows;
}

/** A workbook for no partner: every text of a partner's own is a placeholder. */
function issuedTo(instrument: Instrument, shown: IssueVariant): IssueDetails {
  const { key, edition } = instrument;
  const { round, due, returnTo, marking, lastRound } = shown;
  const own = '…';
  return {
    stamp: { instrument: key, edition, round, fingerprint: own, partner: own, workbook: own, seal: own },
    partner: {
      ...{ code: own, name: own },
      ...(shown.hasArea ? { areaName: own } : {}),
      ...(shown.hasRegion ? { regionName: own } : {}),
    },
    ...{ due, issued: due },
    ...(returnTo === undefined ? {} : { returnTo }),
    ...(marking === undefined ? {} : { marking }),
    ...(shown.hasBranding ? { branding: { name: own, strapline: own } } : {}),
    ...(lastRound === undefined ? {} : { lastRound: { round: lastRound, items: new Map(), scorecard: undefined } }),
  };
}
