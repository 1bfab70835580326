import { addYears } from 'date-fns/addYears';
import { type Finding, finding } from '../../finding/index.ts';
import { describeUkTime, ukDay } from '../../time.ts';
import { dayOff } from './dayOff.ts';

/** What a deadline should perhaps not be: in the past, far away, at a weekend or on a bank holiday. */
export function dueFindings(due: Date, now: Date): readonly Finding[] {
  const facts = { due: describeUkTime(due) };
  if (due <= now) return [finding('round.due-past', {}, facts)];
  const name = dayOff(ukDay(due));
  return [
    ...(due > addYears(now, 2) ? [finding('round.due-far', {}, facts)] : []),
    ...(name === undefined ? [] : [finding('round.due-day-off', {}, { ...facts, dayOff: name })]),
  ];
}
