import { Refusal } from '../../../refusal.ts';
import { messagesOf } from '../../../register/rows/messages.ts';
import type { Register } from '../../../register/tables/register.ts';
import { removeRound } from '../../../rounds/changes/removeRound.ts';
import { type Round, wholeStatus } from '../../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../operationContext.ts';
import { type RoundRequest, roundsWithReviews } from '../roundsInUse.ts';

export interface DeleteRequest extends RoundRequest {
  /** Also when Scorebook sent workbooks to partners, which could not be read any more when they come back. */
  readonly althoughSent?: boolean;
}

export interface DeletedRound {
  /** What was deleted. */
  readonly rounds: readonly Round[];
}

/**
 * Deletes a round to which nothing came back. It cannot be undone; the log reports it.
 *
 * @throws Refusal for a round that does not exist, one with returns, one that was sent, and one that another round shows.
 */
export async function deleteRound(context: OperationContext, request: DeleteRequest): Promise<DeletedRound> {
  const { register } = context;
  const rounds = await register.db.transaction().execute(async (db) => {
    const inside = { ...register, db };
    const found = await roundsWithReviews({ ...context, register: inside }, request);
    for (const { round } of found) {
      await checkNothingCame(inside, round);
      if (request.althoughSent !== true) await checkNotSent(inside, round);
      await checkNotShown(inside, round);
      await removeRound(inside, round, context.now());
    }
    return found.map(({ round }) => round);
  });
  return { rounds };
}

async function checkNothingCame(register: Register, round: Round): Promise<void> {
  const { takingPart, departed } = await wholeStatus(register, round);
  const codes = [...takingPart, ...departed].flatMap(({ partner, returns, refused }) =>
    returns.length + refused > 0 ? [partner.code] : [],
  );
  if (codes.length === 0) return;
  throw new Refusal(
    'round.has-returns',
    () =>
      `Round ${round.round} has files that came back, from ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ' and others' : ''}, and is not deleted. To have nothing more counted in it, close it ("round close ${round.round}").`,
  );
}

async function checkNotSent(register: Register, round: Round): Promise<void> {
  const messages = await messagesOf(register, round);
  const sent = messages.filter(({ state }) => state === 'sent' || state === 'sending');
  if (sent.length === 0) return;
  throw new Refusal(
    'round.was-sent',
    (input) =>
      `${sent.length} messages of round ${round.round} were sent. Without the round, their workbooks could not be read when they come back. Close or rename it instead, or add ${input('althoughSent')}.`,
  );
}

async function checkNotShown({ db }: Register, { round, instrument }: Round): Promise<void> {
  const other = await db
    .selectFrom('round')
    .select('round')
    .where('previous', '=', round)
    // A second opinion shows the answers of its own round.
    .where('round', '!=', round)
    .where('instrument', '=', instrument)
    .executeTakeFirst();
  if (other === undefined) return;
  throw new Refusal(
    'round.is-shown',
    () =>
      `The workbooks of round ${other.round} show round ${round} as the earlier one. Generate that round with --no-previous first.`,
  );
}
