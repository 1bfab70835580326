import type { Command } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { returnFiles } from '../../../disk/read/returnFiles.ts';
import { assertOverwritable } from '../../../disk/save/overwriteGuard.ts';
import { saveFindings } from '../../../disk/save/saveFindings.ts';
import { clockChange } from '../../../finding/clockChange.ts';
import { alikeLine, type Finding } from '../../../finding/index.ts';
import type { ImportedFile, NoReturn } from '../../../intake/files/importFiles.ts';
import { type FindingsOfImport, findingsOfImport, type ImportRecord } from '../../../intake/files/importRecord.ts';
import { groupFindings } from '../../../intake/groupFindings.ts';
import type { Imported } from '../../../intake/imported.ts';
import type { StoredReturn } from '../../../intake/storedReturn.ts';
import { importReturns } from '../../../operations/importReturns.ts';
import type { ReceivedMessage } from '../../../register/rows/receivedMessage.ts';
import { inOrder } from '../../../rollup/load/byTerm.ts';
import type { ImportedFile as FileForWorkbook } from '../../../rollup/load/importFindings.ts';
import { bandNames } from '../../../scoring/position.ts';
import { printable } from '../../../spreadsheet/model/printable.ts';
import { ukTime } from '../../../time.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  percent,
  printFindings,
  printJsonList,
  withCommonOptions,
} from '../../options/common.ts';
import { handIdentity } from '../../options/handIdentity.ts';
import { type MailboxOptions, mailboxIn } from '../../options/mailboxOptions.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { startProgress } from '../../terminal/progress.ts';

interface ImportOptions extends CommonOptions, MailboxOptions {
  readonly round?: string;
  readonly as?: string;
  readonly instrument?: string;
  readonly received?: string;
  readonly findings?: string;
}

export function importCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('import'))
    .usage('[path...] [options]')
    .summary('read returned workbooks')
    .description(
      'Reads returned workbooks, checks and scores them and puts them into the register. Importing the same file again changes nothing, and shows its findings.',
    )
    .argument(
      '[path...]',
      'files, zip archives of them, saved e-mails (.eml, .emlx, .msg, .mbox), and folders to be searched for all of these',
    )
    .option('--imap [url]', 'also read what is new in a mailbox, and change nothing there (default: SCOREBOOK_IMAP)')
    .option('--folder <name>', 'the folder of the mailbox (default: INBOX)')
    .option('--since <day>', 'only messages that the mailbox received on that day or later, as in 2026-12-01')
    .option('--round <name>', 'accept returns of this round only')
    .option(
      '--as <code>',
      'read one file as that of this partner of the round, because its stamp is gone or was changed; it is marked as identified by hand',
    )
    .option('--instrument <key>', 'with --as, where the round has several')
    .option(
      '--received <time>',
      'when they came, in UK time, as in "2026-12-17 16:30"; a day alone means 23:59, and BST or GMT may follow a time (default: as the e-mail says, or now)',
    )
    .option(
      '--findings <file>',
      'where the workbook with all findings goes (default: import-findings.xlsx beside the register, in the folder of the round: output/<round>/import-findings.xlsx)',
    )
    .action(async (paths: readonly string[], options: ImportOptions) => {
      done(await importAll(surroundings, paths, options));
    });
}

async function importAll(
  surroundings: CommandContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const now = surroundings.now();
  const { findings: ofTime, ...stated } = receivedAt(options.received, now);
  if (options.findings !== undefined) assertOverwritable(options.findings, options.register, 'import-findings');
  const mailbox = mailboxIn(options, surroundings);
  if (paths.length === 0 && mailbox === undefined) {
    throw new UsageError('Nothing to import is named. Give files or folders, or --imap for a mailbox.');
  }
  const as = handIdentity(paths, options, mailbox !== undefined);
  const found = paths.length === 0 ? [] : returnFiles(paths);
  if (options.json !== true) printFindings(surroundings, ofTime);
  const request = {
    ...{ files: found, ...stated },
    ...(options.round === undefined ? {} : { round: options.round }),
    ...(as === undefined ? {} : { as }),
    ...(mailbox === undefined ? {} : { mailbox }),
  };
  return withExistingRegister(surroundings, options.register, 'write', async (context) => {
    const { register } = context;
    const progress = startProgress(surroundings, found.length);
    const { files: all, ...seen } = await importReturns(context, request, (file) => {
      progress.expect(file.following + 1);
      progress.step(printable(file.name), options.json === true ? undefined : () => printOne(surroundings, file));
    });
    progress.end();
    const findingsOf = findingsOfImport(register, instruments);
    const files = all.map((record) => forWorkbook(record, findingsOf));
    const { path, problems } = await saveFindings(
      { register, now: () => now },
      { files, isQuiet: !seen.hasFindings, ...(options.findings === undefined ? {} : { path: options.findings }) },
      options.register,
    );
    if (options.json === true) {
      const findings = ofTime.length === 0 ? {} : { findings: ofTime };
      const records = jsonOf(all, findingsOf);
      await printJsonList(surroundings, 'files', records, { findingsFile: path ?? null, ...findings });
    } else surroundings.out([summary(all), ...(path === undefined ? [] : [`Findings: ${path}`]), ''].join('\n'));
    printFindings(surroundings, problems);
    return seen.hasErrors ? exitCodes.errorsInData : exitCodeFor(problems);
  });
}

