import type { Command } from 'commander';
import { type PartnerStatus, roundStatus } from '../register/roundStatus.ts';
import { bandWords } from '../scoring/position.ts';
import { ukTime, ukTimeInWords } from '../time.ts';
import {
  type CommonOptions,
  counted,
  percent,
  printJson,
  type RoundInUse,
  roundsInUse,
  withCommonOptions,
} from './common.ts';
import { type ExitCode, exitCodes, type Surroundings } from './surroundings.ts';
import { tableLines } from './tableLines.ts';
import { withExistingRegister } from './useRegister.ts';

interface StatusOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
}

export function statusCommand(program: Command, surroundings: Surroundings, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('status'))
    .summary('who has returned, and who has not')
    .description('Shows who has returned a workbook, when, how complete and with what findings; and who has not.')
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'only this instrument of the round')
    .action(async (options: StatusOptions) => {
      done(await status(surroundings, options));
    });
}

async function status(surroundings: Surroundings, options: StatusOptions): Promise<ExitCode> {
  const all = await withExistingRegister(options.register, 'read', async (register) => {
    const rounds = await roundsInUse(register, options.round, options.instrument);
    return Promise.all(rounds.map(async (inUse) => ({ ...inUse, partners: await roundStatus(register, inUse.round) })));
  });
  if (options.json === true) printJson(surroundings, all.map(asJson));
  else for (const one of all) surroundings.out(text(one));
  return exitCodes.done;
}

interface RoundTable extends RoundInUse {
  readonly partners: readonly PartnerStatus[];
}

function text({ round, partners }: RoundTable): string {
  const back = partners.filter(({ counting }) => counting !== undefined);
  const out = partners.filter(({ counting }) => counting === undefined);
  const lines = [
    `Round ${round.round}, ${round.instrument}, due ${ukTimeInWords(round.due)}: ${back.length} of ${partners.length} returned`,
    ...(back.length === 0 ? [] : ['', 'Returned', ...tableLines(returnedHeadings, back.map(returnedRow))]),
    ...(out.length === 0
      ? []
      : ['', 'Not returned', ...tableLines(['Code', 'Partner', 'Issued', 'E-mail', 'Refused'], out.map(missingRow))]),
  ];
  return `${lines.join('\n')}\n`;
}

const returnedHeadings = ['Code', 'Partner', 'Returned', 'In time', 'Coverage', 'Position', 'Findings', 'Returns'];

function returnedRow({ partner, counting, returns }: PartnerStatus): readonly string[] {
  if (counting === undefined) return [];
  const { received, late, coverage, band, errors, warnings } = counting;
  return [
    partner.code,
    partner.name,
    ukTime(received),
    late ? 'late' : 'yes',
    percent(coverage),
    bandWords[band],
    errors + warnings === 0 ? 'none' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    String(returns.length),
  ];
}

const missingRow = ({ partner, issued, refused }: PartnerStatus): readonly string[] => [
  partner.code,
  partner.name,
  ukTime(issued),
  partner.email ?? '-',
  String(refused),
];

function asJson({ round, partners }: RoundTable): unknown {
  return {
    ...round,
    issued: partners.length,
    returned: partners.filter(({ counting }) => counting !== undefined).length,
    partners: partners.map(({ partner, issued, counting, returns, refused }) => ({
      ...partner,
      issued,
      returns: returns.length,
      refused,
      counting:
        counting === undefined
          ? null
          : { ...counting, coverage: counting.coverage ?? null, position: bandWords[counting.band] },
    })),
  };
}
