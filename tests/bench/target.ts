/** Says whether a target is met. The command that measures exits with 1 when one is not. */
export function met(isMet: boolean): string {
  if (!isMet) process.exitCode = 1;
  return isMet ? 'met' : 'not met';
}

/** Prints how many times as fast something is, beside the target. */
export function reportSpeed(what: string, times: number, least: number): void {
  print(`  ${what}: ${times.toFixed(1)} times as fast (wanted: at least ${least}): ${met(times >= least)}`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
