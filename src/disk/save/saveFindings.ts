import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FindingsRequest, type WrittenFindings, writeFindings } from '../../operations/writeFindings.ts';
import type { Register } from '../../register/tables/register.ts';
import { registerFolder } from '../files/registerFolder.ts';
import { saveWorkbookAt } from './saveWorkbookAt.ts';

/**
 * Saves the findings of an import in the place of the request, or beside the register.
 *
 * @param register Path of the register.
 */
export const saveFindings = (
  context: { readonly register: Register; readonly now: () => Date },
  request: FindingsRequest,
  register: string,
): Promise<WrittenFindings> =>
  writeFindings(context, request, {
    // Imports pass over files of this name.
    usualPath: (round) =>
      join(registerFolder(register), ...(round === undefined ? [] : [round]), 'import-findings.xlsx'),
    isThere: existsSync,
    save: (path, bytes) => saveWorkbookAt(path, bytes, register, 'import-findings'),
  });
