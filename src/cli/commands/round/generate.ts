import { join } from 'node:path';
import { instruments } from '../../../../definitions/index.ts';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { readBranding } from '../../../disk/read/readBranding.ts';
import { readInstrument } from '../../../disk/read/readInstrument.ts';
import { partnerLists, readPartnerList } from '../../../disk/read/readPartnerList.ts';
import { timeFindings } from '../../../finding/timeFindings.ts';
import { counted } from '../../../finding/wording/quote.ts';
import {
  checkGenerateRequest,
  type GeneratedFile,
  type GenerateRequest,
  generateWorkbooks,
} from '../../../operations/generateWorkbooks.ts';
import type { Folder } from '../../../operations/workbooks/folder.ts';
import type { SaveOutcome } from '../../../operations/workbooks/saveWorkbook.ts';
import { describeUkTime } from '../../../time.ts';
import { type AddCommand, type CommonOptions, refuseEmpty, withCommonOptions } from '../../options/common.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';

interface GenerateOptions extends CommonOptions, Pick<GenerateRequest, 'returnTo' | 'marking' | 'previous'> {
  readonly partners: string;
  readonly round: string;
  readonly due: string;
  readonly changeDue?: boolean;
  readonly changeEdition?: boolean;
  readonly partner?: readonly string[];
  /** A file; false to remove it. */
  readonly branding?: string | false;
  readonly out?: string;
}

export const generateCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('generate'))
    .usage('<instrument> [options]')
    .summary('write one workbook for each partner of a list')
    .description(
      'Writes one workbook for each partner and registers it. Running it again changes only what is different. The round keeps its return address, marking, branding, earlier round and folder: an option that you leave out stays as it was.',
    )
    .argument('<instrument>', 'its key, such as pct-self-assessment, or a file that defines it: .json, .yaml, .js')
    .requiredOption(
      '--partners <list>',
      `Excel workbook (.xlsx), or text that Excel saves (.csv, .txt), with the columns code and name; also region_code, region_name, area_code, area_name, kind, email; or a list that comes with Scorebook: ${[...partnerLists().keys()].join(', ')}`,
    )
    .requiredOption('--round <name>', 'name of the round, such as 2026')
    .requiredOption(
      '--due <time>',
      'deadline in UK time, as in "18/12/2026 12:00", "18 December 2026 5pm" or 2026-12-18; a day alone means 23:59, and BST or GMT may follow a time',
    )
    .option('--change-due', 'move the deadline of a round that already has workbooks')
    .option('--change-edition', 'send another edition or wording in a round that already has workbooks')
    .option('--partner <code...>', 'only for these partners of the list')
    .option('--out <folder>', 'where the workbooks go (default: as before, or output/<round>/workbooks)')
    .option('--return-to <address>', 'where partners send the workbook, as the cover says; needed for e-mails')
    .option('--no-return-to', 'remove the return address')
    .option('--marking <text>', 'a line for every sheet, such as a protective marking')
    .option('--no-marking', 'remove the marking')
    .option('--previous <round>', 'show what each partner answered in this earlier round beside the questions')
    .option('--no-previous', 'stop showing an earlier round')
    .option('--branding <file>', 'JSON with name, strapline, colour and logo of the body that sends the workbooks')
    .option('--no-branding', 'remove the branding')
    .action(action(generate));

async function generate(surroundings: CommandContext, keyOrFile: string, options: GenerateOptions): Promise<ExitCode> {
  const instrument = await readInstrument(keyOrFile, instruments);
  const deadline = timeGiven('--due', options.due, '18/12/2026 12:00');
  refuseEmpty('--out', options.out, 'Give a folder, or leave it out.');
  const { round, partners: name, branding: brandingFile, out, ...given } = options;
  const list = readPartnerList(name);
  const branding = typeof brandingFile === 'string' ? readBranding(brandingFile) : brandingFile;
  const { instant: due } = deadline;
  const request: GenerateRequest = {
    ...{ ...given, instrument, round, due, list: { name, partners: list.partners } },
    ...(branding === undefined ? {} : { branding }),
    ...(out === undefined ? {} : { folder: out }),
  };
  checkGenerateRequest(request);
  const first = [...list.findings, ...timeFindings('--due', options.due, deadline)];
  printFindings(surroundings, first, options);
  let folder = '';
  const folderFor = (known = join('output', round, 'workbooks')): Folder => {
    folder = known;
    return folderAt(known);
  };
  const generated = await withRegister(surroundings, options, 'make', (context) =>
    withProgress(surroundings, options, (watcher) => generateWorkbooks(context, request, folderFor, watcher)),
  );
  const { files, previous, rescored } = generated;
  const findings = [...first, ...generated.findings];
  const result = { instrument: instrument.key, round, due, folder, files, findings, rescored };
  printResult(surroundings, options, result, [
    `${summary(files)} in ${folder}. Round ${round}, due ${describeUkTime(due)}.`,
    ...(rescored === undefined
      ? []
      : [`The round is on edition ${instrument.edition} now: ${counted(rescored, 'return')} re-scored by it.`]),
    ...(previous === undefined
      ? []
      : [
          `${previous.returned} of ${counted(files.length, 'partner')} returned a workbook in round ${previous.round}: it is shown to them.`,
        ]),
  ]);
  return exitCodeFor(findings);
}

function summary(files: readonly GeneratedFile[]): string {
  const count = (outcome: SaveOutcome): number => files.filter((file) => file.outcome === outcome).length;
  // Only workbooks that nobody had filled in are ever written over.
  const over = count('replaced') > 0 ? ` (${count('replaced')} in place of others)` : '';
  const parts = [
    `${counted(count('written') + count('replaced'), 'workbook')} written${over}`,
    ...(count('unchanged') > 0 ? [`${count('unchanged')} unchanged`] : []),
    ...(count('left') > 0 ? [`${count('left')} not written`] : []),
  ];
  return parts.join(', ');
}
