import type { Command } from 'commander';
import { writeFileWhole } from '../../../disk/files/writeFile.ts';
import { assertOverwritable } from '../../../disk/save/overwriteGuard.ts';
import { likenessFinding } from '../../../intake/compare/alikeOthers.ts';
import { reportStatus } from '../../../operations/reportStatus.ts';
import type { ReturnSender } from '../../../register/rows/returnSenders.ts';
import { sharedText } from '../../../rollup/figures/likenessText.ts';
import type { TrackedPartner, Tracker } from '../../../rollup/load/tracker.ts';
import { writeTracker } from '../../../rollup/writeTracker.ts';
import { bandNames } from '../../../scoring/position.ts';
import { describeUkTime, ukTime } from '../../../time.ts';
import { type CommonOptions, counted, percent, printJson, withCommonOptions } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { formatTable } from '../../output/formatTable.ts';
import { statusSummary } from '../../output/statusSummary.ts';
import { foldText, wrapText } from '../../output/wrapText.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

interface StatusOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly all?: boolean;
  readonly out?: string;
}

export function statusCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('status'))
    .summary('who has returned, and who has not')
    .description(
      'Shows who has returned a workbook, when, how complete and with what findings; who has not; and what is to be done next.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'only this instrument of the round')
    .option('--all', 'show each partner, however many there are')
    .option('--out <file>', 'also write a workbook with a row for each partner, what went out to it and what came back')
    .action(async (options: StatusOptions) => {
      done(await status(surroundings, options));
    });
}

async function status(surroundings: CommandContext, options: StatusOptions): Promise<ExitCode> {
  const now = surroundings.now();
  const { out } = options;
  if (out !== undefined) assertOverwritable(out, options.register, 'tracker');
  const { trackers: all, senders } = await withExistingRegister(surroundings, options.register, 'read', (context) =>
    reportStatus(context, options),
  );
  if (out !== undefined) writeFileWhole(out, await writeTracker(all, now));
  if (options.json === true)
    printJson(
      surroundings,
      all.map((one) => asJson(one, senders)),
    );
  else for (const one of all) surroundings.out(text(one, options.all === true, surroundings.columns));
  if (out !== undefined && options.json !== true) surroundings.out(`${out} written\n`);
  return exitCodes.done;
}

/** As many partners fit on a screen one by one. */
const fewPartners = 30;
const barWidth = 40;

function text({ round, partners }: Tracker, everyone: boolean, width: number | undefined): string {
  const back = partners.filter(({ counting }) => counting !== undefined).length;
  const bar = Math.min(barWidth, (width ?? barWidth) - 5);
  const filled = Math.max(0, Math.floor((back / Math.max(partners.length, 1)) * bar));
  const title = `Round ${round.round}, ${round.instrument}, due ${describeUkTime(round.due)}: ${back} of ${partners.length} returned`;
  const lines = [
    title,
    `${'█'.repeat(filled)}${'░'.repeat(Math.max(0, bar - filled))} ${percent(back / Math.max(partners.length, 1))}`,
    ...unlistedLines(partners, Math.min(width ?? 79, 79)),
    ...alikeLines(partners, width),
    ...(everyone || partners.length <= fewPartners ? everyPartner(partners, width) : statusSummary(partners, width)),
  ];
  return `${lines.flatMap((line) => foldText(line, width ?? Number.POSITIVE_INFINITY)).join('\n')}\n`;
}

/** Who is in the round and not in the list with which it was generated last. */
function unlistedLines(partners: readonly TrackedPartner[], width: number): readonly string[] {
  const codes = partners.flatMap(({ partner, unlisted }) => (unlisted ? [partner.code] : []));
  if (codes.length === 0) return [];
  const rest =
    'Each still counts and is reminded. Put it back into the list and generate again, or name the others with --partner when reminding.';
  return ['', ...wrapText('Not in the list any more: ', `${codes.join(', ')}. ${rest}`, 2, width)];
}

/** Returns that count and have the same answers as another's. They are few, and are shown however many partners there are. */
function alikeLines(partners: readonly TrackedPartner[], width: number | undefined): readonly string[] {
  const rows = partners.flatMap(({ partner, counting, alike }) =>
    alike.map((one) => [partner.code, String(counting?.id ?? ''), one.partner, String(one.other), sharedText(one)]),
  );
  if (rows.length === 0) return [];
  const advice =
    'Find out whether sheets of one were copied into the workbook of the other. Do not name either partner to the other.';
  return [
    '',
    ...wrapText('The same answers in more places than chance explains. ', advice, 0, Math.min(width ?? 79, 79)),
    ...formatTable(['Code', 'Return', 'Same as', 'Return', 'What is the same'], rows, width),
  ];
}

function everyPartner(partners: readonly TrackedPartner[], width: number | undefined): readonly string[] {
  const back = partners.filter(({ counting }) => counting !== undefined);
  const out = partners.filter(({ counting }) => counting === undefined);
  return [
    ...(back.length === 0 ? [] : ['', 'Returned', ...formatTable(returnedHeadings, back.map(returnedRow), width)]),
    ...(out.length === 0 ? [] : ['', 'Not returned', ...formatTable(missingHeadings, out.map(missingRow), width)]),
  ];
}

const returnedHeadings = [
  'Code',
  'Partner',
  'Returned',
  'In time',
  'Coverage',
  'Position',
  'Findings',
  'Returns',
  'Next step',
];
const missingHeadings = ['Code', 'Partner', 'Issued', 'E-mail', 'Refused', 'Next step'];

function returnedRow({ partner, counting, returns, step }: TrackedPartner): readonly string[] {
  if (counting === undefined) return [];
  const { received, late, coverage, band, errors, warnings } = counting;
  return [
    partner.code,
    partner.name,
    ukTime(received),
    late ? 'late' : 'yes',
    percent(coverage),
    bandNames[band],
    errors + warnings === 0 ? 'none' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    String(returns.length),
    step,
  ];
}

const missingRow = ({ partner, issued, refused, step }: TrackedPartner): readonly string[] => [
  partner.code,
  partner.name,
  ukTime(issued),
  partner.email ?? '-',
  String(refused),
  step,
];

function asJson({ round, partners }: Tracker, senders: ReadonlyMap<number, ReturnSender>): unknown {
  return {
    ...round,
    issued: partners.length,
    returned: partners.filter(({ counting }) => counting !== undefined).length,
    partners: partners.map(({ partner, unlisted, issued, counting, returns, refused, progress, step, alike }) => ({
      ...partner,
      ...(unlisted ? { unlisted } : {}),
      issued,
      returns: returns.length,
      refused,
      progress,
      nextStep: step,
      alike: alike.map(likenessFinding),
      counting:
        counting === undefined
          ? null
          : {
              ...counting,
              coverage: counting.coverage ?? null,
              position: bandNames[counting.band],
              message: senders.get(counting.id) ?? null,
            },
    })),
  };
}
