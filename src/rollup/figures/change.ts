import type { View } from '../../instrument/model/schema.ts';
import { type ItemInContext, scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { type Answer, isNotAsked } from '../../response/response.ts';
import { type LastAnswer, type Movement, movementOf } from '../../scoring/plans/lastRound.ts';
import { type Part, partsOf, scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import type { PartnerResult, RollUp } from '../load/rollUp.ts';

/** The change of an answer since an earlier round, or the reason for which the two cannot be compared. */
export type Change =
  | Movement
  | 'no-return-then'
  | 'no-return-now'
  /** The question or its scale was changed, or was not asked in one of the rounds. */
  | 'question-changed'
  | 'not-applicable'
  /** Unanswered, or not readable. */
  | 'blank';

/** Questions of one or many partners, counted by change. */
export type ChangeCounts = Readonly<Record<Change, number>>;

export interface QuestionChange extends ItemInContext {
  /** The counts are of partners. */
  readonly counts: ChangeCounts;
}

export interface PartChange {
  readonly view: View | undefined;
  readonly part: Part;
  /** Counts of questions, for all partners together. */
  readonly counts: ChangeCounts;
  /** Shares at the highest level, then and now, of the answers that are compared; undefined if there are none. */
  readonly highest: { readonly before: number; readonly after: number } | undefined;
}

export interface PartnerChange {
  /** With the earlier answers that are compared: its own, or those of a predecessor. */
  readonly partner: PartnerResult;
  /** Counts of questions, for each part. */
  readonly counts: readonly ChangeCounts[];
}

export interface ChangeSince {
  readonly questions: readonly QuestionChange[];
  /** All questions first, then the parts of every view. */
  readonly parts: readonly PartChange[];
  /**
   * With the parts in the same order. A partner with own answers in the earlier round, or with several predecessors, comes again
   * with those of each predecessor; these are in no other count.
   */
  readonly partners: readonly PartnerChange[];
}

/** Works out how the levels of partners changed, question by question, since the earlier round of the roll-up. */
export function changeSince(rollUp: RollUp): ChangeSince {
  const { instrument, partners } = rollUp;
  const items = scoredItems(instrument);
  const changes = new Map(
    partners.map((partner) => [
      partner,
      new Map(items.map((context) => [context.item.key, changeOf(rollUp, partner, context)])),
    ]),
  );
  const countsOf = (of: readonly PartnerResult[], among: readonly ItemInContext[]): ChangeCounts =>
    counted(of.flatMap((partner) => among.map(({ item }) => changes.get(partner)?.get(item.key) ?? 'blank')));
  const all: Part = { key: 'overall', title: 'All questions', items };
  const parts = [
    { view: undefined, part: all },
    ...viewsOf(instrument).flatMap((view) => partsOf(instrument, view).map((part) => ({ view, part }))),
  ];
  return {
    questions: items.map((context) => ({ ...context, counts: countsOf(partners, [context]) })),
    parts: parts.map(({ view, part }) => ({
      view,
      part,
      counts: countsOf(partners, part.items),
      highest: highestShares(rollUp, part.items, changes),
    })),
    partners: partners.flatMap((partner) => [
      { partner, counts: parts.map(({ part }) => countsOf([partner], part.items)) },
      ...besidePredecessors(rollUp, partner).map((one) => ({
        partner: one,
        counts: parts.map(({ part }) => counted(part.items.map((context) => changeOf(rollUp, one, context)))),
      })),
    ]),
  };
}

/** The partner with the answers of each predecessor that it is not compared with already. */
const besidePredecessors = ({ previous }: RollUp, { partner, lastRound, ...result }: PartnerResult) => {
  const before = previous?.predecessors.filter(({ successor }) => successor === partner.code) ?? [];
  const isCompared = lastRound?.predecessors !== undefined && lastRound.scorecard !== undefined;
  return isCompared ? [] : before.map((one): PartnerResult => ({ ...result, partner, lastRound: one.lastRound }));
};

/** By partner and key of the question. */
type Changes = ReadonlyMap<PartnerResult, ReadonlyMap<string, Change>>;

function highestShares(
  { instrument, partners }: RollUp,
  items: readonly ItemInContext[],
  changes: Changes,
): PartChange['highest'] {
  const highest = scoredScaleOf(instrument).options.at(-1)?.level;
  let [compared, before, after] = [0, 0, 0];
  for (const partner of partners) {
    const own = changes.get(partner);
    for (const context of items) {
      const change = own?.get(context.item.key);
      if (change !== 'better' && change !== 'worse' && change !== 'same') continue;
      compared += 1;
      if (partner.lastRound?.items.get(context.item.key)?.level === highest) before += 1;
      const score = partner.result && scoreOf(partner.result.response, context);
      if (score?.state === 'answered' && Number(score.value) === highest) after += 1;
    }
  }
  return compared === 0 ? undefined : { before: before / compared, after: after / compared };
}

/** The number of answers that could be compared. */
export const comparedOf = ({ better, same, worse }: ChangeCounts): number => better + same + worse;

function changeOf({ instrument }: RollUp, { result, lastRound }: PartnerResult, context: ItemInContext): Change {
  const last = lastRound?.items.get(context.item.key);
  if (result === undefined) return 'no-return-now';
  if (lastRound?.scorecard === undefined) return 'no-return-then';
  const now = scoreOf(result.response, context);
  if (isChanged(last, now)) return 'question-changed';
  if (now.state === 'not-applicable' || now.state === 'does-not-apply') return 'not-applicable';
  if (last?.state === 'not-applicable') return 'not-applicable';
  return movementOf(instrument, last, now.state === 'answered' ? Number(now.value) : undefined) ?? 'blank';
}

const isChanged = (last: LastAnswer | undefined, now: Answer): boolean =>
  last?.changed === true || last?.state === 'not-asked' || isNotAsked(now);

function counted(changes: readonly Change[]): ChangeCounts {
  const counts = {
    better: 0,
    same: 0,
    worse: 0,
    'no-return-then': 0,
    'no-return-now': 0,
    'question-changed': 0,
    'not-applicable': 0,
    blank: 0,
  };
  for (const change of changes) counts[change] += 1;
  return counts;
}

/** The questions in which the most partners moved one way, less those that moved the other way; the largest difference first. */
export function biggestMoves({ questions }: ChangeSince, way: 'better' | 'worse'): readonly QuestionChange[] {
  const net = ({ counts }: QuestionChange): number =>
    way === 'better' ? counts.better - counts.worse : counts.worse - counts.better;
  return questions
    .filter((question) => net(question) > 0)
    .toSorted((a, b) => net(b) - net(a) || b.counts[way] - a.counts[way]);
}
