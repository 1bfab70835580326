import { join } from 'node:path';
import type { Command } from 'commander';
import { disclosureThreshold, isDisclosed } from '../../../rollup/disclosure/anonymous.ts';
import { type Grouping, groupings } from '../../../rollup/load/groups.ts';
import { type Region, regionNamed, regionsOf } from '../../../rollup/load/regions.ts';
import { loadRollUp, type RollUp, returned } from '../../../rollup/load/rollUp.ts';
import { writeRollUp } from '../../../rollup/writeRollUp.ts';
import { parseUkTime } from '../../../time.ts';
import { writeFileWhole } from '../../files/writeFile.ts';
import { type CommonOptions, onlyRound, printJson, withCommonOptions } from '../../options/common.ts';
import { earlierRound } from '../../options/earlierRound.ts';
import { scopesOf } from '../../options/rollUpScope.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { anonymiseRollUp } from '../../output/anonymiseRollUp.ts';
import { checkRollUpPlace } from '../../output/rollUpPlace.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { rollUpBy } from './rollUpBy.ts';

interface RollUpOptions extends CommonOptions {
  readonly round: string;
  readonly instrument?: string;
  readonly out?: string;
  readonly by?: string;
  readonly previous?: string;
  readonly region?: string;
  readonly all?: boolean;
  readonly overdueAt?: string;
  readonly anonymous?: boolean;
}

export function rollUpCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  withCommonOptions(program.command('rollup'))
    .summary('write the regional roll-up workbook')
    .description(
      'Writes one workbook over all returns of a round: returns, heat map, questions, weakest areas, actions, data; or, by the terms of a vocabulary, one that sets the instruments of the round side by side.',
    )
    .requiredOption('--round <name>', 'name of the round')
    .option('--instrument <key>', 'which instrument, where the round has several')
    .option('--previous <round>', 'show what has changed since this earlier round of the same instrument')
    .option('--region <code>', 'only the partners of one region')
    .option('--all', 'one workbook over all partners, and one for each region')
    .option(
      '--by <what>',
      'region, area or kind: set partners side by side by it (default: region); or a vocabulary, as in --by phase: set all instruments of the round that share it side by side',
    )
    .option(
      '--overdue-at <day>',
      'report actions as overdue that were due before this day, YYYY-MM-DD (default: today)',
    )
    .option(
      '--out <file>',
      'where it goes (default: output/<round>/roll-up_<instrument>_<round>.xlsx, or roll-up_by-<vocabulary>_<round>.xlsx)',
    )
    .option('--anonymous', 'replace codes and names of partners, and leave out what they typed')
    .action(async (given: RollUpOptions) => {
      if (given.anonymous === true) checkAnonymous(given);
      const { by, ...options } = given;
      const grouping = groupings.find((known) => known === by);
      if (by === undefined || grouping !== undefined) {
        done(await rollUp(surroundings, { ...options, ...(grouping === undefined ? {} : { by: grouping }) }));
        return;
      }
      if (options.previous !== undefined) {
        throw new UsageError('--previous compares two rounds of one instrument. Leave --by out, or --previous.');
      }
      if (options.region !== undefined || options.all === true) {
        throw new UsageError(
          `--by ${by} sets instruments side by side over all partners: leave --region and --all out.`,
        );
      }
      if (options.overdueAt !== undefined) {
        throw new UsageError(`--by ${by} shows no actions, of which any could be overdue: leave --overdue-at out.`);
      }
      done(await rollUpBy(surroundings, { ...options, by }));
    });
}

