import { z } from 'zod';
import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import type { RawCell } from '../spreadsheet/rawWorkbook.ts';
import { type PrintedFor, type PrintedMatter, printedCells, printedMatter } from '../workbook/printedMatter.ts';
import type { SealedStamp } from '../workbook/stamp.ts';
import { type Detail, detailOf, keptDetail } from './details.ts';
import type { Register } from './openRegister.ts';
import { recent } from './recent.ts';

/**
 * What stands on the sheets of a workbook as it goes out, whosever it is. To find it out takes as long as to write several
 * workbooks, and those of a round differ in little: it is done once for each wording.
 */
export const printedFor = (instrument: Instrument, shown: PrintedFor): Promise<Detail> =>
  printed(JSON.stringify([fingerprint(instrument), shown]), async () =>
    detailOf(await printedCells(instrument, shown)),
  );

const printed = recent<Promise<Detail>>(8);

/**
 * What stood on the sheets of a workbook when it went out, each time that it was written: nobody knows which of these files
 * came back. None where that is not known: an older version wrote the workbook and kept nothing, or it is read by another
 * wording than it was written by.
 */
export async function printedIn(
  register: Register,
  stamp: SealedStamp,
  sent: Instrument,
): Promise<readonly PrintedMatter[]> {
  const { sheets, details } = await register.db
    .selectFrom('workbook')
    .select(['sheets', 'details'])
    .where('id', '=', stamp.workbook)
    .executeTakeFirstOrThrow();
  if (typeof sheets !== 'string' || fingerprint(sent) !== stamp.fingerprint) return [];
  const { lastRound } = shown.parse(JSON.parse(details));
  const all = await Promise.all(
    sheets.split(' ').map((digest) =>
      matter(`${stamp.fingerprint} ${digest}`, async () => {
        const kept = await keptDetail(register, digest, keptCells);
        return kept === undefined ? undefined : printedMatter(sent, kept, lastRound !== undefined);
      }),
    ),
  );
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? known : [];
}

/** The returns of an import are mostly of one wording. */
const matter = recent<Promise<PrintedMatter | undefined>>(8);

const shown = z.object({ lastRound: z.string().optional() });

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

const keptCells = z.array(z.object({ name: z.string(), cells: z.array(cell) }));
