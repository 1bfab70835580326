import type { Finding } from '../../../finding/index.ts';
import { compareReturn } from '../../../intake/compare/compareReturn.ts';
import { differencesOfStored } from '../../../intake/compare/differences.ts';
import { Refusal } from '../../../refusal.ts';
import { storedFindings } from '../../../register/rows/storedFindings.ts';
import type { Register } from '../../../register/tables/register.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import { presentValue } from '../../../rounds/changes/storedValue.ts';
import type { ReturnSummary } from '../../../rounds/round/roundStatus.ts';
import { type MadeChange, type MadeChanges, makeChanges } from '../changes/makeChanges.ts';
import { reviewFindings } from '../changes/reviewFindings.ts';
import type { OperationContext } from '../operationContext.ts';
import { type CountingNow, countingNow, otherwiseCompared } from './comparedReviews.ts';
import { type Decidable, decidable, statusOf } from './decidable.ts';

/** A decision about returns, and why it is made. */
export interface DecisionRequest {
  /** Numbers of the returns. */
  readonly ids: readonly number[];
  readonly reason: string;
}

/**
 * Sets returns aside: they do not count, and another of the same partner does, if there is one. They stay in the register.
 *
 * @throws Refusal for a number that no return has, and for a return that was refused.
 */
export async function setReturnsAside(
  context: OperationContext,
  { ids, reason }: DecisionRequest,
): Promise<MadeChanges> {
  const before = await countingNow(context.register, ids);
  const changes = await makeChanges(context, reason, async ({ register }, author) => {
    const made: (number | undefined)[] = [];
    for (const id of new Set(ids)) {
      const { key, partner } = await decidable(register, id);
      await checkNoPart(register, { key, partner }, id);
      const before = await presentValue(register, key, { partner, what: 'set aside' });
      const after = before.includes(id) ? before : [...before, id];
      made.push(await makeChange(register, key, { partner, what: 'set aside', after }, author));
    }
    return made;
  });
  return { changes, findings: await findingsAfter(context.register, changes, before) };
}

/**
 * Prefers one of several returns of a partner: it counts, whichever came last.
 *
 * @throws Refusal for a number that no return has, and for a return that cannot count: it was refused or set aside, or came after
 * the round was closed.
 */
export async function preferReturn(
  context: OperationContext,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<MadeChanges> {
  const before = await countingNow(context.register, [id]);
  const changes = await makeChanges(context, reason, async ({ register }, author) => {
    const { key, partner } = await decidable(register, id);
    const status = await statusOf(register, key, partner);
    checkCountable(status?.returns.find((one) => one.id === id));
    return [await makeChange(register, key, { partner, what: 'preferred', after: id }, author)];
  });
  return { changes, findings: await findingsAfter(context.register, changes, before) };
}

/**
 * Accepts warnings about a return: they are in no count or list any more, and do not come back.
 *
 * @throws Refusal for a number that no return has, a return that was refused, and a code of which it has no warning.
 */
export async function acceptDoubts(
  context: OperationContext,
  { id, codes, reason }: { readonly id: number; readonly codes: readonly string[]; readonly reason: string },
): Promise<MadeChanges> {
  const changes = await makeChanges(context, reason, async (inside, author) => {
    const { register } = inside;
    const { key, partner } = await decidable(register, id);
    const before = await presentValue(register, key, { partner, what: 'settled' });
    const added = codes.filter(
      (code) => !before.some((one) => one.return === id && one.code === code && one.at === undefined),
    );
    await checkDoubts(inside, id, added);
    const after = [...before, ...added.map((code) => ({ return: id, code }))];
    return [await makeChange(register, key, { partner, what: 'settled', after }, author)];
  });
  return { changes, findings: [] };
}

/** What a decision about returns means for the reviews of their partners. */
async function findingsAfter(
  register: Register,
  changes: readonly MadeChange[],
  before: readonly CountingNow[],
): Promise<readonly Finding[]> {
  return [...(await reviewFindings(register, changes)), ...(await otherwiseCompared(register, before))];
}

async function checkDoubts(
  { register, instruments }: OperationContext,
  id: number,
  codes: readonly string[],
): Promise<void> {
  const { findings } = await compareReturn(register, id, (earlier) =>
    differencesOfStored(register, instruments, id, earlier),
  );
  const all = [...(await storedFindings(register, id)), ...findings];
  const warnings = new Set<string>(all.flatMap(({ code, severity }) => (severity === 'warning' ? [code] : [])));
  const others = codes.filter((code) => !warnings.has(code));
  if (others.length === 0) return;
  const known = warnings.size === 0 ? 'It has no warnings.' : `Its warnings are: ${[...warnings].join(', ')}.`;
  throw new Refusal(
    'return.no-such-doubt',
    () =>
      `Return ${id} has no warning ${others.map((code) => `"${code}"`).join(', ')}. ${known} Errors cannot be accepted.`,
  );
}

/** What was put together of it would have its answers all the same. */
async function checkNoPart(register: Register, { key, partner }: Decidable, id: number): Promise<void> {
  const returns = (await statusOf(register, key, partner))?.returns ?? [];
  if (returns.find((one) => one.id === id)?.isPart !== true) return;
  const whole = returns.find(({ of }) => of?.includes(id))?.id;
  throw new Refusal(
    'return.is-part',
    () =>
      `Return ${id} was put together with others as return ${whole}, which has its answers. Undo that first: "round show ${key.round}" has its number, for "round undo".`,
  );
}

function checkCountable(summary: ReturnSummary | undefined): void {
  if (summary?.setAside === true) {
    throw new Refusal(
      'return.is-set-aside',
      () =>
        `Return ${summary.id} was set aside. Undo that change first: "round show" has its number, for "round undo".`,
    );
  }
  if (summary?.afterClosing === true) {
    throw new Refusal(
      'return.came-after-closing',
      () =>
        `Return ${summary.id} came after the round was closed, and cannot count. Reopen the round first ("round reopen").`,
    );
  }
}
