import { type Finding, FindingsError, hasErrors } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { reviewInstrument } from '../instrument/reviewInstrument.ts';
import { Refusal } from '../refusal.ts';
import type { Register } from '../register/tables/register.ts';
import type { Response } from '../response/response.ts';
import type { Issue } from '../rounds/issue/issue.ts';
import { lastRounds } from '../rounds/returns/lastRounds.ts';
import { loadResponses } from '../rounds/returns/loadResponses.ts';
import { outdatedAmong, stillJudged } from '../rounds/returns/outdatedReviews.ts';
import type { AnswerChange } from '../rounds/returns/shownAnswers.ts';
import { dueFindings } from '../rounds/round/dueFindings.ts';
import type { ReviewRound } from '../rounds/round/reviewRound.ts';
import { type Round, roundStatus, roundsNamed } from '../rounds/round/roundStatus.ts';
import type { LastRound } from '../scoring/plans/lastRound.ts';
import { checkFit } from '../workbook/layout/checkFit.ts';
import { checkCodes } from './rounds/checkCodes.ts';
import { checkOpen } from './rounds/checkOpen.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import { checkChanges, type PermittedChanges } from './rounds/roundChanges.ts';
import { changedOptions, checkedOptions, roundOptions } from './rounds/roundOptions.ts';
import { onlyRound, type RoundRequest } from './rounds/roundsInUse.ts';
import type { Folder } from './workbooks/folder.ts';
import { issueAndSave } from './workbooks/issueAndSave.ts';
import type { SaveOutcome } from './workbooks/saveWorkbook.ts';

export interface ReviewRequest
  extends RoundRequest,
    Pick<PermittedChanges, 'partner' | 'changeDue' | 'changeReturnTo'> {
  /** By when assessors return the workbooks; as before when absent. */
  readonly due?: Date | undefined;
  /** E-mail address to which assessors return them; that of the self-assessment when absent. */
  readonly returnTo?: string;
}

export interface ReviewFile {
  /** Code of the partner. */
  readonly partner: string;
  readonly outcome: SaveOutcome | 'no-return';
  /** Path of the workbook; absent for a partner that has returned nothing. */
  readonly file?: string;
  /** Present if a review came back before: the workbook has what the assessor wrote. */
  readonly carried?: {
    /** The number of that review. */
    readonly from: number;
    /** The questions that are open again, because the partner's answer is another now. */
    readonly open: readonly AnswerChange[];
  };
}

export interface GeneratedReviews {
  /** Key of the instrument of the reviews. */
  readonly instrument: string;
  readonly due: Date;
  readonly files: readonly ReviewFile[];
  readonly findings: readonly Finding[];
}

/**
 * Writes a workbook for each partner that has returned, in which an assessor gives a second opinion on its answers. Running
 * it again writes another for a partner of which other answers count by now. Where a review came back, the workbook has what
 * the assessor wrote, without the questions of which the partner's answer has changed.
 *
 * @throws Refusal for a round or partner that does not exist, an instrument without scores or about individual people, an
 *   address that is none, changes that are not permitted, and reviews without a deadline or that
 *   are closed.
 * @throws FindingsError when the instrument does not fit into a workbook.
 */
