import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { writeFileWhole } from '../../../disk/files/writeFile.ts';
import { startDefinition } from '../../../operations/definitions/startDefinition.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

export function newCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  program
    .command('new')
    .usage('<key> [options]')
    .summary('begin the definition of an instrument')
    .description('Writes a small definition with comments, to be changed: it passes `check` and generates as it is.')
    .argument('<key>', 'key of the new instrument: lower-case letters, digits, hyphens, dots')
    .option('--out <file>', 'where it goes, a file ending in .yaml (default: <key>.yaml)')
    .action((key: string, { out }: { readonly out?: string }) => {
      const definition = startDefinition({ instruments, now: surroundings.now }, key);
      const path = placeFor(key, out);
      writeFileWhole(path, new TextEncoder().encode(definition));
      surroundings.out(`${path} written. Change it, then: scorebook check ${path}\n`);
      done(exitCodes.done);
    });
}

function placeFor(key: string, out: string | undefined): string {
  const path = out ?? `${key}.yaml`;
  if (!/\.ya?ml$/i.test(path)) throw new UsageError(`--out ${path} does not end in .yaml. Give the file that ending.`);
  if (existsSync(path)) throw new UsageError(`${path} is there already and was left alone. Give --out another name.`);
  return path;
}
