import { fitRows } from './rowHeights.ts';
import { cell, joinParts, type SheetPart } from './sheetParts.ts';
import type { Origin, Place, PlannedCell, PrintArea, PrintSetup, SheetPlan } from './sheetPlan.ts';

type OfPlan = 'name' | 'widths' | 'frozen' | 'selected' | 'zoom' | 'tabColour';

/** The set-up of a print; what is printed follows from the content. */
type OfPrint = Omit<PrintSetup, 'area' | 'breaks'>;

export interface SheetStart extends Pick<SheetPlan, OfPlan>, OfPrint {
  /** Shown in A1 (practice A14). */
  readonly title: string;
  /** What the sheet is for and how to use it, in A2. */
  readonly note: string;
  /** Where the marking is shown at the right end of a line; in A3 when absent. */
  readonly corner?: Place;
  /** Text before the marking in A3, such as the name of a body. */
  readonly standing?: string | undefined;
  /** Where the empty rows at the end of the print are left out. */
  readonly filled?: PrintArea['filled'];
  readonly isProtected?: boolean;
  /** The origins of title and note, if not the definition, and of the marking line, if not the round. */
  readonly origins?: { readonly title?: Origin; readonly note?: Origin; readonly line?: Origin };
  readonly picture?: SheetPlan['picture'] | undefined;
}

/**
 * A sheet with the parts that every sheet has: title, note, marking, widths, view and print set-up. Rows are as high as
 * their texts need, and the print is as wide as the columns in use, even if a title runs over the last.
 */
export function planSheet(start: SheetStart, parts: readonly SheetPart[]): SheetPlan {
  const {
    title: _t,
    note: _n,
    standing: _s,
    origins: _o,
    corner: _c,
    filled,
    picture,
    isProtected = false,
    ...rest
  } = start;
  const { name, widths, frozen, selected, zoom, tabColour, ...print } = rest;
  const joined = joinParts([{ cells: headCells(start) }, ...parts]);
  return {
    name,
    widths,
    ...joined,
    heights: fitRows(joined.cells, widths, joined.tables),
    ...(frozen === undefined ? {} : { frozen }),
    ...(selected === undefined ? {} : { selected }),
    ...(zoom === undefined ? {} : { zoom }),
    ...(tabColour === undefined ? {} : { tabColour }),
    print: {
      ...print,
      area: {
        rows: Math.max(...joined.cells.map(({ row }) => row)),
        columns: Math.max(widths.length, ...joined.cells.map(({ column }) => column)),
        ...(filled === undefined ? {} : { filled }),
      },
      breaks: [],
    },
    isProtected,
    ...(picture === undefined ? {} : { picture }),
    charts: [],
  };
}

function headCells({ title, note, standing, marking, corner, origins = {} }: SheetStart): readonly PlannedCell[] {
  const line = markingLine(standing, marking);
  const { row, column } = corner ?? { row: 3, column: 1 };
  return [
    { ...cell(1, 1, title, 'title'), origin: origins.title ?? 'definition' },
    { ...cell(2, 1, note, 'note'), origin: origins.note ?? 'definition' },
    ...(line === ''
      ? []
      : [{ ...cell(row, column, line, corner === undefined ? 'marking' : 'corner'), origin: origins.line ?? 'round' }]),
  ];
}

/** The name of a body and the marking on one line; empty without either. */
export const markingLine = (standing: string | undefined, marking: string | undefined): string =>
  [standing, marking].filter((part) => part !== undefined).join(' – ');

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
