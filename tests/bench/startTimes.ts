/** Times in milliseconds. */
export interface Times {
  /** From beginning to end. */
  readonly ms: number;
  /** What the processor worked, of all threads. */
  readonly processorMs: number;
}

/** Gives the times that have gone since it was called. */
export function startTimes(): () => Times {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, processorMs: (user + system) / 1000 };
  };
}
