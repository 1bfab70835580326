import { userInfo } from 'node:os';
import type { CommandContext } from './context.ts';

/** The name of the account under which the command runs. On some systems it has none. */
export function userName(): Pick<CommandContext, 'user'> {
  try {
    return { user: userInfo().username };
  } catch {
    return {};
  }
}
