import { type Finding, finding } from '../../finding/index.ts';
import type { Partner } from '../../partners/partner.ts';
import { Refusal } from '../../refusal.ts';
import type { Register } from '../../register/tables/register.ts';
import { loadChanges } from '../../rounds/changes/loadChanges.ts';
import { deadlineOf } from '../../rounds/round/deadlines.ts';
import { dueFindings } from '../../rounds/round/dueFindings.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../time.ts';

/** The deadlines of partners that have a later one than the round. */
export interface OwnDeadlines {
  /** By partner code. */
  readonly dues: ReadonlyMap<string, Date>;
  /** The partners that are to have another deadline than before; undefined where none is given. */
  readonly extended: readonly string[];
  readonly findings: readonly Finding[];
}

interface Given {
  readonly before: Round | undefined;
  /** The deadline of the round. */
  readonly roundDue: Date;
  /** The deadline that the partners are to have. */
  readonly due: Date | undefined;
  readonly changeDue?: boolean;
}

/**
 * The deadlines of partners in a round, of which some are to have another.
 *
 * @throws Refusal when their deadline is to move and that was not asked for, or cannot be theirs.
 */
export async function ownDeadlines(
  register: Register,
  { before, roundDue, due, changeDue }: Given,
  partners: readonly Partner[],
  now: Date,
): Promise<OwnDeadlines> {
  if (before === undefined) return { dues: new Map(), extended: [], findings: [] };
  const changes = await loadChanges(register, before);
  const round = { due: roundDue, closes: before.closes };
  const present = partners.map(({ code }) => ({ code, due: deadlineOf(round, changes, code).due }));
  const others = due === undefined ? [] : present.filter((one) => one.due.getTime() !== due.getTime());
  if (due !== undefined && others.length > 0) {
    if (changeDue !== true) throw notToBeMoved(others, due);
    checkOwnDeadline(before, due, now);
  }
  const extended = others.map(({ code }) => code);
  return {
    dues: new Map(present.map((one) => [one.code, extended.includes(one.code) ? (due ?? one.due) : one.due])),
    extended,
    findings: [
      ...(due === undefined || others.length === 0 ? [] : dueFindings(due, now)),
      ...others.map((one) =>
        finding(
          'round.own-deadline',
          { key: one.code },
          { round: before.round, from: describeUkTime(one.due), to: describeUkTime(due ?? one.due) },
        ),
      ),
    ],
  };
}

function notToBeMoved(others: readonly { readonly code: string; readonly due: Date }[], due: Date): Refusal {
  const [{ code, due: known } = { code: '', due }] = others;
  return new Refusal(
    'deadline.not-to-be-changed',
    (input) =>
      `${input('partner')} ${code} has the deadline ${describeUkTime(known)}; ${input('due')} would make it ${describeUkTime(due)}. Leave ${input('due')} out, or add ${input('changeDue')} to move it for the partners that you name. The others keep theirs.`,
  );
}

/**
 * Checks a deadline that a partner is to have of its own.
 *
 * @throws Refusal for one that has passed, is before that of the round, or after the round is closed.
 */
export function checkOwnDeadline(
  { round, due, closes }: Pick<Round, 'round' | 'due' | 'closes'>,
  own: Date,
  now: Date,
): void {
  if (own <= now) {
    throw new Refusal(
      'deadline.past',
      (input) =>
        `${input('due')}: ${describeUkTime(own)} has passed, and a partner cannot be given a deadline that it could not meet. Give a later time.`,
    );
  }
  if (own < due) {
    throw new Refusal(
      'deadline.before-round',
      (input) =>
        `${input('due')}: ${describeUkTime(own)} is before the deadline of round ${round}, ${describeUkTime(due)}. A partner can have a later deadline, and no earlier one. Give a later time.`,
    );
  }
  if (closes !== undefined && own > closes) {
    throw new Refusal(
      'deadline.after-closing',
      (input) =>
        `${input('due')}: ${describeUkTime(own)} is after round ${round} closes, at ${describeUkTime(closes)}. What came then would not count. Give an earlier time, or close the round later.`,
    );
  }
}
