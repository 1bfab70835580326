import { existsSync, statSync } from 'node:fs';
import type { Received } from '../../intake/files/received.ts';
import type { HandIdentity } from '../../intake/identify.ts';
import type { OperationContext } from '../../operations/rounds/operationContext.ts';
import { roundsInUse } from '../../operations/rounds/roundsInUse.ts';
import { roundStatus } from '../../rounds/round/roundStatus.ts';
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

/** @throws UsageError where the round has no such partner. */
export async function checkPartner(context: OperationContext, identity: HandIdentity): Promise<void> {
  const { partner, round } = identity;
  const rounds = await roundsInUse(context, identity);
  for (const { round: one } of rounds) {
    const all = await roundStatus(context.register, one);
    if (all.some(({ partner: { code } }) => code === partner)) return;
  }
  throw new UsageError(
    `--as ${partner}: round ${round} has no such partner. Codes are written exactly as status shows them, as in 5E1.`,
  );
}

/** @throws UsageError before anything is imported, where an archive or a message brings several files. */
export async function* onlyOne(files: AsyncIterable<Received>): AsyncGenerator<Received> {
  for await (const file of files) {
    if (file.following > 0) {
      throw new UsageError('--as is for one file, and this one holds several. Unpack it, and import them one by one.');
    }
    yield file;
  }
}
