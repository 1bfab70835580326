import { availableParallelism } from 'node:os';
import { instruments } from '../../../../definitions/index.ts';
import { returnFiles } from '../../../disk/read/returnFiles.ts';
import { saveFindings } from '../../../disk/save/saveFindings.ts';
import { assertOverwritable } from '../../../disk/save/saveWorkbookAt.ts';
import { findingsOfImport } from '../../../intake/files/importRecord.ts';
import { importReturns } from '../../../operations/importReturns.ts';
import { filesWithFindings } from '../../../operations/writeFindings.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { handIdentity } from '../../options/handIdentity.ts';
import { type MailboxOptions, mailboxIn } from '../../options/mailboxOptions.ts';
import { receivedAt } from '../../options/receivedAt.ts';
import { withRegister } from '../../options/withRegister.ts';
import { importData, importSummary } from '../../output/importLines.ts';
import { importProgress } from '../../output/importProgress.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { exitCodeFor, printFindings, printJsonList, printResult } from '../../terminal/print.ts';
import { startProgress } from '../../terminal/progress.ts';
import { queueAll } from './queueReturns.ts';

interface ImportOptions extends CommonOptions, MailboxOptions {
  readonly round?: string;
  readonly as?: string;
  readonly instrument?: string;
  readonly received?: string;
  readonly findings?: string;
  readonly workers?: string;
  readonly queue?: boolean;
}

export const importCommand: AddCommand = (program, action) =>
  withCommonOptions(program.command('import'))
    .usage('[path...] [options]')
    .summary('read returned workbooks')
    .description(
      'Reads returned workbooks, checks and scores them and puts them into the register. Importing the same file again changes nothing. Of several files, those that were imported before are named in one line.',
    )
    .argument(
      '[path...]',
      'files, zip archives of them, saved e-mails (.eml, .emlx, .msg, .mbox), and folders to be searched for all of these',
    )
    .option('--imap [url]', 'also read what is new in a mailbox, and change nothing there (default: SCOREBOOK_IMAP)')
    .option('--folder <name>', 'the folder of the mailbox (default: INBOX)')
    .option('--since <day>', 'only messages that the mailbox received on that day or later, as in 01/12/2026')
    .option('--round <name>', 'accept returns of this round only')
    .option(
      '--as <code>',
      'read one file as that of this partner of the round, because its stamp is gone or was changed; it is marked as identified by hand',
    )
    .option('--instrument <key>', 'with --as, where the round has several')
    .option(
      '--received <time>',
      'when they came, in UK time, as in "17/12/2026 16:30" or "17 December 2026 4.30pm"; a day alone means 23:59, and BST or GMT may follow a time (default: as the e-mail says, or now)',
    )
    .option(
      '--findings <file>',
      'where the workbook with all findings goes (default: import-findings.xlsx beside the register, in the folder of the round: output/<round>/import-findings.xlsx)',
    )
    .option(
      '--workers <number>',
      'threads that read files at the same time, from some 50 files on; the result is the same (default: one for each processor)',
    )
    .option('--queue', 'only store the files on the PostgreSQL server; "scorebook work" imports them, on any machine')
    .action(action(importAll));

async function importAll(
  surroundings: CommandContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const { json = false, round, register, findings: path } = options;
  const now = surroundings.now();
  const { findings: ofTime, ...stated } = receivedAt(options.received, now);
  if (path !== undefined) assertOverwritable(path, register, 'import-findings');
  const mailbox = mailboxIn(options, surroundings);
  if (paths.length === 0 && mailbox === undefined) {
    throw new UsageError('Nothing to import is named. Give files or folders, or --imap for a mailbox.');
  }
  const as = handIdentity(paths, options, mailbox !== undefined);
  const workers = workersGiven(options.workers);
  const files = paths.length === 0 ? [] : returnFiles(paths);
  printFindings(surroundings, ofTime, options);
  if (options.queue === true) return queueAll(surroundings, { ...stated, files, round, mailbox }, options);
  const request = {
    ...{ files, workers, ...stated },
    ...(round === undefined ? {} : { round }),
    ...(as === undefined ? {} : { as }),
    ...(mailbox === undefined ? {} : { mailbox }),
  };
  // Which messages of a mailbox were read is for all regions.
  return withRegister(surroundings, options, mailbox === undefined ? 'record' : 'write', async (context) => {
    const progress = startProgress(surroundings, files.length);
    const printed = importProgress(surroundings, 'the workbook named below has all of them, and --json shows them');
    const imported = await importReturns(context, request, (file) => {
      progress.expect(file.following + 1);
      progress.step(printable(file.name), json ? undefined : () => printed.print(file));
    });
    progress.end();
    const findingsOf = findingsOfImport(context.register, instruments);
    const found = { files: filesWithFindings(imported.files, findingsOf), isQuiet: !imported.hasFindings };
    const place = path === undefined ? {} : { path };
    const saved = await saveFindings({ ...context, now: () => now }, { ...found, ...place }, register);
    if (json) {
      const others = { findingsFile: saved.path ?? null, ...(ofTime.length === 0 ? {} : { findings: ofTime }) };
      await printJsonList(surroundings, 'files', importData(imported.files, findingsOf), others);
    } else {
      const written = saved.path === undefined ? [] : [`Findings: ${saved.path}`];
      printResult(surroundings, options, undefined, [...printed.lines(), ...importSummary(imported.files), ...written]);
    }
    printFindings(surroundings, saved.problems);
    return imported.hasErrors ? exitCodes.errorsInData : exitCodeFor(saved.problems);
  });
}

function workersGiven(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(
    `--workers "${text}" is not a whole number from 1 to 99. Write one in figures, as in --workers 2.`,
  );
}
