import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { writeFileWhole } from '../../../disk/files/writeFile.ts';
import { defaultWording } from '../../../letters/wording/defaultWording.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

export function wordingCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  program
    .command('wording')
    .usage('[options]')
    .summary('write the words of the e-mails to a file, to be edited')
    .description(
      'Writes the words of all e-mails to a text file. Edit it, and give it to send, remind and receipt with --wording.',
    )
    .option('--out <file>', 'where it goes', 'wording.txt')
    .action(({ out }: { readonly out: string }) => {
      if (out.trim() === '') throw new UsageError('--out is empty. Give a file, or leave it out.');
      if (existsSync(out)) throw new UsageError(`${out} is there already and was left alone. Give --out another name.`);
      writeFileWhole(out, new TextEncoder().encode(defaultWording));
      surroundings.out(`${out} written. Change it, then: scorebook send --wording ${out} and so on\n`);
      done(exitCodes.done);
    });
}