export async function generateReviews(
  context: OperationContext,
  request: ReviewRequest,
  folder: Folder,
  watcher: Watcher = {},
): Promise<GeneratedReviews> {
  const { register } = context;
  const given = request.returnTo === undefined ? {} : checkedOptions({ returnTo: request.returnTo });
  const now = context.now();
  const inUse = await onlyRound(context, request);
  const { round } = inUse;
  checkReviewable(inUse.instrument);
  const instrument = reviewInstrument(inUse.instrument);
  const before = (await roundsNamed(register, round.round)).find((one) => one.instrument === instrument.key);
  // The round itself may be closed: assessors often begin then.
  if (before !== undefined) checkOpen(before, now, `round reopen ${round.round} --instrument ${instrument.key}`);
  const due = dueOf(request, before);
  if (before !== undefined) {
    const options = await changedOptions(register, before, await roundOptions(register, { ...given, due }, before));
    checkChanges(request, before, { due, otherEdition: undefined, options, areOut: true });
  }
  const fit = checkFit(instrument);
  if (hasErrors(fit)) throw new FindingsError(fit);
  const first = [...fit, ...dueFindings(due, now)];
  watcher.onFindings?.(first);
  const statuses = await roundStatus(register, round);
  checkCodes(
    request.partner,
    statuses.map(({ partner }) => partner.code),
  );
  const wanted = statuses.filter(({ partner }) => request.partner?.includes(partner.code) ?? true);
  // Assessors are not the partner: nothing is sent to its addresses.
  const partners = wanted
    .filter(({ counting }) => counting !== undefined)
    .map(({ partner: { email: _email, ...partner } }) => partner);
  const { byPartner } = await lastRounds(register, instrument, inUse, { partners });
  const returnTo = given.returnTo || before?.returnTo || round.returnTo;
  const back = before === undefined ? [] : await reviewsBack(register, { round: before, instrument }, byPartner);
  const issue: Issue = {
    known: new Map(back.map(({ partner, response }) => [partner, response])),
    ...{ instrument, round: round.round, due, partners, now, lastRounds: byPartner },
    ...(returnTo === undefined ? {} : { returnTo }),
    ...(round.marking === undefined ? {} : { marking: round.marking }),
    ...(context.by === undefined ? {} : { by: context.by }),
  };
  const { files, findings } = partners.length === 0 ? nothing : await issueAndSave(register, issue, folder, watcher);
  const carried = new Map(back.map((one) => [one.partner, { from: one.from, open: one.open }]));
  const without = wanted.filter(({ counting }) => counting === undefined);
  return {
    ...{ instrument: instrument.key, due },
    files: [
      ...files.map((file) => {
        const own = carried.get(file.partner);
        return own === undefined ? file : { ...file, carried: own };
      }),
      ...without.map(({ partner }) => ({ partner: partner.code, outcome: 'no-return' as const })),
    ],
    findings: [...first, ...findings],
  };
}

/** What assessors wrote in the reviews that count, as far as it is about the answers that partners have now. */
async function reviewsBack(
  register: Register,
  reviews: ReviewRound,
  present: ReadonlyMap<string, LastRound>,
): Promise<
  readonly (NonNullable<ReviewFile['carried']> & { readonly partner: string; readonly response: Response })[]
> {
  const statuses = await roundStatus(register, reviews.round);
  const outdated = await outdatedAmong(register, reviews, statuses, present);
  const ids = statuses.flatMap(({ counting }) => counting?.id ?? []);
  const responses = await loadResponses(register, reviews.instrument, ids);
  return statuses.flatMap(({ partner: { code }, counting }) => {
    const came = responses.get(counting?.id ?? -1);
    if (counting === undefined || came === undefined) return [];
    const own = outdated.find(({ partner }) => partner.code === code);
    return [{ partner: code, from: counting.id, open: own?.changes ?? [], response: stillJudged(came, own) }];
  });
}

function checkReviewable({ key, scorecard, reviews, aboutPeople }: Instrument): void {
  const refuse = (why: string): Refusal =>
    new Refusal(
      'instrument.not-reviewed',
      (input) => `The instrument ${key} ${why}. Name another with ${input('instrument')}.`,
    );
  if (reviews !== undefined) throw refuse(`is itself a review of ${reviews}`);
  if (scorecard === undefined) throw refuse('scores no questions, so there is nothing to review');
  if (aboutPeople === true) throw refuse('is about individual people, whose answers are shown to nobody else');
}

const nothing = { files: [], findings: [] } as const;

function dueOf({ round, due }: ReviewRequest, before: Round | undefined): Date {
  if (due !== undefined) return due;
  if (before !== undefined) return before.due;
  throw new Refusal(
    'round.new',
    (input) =>
      `Round ${round} has no reviews yet. Say by when assessors return them, as in ${input('due')} "2027-01-29 17:00".`,
  );
}
