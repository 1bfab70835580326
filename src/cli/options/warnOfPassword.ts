import { finding } from '../../finding/index.ts';
import type { CommandContext } from '../terminal/context.ts';
import { printFindings } from '../terminal/print.ts';

/**
 * Warns, on standard error also with `--json`, of a password in the address of a server that is given in the command.
 *
 * @param given The value of the option; true when the address is in the environment, where it belongs.
 * @param variable Its name in the environment.
 */
export function warnOfPassword(
  surroundings: CommandContext,
  option: '--imap' | '--smtp',
  given: string | true,
  variable: string,
): void {
  if (given === true || !/^[^@:]*:[^@]*@/.test(given.replace(/^[\w+.-]*:\/\//, ''))) return;
  printFindings(surroundings, [finding('mail.password-shown', {}, { option, variable })]);
}
