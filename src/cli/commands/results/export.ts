import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type ExportFormatName, exportFormats } from '../../../rollup/export/formats.ts';
import { eachTidyRow, type TidyRow } from '../../../rollup/figures/tidyData.ts';
import { loadRollUp, returned } from '../../../rollup/load/rollUp.ts';
import { writePiecesWhole } from '../../files/writeFile.ts';
import { type CommonOptions, onlyRound, printJson, withCommonOptions } from '../../options/common.ts';
import { dataPlaces } from '../../options/dataPlaces.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { anonymiseRollUp } from '../../output/anonymiseRollUp.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

interface ExportOptions extends CommonOptions {
  readonly round: string;
  readonly format: ExportFormatName;
  readonly instrument?: string;
  readonly out?: string;
  readonly anonymous?: boolean;
}

export function exportCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('export'))
    .usage('--round <name> --format <format> [options]')
    .summary('write all answers as data, with a dictionary')
    .description(
      'Writes one row for each partner, question and field, for other programs. A data dictionary says what everything in it means: within JSON, and as a second CSV file beside CSV and Parquet.',
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
    .action(async (options: ExportOptions) => {
      done(await exportData(surroundings, options));
    });
}

async function exportData(surroundings: CommandContext, options: ExportOptions): Promise<ExitCode> {
  const { format, register: path, round } = options;
  if (options.out !== undefined) dataPlaces(options.out, options);
  const rollUp = await withExistingRegister(surroundings, path, 'read', async (register) => {
    const inUse = await onlyRound(register, options.round, options.instrument);
    const loaded = await loadRollUp(register, inUse.instrument, inUse.round);
    return anonymiseRollUp(surroundings, register, loaded, options.anonymous);
  });
  const { instrument, anonymous } = rollUp;
  const name = `data_${instrument.key}_${round}${anonymous === true ? '_anonymous' : ''}.${format}`;
  const file = options.out ?? join('output', round, name);
  const { dictionary } = dataPlaces(file, options);
  const written = exportFormats[format];
  let rows = 0;
  function* counting(): Generator<TidyRow> {
    for (const row of eachTidyRow(rollUp)) {
      rows += 1;
      yield row;
    }
  }
  writePiecesWhole(file, written.data(rollUp, counting()));
  if (dictionary !== undefined && 'dictionary' in written) writePiecesWhole(dictionary, written.dictionary(rollUp));
  const counts = { rows, returned: returned(rollUp).length, issued: rollUp.partners.length };
  const told = { file, dictionary: dictionary ?? null, round, instrument: instrument.key, format, ...counts };
  if (options.json === true) printJson(surroundings, told);
  else {
    surroundings.out(`${file}: ${rows} rows, ${counts.returned} of ${counts.issued} partners returned\n`);
    if (dictionary !== undefined) surroundings.out(`${dictionary}: what they mean\n`);
  }
  return exitCodes.done;
}
