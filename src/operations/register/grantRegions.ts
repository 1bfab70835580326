import { Refusal } from '../../refusal.ts';
import { isOnServer } from '../../register/database/dialect.ts';
import { grantProblem } from '../../register/grants/grantProblem.ts';
import * as grants from '../../register/grants/regionGrants.ts';
import type { GrantedWork } from '../../register/tables/userLimits.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

export interface GrantRequest {
  /** The name with which the user signs in to the server. */
  readonly user: string;
  /** The code of the region, as lists of partners have it. */
  readonly region: string;
  /** Whether the user only reads, or also records what comes back. */
  readonly work: GrantedWork;
}

export interface GrantedRegion extends grants.RegionGrant {
  /** Whether the server had no such user before: it has no password yet. */
  readonly isNew: boolean;
}

/**
 * Lets a user of the server read what belongs to the partners of a region, and to those of the regions granted before, or also record
 * what comes back from them.
 *
 * @returns The user with all its regions.
 * @throws Refusal for a region that no list of partners has, a user that sees everything or cannot be made, and a register
 * in a file.
 */
export async function grantRegion(
  { register }: Pick<OperationContext, 'register'>,
  { user, region, work }: GrantRequest,
): Promise<GrantedRegion> {
  requireServer(register);
  await requireRegion(register, region);
  const problem = await grantProblem(register.db, user);
  if (problem !== undefined) throw new Refusal('user.unusable', () => problem);
  const { isNew } = await grants.grantRegion(register, user, region, work);
  const granted = (await grants.regionGrants(register)).find((one) => one.user === user);
  return { user, regions: granted?.regions ?? [], work, isNew };
}

/** Every user who sees some regions only, by name. @throws Refusal for a register in a file. */
export async function listGrants({
  register,
}: Pick<OperationContext, 'register'>): Promise<readonly grants.RegionGrant[]> {
  requireServer(register);
  return grants.regionGrants(register);
}

/**
 * Takes all its regions from a user, which then sees nothing of the register.
 *
 * @returns The codes of the regions that it saw.
 * @throws Refusal when no region was granted to it, and for a register in a file.
 */
export async function revokeRegions(
  context: Pick<OperationContext, 'register'>,
  user: string,
): Promise<readonly string[]> {
  const known = await listGrants(context);
  const granted = known.find((one) => one.user === user);
  if (granted === undefined) {
    const names = known.map((one) => one.user).join(', ');
    throw new Refusal(
      'user.unknown',
      () =>
        `No region was granted to "${user}". ${names === '' ? 'None was granted to anybody.' : `There are: ${names}.`}`,
    );
  }
  await grants.revokeUser(context.register, user);
  return granted.regions;
}

function requireServer({ db }: OperationContext['register']): void {
  if (isOnServer(db)) return;
  throw new Refusal(
    'register.unusable',
    (input) =>
      `Who may read the file of a register sees all of it. To grant a region, copy it to a PostgreSQL database with register copy, and give its address, ${input('register')} postgres://user@host/database.`,
  );
}

async function requireRegion({ db }: OperationContext['register'], region: string): Promise<void> {
  const rows = await db
    .selectFrom('partner')
    .select((one) => ['region_code', one.fn.max('region_name').as('name')])
    .where('region_code', 'is not', null)
    .groupBy('region_code')
    .orderBy('region_code')
    .execute();
  if (rows.some(({ region_code }) => region_code === region)) return;
  const known = rows.map(({ region_code, name }) => (name === null ? region_code : `${region_code} (${name})`));
  throw new Refusal(
    'region.unknown',
    () =>
      `The register has no region "${region}". ${known.length === 0 ? 'Its lists of partners give no regions: add the column region_code, and generate again.' : `There are: ${known.join(', ')}.`}`,
  );
}
