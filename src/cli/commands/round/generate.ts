import { join } from 'node:path';
import { instruments } from '../../../../definitions/index.ts';
import { folderAt } from '../../../disk/files/folderAt.ts';
import { foundFolder } from '../../../disk/files/foundFolder.ts';
import { readBranding } from '../../../disk/read/readBranding.ts';
import { readInstrument } from '../../../disk/read/readInstrument.ts';
import { partnerLists, readPartnerList } from '../../../disk/read/readPartnerList.ts';
import type { Finding } from '../../../finding/index.ts';
import { timeFindings } from '../../../finding/timeFindings.ts';
import { counted } from '../../../finding/wording/quote.ts';
import {
  checkGenerateRequest,
  type GenerateRequest,
  generateWorkbooks,
} from '../../../operations/generateWorkbooks.ts';
import type { PermittedChanges } from '../../../operations/rounds/roundChanges.ts';
import type { Folder } from '../../../operations/workbooks/folder.ts';
import type { GeneratedFile } from '../../../operations/workbooks/issueAndSave.ts';
import type { SaveOutcome } from '../../../operations/workbooks/saveWorkbook.ts';
import { describeUkTime } from '../../../time.ts';
import { type AddCommand, type CommonOptions, refuseEmpty, withCommonOptions } from '../../options/common.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import type { CommandContext, ExitCode } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printResult } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';

interface GenerateOptions
  extends CommonOptions,
    PermittedChanges,
    Pick<GenerateRequest, 'returnTo' | 'marking' | 'previous' | 'reason' | 'fromPriorities'> {
  readonly partners?: string;
  readonly round: string;
  readonly due?: string;
  /** A file; false to remove it. */
  readonly branding?: string | false;
  readonly out?: string;
}

export const generateCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('generate'))
    .usage('[instrument] --round <name> [options]')
    .summary('write one workbook for each partner of a list')
    .description(
      'Writes one workbook for each partner and registers it. Running it again changes only what is different. The round keeps everything that it was given: what you leave out stays as it was, the instrument, the partners and the deadline too.',
    )
    .argument(
      '[instrument]',
      'its key, such as pct-self-assessment, or a file that defines it: .json, .yaml, .js; needed for a new round',
    )
    .option(
      '--partners <list>',
      `needed for a new round: Excel workbook (.xlsx), or text that Excel saves (.csv, .txt), with the columns code and name; also region_code, region_name, area_code, area_name, kind, email; or a list that comes with Scorebook: ${[...partnerLists().keys()].join(', ')}`,
    )
    .requiredOption('--round <name>', 'name of the round, such as 2026')
    .option(
      '--due <time>',
      'needed for a new round: the deadline in UK time, as in "18/12/2026 12:00", "18 December 2026 5pm" or 2026-12-18; a day alone means 23:59, and BST or GMT may follow a time',
    )
    .option('--change-due', 'move the deadline: of the round, or with --partner of these partners only')
    .option('--change-edition', 'send another edition or wording in a round that already has workbooks')
    .option('--change-return-to', 'change the return address although partners have workbooks')
    .option('--change-marking', 'change the marking although partners have workbooks')
    .option('--change-previous', 'change the earlier round that is shown although partners have workbooks')
    .option('--change-branding', 'change the branding although partners have workbooks')
    .option('--reason <text>', 'why something changes, as the round records it')
    .option('--partner <code...>', 'only for these partners')
    .option('--out <folder>', 'where the workbooks go (default: as before, or output/<round>/workbooks)')
    .option('--return-to <address>', 'where partners send the workbook, as the cover says; needed for e-mails')
    .option('--no-return-to', 'remove the return address')
    .option('--marking <text>', 'a line for every sheet, such as a protective marking')
    .option('--no-marking', 'remove the marking')
    .option('--previous <round>', 'show what each partner answered in this earlier round beside the questions')
    .option('--no-previous', 'stop showing an earlier round')
    .option('--from-priorities <round>', 'hand on the priorities that this round found, as a table in every workbook')
    .option('--branding <file>', 'JSON with name, strapline, colour and logo of the body that sends the workbooks')
    .option('--no-branding', 'remove the branding')
    .action(action(generate));

async function generate(
  surroundings: CommandContext,
  keyOrFile: string | undefined,
  options: GenerateOptions,
): Promise<ExitCode> {
  const given = await requestOf(keyOrFile, options);
  const { request, findings: first } = given;
  const { round } = request;
  checkGenerateRequest(request);
  printFindings(surroundings, first, options);
  let folder = '';
  const folderFor = (known = request.usualFolder ?? ''): Folder => {
    folder = foundFolder(known, options.register);
    return folderAt(folder);
  };
  const generated = await withRegister(surroundings, options, 'make', (context) =>
    withProgress(surroundings, options, (watcher) => generateWorkbooks(context, request, folderFor, watcher)),
  );
  const { instrument, due, files, previous, rescored } = generated;
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

/** What is asked for, and what was found while it was read. */
async function requestOf(
  keyOrFile: string | undefined,
  options: GenerateOptions,
): Promise<{ readonly request: GenerateRequest; readonly findings: readonly Finding[] }> {
  const { partners: name, due: time, branding: brandingFile, out, register: _register, ...given } = options;
  const instrument = keyOrFile === undefined ? undefined : await readInstrument(keyOrFile, instruments);
  const deadline = time === undefined ? undefined : timeGiven('--due', time, '18/12/2026 12:00');
  refuseEmpty('--out', out, 'Give a folder, or leave it out.');
  refuseEmpty('--reason', given.reason, 'Say why, or leave it out.');
  const list = name === undefined ? undefined : readPartnerList(name);
  const branding = typeof brandingFile === 'string' ? readBranding(brandingFile) : brandingFile;
  const request = {
    ...{ ...given, usualFolder: join('output', options.round, 'workbooks') },
    ...(instrument === undefined ? {} : { instrument }),
    ...(deadline === undefined ? {} : { due: deadline.instant }),
    ...(name === undefined || list === undefined ? {} : { list: { name, ...list } }),
    ...(branding === undefined ? {} : { branding }),
    ...(out === undefined ? {} : { folder: out }),
  };
  const clock = time === undefined || deadline === undefined ? [] : timeFindings('--due', time, deadline);
  return { request, findings: clock };
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