async function rollUp(
  surroundings: CommandContext,
  options: Omit<RollUpOptions, 'by'> & { readonly by?: Grouping },
): Promise<ExitCode> {
  const { round, register, out, by } = options;
  const overdueAt = dayGiven(options.overdueAt);
  if (out !== undefined) checkRollUpPlace(out, register);
  const { instrument, wanted } = await withExistingRegister(surroundings, register, 'read', async (opened) => {
    const only = await onlyRound(opened, round, options.instrument);
    const earlier = options.previous === undefined ? undefined : await earlierRound(opened, options.previous, only);
    const loaded = await loadRollUp(opened, only.instrument, only.round, earlier);
    if (options.anonymous === true && options.region !== undefined) checkToldApart(loaded, options.region);
    return {
      instrument: only.instrument.key,
      wanted: scopesOf(loaded, options).map((scope) => ({
        ...scope,
        rollUp: anonymiseRollUp(surroundings, opened, scope.rollUp, options.anonymous),
      })),
    };
  });
  const ending = options.anonymous === true ? '_anonymous' : '';
  const whole = join('output', round, `roll-up_${instrument}_${round}${ending}.xlsx`);
  const fileOf = regionFiles(out ?? whole);
  const scopes = wanted.map(({ region, rollUp: own }) => {
    const isWhole = region === undefined || (out !== undefined && options.all !== true);
    return { region, rollUp: own, file: isWhole ? (out ?? whole) : fileOf(region) };
  });
  for (const { file } of scopes) checkRollUpPlace(file, register);
  const written: WrittenRollUp[] = [];
  for (const { region, rollUp: own, file } of scopes) {
    const given = {
      ...(by === undefined ? {} : { by }),
      ...(overdueAt === undefined ? {} : { overdueAt }),
      ...(region === undefined ? {} : { scope: region.name }),
    };
    writeFileWhole(file, await writeRollUp(own, surroundings.now(), given));
    const named = region === undefined ? {} : { region: region.code };
    written.push({ file, ...named, returned: returned(own).length, issued: own.partners.length });
  }
  tell(surroundings, options, instrument, written);
  return exitCodes.done;
}

interface WrittenRollUp {
  readonly file: string;
  readonly region?: string;
  readonly returned: number;
  readonly issued: number;
}

function tell(
  surroundings: CommandContext,
  { json, all, round }: Omit<RollUpOptions, 'by'>,
  instrument: string,
  written: readonly WrittenRollUp[],
): void {
  if (json === true) {
    const [only] = written;
    printJson(surroundings, all === true ? { round, instrument, rollUps: written } : { round, instrument, ...only });
    return;
  }
  for (const { file, returned: back, issued } of written) {
    surroundings.out(`${file}: ${back} of ${issued} partners returned\n`);
  }
}

/** @throws UsageError for what could show who is who all the same. */
function checkAnonymous({ by, previous, all }: Pick<RollUpOptions, 'by' | 'previous' | 'all'>): void {
  const reasons: readonly (readonly [boolean, string])[] = [
    [by !== undefined, '--by: what stands side by side for an area or a kind of partner shows whose it is'],
    [previous !== undefined, '--previous: what moved since, and who was not there, tells partners apart'],
    [all === true, '--all: what few returned is put together over all, and regions of their own would take it apart'],
  ];
  const against = reasons.filter(([is]) => is).map(([, reason]) => reason);
  if (against.length > 0) throw new UsageError(`--anonymous does not go with ${against.join('; nor with ')}.`);
}

/** @throws UsageError for a region that is told together with others where all are: its own would leave theirs over. */
function checkToldApart(all: RollUp, code: string): void {
  const region = regionNamed(regionsOf(all), code);
  if (region === undefined || returned(region.rollUp).length < disclosureThreshold) return;
  if (isDisclosed(all, region.name)) return;
  throw new UsageError(
    `--anonymous --region ${code}: an anonymous roll-up of all puts this region together with others, in which few returned, and one of its own would take that apart. Leave --region out.`,
  );
}

/**
 * Files of regions beside that of all partners. What a code has and a file's name cannot have becomes a hyphen; codes
 * that are then the same get numbers.
 */
function regionFiles(whole: string): (region: Region) => string {
  const taken = new Set<string>();
  return ({ code }) => {
    const name = code.replace(/[^A-Za-z0-9._-]+/g, '-');
    let [unique, number] = [name, 1];
    while (taken.has(unique.toLowerCase())) {
      number += 1;
      unique = `${name}-${number}`;
    }
    taken.add(unique.toLowerCase());
    return whole.replace(/\.xlsx$/i, (ending) => `_${unique}${ending}`);
  };
}

/** @throws UsageError for what is no day. */
function dayGiven(day: string | undefined): string | undefined {
  if (day !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(day) || parseUkTime(day) === undefined)) {
    throw new UsageError(`--overdue-at "${day}" is no day. Write it as YYYY-MM-DD, as in 2027-03-31.`);
  }
  return day;
}
