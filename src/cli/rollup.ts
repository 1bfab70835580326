import { join } from 'node:path';
import type { Command } from 'commander';
import { loadRollUp, returned } from '../rollup/rollUp.ts';
import { writeRollUp } from '../rollup/writeRollUp.ts';
import { type CommonOptions, onlyRound, printJson, withCommonOptions } from './common.ts';
import { earlierRound } from './earlierRound.ts';
import { rollUpBy } from './rollUpBy.ts';
import { checkRollUpPlace } from './rollUpPlace.ts';
import { type ExitCode, exitCodes, type Surroundings, UsageError } from './surroundings.ts';
import { withExistingRegister } from './useRegister.ts';
import { writeFileWhole } from './writeFile.ts';

interface RollUpOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly out?: string;
  readonly by?: string;
  readonly previous?: string;
}

export function rollUpCommand(program: Command, surroundings: Surroundings, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('rollup'))
    .summary('write the regional roll-up workbook')
    .description(
      'Writes one workbook over all returns of a round: returns, heat map, questions, weakest areas, actions, data; or, by the terms of a vocabulary, one that sets the instruments of the round side by side.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--previous <round>', 'show what has changed since this earlier round of the same instrument')
    .option('--by <vocabulary>', 'set all instruments of the round that share it side by side, as in --by phase')
    .option(
      '--out <file>',
      'where it goes (default: output/<round>/roll-up_<instrument>_<round>.xlsx, or roll-up_by-<vocabulary>_<round>.xlsx)',
    )
    .action(async ({ by, ...options }: RollUpOptions) => {
      if (by !== undefined && options.previous !== undefined) {
        throw new UsageError('--previous compares two rounds of one instrument. Leave --by out, or --previous.');
      }
      done(await (by === undefined ? rollUp(surroundings, options) : rollUpBy(surroundings, { ...options, by })));
    });
}

async function rollUp(surroundings: Surroundings, options: Omit<RollUpOptions, 'by'>): Promise<ExitCode> {
  if (options.out !== undefined) checkRollUpPlace(options.out, options.register);
  const loaded = await withExistingRegister(options.register, 'read', async (register) => {
    const only = await onlyRound(register, options.round, options.instrument);
    const earlier = options.previous === undefined ? undefined : await earlierRound(register, options.previous, only);
    return loadRollUp(register, only.instrument, only.round, earlier);
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
