import { z } from 'zod';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';

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
  readonly isCorrection: boolean;
  /** Whether it has the deadline, marking, return address and wording of its round at present. */
  readonly isCurrent: boolean;
}

/** Every workbook in the register, of all rounds, in the order in which they were last issued. */
export async function issuedFiles({ db }: OpenDatabase): Promise<readonly IssuedFile[]> {
  const rows = await db
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
  return rows.map(({ file_name, sha256, details, fingerprint, due, marking, return_to, wording, ...row }) => {
    const shown = shownDetails.parse(JSON.parse(details));
    const isSame = shown.due === due && (shown.marking ?? null) === marking && (shown.returnTo ?? null) === return_to;
    return {
      ...row,
      fileName: file_name,
      sha256: sha256 ?? undefined,
      returnTo: shown.returnTo,
      isCorrection: shown.correction !== undefined,
      isCurrent: isSame && (wording ?? fingerprint) === fingerprint,
    };
  });
}

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
