import type { Instrument, PositionRule, Scale } from '../instrument/model/schema.ts';
import type { ItemInContext } from '../instrument/model/traverse.ts';
import { type Answer, isInapplicable, isNoGap } from '../response/response.ts';
import type { Statements, Tally, WeightedSum } from './position.ts';

/** Counts answers by state and level. Items that were not asked, and optional ones left blank, are in no count. */
export function tallyOf(options: Scale['options'], answers: readonly Answer[]): Tally {
  const levels = new Map(options.map((option) => [option.level, 0]));
  let notApplicable = 0;
  let unanswered = 0;
  for (const answer of answers) {
    if (answer.state === 'answered') {
      const level = Number(answer.value);
      levels.set(level, (levels.get(level) ?? 0) + 1);
    } else if (isInapplicable(answer)) notApplicable += 1;
    else if (!isNoGap(answer)) unanswered += 1;
  }
  return { levels, notApplicable, unanswered };
}

/** An item with the answer by which it is scored. */
export interface ScoredAnswer extends Pick<ItemInContext, 'item'> {
  readonly answer: Answer;
}

/** The same with what the rule needs besides counts. */
export function tallyFor(rule: PositionRule, { options }: Scale, answers: readonly ScoredAnswer[]): Tally {
  const tally = tallyOf(
    options,
    answers.map(({ answer }) => answer),
  );
  if (rule.by === 'weighted-mean') return { ...tally, weighted: weightedSum(answers) };
  if (rule.by !== 'all-below-met') return tally;
  const levels = options.map(({ level }) => level);
  const met = new Set(levels.slice(levels.indexOf(rule.metFrom)));
  return { ...tally, statements: statementsOf(answers, met) };
}

/** The weight of an item in thousandths. */
export const weightOf = ({ weight = 1 }: ItemInContext['item']): number => Math.round(weight * 1000);

function weightedSum(answers: readonly ScoredAnswer[]): WeightedSum {
  let [weight, levels] = [0, 0];
  for (const { item, answer } of answers) {
    if (answer.state !== 'answered') continue;
    weight += weightOf(item);
    levels += weightOf(item) * Number(answer.value);
  }
  return { weight, levels };
}

/** A statement that is not answered is not met, unless it may be left blank. */
function statementsOf(answers: readonly ScoredAnswer[], met: ReadonlySet<number>): ReadonlyMap<number, Statements> {
  const statements = new Map<number, Statements>();
  for (const { item, answer } of answers) {
    if (isInapplicable(answer) || isNoGap(answer)) continue;
    const level = item.under ?? 1;
    const before = statements.get(level) ?? { asked: 0, met: 0 };
    const isMet = answer.state === 'answered' && met.has(Number(answer.value));
    statements.set(level, { asked: before.asked + 1, met: before.met + (isMet ? 1 : 0) });
  }
  return statements;
}

/** The tallies of several responses together. */
export function sumOfTallies(scale: Scale, tallies: readonly Tally[]): Tally {
  const levels = new Map(scale.options.map(({ level }) => [level, 0]));
  let [notApplicable, unanswered] = [0, 0];
  let weighted: WeightedSum | undefined;
  let statements: Map<number, Statements> | undefined;
  for (const tally of tallies) {
    for (const [level, count] of tally.levels) levels.set(level, (levels.get(level) ?? 0) + count);
    notApplicable += tally.notApplicable;
    unanswered += tally.unanswered;
    const { weight = 0, levels: sum = 0 } = weighted ?? {};
    weighted =
      tally.weighted === undefined
        ? weighted
        : { weight: weight + tally.weighted.weight, levels: sum + tally.weighted.levels };
    for (const [level, { asked, met }] of tally.statements ?? []) {
      statements ??= new Map();
      const before = statements.get(level) ?? { asked: 0, met: 0 };
      statements.set(level, { asked: before.asked + asked, met: before.met + met });
    }
  }
  return {
    ...{ levels, notApplicable, unanswered },
    ...(weighted === undefined ? {} : { weighted }),
    ...(statements === undefined ? {} : { statements }),
  };
}

/** Whether the counts at each level are enough to work out the rule's figure. */
export const isByCounts = ({ scorecard }: Instrument): boolean =>
  scorecard?.rule.by !== 'weighted-mean' && scorecard?.rule.by !== 'all-below-met';
