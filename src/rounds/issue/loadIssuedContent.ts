import { z } from 'zod';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { lruCache } from '../../register/database/lruCache.ts';
import { loadDetail, type StoredDetail, storedDetail } from '../../register/rows/storedDetails.ts';
import { workbookContents } from '../../register/rows/workbookContent.ts';
import type { Register } from '../../register/tables/register.ts';
import { objectKinds, type RawCell } from '../../spreadsheet/model/rawWorkbook.ts';
import {
  type CellPlace,
  type IssuedCells,
  type IssuedContent,
  type IssuedObject,
  type IssueVariant,
  issuedCells,
  issuedContent,
} from '../../workbook/compare/issuedContent.ts';
import type { SealedStamp } from '../../workbook/layout/stamp.ts';

/**
 * The contents of a workbook's sheets when it is issued, whichever partner it is for. They are the same for most partners of
 * a round, and collected once for each wording.
 */
export const issuedCellsFor = (instrument: Instrument, shown: IssueVariant): StoredDetail =>
  printed(JSON.stringify([fingerprint(instrument), shown]), () => storedDetail(issuedCells(instrument, shown)));

const printed = lruCache<StoredDetail>(8);

/**
 * Loads every content that a workbook's sheets were written with: any of these files may have come back. None if they are
 * unknown: an earlier version wrote the workbook without storing them, or it is read by another wording than it was
 * written by.
 */
export async function loadIssuedContent(
  register: Register,
  stamp: SealedStamp,
  sent: Instrument,
): Promise<readonly IssuedContent[]> {
  if (fingerprint(sent) !== stamp.fingerprint) return [];
  const digests = await workbookContents(register, stamp.workbook);
  const { details } = await register.db
    .selectFrom('workbook')
    .select('details')
    .where('id', '=', stamp.workbook)
    .executeTakeFirstOrThrow();
  const issued = shown.parse(JSON.parse(details));
  const all = await Promise.all(
    digests.map((digest) =>
      matter(`${stamp.fingerprint} ${digest}`, async () => {
        const kept = await loadDetail(register, digest, storedCells);
        if (kept === undefined) return undefined;
        const whole = withPlaces(kept, () => storedCells.parse(JSON.parse(printedNow(sent, stamp, issued).json)));
        return issuedContent(sent, whole);
      }),
    ),
  );
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? known : [];
}

/** The returns of an import are mostly of one wording. */
const matter = lruCache<Promise<IssuedContent | undefined>>(8);

const shown = z.object({
  due: z.iso.datetime(),
  ...{ returnTo: z.string().optional(), marking: z.string().optional() },
  ...{ areaName: z.string().optional(), regionName: z.string().optional() },
  ...{ lastRound: z.string().optional(), branding: z.string().optional() },
});

const printedNow = (
  instrument: Instrument,
  { round }: SealedStamp,
  { due, returnTo, marking, areaName, regionName, lastRound, branding }: z.infer<typeof shown>,
): StoredDetail =>
  issuedCellsFor(instrument, {
    ...{ round, due: new Date(due), returnTo, marking },
    hasArea: areaName !== undefined,
    hasRegion: regionName !== undefined,
    // The name of that round is in cells that the register did store.
    lastRound: lastRound === undefined ? undefined : '',
    hasBranding: branding !== undefined,
  });

/**
 * Registers of earlier versions did not store the cells that differ between partners, nor the objects on their sheets: both
 * come from the workbook that this version writes. A cell moves with the label at the left of its row.
 */
function withPlaces(kept: readonly StoredCells[], now: () => readonly StoredCells[]): readonly IssuedCells[] {
  if (kept.every(({ own, objects }) => own !== undefined && objects !== undefined)) {
    return kept.map(({ own = [], objects = [], ...sheet }) => ({ ...sheet, own, objects }));
  }
  const written = new Map(now().map((sheet) => [sheet.name, sheet]));
  return kept.map(({ name, cells }) => {
    const { cells: labelled = [], own = [], objects = [] } = written.get(name) ?? {};
    const labelOf = new Map(labelled.filter(({ column }) => column === 1).map((one) => [one.row, one.value.value]));
    const rowOf = new Map(cells.filter(({ column }) => column === 1).map((one) => [one.value.value, one.row]));
    return {
      ...{ name, cells, objects },
      own: own.map(([row, column]): CellPlace => [rowOf.get(labelOf.get(row) ?? '') ?? row, column]),
    };
  });
}

const value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.number(), isDate: z.boolean(), format: z.string().exactOptional() }),
  z.object({ kind: z.literal('text'), value: z.string(), format: z.string().exactOptional() }),
  z.object({ kind: z.literal('error'), value: z.string() }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
]);

const cell: z.ZodType<RawCell> = z.object({
  row: z.int(),
  column: z.int(),
  value,
  formula: z.boolean(),
  formulaText: z.string().exactOptional(),
});

const object: z.ZodType<IssuedObject> = z.object({ kind: z.enum(objectKinds), text: z.string() });

const storedCells = z.array(
  z.object({
    name: z.string(),
    cells: z.array(cell),
    own: z.array(z.tuple([z.int(), z.int()])).exactOptional(),
    objects: z.array(object).exactOptional(),
  }),
);

type StoredCells = z.infer<typeof storedCells>[number];
