import { Refusal } from '../../../refusal.ts';
import { type Action, type CommonOptions, optionName } from '../../options/common.ts';
import { UsageError } from '../../terminal/context.ts';

/** What every command that changes a round is given. */
export interface ChangeOptions extends CommonOptions {
  readonly reason: string;
  readonly by?: string;
  readonly instrument?: string;
}

/** The action of a command of which round and partners are arguments, not options: a refusal names them as such. */
export const roundAction =
  (action: Action): Action =>
  (work) =>
    action(async (surroundings, ...args) => {
      try {
        return await work(surroundings, ...args);
      } catch (failure) {
        if (failure instanceof Refusal) throw new UsageError(failure.describe(argumentName));
        throw failure;
      }
    });

const argumentName = (input: string): string =>
  input === 'partner' ? 'Partner' : input === 'round' ? 'The name' : optionName(input);
