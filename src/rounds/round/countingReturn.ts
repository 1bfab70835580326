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

/** A return at the exact deadline is in time, and one at the exact closing time counts. */
export const timelinessOf = (received: Date, { due, closes }: Deadline): Timeliness => ({
  late: received > due,
  ...(closes !== undefined && received > closes ? { afterClosing: true } : {}),
});

/** The last return before the deadline is the one that counts; where all were late, the last before the round was closed. */
export function countingReturn<T extends Timeliness>(returns: readonly T[]): T | undefined {
  const valid = returns.filter(({ afterClosing }) => afterClosing !== true);
  return valid.findLast(({ late }) => !late) ?? valid.at(-1);
}
