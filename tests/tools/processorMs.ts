/**
 * Milliseconds of the processor that work takes in this process. Other programs do not change them, so a limit of several
 * times the usual cost fails only where the cost grows faster than the input.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
