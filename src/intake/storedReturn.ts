import type { RecordedFinding } from '../finding/index.ts';
import { storedFindings } from '../register/rows/storedFindings.ts';
import type { Register } from '../register/tables/register.ts';
import { storedTime } from '../register/tables/storedTime.ts';
import { band } from '../rounds/round/roundStatus.ts';
import type { Band } from '../scoring/bands.ts';

export interface NamedPartner {
  readonly code: string;
  readonly name: string;
}

/** The outcome of an accepted file when it was imported. */
export interface StoredReturn {
  readonly id: number;
  readonly round: string;
  /** Key of the instrument. */
  readonly instrument: string;
  readonly partner: NamedPartner;
  readonly received: Date;
  readonly coverage: number | undefined;
  readonly band: Band;
  readonly findings: readonly RecordedFinding[];
}

/** The accepted return of the file with this SHA-256. @throws Error when there is none. */
export async function storedReturn(register: Register, sha256: string): Promise<StoredReturn> {
  const { code, name, received_at, coverage, ...row } = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.code', '=', 'workbook.partner')
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument'),
    )
    .select(['return.id', 'return.received_at', 'return.coverage', 'return.band'])
    .select(['workbook.round', 'workbook.instrument', 'partner.code', 'partner.name'])
    .where('return.file', '=', sha256)
    .where('return.status', '=', 'accepted')
    .executeTakeFirstOrThrow();
  return {
    ...row,
    partner: { code, name },
    received: storedTime(received_at, `the time at which return ${row.id} came`),
    coverage: coverage ?? undefined,
    band: band.parse(row.band),
    findings: await storedFindings(register, row.id),
  };
}
