import { z } from 'zod';
import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import { type PrintedMatter, printedMatter } from '../workbook/printedMatter.ts';
import { sheetsMark } from '../workbook/sheetsMark.ts';
import type { SealedStamp } from '../workbook/stamp.ts';
import type { Register } from './openRegister.ts';
import { recent } from './recent.ts';

/**
 * What stood on the sheets of a workbook when it went out. Undefined where that is not known: another version of ours
 * wrote it, or another wording than the one that is read.
 */
export async function printedIn(
  { db }: Register,
  stamp: SealedStamp,
  sent: Instrument,
): Promise<PrintedMatter | undefined> {
  const { sheets, details } = await db
    .selectFrom('workbook')
    .select(['sheets', 'details'])
    .where('id', '=', stamp.workbook)
    .executeTakeFirstOrThrow();
  if (sheets !== sheetsMark || fingerprint(sent) !== stamp.fingerprint) return undefined;
  const { due, returnTo, marking, areaName, regionName, lastRound, branding } = shown.parse(JSON.parse(details));
  const issued = {
    ...{ round: stamp.round, due: new Date(due), returnTo, marking },
    hasArea: areaName !== undefined,
    hasRegion: regionName !== undefined,
    hasLastRound: lastRound !== undefined,
    hasBranding: branding !== undefined,
  };
  const wording = JSON.stringify([stamp.instrument, stamp.fingerprint, issued]);
  return remembered.get(wording, () => printedMatter(sent, issued));
}

/** What a workbook shows besides the definition, as it is kept when it is issued. */
const shown = z.object({
  due: z.iso.datetime(),
  returnTo: z.string().optional(),
  marking: z.string().optional(),
  areaName: z.string().optional(),
  regionName: z.string().optional(),
  lastRound: z.string().optional(),
  branding: z.string().optional(),
});

/** The returns of an import are mostly of one wording, and to write its workbook takes as long as to import ten of them. */
const remembered = recent<Promise<PrintedMatter>>(8);
