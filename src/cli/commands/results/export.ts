import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { writePiecesWhole } from '../../../disk/files/writeFile.ts';
import { dataPlaces } from '../../../disk/save/dataPlaces.ts';
import { type DataToSave, exportData } from '../../../operations/exportData.ts';
import { type ExportFormatName, exportFormats } from '../../../rollup/export/formats.ts';
import { type CommonOptions, printFindings, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
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
      done(await write(surroundings, options));
    });
}

async function write(surroundings: CommandContext, options: ExportOptions): Promise<ExitCode> {
  const { format, round } = options;
  if (options.out !== undefined) dataPlaces(options.out, options);
  const placed = { file: '', dictionary: '' };
  const save = ({ instrument, data, dictionary }: DataToSave): void => {
    const ending = options.anonymous === true ? '_anonymous' : '';
    placed.file = options.out ?? join('output', round, `data_${instrument.key}_${round}${ending}.${format}`);
    const places = dataPlaces(placed.file, options);
    writePiecesWhole(placed.file, data);
    if (dictionary === undefined || places.dictionary === undefined) return;
    placed.dictionary = places.dictionary;
    writePiecesWhole(placed.dictionary, dictionary);
  };
  const { instrument, findings, ...counts } = await withExistingRegister(
    surroundings,
    options.register,
    'read',
    (context) => exportData(context, options, save),
  );
  printFindings(surroundings, findings);
  const { file, dictionary } = placed;
  if (options.json === true) {
    printJson(surroundings, { file, dictionary: dictionary || null, round, instrument, format, ...counts });
  } else {
    surroundings.out(`${file}: ${counts.rows} rows, ${counts.returned} of ${counts.issued} partners returned\n`);
    if (dictionary !== '') surroundings.out(`${dictionary}: what they mean\n`);
  }
  return exitCodes.done;
}
