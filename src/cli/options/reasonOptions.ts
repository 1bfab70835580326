import type { Command } from 'commander';
import { withCommonOptions } from './common.ts';

/** Adds the options of a decision, why and by whom, and those that all commands have. */
export const withReason = (command: Command): Command =>
  withCommonOptions(
    command
      .requiredOption('--reason <text>', 'why, as the round records it')
      .option('--by <name>', 'who decides it (default: the account under which the command runs)'),
  );
