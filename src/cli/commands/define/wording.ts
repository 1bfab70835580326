import { writeNewText } from '../../../disk/files/newFile.ts';
import { defaultWording } from '../../../letters/wording/defaultWording.ts';
import { type AddCommand, refuseEmpty } from '../../options/common.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

export const wordingCommand: AddCommand = (program, action) =>
  program
    .command('wording')
    .usage('[options]')
    .summary('write the words of the e-mails to a file, to be edited')
    .description(
      'Writes the words of all e-mails to a text file. Edit it, and give it to send, remind and receipt with --wording.',
    )
    .option('--out <file>', 'where it goes', 'wording.txt')
    .action(action(writeWording));

function writeWording(surroundings: CommandContext, { out }: { readonly out: string }): ExitCode {
  refuseEmpty('--out', out, 'Give a file, or leave it out.');
  writeNewText(out, defaultWording);
  surroundings.out(`${out} written. Change it, then: scorebook send --wording ${out} and so on\n`);
  return exitCodes.done;
}
