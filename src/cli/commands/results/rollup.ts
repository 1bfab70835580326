import { join } from 'node:path';
import { saveRollUps } from '../../../disk/save/saveRollUps.ts';
import { assertOverwritable, saveWorkbookAt } from '../../../disk/save/saveWorkbookAt.ts';
import { rollUp } from '../../../operations/rollUp.ts';
import { rollUpByVocabulary } from '../../../operations/rollUpByVocabulary.ts';
import { refuseIdentifying } from '../../../rollup/disclosure/identifying.ts';
import { type Grouping, groupings } from '../../../rollup/load/groups.ts';
import { type AddCommand, type RoundOptions, withCommonOptions } from '../../options/common.ts';
import { dayGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';

interface RollUpOptions<By = string> extends RoundOptions {
  readonly by?: By;
  readonly previous?: readonly string[];
  readonly region?: string;
  readonly all?: boolean;
  readonly overdueAt?: string;
  readonly anonymous?: boolean;
  readonly forPublication?: boolean;
}

export const rollUpCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('rollup'))
    .summary('write the regional roll-up workbook')
    .description(
      'Writes one workbook over all returns of a round: returns, heat map, questions, weakest areas, actions, data; or, by the terms of a vocabulary, one that sets the instruments of the round side by side.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option(
      '--previous <round...>',
      'show what has changed since this earlier round of the same instrument; with several, also the trend',
    )
    .option('--region <code>', 'only the partners of one region')
    .option('--all', 'one workbook over all partners, and one for each region')
    .option(
      '--by <what>',
      'region, area or kind: set partners side by side by it (default: region); or a vocabulary, as in --by phase: set all instruments of the round that share it side by side',
    )
    .option(
      '--overdue-at <day>',
      'report actions as overdue that were due before this day, as in 31/03/2027 (default: today)',
    )
    .option(
      '--out <file>',
      'where it goes (default: output/<round>/roll-up_<instrument>_<round>.xlsx, or roll-up_by-<vocabulary>_<round>.xlsx)',
    )
    .option(
      '--for-publication',
      'without filter buttons and frozen panes, which published spreadsheets should not have',
    )
    .option('--anonymous', 'replace codes and names of partners, and leave out what they typed')
    .action(action(write));

function write(surroundings: CommandContext, { by, ...options }: RollUpOptions): Promise<ExitCode> {
  const { out, register, previous, all = false, anonymous = false } = options;
  if (anonymous) refuseIdentifying({ by: by !== undefined, previous: previous !== undefined, all });
  if (out !== undefined) assertOverwritable(out, register, 'roll-up');
  const grouping = groupings.find((known) => known === by);
  if (by === undefined) return writeRollUps(surroundings, options);
  if (grouping !== undefined) return writeRollUps(surroundings, { ...options, by: grouping });
  refuseForOne(by, options);
  return writeByVocabulary(surroundings, { ...options, by });
}

/** Refuses options that only the roll-up of one instrument has. */
function refuseForOne(by: string, { previous, region, all, overdueAt }: RollUpOptions): void {
  if (previous !== undefined) {
    throw new UsageError('--previous compares two rounds of one instrument. Leave --by out, or --previous.');
  }
  if (region !== undefined || all === true) {
    throw new UsageError(`--by ${by} sets instruments side by side over all partners: leave --region and --all out.`);
  }
  if (overdueAt !== undefined) {
    throw new UsageError(`--by ${by} shows no actions, of which any could be overdue: leave --overdue-at out.`);
  }
}

async function writeRollUps(surroundings: CommandContext, options: RollUpOptions<Grouping>): Promise<ExitCode> {
  const { round, register, out, all = false, anonymous = false, overdueAt } = options;
  const overdue = overdueAt === undefined ? {} : { overdueAt: dayGiven('--overdue-at', overdueAt, '31/03/2027') };
  const { instrument, saved, findings } = await withRegister(surroundings, options, 'results', async (context) => {
    const { rollUps, ...rest } = await rollUp(context, { ...options, ...overdue });
    const usual = join('output', round, `roll-up_${rest.instrument}_${round}${anonymous ? '_anonymous' : ''}.xlsx`);
    const places = { whole: out ?? usual, isForOne: out !== undefined && !all, register };
    return { ...rest, saved: await saveRollUps(rollUps, places) };
  });
  printFindings(surroundings, findings);
  const result = all ? { round, instrument, rollUps: saved } : { round, instrument, ...saved[0] };
  const lines = saved.flatMap(({ file, returned, issued, data, dictionary }) => [
    `${file}: ${returned} of ${issued} partners returned`,
    ...(data === undefined ? [] : [`${data}: all their answers as Parquet`]),
    ...(dictionary === undefined ? [] : [`${dictionary}: what they mean`]),
  ]);
  printResult(surroundings, options, result, lines);
  return exitCodes.done;
}

/** Sets the instruments of a round side by side, by the terms of a vocabulary that they share. */
async function writeByVocabulary(
  surroundings: CommandContext,
  options: RollUpOptions & { readonly by: string },
): Promise<ExitCode> {
  const { round, by, register, out: file = join('output', round, `roll-up_by-${by}_${round}.xlsx`) } = options;
  const { instruments, bytes } = await withRegister(surroundings, options, 'results', (context) =>
    rollUpByVocabulary(context, options),
  );
  saveWorkbookAt(file, bytes, register, 'roll-up');
  const counts = instruments.map(({ instrument, returned, issued }) => `${instrument} ${returned} of ${issued}`);
  printResult(surroundings, options, { file, round, by, instruments }, [
    `${file}: partners returned: ${counts.join(', ')}`,
  ]);
  return exitCodes.done;
}
