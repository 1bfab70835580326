import { join } from 'node:path';
import type { Command } from 'commander';
import { writeFileWhole } from '../../../disk/files/writeFile.ts';
import { assertOverwritable } from '../../../disk/save/overwriteGuard.ts';
import { regionFiles } from '../../../disk/save/regionFiles.ts';
import { rollUp } from '../../../operations/rollUp.ts';
import { rollUpByVocabulary } from '../../../operations/rollUpByVocabulary.ts';
import { refuseIdentifying } from '../../../rollup/disclosure/identifying.ts';
import { type Grouping, groupings } from '../../../rollup/load/groups.ts';
import { parseUkTime } from '../../../time.ts';
import { type CommonOptions, printFindings, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

interface RollUpOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly out?: string;
  readonly by?: string;
  readonly previous?: string;
  readonly region?: string;
  readonly all?: boolean;
  readonly overdueAt?: string;
  readonly anonymous?: boolean;
}

export function rollUpCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('rollup'))
    .summary('write the regional roll-up workbook')
    .description(
      'Writes one workbook over all returns of a round: returns, heat map, questions, weakest areas, actions, data; or, by the terms of a vocabulary, one that sets the instruments of the round side by side.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--previous <round>', 'show what has changed since this earlier round of the same instrument')
    .option('--region <code>', 'only the partners of one region')
    .option('--all', 'one workbook over all partners, and one for each region')
    .option(
      '--by <what>',
      'region, area or kind: set partners side by side by it (default: region); or a vocabulary, as in --by phase: set all instruments of the round that share it side by side',
    )
    .option(
      '--overdue-at <day>',
      'report actions as overdue that were due before this day, YYYY-MM-DD (default: today)',
    )
    .option(
      '--out <file>',
      'where it goes (default: output/<round>/roll-up_<instrument>_<round>.xlsx, or roll-up_by-<vocabulary>_<round>.xlsx)',
    )
    .option('--anonymous', 'replace codes and names of partners, and leave out what they typed')
    .action(async (given: RollUpOptions) => {
      const { by, ...options } = given;
      if (given.anonymous === true) {
        const { previous, all } = given;
        refuseIdentifying({ by: by !== undefined, previous: previous !== undefined, all: all === true });
      }
      const grouping = groupings.find((known) => known === by);
      if (by === undefined || grouping !== undefined) {
        done(await writeRollUps(surroundings, { ...options, ...(grouping === undefined ? {} : { by: grouping }) }));
        return;
      }
      if (options.previous !== undefined) {
        throw new UsageError('--previous compares two rounds of one instrument. Leave --by out, or --previous.');
      }
      if (options.region !== undefined || options.all === true) {
        throw new UsageError(
          `--by ${by} sets instruments side by side over all partners: leave --region and --all out.`,
        );
      }
      if (options.overdueAt !== undefined) {
        throw new UsageError(`--by ${by} shows no actions, of which any could be overdue: leave --overdue-at out.`);
      }
      done(await writeByVocabulary(surroundings, { ...options, by }));
    });
}

async function writeRollUps(
  surroundings: CommandContext,
  options: Omit<RollUpOptions, 'by'> & { readonly by?: Grouping },
): Promise<ExitCode> {
  const { round, register, out } = options;
  checkDay(options.overdueAt);
  if (out !== undefined) assertOverwritable(out, register, 'roll-up');
  const { instrument, rollUps, findings } = await withExistingRegister(surroundings, register, 'read', (context) =>
    rollUp(context, options),
  );
  printFindings(surroundings, findings);
  const ending = options.anonymous === true ? '_anonymous' : '';
  const whole = join('output', round, `roll-up_${instrument}_${round}${ending}.xlsx`);
  const fileOf = regionFiles(out ?? whole);
  const placed = rollUps.map((one) => {
    const isWhole = one.region === undefined || (out !== undefined && options.all !== true);
    return { ...one, file: isWhole ? (out ?? whole) : fileOf(one.region.code) };
  });
  for (const { file } of placed) assertOverwritable(file, register, 'roll-up');
  for (const { file, bytes } of placed) writeFileWhole(file, bytes);
  const written = placed.map(({ file, region, returned, issued }) => ({
    ...{ file, ...(region === undefined ? {} : { region: region.code }) },
    ...{ returned, issued },
  }));
  const [only] = written;
  if (options.json !== true) {
    for (const { file, returned, issued } of written) {
      surroundings.out(`${file}: ${returned} of ${issued} partners returned\n`);
    }
  } else if (options.all === true) printJson(surroundings, { round, instrument, rollUps: written });
  else printJson(surroundings, { round, instrument, ...only });
  return exitCodes.done;
}

/** Sets the instruments of a round side by side, by the terms of a vocabulary that they share. */
async function writeByVocabulary(
  surroundings: CommandContext,
  options: Omit<RollUpOptions, 'by'> & { readonly by: string },
): Promise<ExitCode> {
  const { round, by, register } = options;
  if (options.out !== undefined) assertOverwritable(options.out, register, 'roll-up');
  const { instruments, bytes } = await withExistingRegister(surroundings, register, 'read', (context) =>
    rollUpByVocabulary(context, options),
  );
  const file = options.out ?? join('output', round, `roll-up_by-${by}_${round}.xlsx`);
  assertOverwritable(file, register, 'roll-up');
  writeFileWhole(file, bytes);
  if (options.json === true) printJson(surroundings, { file, round, by, instruments });
  else {
    const counts = instruments.map((one) => `${one.instrument} ${one.returned} of ${one.issued}`);
    surroundings.out(`${file}: partners returned: ${counts.join(', ')}\n`);
  }
  return exitCodes.done;
}

/** @throws UsageError for what is no day. */
function checkDay(day: string | undefined): void {
  if (day !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || parseUkTime(day) === undefined)) {
    throw new UsageError(`--overdue-at "${day}" is no day. Write it as YYYY-MM-DD, as in 2027-03-31.`);
  }
}
