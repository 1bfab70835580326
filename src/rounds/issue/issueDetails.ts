import { z } from 'zod';
import { type Branding, brandingSchema } from '../../instrument/model/branding.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import { loadDetail, type StoredDetail, storedDetail } from '../../register/rows/storedDetails.ts';
import type { Register } from '../../register/tables/register.ts';
import { type GivenFacts, hasFacts } from '../../scoring/plans/givenFacts.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import { presentName } from '../changes/presentName.ts';
import { lastRounds } from '../returns/lastRounds.ts';
import { shownAnswers } from '../returns/shownAnswers.ts';
import { roundInstrument } from '../round/roundInstrument.ts';
import { type Round, roundsNamed } from '../round/roundStatus.ts';
import { loadFacts } from './givenFacts.ts';

/** The larger contents of a workbook besides the definition: its branding, its last round, and the facts in its cells. */
export interface ShownContents {
  readonly branding?: Branding;
  readonly lastRound?: LastRound;
  readonly given?: GivenFacts;
}

/** The digests for them among the details of a workbook. */
export type ShownDigests = { readonly [Key in keyof ShownContents]?: string | undefined };

/**
 * The last round is stored by its name, from which it can be shown again. What a second opinion shows is stored as well,
 * because the assessor judges it, and other answers may count later.
 */
export const lastRoundDetail = ({ reviews }: Instrument, lastRound: LastRound): StoredDetail =>
  storedDetail(
    { round: lastRound.round, ...(reviews === undefined ? {} : { shown: [...shownAnswers(lastRound)] }) },
    // Workbooks of the next round may show the same, and are stored without it.
    reviews === undefined ? digestedContent(lastRound) : [reviews, digestedContent(lastRound)],
  );

/**
 * Loads what a partner's workbook showed: its original branding and facts, and the last round's answers as they count now.
 *
 * @param installed The instruments that are installed.
 * @returns The details that are still known: an earlier version of the register stored only digests.
 */
export async function loadIssueDetails(
  register: Register,
  installed: readonly Instrument[],
  { instrument, partner, digests, round: now }: ShownWorkbook,
): Promise<ShownContents> {
  const branding = await loadDetail(register, digests.branding, brandingSchema);
  const last = await loadDetail(register, digests.lastRound, z.object({ round: z.string() }));
  // A second opinion shows the answers to the self-assessment of its round.
  const { reviews: answered = instrument.key } = instrument;
  const name = last === undefined ? undefined : await presentName(register, answered, last.round);
  const rounds = name === undefined ? [] : await roundsNamed(register, name);
  const round = rounds.find((one) => one.instrument === answered);
  const then = round === undefined ? undefined : await roundInstrument(register, installed, round);
  const earlier = round === undefined || then === undefined ? undefined : { round, instrument: then };
  const all = earlier && (await lastRounds(register, instrument, earlier, { partners: [partner], round: now }));
  const lastRound = all?.byPartner.get(partner.code);
  const given = await loadFacts(register, digests.given);
  return {
    ...(branding === undefined ? {} : { branding }),
    ...(lastRound === undefined ? {} : { lastRound }),
    ...(hasFacts(given) ? { given } : {}),
  };
}

/** The logo on a workbook's cover: that of its issue, or else the definition's. */
export async function logoOf(
  register: Register,
  workbook: string,
  instrument: Instrument,
): Promise<Branding['logo'] | undefined> {
  const { details } = await register.db
    .selectFrom('workbook')
    .select('details')
    .where('id', '=', workbook)
    .executeTakeFirstOrThrow();
  const { branding } = z.object({ branding: z.string().optional() }).parse(JSON.parse(details));
  const issued = await loadDetail(register, branding, brandingSchema);
  return issued?.logo ?? instrument.branding?.logo;
}

export interface ShownWorkbook {
  readonly instrument: Instrument;
  readonly partner: Partner;
  readonly digests: ShownDigests;
  /** The round that it is a workbook of. */
  readonly round: Pick<Round, 'round' | 'due'>;
}

function digestedContent({ round, items, scorecard, predecessors }: LastRound): unknown {
  const positions = scorecard?.views.map(({ view, parts }) => [view.key, parts.map(({ key, band }) => [key, band])]);
  const shown = [round, [...items], scorecard?.overall.band, positions];
  // Only where there are some, as digests of earlier versions have none.
  return predecessors === undefined ? shown : [...shown, predecessors.map(({ name }) => name)];
}
