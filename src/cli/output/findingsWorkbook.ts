import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FindingsRequest, type WrittenFindings, writeFindings } from '../../operations/writeFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import { findingsKind } from '../../rollup/writeImportFindings.ts';
import { assertOverwritable } from '../files/overwriteGuard.ts';
import { writeFileWhole } from '../files/writeFile.ts';

/** @throws UsageError or FindingsError where the findings may not be written. */
export function checkFindingsPlace(path: string, register: string): void {
  assertOverwritable(path, register, {
    kind: findingsKind[1],
    noun: 'workbook of findings',
    option: '--findings',
    taken: 'output.not-findings',
  });
}

/** Saves the findings of an import where that is asked for, or beside the register. */
export const saveFindings = (
  context: { readonly register: Register; readonly now: () => Date },
  request: FindingsRequest,
  register: string,
): Promise<WrittenFindings> =>
  writeFindings(context, request, {
    // Imports pass over files of this name.
    usualPath: (round) => join(dirname(register), ...(round === undefined ? [] : [round]), 'import-findings.xlsx'),
    isThere: existsSync,
    save: (path, bytes) => {
      checkFindingsPlace(path, register);
      writeFileWhole(path, bytes);
    },
  });
