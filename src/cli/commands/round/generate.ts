import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { addYears } from 'date-fns/addYears';
import { type Finding, FindingsError, finding, hasErrors } from '../../../finding/index.ts';
import { isWindowsDevice } from '../../../instrument/model/windowsDevice.ts';
import { earlierRound } from '../../../operations/rounds/earlierRound.ts';
import type { OperationContext } from '../../../operations/rounds/operationContext.ts';
import { onlyAddress } from '../../../partners/emailAddresses.ts';
import { type PartnerList, parsePartnerList } from '../../../partners/parsePartnerList.ts';
import type { Partner } from '../../../partners/partner.ts';
import type { Register } from '../../../register/tables/register.ts';
import type { Issue } from '../../../rounds/issue/issue.ts';
import { issueWorkbooks } from '../../../rounds/issue/issueWorkbooks.ts';
import { lastRounds } from '../../../rounds/returns/lastRounds.ts';
import { type Round, roundNames, roundStatus, roundsNamed } from '../../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../../time.ts';
import { checkFit } from '../../../workbook/layout/checkFit.ts';
import { writeWorkbook } from '../../../workbook/writeWorkbook.ts';
import { readingProblemOf } from '../../files/writeFile.ts';
import { clockChange } from '../../input/clockChange.ts';
import { partnerLists } from '../../input/partnerLists.ts';
import { readInstrument } from '../../input/readInstrument.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  printFindings,
  printJson,
  withCommonOptions,
} from '../../options/common.ts';
import { timeGiven } from '../../options/timeGiven.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type SaveOutcome, saveWorkbook } from '../../output/saveWorkbook.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { startProgress } from '../../terminal/progress.ts';
import { checkChanges, otherEdition } from './roundChanges.ts';
import { changedOptions, type GivenOptions, readOptions, roundOptions } from './roundOptions.ts';

interface GenerateOptions extends CommonOptions, GivenOptions {
  readonly partners: string;
  readonly round: string;
  readonly due: string;
  readonly changeDue?: boolean;
  readonly changeEdition?: boolean;
  readonly partner?: readonly string[];
  readonly out?: string;
}

interface GeneratedFile {
  readonly partner: string;
  readonly file: string;
  readonly outcome: SaveOutcome;
}

export function generateCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('generate'))
    .usage('<instrument> [options]')
    .summary('write one workbook for each partner of a list')
    .description(
      'Writes one workbook for each partner and registers it. Running it again changes only what is different. The round keeps its return address, marking, branding, earlier round and folder: an option that you leave out stays as it was.',
    )
    .argument('<instrument>', 'its key, such as pct-self-assessment, or a file that defines it: .json, .yaml, .js')
    .requiredOption(
      '--partners <list>',
      `CSV with the columns code and name; also region_code, region_name, area_code, area_name, kind, email; or a list that comes with Scorebook: ${[...partnerLists().keys()].join(', ')}`,
    )
    .requiredOption('--round <name>', 'name of the round, such as 2026')
    .requiredOption(
      '--due <time>',
      'deadline in UK time, as in "2026-12-18 12:00"; a day alone means 23:59, and BST or GMT may follow a time',
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
    .option('--branding <file>', 'JSON with name, strapline, colour and logo of the body whose workbook it is to be')
    .option('--no-branding', 'remove the branding')
    .action(async (keyOrFile: string, options: GenerateOptions) => {
      done(await generate(surroundings, keyOrFile, options));
    });
}

