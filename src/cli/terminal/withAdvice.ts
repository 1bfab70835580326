import { adviceOn, commandsOfOthers } from '../../register/grants/commandsOfUser.ts';
import type { UserLimits } from '../../register/tables/userLimits.ts';
import type { CommandContext } from './context.ts';

/**
 * Runs a command for a user who may see some regions of the register only: messages and next steps are the same for all, so that
 * after them it prints which of the commands in them are not for this user, and whom to ask.
 */
export async function withAdvice<T>(
  surroundings: CommandContext,
  work: (surroundings: CommandContext) => Promise<T>,
): Promise<T> {
  let limits: UserLimits | undefined;
  const named = new Set<string>();
  const noted =
    (print: (text: string) => void) =>
    (text: string): void => {
      print(text);
      if (limits !== undefined) for (const name of commandsOfOthers(text, limits.work)) named.add(name);
    };
  const result = await work({
    ...surroundings,
    out: noted(surroundings.out),
    err: noted(surroundings.err),
    onLimits: (found) => {
      limits = found;
    },
  });
  const advice = limits === undefined ? undefined : adviceOn(limits, named);
  if (advice !== undefined) surroundings.err(`${advice}\n`);
  return result;
}
