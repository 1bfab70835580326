import { join } from 'node:path';
import type { Command } from 'commander';
import { loadRollUp, returned } from '../rollup/rollUp.ts';
import { writeRollUp } from '../rollup/writeRollUp.ts';
import { type CommonOptions, printJson, roundsInUse, withCommonOptions } from './common.ts';
import { checkRollUpPlace } from './rollUpPlace.ts';
import { type ExitCode, exitCodes, type Surroundings, UsageError } from './surroundings.ts';
import { withExistingRegister } from './useRegister.ts';
import { writeFileWhole } from './writeFile.ts';

interface RollUpOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly out?: string;
}

export function rollUpCommand(program: Command, surroundings: Surroundings, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('rollup'))
    .summary('write the regional roll-up workbook')
    .description(
      'Writes one workbook over all returns of a round: returns, heat map, questions, weakest areas, actions, data.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--out <file>', 'where it goes (default: output/<round>/roll-up_<instrument>_<round>.xlsx)')
    .action(async (options: RollUpOptions) => {
      done(await rollUp(surroundings, options));
    });
}

async function rollUp(surroundings: Surroundings, options: RollUpOptions): Promise<ExitCode> {
  if (options.out !== undefined) checkRollUpPlace(options.out, options.register);
  const loaded = await withExistingRegister(options.register, 'read', async (register) => {
    const rounds = await roundsInUse(register, options.round, options.instrument);
    const [only, ...others] = rounds;
    if (only === undefined || others.length > 0) {
      throw new UsageError(
        `Round "${options.round}" has several instruments: add --instrument with one of ${rounds.map(({ instrument }) => instrument.key).join(', ')}.`,
      );
    }
    return loadRollUp(register, only.instrument, only.round);
  });
  const file = options.out ?? join('output', options.round, `roll-up_${loaded.instrument.key}_${options.round}.xlsx`);
  checkRollUpPlace(file, options.register);
  writeFileWhole(file, await writeRollUp(loaded, surroundings.now()));
  const counts = { returned: returned(loaded).length, issued: loaded.partners.length };
  if (options.json === true)
    printJson(surroundings, { file, round: options.round, instrument: loaded.instrument.key, ...counts });
  else surroundings.out(`${file}: ${counts.returned} of ${counts.issued} partners returned\n`);
  return exitCodes.done;
}