async function generate(surroundings: CommandContext, keyOrFile: string, options: GenerateOptions): Promise<ExitCode> {
  const instrument = await readInstrument(keyOrFile);
  const deadline = timeGiven('--due', options.due, '2026-12-18 12:00');
  const { instant: due } = deadline;
  const round = roundName(options.round);
  if (options.out?.trim() === '') throw new UsageError('--out is empty. Give a folder, or leave it out.');
  const list = readPartners(options.partners);
  const partners = chosen(list.partners, options.partner, options.partners);
  const fit = checkFit(instrument);
  if (hasErrors(fit)) throw new FindingsError(fit);
  const given = readOptions(options);
  const now = surroundings.now();
  const first = [...fit, ...list.findings, ...clockChange('--due', options.due, deadline), ...dueFindings(due, now)];
  const done = await withRegister(surroundings, options.register, async (context) => {
    const { register } = context;
    await checkRoundCase(register, round);
    const before = await roundOf(register, round, instrument.key);
    const wanted = await roundOptions(register, { ...given, due }, before);
    const { previous, ...shown } = wanted;
    const other = before && (await otherEdition(register, before, instrument));
    const changes = before === undefined ? [] : await changedOptions(register, before, wanted);
    if (before !== undefined) checkChanges(options, before, due, other, changes);
    const issue: Issue = { instrument, round, partners, now, ...shown, list: list.partners.map(({ code }) => code) };
    const asked = [...first, ...changes, ...addressFindings(shown.returnTo)];
    if (options.json !== true) printFindings(surroundings, asked);
    const whole = await withLastRounds(context, issue, previous);
    const folder = options.out ?? before?.folder ?? join('output', round, 'workbooks');
    // Workbooks of some partners can be put elsewhere without the others.
    const own = options.partner === undefined || before === undefined ? (options.out ?? before?.folder) : before.folder;
    const issued = await issueAll(
      surroundings,
      register,
      own === undefined ? whole : { ...whole, folder: own },
      folder,
    );
    const rescored = other === undefined ? undefined : await countReturns(register, issue);
    const unlisted = await unlistedIn(register, issue);
    return { ...issued, findings: [...issued.findings, ...unlisted], asked, folder, whole, previous, rescored };
  });
  const { files, findings, folder, previous, rescored } = done;
  const withLast = partnersWithLast(done.whole);
  const all = [...done.asked, ...findings];
  if (options.json === true)
    printJson(surroundings, { instrument: instrument.key, round, due, folder, files, findings: all, rescored });
  else {
    printFindings(surroundings, findings);
    surroundings.out(`${summary(files)} in ${folder}. Round ${round}, due ${describeUkTime(due)}.\n`);
    if (rescored !== undefined) {
      surroundings.out(
        `The round is on edition ${instrument.edition} now: ${counted(rescored, 'return')} re-scored by it.\n`,
      );
    }
    if (withLast !== undefined) {
      surroundings.out(
        `${withLast} of ${counted(files.length, 'partner')} returned a workbook in round ${previous}: it is shown to them.\n`,
      );
    }
  }
  return exitCodeFor(all);
}

/** The issue with what partners answered in an earlier round of the same instrument. */
async function withLastRounds(context: OperationContext, issue: Issue, previous: string | undefined): Promise<Issue> {
  if (previous === undefined) return issue;
  const earlier = await earlierRound(context, previous, { instrument: issue.instrument, round: issue });
  return { ...issue, lastRounds: await lastRounds(context.register, issue.instrument, earlier, issue.partners) };
}

/** How many partners are shown answers of an earlier round; undefined when none were asked for. */
const partnersWithLast = ({ lastRounds }: Issue): number | undefined =>
  lastRounds === undefined
    ? undefined
    : [...lastRounds.values()].filter(({ scorecard }) => scorecard !== undefined).length;

