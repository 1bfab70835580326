import { join } from 'node:path';
import type { Command } from 'commander';
import { type Finding, finding } from '../../../finding.ts';
import type { Instrument } from '../../../instrument/model/schema.ts';
import { type Feedback, feedbackOf } from '../../../rollup/feedback/feedback.ts';
import { writeFeedback } from '../../../rollup/feedback/writeFeedback.ts';
import { loadRollUp, type RollUp } from '../../../rollup/load/rollUp.ts';
import { workbookFileName } from '../../../rounds/issue/workbookFileName.ts';
import { describeUkTime } from '../../../time.ts';
import {
  type CommonOptions,
  counted,
  exitCodeFor,
  printFindings,
  printJson,
  roundsInUse,
  withCommonOptions,
} from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { type FeedbackOutcome, saveFeedback } from '../../output/saveFeedback.ts';
import { type CommandContext, type ExitCode, UsageError } from '../../terminal/context.ts';
import { startProgress } from '../../terminal/progress.ts';

interface FeedbackOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly partner?: readonly string[];
  readonly out?: string;
}

interface FeedbackFile {
  readonly instrument: string;
  readonly partner: string;
  readonly file: string;
  readonly outcome: FeedbackOutcome;
}

export function feedbackCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('feedback'))
    .usage('--round <name> [options]')
    .summary('write for each partner how it compares')
    .description(
      'Writes one small workbook for each partner that returned: its positions and answers beside those of its region and of all. Nobody else is named in it, and groups of few are withheld.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'only of this instrument, where the round has several')
    .option('--partner <code...>', 'only for these partners')
    .option('--out <folder>', 'where the workbooks go (default: output/<round>/feedback)')
    .action(async (options: FeedbackOptions) => {
      done(await writeAll(surroundings, options));
    });
}

async function writeAll(surroundings: CommandContext, options: FeedbackOptions): Promise<ExitCode> {
  if (options.out?.trim() === '') throw new UsageError('--out is empty. Give a folder, or leave it out.');
  const folder = options.out ?? join('output', options.round, 'feedback');
  const rollUps = await withExistingRegister(surroundings, options.register, 'read', async (register) => {
    const rounds = await roundsInUse(register, options.round, options.instrument);
    const comparable = rounds.filter(({ instrument }) => whyNot(instrument) === undefined);
    const left = rounds.flatMap(({ instrument }) => whyNot(instrument) ?? []);
    if (comparable.length === 0) throw new UsageError(`No feedback can be written. ${left.join(' ')}`);
    for (const reason of left) surroundings.err(`${reason}\n`);
    const loaded: RollUp[] = [];
    for (const { instrument, round } of comparable) loaded.push(await loadRollUp(register, instrument, round));
    return loaded;
  });
  const wanted = wantedCodes(rollUps, options.partner);
  const silent = new Set(
    rollUps.flatMap(({ partners }) =>
      partners
        .filter(({ partner, result }) => result === undefined && wanted(partner.code))
        .map((one) => one.partner.code),
    ),
  );
  const feedback = rollUps.flatMap(feedbackOf).filter(({ own }) => wanted(own.partner.code));
  const { files, findings } = await writeEach(surroundings, feedback, folder);
  const open = rollUps.flatMap(({ round: { due } }) => (surroundings.now() < due ? [describeUkTime(due)] : []));
  for (const due of new Set(open)) findings.push(finding('output.before-deadline', {}, { due }));
  if (silent.size > 0) {
    surroundings.err(
      `No feedback for partners that have returned nothing that could be used: ${[...silent].join(', ')}.\n`,
    );
  }
  if (options.json === true) {
    printJson(surroundings, { round: options.round, folder, files, withoutReturn: [...silent], findings });
  } else {
    printFindings(surroundings, findings);
    const written = files.filter(({ outcome }) => outcome !== 'left').length;
    surroundings.out(`${counted(written, 'feedback workbook')} in ${folder}. Round ${options.round}.\n`);
  }
  return exitCodeFor(findings);
}

/** Why nothing can be set side by side; undefined where it can. */
function whyNot({ key, scorecard, aboutPeople }: Instrument): string | undefined {
  if (aboutPeople === true) {
    return `The answers of "${key}" are about individual people: its figures are for commissioners only, and are not handed to partners.`;
  }
  return scorecard === undefined
    ? `"${key}" gives its questions no scores, so there is nothing to set side by side.`
    : undefined;
}

/** @throws UsageError when a partner is named that none of the rounds has. */
function wantedCodes(rollUps: readonly RollUp[], codes: readonly string[] | undefined): (code: string) => boolean {
  const known = new Set(rollUps.flatMap(({ partners }) => partners.map(({ partner }) => partner.code)));
  const unknown = (codes ?? []).filter((code) => !known.has(code));
  if (unknown.length > 0) {
    throw new UsageError(
      `--partner ${unknown.join(', ')}: the round has no such partner. Codes are written exactly as status shows them, as in 5E1.`,
    );
  }
  return (code) => codes?.includes(code) ?? true;
}

async function writeEach(
  surroundings: CommandContext,
  all: readonly Feedback[],
  folder: string,
): Promise<{ readonly files: readonly FeedbackFile[]; readonly findings: Finding[] }> {
  const progress = startProgress(surroundings, all.length);
  const files: FeedbackFile[] = [];
  const findings: Finding[] = [];
  for (const feedback of all) {
    const { instrument, round, own } = feedback;
    const { code } = own.partner;
    const file = join(folder, workbookFileName(instrument.key, round.round, code, 'feedback'));
    const placed = saveFeedback(file, feedback, await writeFeedback(feedback, surroundings.now()));
    findings.push(...placed.findings);
    files.push({ instrument: instrument.key, partner: code, file, outcome: placed.outcome });
    progress.step(code);
  }
  progress.end();
  return { files, findings };
}
