/** How long a server may take, so that one that sends a byte a second holds nobody up. */
export interface Patience {
  /** Milliseconds for the whole of an answer, from the question to its last byte. */
  readonly answer: number;
  /** Bytes a second that make the time longer: what comes or goes more slowly counts as stopped. */
  readonly slowest: number;
}

/** Mail servers answer within seconds; some look through an attachment for a minute. 8 KB a second is an old modem's speed. */
export const defaultPatience: Patience = { answer: 75_000, slowest: 8 * 1024 };

/** An answer did not come, or did not come to its end, in time. */
export class DeadlinePassed extends Error {
  readonly code = 'DeadlinePassed';
}

/**
 * Waits for an answer as long as is allowed.
 *
 * @param allowed Milliseconds since the beginning, as they are now: more when more has come.
 * @param giveUp Ends the connection; the answer is no longer waited for.
 * @throws DeadlinePassed when the time is over.
 */
export async function inTime<T>(answer: Promise<T>, allowed: () => number, giveUp: () => void): Promise<T> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    const look = (): void => {
      const left = allowed() - (performance.now() - start);
      if (left > 0) {
        timer = setTimeout(look, left);
        return;
      }
      reject(new DeadlinePassed(`no whole answer within ${Math.round(allowed() / 1000)} seconds`));
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
