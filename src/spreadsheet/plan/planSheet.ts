import { fitRows } from './rowHeights.ts';
import { cell, joinParts, type SheetPart } from './sheetParts.ts';
import type { Origin, PlannedCell, PlannedPicture, SheetPlan } from './sheetPlan.ts';

export interface SheetStart {
  readonly name: string;
  /** Shown in A1 (practice A14). */
  readonly title: string;
  /** What the sheet is for and how to use it, in A2. */
  readonly note: string;
  /** A line shown on every sheet, in A3, such as a protective marking. */
  readonly marking?: string | undefined;
  /** Text before the marking, such as the name of a body. */
  readonly standing?: string | undefined;
  readonly widths: readonly number[];
  /** The row that is repeated on every printed page. */
  readonly headerRow?: number;
  /** The row above it, if that is also repeated. */
  readonly titleRow?: number;
  /** Maximum number of printed pages; unlimited when absent. */
  readonly pages?: number;
  /** A4 when absent. */
  readonly paper?: 'A3';
  /** Rows and columns that stay in view while the rest is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Text at the left of the printed footer. */
  readonly footer: string;
  readonly isProtected?: boolean;
  /** The origins of title and note, if not the definition, and of the marking line, if not the round. */
  readonly origins?: { readonly title?: Origin; readonly note?: Origin; readonly line?: Origin };
  readonly picture?: PlannedPicture | undefined;
}

/**
 * A sheet with the parts that every sheet has: title, note, marking, widths, view and print set-up. Rows are as high as
 * their texts need, and the print is as wide as the columns in use, even if a title runs over the last.
 */
export function planSheet(start: SheetStart, parts: readonly SheetPart[]): SheetPlan {
  const { name, widths, frozen, headerRow, titleRow, pages, paper, footer, marking, picture, isProtected } = start;
  const joined = joinParts([{ cells: headCells(start) }, ...parts]);
  return {
    name,
    widths,
    ...joined,
    heights: fitRows(joined.cells, widths),
    ...(frozen === undefined ? {} : { frozen }),
    print: {
      footer,
      marking,
      ...(headerRow === undefined ? {} : { headerRow }),
      ...(titleRow === undefined ? {} : { titleRow }),
      ...(pages === undefined ? {} : { pages }),
      ...(paper === undefined ? {} : { paper }),
      area: {
        rows: Math.max(...joined.cells.map(({ row }) => row)),
        columns: Math.max(widths.length, ...joined.cells.map(({ column }) => column)),
      },
      breaks: [],
    },
    isProtected: isProtected ?? false,
    ...(picture === undefined ? {} : { picture }),
    charts: [],
  };
}

function headCells({ title, note, standing, marking, origins = {} }: SheetStart): readonly PlannedCell[] {
  const line = [standing, marking].filter((part) => part !== undefined).join(' – ');
  return [
    { ...cell(1, 1, title, 'title'), origin: origins.title ?? 'definition' },
    { ...cell(2, 1, note, 'note'), origin: origins.note ?? 'definition' },
    ...(line === '' ? [] : [{ ...cell(3, 1, line, 'marking'), origin: origins.line ?? 'round' }]),
  ];
}

/** A sheet of data for other sheets. It has no print set-up: LibreOffice would print it for its print area. */
export function planHiddenSheet(
  {
    name,
    title,
    note,
    widths,
    isProtected,
  }: Pick<SheetStart, 'name' | 'title' | 'note' | 'widths'> & { readonly isProtected: boolean },
  state: 'hidden' | 'veryHidden',
  parts: readonly SheetPart[],
): SheetPlan {
  const joined = joinParts([{ cells: [cell(1, 1, title, 'title'), cell(2, 1, note, 'note')] }, ...parts]);
  return {
    name,
    state,
    widths,
    ...joined,
    heights: state === 'hidden' ? fitRows(joined.cells, widths) : new Map(),
    isProtected,
    charts: [],
  };
}
