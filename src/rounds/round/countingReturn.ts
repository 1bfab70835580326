/** Until when a return is in time, and until when it counts. */
export interface Deadline {
  readonly due: Date;
  /** Nothing that comes later counts; everything does if absent. */
  readonly closes?: Date | undefined;
}

/** When a return came, as far as it matters for counting. */
export interface Timeliness {
  readonly late: boolean;
  /** Present if it came after the round was closed, so that it does not count at all. */
  readonly afterClosing?: true;
}

/** What is known of a return, as far as it matters for counting. */
export interface Countable extends Timeliness {
  /** Present if somebody decided that it does not count. */
  readonly setAside?: true;
  /** Present if somebody decided that it counts, whichever came last. */
  readonly preferred?: true;
  /** Present if it was put together with others, as a return that counts instead. */
  readonly isPart?: true;
}

/** A return at the exact deadline is in time, and one at the exact closing time counts. */
export const timelinessOf = (received: Date, { due, closes }: Deadline): Timeliness => ({
  late: received > due,
  ...(closes !== undefined && received > closes ? { afterClosing: true } : {}),
});

/**
 * The return that somebody preferred counts, or else the last before the deadline; where all were late, the last before the
 * round was closed. One that was set aside, or came after the closing, never does, and one that was put together with others
 * only if it is preferred.
 */
export function countingReturn<T extends Countable>(returns: readonly T[]): T | undefined {
  const valid = returns.filter(isCountable);
  return valid.find(({ preferred }) => preferred) ?? valid.findLast(({ late }) => !late) ?? valid.at(-1);
}

/** Whether a return can count, if no other does. */
export const isCountable = ({ afterClosing, setAside, isPart, preferred }: Countable): boolean =>
  afterClosing !== true && setAside !== true && (isPart !== true || preferred === true);
