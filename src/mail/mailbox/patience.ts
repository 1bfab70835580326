/** The time that a server has for its replies, so that one that sends a byte a second does not block a command. */
export interface Patience {
  /** Milliseconds for a whole reply, from the request to its last byte. */
  readonly answer: number;
  /** Bytes a second by which the time is extended; a slower transfer counts as stopped. */
  readonly slowest: number;
}

/** Mail servers reply within seconds; some scan an attachment for a minute. 8 KB a second is the speed of an old modem. */
export const defaultPatience: Patience = { answer: 75_000, slowest: 8 * 1024 };

/** A reply did not come, or not completely, in time. */
export class DeadlinePassed extends Error {
  readonly code = 'DeadlinePassed';
}

/**
 * Waits for a reply as long as is allowed.
 *
 * @param allowed Milliseconds from the beginning. It is called again when they are over, since received bytes extend the time.
 * @param giveUp Closes the connection, when the time is over.
 * @throws DeadlinePassed when the time is over.
 */
export async function withDeadline<T>(answer: Promise<T>, allowed: () => number, giveUp: () => void): Promise<T> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    const look = (): void => {
      const left = allowed() - (performance.now() - start);
      if (left > 0) {
        timer = setTimeout(look, left);
        return;
      }
      reject(new DeadlinePassed(`no complete reply within ${Math.round(allowed() / 1000)} seconds`));
      giveUp();
    };
    look();
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
