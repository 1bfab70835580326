import { existsSync, statSync } from 'node:fs';
import type { HandIdentity } from '../../intake/identify.ts';
import { UsageError } from '../terminal/context.ts';

interface ByHandOptions {
  readonly as?: string;
  readonly round?: string;
  readonly instrument?: string;
}

/**
 * Whose the file is, as `--as` says.
 *
 * @throws UsageError where that could be said of several files, or the round is not known
 */
export function handIdentity(
  paths: readonly string[],
  { as, round, instrument }: ByHandOptions,
  hasMailbox: boolean,
): HandIdentity | undefined {
  if (as === undefined) {
    if (instrument !== undefined) throw new UsageError('--instrument goes with --as only. Leave it out.');
    return undefined;
  }
  if (round === undefined) throw new UsageError('--as needs the round, too, as in --as 5E1 --round 2026.');
  const [path] = paths;
  if (path === undefined || paths.length > 1 || hasMailbox || (existsSync(path) && !statSync(path).isFile())) {
    throw new UsageError('--as is for one file, as in "scorebook import FILE --as 5E1 --round 2026".');
  }
  return { partner: as, round, ...(instrument === undefined ? {} : { instrument }) };
}
