import type { UserLimits } from '../../register/tables/userLimits.ts';

/** What a command sees of the world besides files: given to it, so that tests can replace a terminal. */
export interface CommandContext {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
  /** Whether messages go to a terminal, which can draw a bar. */
  readonly isTerminal: boolean;
  /** Characters in a line of the terminal that results go to; absent when they go elsewhere. */
  readonly columns?: number;
  readonly now: () => Date;
  /** Aborted when the command is asked to end, by Ctrl+C or by the system; from the call on, that does not end it by itself. */
  readonly stopped?: () => AbortSignal;
  /** The name of the account under which the command runs, where it is known. */
  readonly user?: string;
  /** Environment variables, which hold passwords. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Called when the user of the register sees some regions only. */
  readonly onLimits?: (limits: UserLimits) => void;
}

/** A command that cannot be carried out as it was given: the message says what is wrong and what to type instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export const exitCodes = { done: 0, errorsInData: 1, wrongUsage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
