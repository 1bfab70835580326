import { z } from 'zod';
import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import { loadDetail } from '../../register/rows/storedDetails.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { type Answers, blank, type Response } from '../../response/response.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';
import { type ReviewRound, reviewRoundOf } from '../round/reviewRound.ts';
import { roundInstrument } from '../round/roundInstrument.ts';
import { type PartnerStatus, type Round, roundStatus, roundsNamed } from '../round/roundStatus.ts';
import { type EarlierRound, lastRounds } from './lastRounds.ts';
import {
  type AnswerChange,
  changedAnswers,
  nameAnswerChange,
  type ShownAnswers,
  shownAnswers,
  storedShown,
} from './shownAnswers.ts';

/** A review of answers that are not those that count now. */
export interface OutdatedReview {
  readonly partner: Partner;
  /** The number of the review that counts; undefined while the workbook is still with the assessor. */
  readonly returned: number | undefined;
  /** At least one. */
  readonly changes: readonly AnswerChange[];
  /** Whether the workbook that was issued last shows the answers that count now. */
  readonly isRenewed: boolean;
}

/** The reviews of a self-assessment that are out of date: of those that came back, and of those that are out. */
export async function outdatedReviews(register: Register, reviewed: EarlierRound): Promise<readonly OutdatedReview[]> {
  const reviews = await reviewRoundOf(register, reviewed.round);
  if (reviews === undefined) return [];
  const statuses = await roundStatus(register, reviews.round);
  const partners = statuses.map(({ partner }) => partner);
  const { byPartner, earlierPartners } = await lastRounds(register, reviews.instrument, reviewed, { partners });
  const present = new Set(earlierPartners.map(({ partner }) => partner.code));
  const counting = statuses.filter(({ partner }) => present.has(partner.code));
  return outdatedAmong(register, reviews, counting, byPartner);
}

/** The review of a partner if it is one, and out of date. */
export async function outdatedReviewOf(
  register: Register,
  installed: readonly Instrument[],
  { round, instrument }: ReviewRound,
  partner: string,
): Promise<OutdatedReview | undefined> {
  const own = (await roundsNamed(register, round.round)).find((one) => one.instrument === instrument.reviews);
  const reviewed = own && (await roundInstrument(register, installed, own));
  if (own === undefined || reviewed === undefined) return undefined;
  const outdated = await outdatedReviews(register, { round: own, instrument: reviewed });
  return outdated.find((one) => one.partner.code === partner);
}

/** @param present The partners' answers that count now, by partner code. */
export async function outdatedAmong(
  register: Register,
  { round, instrument }: ReviewRound,
  statuses: readonly PartnerStatus[],
  present: ReadonlyMap<string, LastRound>,
): Promise<readonly OutdatedReview[]> {
  const workbooks = await workbooksOf(register, round);
  const all: OutdatedReview[] = [];
  for (const { partner, counting } of statuses) {
    const now = present.get(partner.code);
    // Without a self-assessment that counts there is nothing to compare.
    if (now?.scorecard === undefined) continue;
    const own = workbooks.filter((workbook) => workbook.partner === partner.code);
    const changesIn = async (workbook: WorkbookShown | undefined): Promise<readonly AnswerChange[]> => {
      const shown = await loadShown(register, workbook);
      return shown === undefined ? [] : changedAnswers(instrument, shown, shownAnswers(now));
    };
    const last = await changesIn(own.at(-1));
    const changes =
      counting === undefined ? last : await changesIn(own.find(({ returns }) => returns.includes(counting.id)));
    if (changes.length === 0) continue;
    all.push({ partner, returned: counting?.id, changes, isRenewed: last.length === 0 });
  }
  return all;
}

/** What an assessor answered, without the questions of which the partner's answer has changed: they are open again. */
export function stillJudged(response: Response, outdated: OutdatedReview | undefined): Response {
  const open = new Set(outdated?.changes.map(({ item }) => item));
  const items = [...response.items].map(([key, answers]): [string, Answers] => [
    key,
    open.has(key) ? new Map([...answers.keys()].map((field) => [field, blank])) : answers,
  ]);
  return { ...response, items: new Map(items) };
}

interface WorkbookShown {
  readonly partner: string;
  readonly details: string;
  /** The numbers of the returns of it. */
  readonly returns: readonly number[];
}

/** The workbooks of a round in the order in which they were last issued. */
async function workbooksOf({ db }: OpenDatabase, { round, instrument }: Round): Promise<readonly WorkbookShown[]> {
  const workbooks = await db
    .selectFrom('workbook')
    .select(['id', 'partner', 'details'])
    .where((where) => where.and({ round, instrument }))
    .orderBy('issue_order')
    .execute();
  const returns = await db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['return.id', 'return.workbook'])
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument)
    .execute();
  return workbooks.map(({ id, ...workbook }) => ({
    ...workbook,
    returns: returns.flatMap((one) => (one.workbook === id ? [one.id] : [])),
  }));
}

const details = z.object({ lastRound: z.string().optional() });

async function loadShown(
  register: OpenDatabase,
  workbook: WorkbookShown | undefined,
): Promise<ShownAnswers | undefined> {
  if (workbook === undefined) return undefined;
  const { lastRound } = details.parse(JSON.parse(workbook.details));
  const stored = await loadDetail(register, lastRound, storedShown);
  return stored?.shown && new Map(stored.shown);
}

/**
 * Says that a review is out of date, and what helps.
 *
 * @param round Name of the round as commands take it, with the instrument where it has several.
 */
export function outdatedFinding({ partner, returned, changes, isRenewed }: OutdatedReview, round: string): Finding {
  const { code, name } = partner;
  const facts = { code, partner: name, round, returned: returned ?? null, isRenewed };
  return finding('round.review-outdated', { key: code }, { ...facts, questions: changes.map(nameAnswerChange) });
}