/** Lines that are printed of one file, the first and the last of them among these; `--json` gives all findings. */
const maxPrintedLines = 20;

function printOne(surroundings: CommandContext, { path, imported, message }: ImportedFile): void {
  surroundings.out(`${printable(path)}: ${outcome(imported)}\n`);
  if (message !== undefined) surroundings.out(`  ${messageLine(message)}\n`);
  const groups = groupFindings(imported.findings);
  const shown = groups.length < maxPrintedLines ? groups : groups.slice(0, maxPrintedLines - 2);
  for (const alike of shown) surroundings.out(`  ${alikeLine(alike)}\n`);
  const left = groups.slice(shown.length).flat().length;
  if (left > 0)
    surroundings.out(`  and ${left} more: the workbook named below has all of them, and --json shows them.\n`);
}

function outcome(imported: Imported | NoReturn): string {
  if (imported.status === 'refused') return 'refused';
  if (imported.status === 'no-return') {
    const partners = imported.bounced.map(({ partner, round }) => `partner ${partner} of round ${round} not reached`);
    return ['no return', ...partners].join('; ');
  }
  const { id, partner, round, coverage, band, findings } = summaryOf(imported);
  const result = `${partner.code} ${partner.name}, round ${round}; coverage ${percent(coverage)}, position ${bandNames[band]}, ${counted(findings.length, 'finding')} (return ${id})`;
  return imported.status === 'accepted' ? `accepted: ${result}` : `already imported: ${result}`;
}

function messageLine({ sender, subject, arrived, clock }: ReceivedMessage): string {
  const from = sender === undefined ? 'unknown' : `${sender.name} <${sender.address}>`.trim();
  const came =
    arrived === undefined ? '' : `, ${clock === 'receiver' ? 'received' : 'sent'} ${ukTime(arrived)} (UK time)`;
  return printable(`from ${from}, "${subject}"${came}`);
}

type Accepted = Exclude<Imported, { readonly status: 'refused' }>;
type Summary = Pick<StoredReturn, 'id' | 'partner' | 'round' | 'instrument' | 'coverage' | 'band' | 'findings'>;

/** What is printed of a return, whether it was accepted now or before. */
function summaryOf(imported: Accepted): Summary {
  if (imported.status === 'already-imported') return imported;
  const { instrument, scorecard } = imported;
  return { ...imported, instrument: instrument.key, band: scorecard.overall.band };
}

const outcomes = {
  accepted: 'accepted',
  'already-imported': 'already imported',
  refused: 'refused',
  'no-return': 'no return',
} as const satisfies Record<ImportRecord['status'], FileForWorkbook['outcome']>;

const forWorkbook = (record: ImportRecord, findingsOf: FindingsOfImport): FileForWorkbook => ({
  file: record.path,
  outcome: outcomes[record.status],
  ...(record.stored === undefined ? {} : { stored: record.stored }),
  findings: () => findingsOf(record),
});

function summary(all: readonly ImportRecord[]): string {
  const count = (status: ImportRecord['status']): number => all.filter((record) => record.status === status).length;
  const none = count('no-return');
  const whole = `${counted(all.length - none, 'file')}: ${count('accepted')} accepted, ${count('refused')} refused, ${count('already-imported')} already imported${none === 0 ? '' : `; ${none} without a return`}`;
  return [whole, ...byRound(all)].join('\n');
}

/** The returns of each round, where there are several. */
function byRound(all: readonly ImportRecord[]): readonly string[] {
  const rounds = [...new Set(all.flatMap(({ stored }) => stored?.round ?? []))].toSorted(inOrder);
  if (rounds.length < 2) return [];
  return rounds.map((round) => {
    const count = (status: ImportRecord['status']): number =>
      all.filter((one) => one.stored?.round === round && one.status === status).length;
    return `  Round ${round}: ${count('accepted')} accepted, ${count('already-imported')} already imported`;
  });
}

/** One record after the other: their findings are read from the register. */
async function* jsonOf(all: readonly ImportRecord[], findingsOf: FindingsOfImport): AsyncGenerator<unknown> {
  for (const record of all) {
    const { path: file, message, status, stored, refused, bounced } = record;
    const findings = await findingsOf(record);
    if (stored === undefined) yield { file, message, status, id: refused?.id, findings, bounced };
    else {
      const { coverage = null, band, ...rest } = stored;
      yield { file, message, status, ...rest, coverage, position: bandNames[band], findings };
    }
  }
}

/** When the files came, as the option says. */
function receivedAt(
  text: string | undefined,
  now: Date,
): { readonly received?: Date; readonly findings: readonly Finding[] } {
  if (text === undefined) return { findings: [] };
  const received = timeGiven('--received', text, '2026-12-17 16:30');
  if (received.instant > now) {
    throw new UsageError(
      `--received "${text}" is in the future: it is now ${ukTime(now)} in the UK, and a day alone means 23:59. Give the time too, or leave --received out for now.`,
    );
  }
  return { received: received.instant, findings: clockChange('--received', text, received) };
}
