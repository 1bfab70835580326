import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { issuedFiles, issuedInRound } from './issuedFiles.ts';

/** A partner of which the workbook says another deadline than the partner has. */
export interface OutdatedWorkbook {
  /** Code of the partner. */
  readonly partner: string;
  /** The deadline on the workbook. */
  readonly says: Date;
}

/** The workbooks of a round that were issued last, and say another deadline than their partner has. */
export async function outdatedWorkbooks(
  register: OpenDatabase,
  round: { readonly round: string; readonly instrument: string },
): Promise<readonly OutdatedWorkbook[]> {
  const issued = issuedInRound(await issuedFiles(register), round).filter(({ isCorrection }) => !isCorrection);
  const last = new Map(issued.map((file) => [file.partner, file]));
  return [...last.values()].flatMap(({ partner, due, hasPresentDue }) =>
    hasPresentDue ? [] : [{ partner, says: due }],
  );
}
