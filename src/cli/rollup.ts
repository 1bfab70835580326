import { join } from 'node:path';
import type { Command } from 'commander';
import { loadRollUp, returned } from '../rollup/rollUp.ts';
import { writeRollUp } from '../rollup/writeRollUp.ts';
import { type CommonOptions, printJson, withCommonOptions } from './common.ts';
import { oneRound } from './oneRound.ts';
import { rollUpBy } from './rollUpBy.ts';
import { checkRollUpPlace } from './rollUpPlace.ts';
import { type ExitCode, exitCodes, type Surroundings, UsageError } from './surroundings.ts';
import { withExistingRegister } from './useRegister.ts';
import { withoutNames } from './withoutNames.ts';
import { writeFileWhole } from './writeFile.ts';

interface RollUpOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly out?: string;
  readonly by?: string;
  readonly anonymous?: boolean;
}

export function rollUpCommand(program: Command, surroundings: Surroundings, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('rollup'))
    .summary('write the regional roll-up workbook')
    .description(
      'Writes one workbook over all returns of a round: returns, heat map, questions, weakest areas, actions, data; or, by the terms of a vocabulary, one that sets the instruments of the round side by side.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--by <vocabulary>', 'set all instruments of the round that share it side by side, as in --by phase')
    .option(
      '--out <file>',
      'where it goes (default: output/<round>/roll-up_<instrument>_<round>.xlsx, or roll-up_by-<vocabulary>_<round>.xlsx)',
    )
    .option('--anonymous', 'replace codes and names of partners, and leave out what they typed')
    .action(async ({ by, ...options }: RollUpOptions) => {
      if (by !== undefined && options.anonymous === true) throw new UsageError(notBoth);
      done(await (by === undefined ? rollUp(surroundings, options) : rollUpBy(surroundings, { ...options, by })));
    });
}

const notBoth =
  '--anonymous and --by do not go together: what stands side by side for an area shows whose it is. Leave one of them out.';

async function rollUp(surroundings: Surroundings, options: Omit<RollUpOptions, 'by'>): Promise<ExitCode> {
  if (options.out !== undefined) checkRollUpPlace(options.out, options.register);
  const loaded = await withExistingRegister(options.register, 'read', async (register) => {
    const { instrument, round } = await oneRound(register, options);
    return withoutNames(surroundings, register, await loadRollUp(register, instrument, round), options.anonymous);
  });
  const file =
    options.out ??
    join(
      'output',
      options.round,
      `roll-up_${loaded.instrument.key}_${options.round}${loaded.anonymous === true ? '_anonymous' : ''}.xlsx`,
    );
  checkRollUpPlace(file, options.register);
  writeFileWhole(file, await writeRollUp(loaded, surroundings.now()));
  const counts = { returned: returned(loaded).length, issued: loaded.partners.length };
  if (options.json === true)
    printJson(surroundings, { file, round: options.round, instrument: loaded.instrument.key, ...counts });
  else surroundings.out(`${file}: ${counts.returned} of ${counts.issued} partners returned\n`);
  return exitCodes.done;
}