async function issueAll(
  surroundings: CommandContext,
  register: Register,
  issue: Issue,
  folder: string,
): Promise<{ files: readonly GeneratedFile[]; findings: readonly Finding[] }> {
  const issued = await issueWorkbooks(register, issue);
  const progress = startProgress(surroundings, issued.length);
  const files: GeneratedFile[] = [];
  const findings: Finding[] = [];
  for (const workbook of issued) {
    const path = join(folder, workbook.fileName);
    const bytes = await writeWorkbook(issue.instrument, { ...issue, ...workbook });
    const written = await saveWorkbook(register, workbook, path, bytes);
    findings.push(...written.findings);
    files.push({ partner: workbook.partner.code, file: path, outcome: written.outcome });
    progress.step(`${workbook.partner.code} ${workbook.fileName}`);
  }
  progress.end();
  return { files, findings };
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

/** A deadline that was perhaps mistyped. */
function dueFindings(due: Date, now: Date): readonly Finding[] {
  const facts = { due: describeUkTime(due) };
  if (due <= now) return [finding('round.due-past', {}, facts)];
  return due > addYears(now, 2) ? [finding('round.due-far', {}, facts)] : [];
}

/** The name of a round is that of a folder, and Windows makes no difference between capitals and small letters. */
async function checkRoundCase(register: Register, round: string): Promise<void> {
  const known = (await roundNames(register)).find((name) => name.toLowerCase() === round.toLowerCase());
  if (known === undefined || known === round) return;
  throw new UsageError(
    `--round "${round}" differs only in capitals from round "${known}", and on Windows both would have one folder. Write it as before, or take another name.`,
  );
}

/** Without a return address partners do not know where to send their workbooks. */
const addressFindings = (returnTo = ''): readonly Finding[] =>
  onlyAddress(returnTo) === undefined ? [finding('round.no-return-address', {}, { given: returnTo })] : [];

/** Partners of the round that the list does not have any more. */
async function unlistedIn(register: Register, { round, instrument }: Issue): Promise<readonly Finding[]> {
  const known = await roundOf(register, round, instrument.key);
  const statuses = known === undefined ? [] : await roundStatus(register, known);
  const partners = statuses.flatMap(({ partner: { code, name }, unlisted }) => (unlisted ? [`${code} ${name}`] : []));
  return partners.length === 0 ? [] : [finding('round.not-in-list', {}, { round, partners })];
}

async function countReturns(register: Register, { round, instrument }: Issue): Promise<number> {
  const known = await roundOf(register, round, instrument.key);
  const statuses = known === undefined ? [] : await roundStatus(register, known);
  return statuses.reduce((sum, { returns }) => sum + returns.length, 0);
}

const roundOf = async (register: Register, name: string, key: string): Promise<Round | undefined> =>
  (await roundsNamed(register, name)).find(({ instrument }) => instrument === key);

/** Round names stand in file names: letters, digits, and what no system forbids between them. */
function roundName(text: string): string {
  if (isWindowsDevice(text)) {
    throw new UsageError(`--round "${text}" cannot be used: Windows keeps that name for a device. Take another.`);
  }
  if (/^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,38}[A-Za-z0-9])?$/.test(text)) return text;
  throw new UsageError(
    `--round "${text}" cannot be used: write up to 40 letters, digits, spaces, dots, hyphens or underscores, as in 2026.`,
  );
}

/** The list in a file, or the one of that name that comes with Scorebook. */
function readPartners(fileOrName: string): PartnerList {
  const path = partnerLists().get(fileOrName) ?? fileOrName;
  return parsePartnerList(readWhole(path, fileOrName), basename(path));
}

function readWhole(path: string, given: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (failure) {
    const known = /[\\/.]/.test(given)
      ? ''
      : ` Lists that come with Scorebook: ${[...partnerLists().keys()].join(', ')}.`;
    throw new UsageError(`--partners ${given} cannot be read: ${readingProblemOf(failure)}.${known}`);
  }
}

function chosen(partners: readonly Partner[], codes: readonly string[] | undefined, file: string): readonly Partner[] {
  if (codes === undefined) return partners;
  const unknown = codes.filter((code) => !partners.some((partner) => partner.code === code));
  if (unknown.length > 0) {
    throw new UsageError(
      `--partner ${unknown.join(', ')}: ${file} has no such code. Codes are written exactly as in the list, as in 5E1.`,
    );
  }
  return partners.filter((partner) => codes.includes(partner.code));
}
