import type { Instrument } from '../../instrument/model/schema.ts';
import { emptyResponse } from '../../response/response.ts';
import { scorecardOf, scoredItems } from '../../scoring/scorecard.ts';
import type { RawCell, RawObject, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../spreadsheet/read/readPackage.ts';
import type { IssueDetails } from '../layout/content.ts';
import { type EntriesSheet, type ItemsSheet, type Layout, sheetNames } from '../layout/layout.ts';
import { layoutOf } from '../layout/layoutOf.ts';
import { cellToken } from '../read/cellToken.ts';
import { writeWorkbook } from '../writeWorkbook.ts';

/** The details of an issue that show in every workbook of its wording. */
export interface IssueVariant {
  readonly round: string;
  readonly due: Date;
  readonly returnTo?: string | undefined;
  readonly marking?: string | undefined;
  readonly hasArea: boolean;
  readonly hasRegion: boolean;
  readonly hasLastRound: boolean;
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
  readonly answered: ItemsSheet | EntriesSheet | undefined;
  /** Row number → column number → cell. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  readonly own: readonly CellPlace[];
  readonly objects: readonly IssuedObject[];
}

export interface IssuedContent {
  readonly layout: Layout;
  readonly sheets: readonly IssuedSheet[];
}

/**
 * The content common to every workbook of a wording: the cells in which the workbooks of two fictitious partners agree.
 * This excludes a partner's name and number, last round's answers, branding added at issue, the stamp with its seal,
 * and the numbers of rows that partners add.
 */
export async function issuedCells(instrument: Instrument, shown: IssueVariant): Promise<readonly IssuedCells[]> {
  const [one, other] = [
    readPackage(await writeWorkbook(instrument, issuedTo('One', instrument, shown))),
    readPackage(await writeWorkbook(instrument, issuedTo('Other', instrument, shown))),
  ];
  const { entries } = layoutOf(instrument, { lastRound: shown.hasLastRound });
  return one.sheets
    .filter(({ name }) => name !== sheetNames.stamp)
    .map(({ name, rows, objects }) => {
      const added = new Set(entries.find((sheet) => sheet.name === name)?.rows);
      const otherSheet = other.sheets.find((sheet) => sheet.name === name);
      const same = otherSheet?.rows;
      const cells = [...rows].flatMap(([row, line]) => (added.has(row) ? [] : agreeing(line, same?.get(row))));
      return {
        name,
        cells,
        own: ownPlaces(cells, [rows, same ?? new Map()]),
        objects: objects.flatMap(({ kind, text }) =>
          otherSheet?.objects.some((one) => one.kind === kind && one.text === text) === true ? [{ kind, text }] : [],
        ),
      };
    });
}

/** The content at issue, by the sheets of the definition. */
export function issuedContent(
  instrument: Instrument,
  printed: readonly IssuedCells[],
  hasLastRound: boolean,
): IssuedContent {
  const layout = layoutOf(instrument, { lastRound: hasLastRound });
  return {
    layout,
    sheets: printed.map(({ name, cells, own, objects }) => ({
      ...{ name, own, objects },
      answered: [...layout.items, ...layout.entries].find((sheet) => sheet.name === name),
      rows: inRows(cells),
    })),
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

/** Places of cells that are in only some of several workbooks, or that have different texts in them. */
function ownPlaces(agreed: readonly RawCell[], workbooks: readonly RawSheet['rows'][]): readonly CellPlace[] {
  const known = new Set(agreed.map(({ row, column }) => `${row} ${column}`));
  const own = new Map<string, CellPlace>();
  for (const { row, column } of workbooks.flatMap((rows) => [...rows.values()].flatMap((line) => [...line.values()]))) {
    if (!known.has(`${row} ${column}`)) own.set(`${row} ${column}`, [row, column]);
  }
  return [...own.values()];
}

/** Links are left out: they are not compared, and the text of their formulas contains them anyway. */
const agreeing = (
  cells: ReadonlyMap<number, RawCell>,
  others: ReadonlyMap<number, RawCell> | undefined,
): readonly RawCell[] =>
  [...cells.values()]
    .filter((cell) => cellToken(cell) === cellToken(others?.get(cell.column)))
    .map(({ link: _, ...cell }) => cell);

/**
 * Two partners who differ in everything that is not the same for all; only one of them took part in the last round.
 */
function issuedTo(who: 'One' | 'Other', instrument: Instrument, shown: IssueVariant): IssueDetails {
  const { key, edition } = instrument;
  const levels = instrument.scales.find((scale) => scale.key === instrument.scorecard?.scale)?.options ?? [];
  const level = levels[0]?.level ?? 0;
  const last = { state: 'level', level, changed: false } as const;
  const isFirst = who === 'One';
  return {
    stamp: {
      ...{ instrument: key, edition, round: shown.round, fingerprint: who, partner: who, workbook: who, seal: who },
    },
    partner: {
      code: who,
      name: who,
      ...(shown.hasArea ? { areaName: who } : {}),
      ...(shown.hasRegion ? { regionName: who } : {}),
    },
    due: shown.due,
    issued: isFirst ? new Date(0) : new Date(shown.due),
    ...(shown.returnTo === undefined ? {} : { returnTo: shown.returnTo }),
    ...(shown.marking === undefined ? {} : { marking: shown.marking }),
    ...(shown.hasBranding ? { branding: { name: who, strapline: who } } : {}),
    ...(shown.hasLastRound
      ? {
          lastRound: {
            round: who,
            items: new Map(isFirst ? [] : scoredItems(instrument).map(({ item }) => [item.key, last])),
            scorecard: isFirst ? undefined : scorecardOf(instrument, emptyResponse(instrument)),
          },
        }
      : {}),
  };
}
