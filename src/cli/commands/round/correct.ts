import { join } from 'node:path';
import type { Command } from 'commander';
import { instruments } from '../../../../definitions/index.ts';
import { type Finding, finding } from '../../../finding/index.ts';
import { checkCodes } from '../../../operations/rounds/checkCodes.ts';
import { type RoundInUse, roundsInUse } from '../../../operations/rounds/roundsInUse.ts';
import type { Register } from '../../../register/tables/register.ts';
import { loadIssueDetails, type ShownDigests } from '../../../rounds/issue/issueDetails.ts';
import { issueWorkbooks } from '../../../rounds/issue/issueWorkbooks.ts';
import { type ReturnToCorrect, returnsToCorrect } from '../../../rounds/progress/returnsToCorrect.ts';
import { describeUkTime } from '../../../time.ts';
import { writeWorkbook } from '../../../workbook/writeWorkbook.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  printFindings,
  printJson,
  withCommonOptions,
} from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type SaveOutcome, saveWorkbook } from '../../output/saveWorkbook.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { startProgress } from '../../terminal/progress.ts';

interface CorrectOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly partner?: readonly string[];
  readonly all?: boolean;
  readonly out?: string;
}

interface CorrectedPartner {
  readonly instrument: string;
  readonly partner: string;
  readonly outcome: SaveOutcome | 'nothing-to-correct' | 'no-return';
  /** Absent where there is nothing to write. */
  readonly file?: string;
  /** How many things the workbook lists. */
  readonly corrections: number;
}

export function correctCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('correct'))
    .usage('--round <name> (--partner <code...> | --all) [options]')
    .summary('write workbooks in which partners correct what they returned')
    .description(
      'Writes a fresh workbook for each partner in whose return something is to be put right or still open, with all their answers, the cells in question marked and listed. When it comes back it counts instead of the earlier return.',
    )
    .requiredOption('--round <name>', 'name of the round, such as 2026')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .option('--partner <code...>', 'for these partners')
    .option('--all', 'for every partner whose return has something to be put right or still open')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/corrections)')
    .action(async (options: CorrectOptions) => {
      done(await correct(surroundings, options));
    });
}

interface Corrected {
  readonly files: readonly CorrectedPartner[];
  readonly findings: readonly Finding[];
}

async function correct(surroundings: CommandContext, options: CorrectOptions): Promise<ExitCode> {
  if ((options.partner === undefined) === (options.all !== true)) {
    throw new UsageError('For whom? Give either --partner with codes, as in --partner 5E1, or --all.');
  }
  if (options.out?.trim() === '') throw new UsageError('--out is empty. Give a folder, or leave it out.');
  const folder = options.out ?? join('output', options.round, 'corrections');
  const { files, findings } = await withExistingRegister(surroundings, options.register, 'write', async (context) => {
    const rounds = await roundsInUse(context, options);
    return correctRounds(surroundings, context.register, rounds, options.partner, folder);
  });
  if (options.json === true) printJson(surroundings, { round: options.round, folder, files, findings });
  else {
    printFindings(surroundings, findings);
    for (const file of files) surroundings.out(`${lineOf(file)}\n`);
    const written = files.filter(({ file, outcome }) => file !== undefined && outcome !== 'left').length;
    surroundings.out(`${counted(written, 'correction workbook')} in ${folder}. Round ${options.round}.\n`);
  }
  return exitCodeFor(findings);
}

