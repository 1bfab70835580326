import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Branding, brandingSchema } from '../instrument/branding.ts';
import type { Instrument } from '../instrument/schema.ts';
import type { LastRound } from '../scoring/lastRound.ts';
import { lastRounds } from './lastRounds.ts';
import type { Register } from './openRegister.ts';
import type { Partner } from './partner.ts';
import { roundInstrument } from './roundInstrument.ts';
import { roundsNamed } from './roundStatus.ts';

/**
 * What a workbook shows besides the definition and in many words: it stands in the details of the workbook as a digest, and
 * in a table of its own once for all workbooks that show the same.
 */
export interface ShownDetails {
  readonly branding?: Branding;
  readonly lastRound?: LastRound;
}

/** The digests that stand for them. */
export interface ShownDigests {
  readonly branding?: string | undefined;
  readonly lastRound?: string | undefined;
}

export function digestsOf({ branding, lastRound }: ShownDetails): ShownDigests {
  return {
    lastRound: lastRound === undefined ? undefined : digestOf(shownOf(lastRound)),
    branding: branding === undefined ? undefined : digestOf(branding),
  };
}

/** Keeps what is needed to show the same again: branding whole, and of the last round its name. */
export async function keepDetails({ db }: Pick<Register, 'db'>, all: readonly ShownDetails[]): Promise<void> {
  const kept = new Map<string, unknown>();
  for (const details of all) {
    const { branding, lastRound } = digestsOf(details);
    if (branding !== undefined) kept.set(branding, details.branding);
    if (lastRound !== undefined) kept.set(lastRound, { round: details.lastRound?.round });
  }
  for (const [digest, value] of kept) {
    await db
      .insertInto('detail')
      .values({ digest, json: JSON.stringify(value) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * What a partner's workbook showed: branding as it was, and of the last round what counts in it now.
 *
 * @param installed The instruments that are installed.
 * @returns without what is not known any more: an older version of the register kept nothing but digests.
 */
export async function loadDetails(
  register: Register,
  installed: readonly Instrument[],
  { instrument, partner, digests }: ShownTo,
): Promise<ShownDetails> {
  const branding = await keptAs(register, digests.branding, brandingSchema);
  const last = await keptAs(register, digests.lastRound, z.object({ round: z.string() }));
  const rounds = last === undefined ? [] : await roundsNamed(register, last.round);
  const round = rounds.find((one) => one.instrument === instrument.key);
  const then = round === undefined ? undefined : await roundInstrument(register, installed, round);
  const lastRound =
    round === undefined || then === undefined
      ? undefined
      : (await lastRounds(register, instrument, { round, instrument: then }, [partner])).get(partner.code);
  return {
    ...(branding === undefined ? {} : { branding }),
    ...(lastRound === undefined ? {} : { lastRound }),
  };
}

export interface ShownTo {
  readonly instrument: Instrument;
  readonly partner: Partner;
  readonly digests: ShownDigests;
}

async function keptAs<T>({ db }: Register, digest: string | undefined, schema: z.ZodType<T>): Promise<T | undefined> {
  if (digest === undefined) return undefined;
  const kept = await db.selectFrom('detail').select('json').where('digest', '=', digest).executeTakeFirst();
  return kept === undefined ? undefined : schema.parse(JSON.parse(kept.json));
}

const digestOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('hex');

function shownOf({ round, items, scorecard }: LastRound): unknown {
  const positions = scorecard?.views.map(({ view, parts }) => [view.key, parts.map(({ key, band }) => [key, band])]);
  return [round, [...items], scorecard?.overall.band, positions];
}
