import { instruments } from '../../../definitions/index.ts';
import { withRegisterAt } from '../../disk/withRegisterAt.ts';
import type { OperationContext } from '../../operations/rounds/operationContext.ts';
import { withoutPassword } from '../../register/server/serverAddress.ts';
import type { Access } from '../../register/tables/access.ts';
import type { Migrated } from '../../register/tables/register.ts';
import type { CommandContext } from '../terminal/context.ts';
import type { CommonOptions } from './common.ts';

/** Opens the register for as long as the work takes, and reports that it was brought up to date. */
export function withRegister<T>(
  { now, err, user, onLimits }: CommandContext,
  { register: path, by = user }: CommonOptions & { readonly by?: string | undefined },
  access: Access,
  work: (context: OperationContext) => Promise<T>,
): Promise<T> {
  const onMigrated = ({ from, to, backup }: Migrated): void => {
    const copy = backup === undefined ? '' : ` A copy of it as it was is in ${backup}.`;
    err(
      `The register ${withoutPassword(path)} was brought up to date, from version ${from} to version ${to}.${copy}\n`,
    );
  };
  const who = by === undefined ? {} : { by };
  return withRegisterAt(path, access, { instruments, now, onMigrated, ...who }, (context) => {
    if (context.register.limits !== undefined) onLimits?.(context.register.limits);
    return work(context);
  });
}