/** @throws UsageError when a partner is named that none of the rounds has. */
async function correctRounds(
  surroundings: CommandContext,
  register: Register,
  rounds: readonly RoundInUse[],
  codes: readonly string[] | undefined,
  folder: string,
): Promise<Corrected> {
  const all: { readonly inUse: RoundInUse; readonly returns: readonly ReturnToCorrect[] }[] = [];
  for (const inUse of rounds) {
    all.push({ inUse, returns: await returnsToCorrect(register, inUse.round, inUse.instrument, codes) });
  }
  checkCodes(
    codes,
    all.flatMap(({ returns }) => returns.map(({ partner }) => partner.code)),
  );
  const progress = startProgress(
    surroundings,
    all.reduce((sum, { returns }) => sum + returns.length, 0),
  );
  const files: CorrectedPartner[] = [];
  const findings: Finding[] = [];
  for (const { inUse, returns } of all) {
    const before = files.length;
    for (const one of returns) {
      const made = await correctOne(register, inUse, one, surroundings.now(), folder);
      findings.push(...made.findings);
      if (codes !== undefined || made.file.file !== undefined) files.push(made.file);
      progress.step(one.partner.code);
    }
    const { due } = inUse.round;
    if (files.slice(before).some(({ file }) => file !== undefined) && due < surroundings.now()) {
      findings.push(finding('correction.due-past', {}, { due: describeUkTime(due) }));
    }
  }
  progress.end();
  return { files, findings };
}

/** Writes the workbook in which one partner corrects its return, where there is something to correct. */
export async function correctOne(
  register: Register,
  { round, instrument }: RoundInUse,
  { partner, counting }: ReturnToCorrect,
  now: Date,
  folder: string,
): Promise<{ readonly file: CorrectedPartner; readonly findings: readonly Finding[] }> {
  const told = { instrument: instrument.key, partner: partner.code };
  if (counting === undefined) return { file: { ...told, outcome: 'no-return', corrections: 0 }, findings: [] };
  const { id, response, corrections, digests } = counting;
  if (corrections.length === 0) {
    return { file: { ...told, outcome: 'nothing-to-correct', corrections: 0 }, findings: [] };
  }
  const { branding, lastRound } = await loadIssueDetails(register, instruments, { instrument, partner, digests });
  const issue = {
    ...{ instrument, round: round.round, due: round.due, partners: [partner], correction: id, now },
    ...(round.returnTo === undefined ? {} : { returnTo: round.returnTo }),
    ...(round.marking === undefined ? {} : { marking: round.marking }),
    ...(branding === undefined ? {} : { branding }),
    ...(lastRound === undefined ? {} : { lastRounds: new Map([[partner.code, lastRound]]) }),
  };
  const [workbook] = await issueWorkbooks(register, issue);
  if (workbook === undefined) throw new Error(`No workbook was issued to ${partner.code}`);
  const file = join(folder, workbook.fileName);
  const bytes = await writeWorkbook(instrument, { ...issue, ...workbook, corrections }, response);
  const { outcome, findings } = await saveWorkbook(register, workbook, file, bytes);
  return {
    file: { ...told, outcome, file, corrections: corrections.length },
    findings: [...findings, ...leftOut(partner.code, digests, { branding, lastRound })],
  };
}

/** What the workbook that was returned showed, and the register does not know any more. */
function leftOut(
  partner: string,
  digests: ShownDigests,
  known: Record<keyof ShownDigests, unknown>,
): readonly Finding[] {
  const what = (['lastRound', 'branding'] as const)
    .filter((key) => digests[key] !== undefined && known[key] === undefined)
    .map((key) => inWords[key]);
  return what.length === 0 ? [] : [finding('correction.left-out', {}, { partner, what })];
}

const inWords = { lastRound: 'the last round', branding: 'the branding' } as const;

const outcomes: Readonly<Record<CorrectedPartner['outcome'], string>> = {
  written: 'written',
  replaced: 'written in place of one that nobody had filled in',
  unchanged: 'unchanged',
  left: 'not written',
  'nothing-to-correct': 'nothing to correct',
  'no-return': 'has returned nothing yet',
};

function lineOf({ partner, outcome, file, corrections }: CorrectedPartner): string {
  return file === undefined
    ? `${partner}: ${outcomes[outcome]}`
    : `${partner}: ${file}, ${counted(corrections, 'thing')} to look at, ${outcomes[outcome]}`;
}
