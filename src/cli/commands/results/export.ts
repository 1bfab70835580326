import { join } from 'node:path';
import { Option } from 'commander';
import { dataPlaces, type SavedData, saveData } from '../../../disk/save/saveData.ts';
import { exportData } from '../../../operations/exportData.ts';
import { type ExportFormatName, exportFormats } from '../../../rollup/export/formats.ts';
import { type AddCommand, type RoundOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';
import { printFindings, printResult } from '../../terminal/print.ts';

interface ExportOptions extends RoundOptions {
  readonly format: ExportFormatName;
  readonly anonymous?: boolean;
}

export const exportCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('export'))
    .usage('--round <name> --format <format> [options]')
    .summary('write all answers as data, with a dictionary')
    .description(
      'Writes one row for each partner, question and field, for Excel or other programs. A data dictionary says what everything in it means: on a second sheet, within JSON, and as a second CSV file beside CSV and Parquet.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .addOption(
      new Option('--format <format>', 'what the data are written as')
        .choices(Object.keys(exportFormats))
        .makeOptionMandatory(),
    )
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--anonymous', 'replace codes and names of partners, and leave out what they typed')
    .option('--out <file>', 'where it goes (default: output/<round>/data_<instrument>_<round>.<format>)')
    .action(action(write));

async function write(surroundings: CommandContext, options: ExportOptions): Promise<ExitCode> {
  const { format, round, out, anonymous = false } = options;
  if (out !== undefined) dataPlaces(out, options);
  let saved: SavedData = { file: '' };
  const exported = await withRegister(surroundings, options, 'results', (context) =>
    exportData(context, options, async ({ instrument, ...data }) => {
      const usual = `data_${instrument.key}_${round}${anonymous ? '_anonymous' : ''}.${format}`;
      saved = await saveData(out ?? join('output', round, usual), data, options);
    }),
  );
  const { instrument, findings, ...counts } = exported;
  const { file, dictionary } = saved;
  printFindings(surroundings, findings);
  const result = { file, dictionary: dictionary ?? null, round, instrument, format, ...counts };
  printResult(surroundings, options, result, [
    `${file}: ${counts.rows} rows, ${counts.returned} of ${counts.issued} partners returned`,
    ...(dictionary === undefined ? [] : [`${dictionary}: what they mean`]),
  ]);
  return exitCodes.done;
}
