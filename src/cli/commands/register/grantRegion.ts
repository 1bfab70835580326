import {
  type GrantedRegion,
  grantRegion,
  listGrants,
  revokeRegions,
} from '../../../operations/register/grantRegions.ts';
import { type AddCommand, type CommonOptions, withCommonOptions } from '../../options/common.ts';
import { withRegister } from '../../options/withRegister.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';
import { printResult } from '../../terminal/print.ts';

interface GrantOptions extends CommonOptions {
  readonly region?: string;
  readonly read?: boolean;
  readonly list?: boolean;
}

export const grantCommand: AddCommand = (register, action) => {
  withCommonOptions(register.command('grant'))
    .usage('<user> --region <code> [--read] [options]')
    .summary('let a user of the PostgreSQL server see a region')
    .description(
      'Lets a user of the PostgreSQL server see what belongs to the partners of a region, by status, rollup, feedback and export, and import their returns, decide about them, and send them their e-mails. What changes a round for all regions, such as generate, is refused. Run again, it adds another region. A user that the server does not have is created.',
    )
    .argument('[user]', 'the name with which the user signs in to the server')
    .option('--region <code>', 'the code of the region, as lists of partners have it', oneRegion)
    .option('--read', 'to read, and to record nothing')
    .option('--list', 'show who sees which regions, and grant nothing')
    .action(action(grant));
  withCommonOptions(register.command('revoke'))
    .usage('<user> [options]')
    .summary('take all its regions from a user')
    .description('Takes all its regions from a user of the PostgreSQL server, which stays a user of the server.')
    .argument('<user>', 'the name with which the user signs in to the server')
    .action(action(revoke));
};

function oneRegion(code: string, before: string | undefined): string {
  if (before === undefined) return code;
  throw new UsageError(
    `--region is given for ${before} and for ${code}. Grant one region after the other: each is added.`,
  );
}

async function grant(
  surroundings: CommandContext,
  user: string | undefined,
  { region, read, list, ...options }: GrantOptions,
): Promise<ExitCode> {
  if (list === true) return showGrants(surroundings, { given: user ?? region, ...options });
  if (user === undefined) throw new UsageError('Which user? Give its name, as in register grant ann --region XS1.');
  if (region === undefined) throw new UsageError('Which region? Add --region with its code.');
  const work = read === true ? 'read' : 'record';
  const granted = await withRegister(surroundings, options, 'write', (context) =>
    grantRegion(context, { user, region, work }),
  );
  printResult(surroundings, options, { register: options.register, ...granted }, [
    describeGrant(granted),
    ...(granted.isNew
      ? [`It is a new user of the server. Set its password in psql: \\password ${asInPsql(user)}`]
      : []),
  ]);
  return exitCodes.done;
}

async function showGrants(
  surroundings: CommandContext,
  { given, ...options }: CommonOptions & { readonly given: string | undefined },
): Promise<ExitCode> {
  if (given !== undefined) throw new UsageError(`--list shows all users and regions: leave "${given}" out.`);
  const grants = await withRegister(surroundings, options, 'read', listGrants);
  printResult(
    surroundings,
    options,
    { register: options.register, grants },
    grants.length === 0 ? ['No region was granted to anybody'] : grants.map(describeGrant),
  );
  return exitCodes.done;
}

async function revoke(surroundings: CommandContext, user: string, options: CommonOptions): Promise<ExitCode> {
  const regions = await withRegister(surroundings, options, 'write', (context) => revokeRegions(context, user));
  printResult(surroundings, options, { register: options.register, user, revoked: regions }, [
    `${user} no longer sees ${regions.join(', ')}, nor anything else of the register`,
  ]);
  return exitCodes.done;
}

/** psql reads a name in small letters, unless it is in quotation marks. */
const asInPsql = (user: string): string => (/^[a-z_][a-z0-9_]*$/.test(user) ? user : `"${user.replaceAll('"', '""')}"`);

const describeGrant = ({ user, regions, work }: Omit<GrantedRegion, 'isNew'>): string =>
  `${user} may ${works[work]} ${regions.length === 1 ? 'region' : 'the regions'} ${regions.join(', ')}`;

const works: Readonly<Record<GrantedRegion['work'], string>> = { read: 'read', record: 'read, and record returns of,' };
