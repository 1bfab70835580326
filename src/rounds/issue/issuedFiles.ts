import { z } from 'zod';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import type { RoundChange } from '../changes/roundChange.ts';
import { deadlineOf } from '../round/deadlines.ts';

/** A workbook that was issued, as a file. */
export interface IssuedFile {
  readonly id: string;
  readonly round: string;
  readonly instrument: string;
  /** Code of the partner. */
  readonly partner: string;
  readonly fileName: string;
  /** Of the file as it was last written; undefined before that. */
  readonly sha256: string | undefined;
  /** The return address on it. */
  readonly returnTo: string | undefined;
  /** The deadline on it. */
  readonly due: Date;
  /** Whether that is the partner's deadline at present. */
  readonly hasPresentDue: boolean;
  readonly isCorrection: boolean;
  /** Whether it has the partner's deadline, and the marking, return address and wording of its round at present. */
  readonly isCurrent: boolean;
}

/** Every workbook in the register, of all rounds, in the order in which they were last issued. */
export async function issuedFiles(register: OpenDatabase): Promise<readonly IssuedFile[]> {
  const rows = await register.db
    .selectFrom('workbook')
    .innerJoin('round', (join) =>
      join.onRef('round.round', '=', 'workbook.round').onRef('round.instrument', '=', 'workbook.instrument'),
    )
    .select(['workbook.id', 'workbook.round', 'workbook.instrument', 'workbook.partner', 'workbook.file_name'])
    .select(['workbook.sha256', 'workbook.details', 'workbook.fingerprint', 'round.due', 'round.marking'])
    .select('round.return_to')
    .select('round.fingerprint as wording')
    .orderBy('workbook.issue_order')
    .execute();
  const changes = await changesOf(register, rows);
  return rows.map(({ file_name, sha256, details, fingerprint, due, marking, return_to, wording, ...row }) => {
    const shown = shownDetails.parse(JSON.parse(details));
    const present = deadlineOf({ due: new Date(due) }, changes.get(keyOf(row)) ?? [], row.partner);
    const shownDue = storedTime(shown.due, `the deadline on a workbook of ${row.partner}`);
    const hasPresentDue = shownDue.getTime() === present.due.getTime();
    const isSame = (shown.marking ?? null) === marking && (shown.returnTo ?? null) === return_to;
    return {
      ...row,
      fileName: file_name,
      sha256: sha256 ?? undefined,
      returnTo: shown.returnTo,
      due: shownDue,
      hasPresentDue,
      isCorrection: shown.correction !== undefined,
      isCurrent: hasPresentDue && isSame && (wording ?? fingerprint) === fingerprint,
    };
  });
}

/** The changes of each round. */
async function changesOf(
  register: OpenDatabase,
  rows: readonly Pick<IssuedFile, 'round' | 'instrument'>[],
): Promise<ReadonlyMap<string, readonly RoundChange[]>> {
  const rounds = new Map(rows.map((row) => [keyOf(row), row]));
  const all = [...rounds].map(async ([key, round]) => [key, await loadChanges(register, round)] as const);
  return new Map(await Promise.all(all));
}

const keyOf = ({ round, instrument }: Pick<IssuedFile, 'round' | 'instrument'>): string =>
  JSON.stringify([round, instrument]);

/** Those of one round and instrument. */
export const issuedInRound = (
  known: readonly IssuedFile[],
  { round, instrument }: Pick<IssuedFile, 'round' | 'instrument'>,
): readonly IssuedFile[] => known.filter((file) => file.round === round && file.instrument === instrument);

/** Among the contents of a workbook besides the definition. */
const shownDetails = z.object({
  due: z.string(),
  returnTo: z.string().optional(),
  marking: z.string().optional(),
  correction: z.number().optional(),
});
