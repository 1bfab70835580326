import { isNoFileAt } from '../../disk/files/fileAt.ts';
import type { HandIdentity } from '../../intake/identify.ts';
import { UsageError } from '../terminal/context.ts';

interface ByHandOptions {
  readonly as?: string;
  readonly round?: string;
  readonly instrument?: string;
}

/**
 * Reads the partner and round that `--as` states for a file.
 *
 * @throws UsageError if several files are given, or the round is unknown
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
  if (path === undefined || paths.length > 1 || hasMailbox || isNoFileAt(path)) {
    throw new UsageError('--as is for one file, as in "scorebook import FILE --as 5E1 --round 2026".');
  }
  return { partner: as, round, ...(instrument === undefined ? {} : { instrument }) };
}
