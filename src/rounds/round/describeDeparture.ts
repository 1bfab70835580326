import { ukTime } from '../../time.ts';
import type { DepartedStatus } from './roundStatus.ts';

/** How a partner left a round, as a part of a sentence that has the partner as its subject. */
export function describeDeparture({ departure: { successors, change } }: Pick<DepartedStatus, 'departure'>): string {
  const [only, ...others] = successors;
  const reason = change.reason === undefined ? '' : ` (${change.reason})`;
  const left =
    only === undefined
      ? 'was withdrawn'
      : others.length === 0
        ? `became part of ${only}`
        : `was split into ${successors.join(' and ')}`;
  return `${left} on ${ukTime(change.at)}${reason}`;
}
