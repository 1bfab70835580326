import { lintCells } from './lint/cells.ts';
import { lintCharts } from './lint/charts.ts';
import type { LintFault } from './lint/fault.ts';
import { lintNames, lintSheetNames } from './lint/names.ts';
import { openWritten } from './lint/openWritten.ts';
import { lintFormats, lintValidations } from './lint/rules.ts';
import { lintSheets } from './lint/sheets.ts';
import { lintTables } from './lint/tables.ts';

export type { LintCode, LintFault } from './lint/fault.ts';

const checks = [lintSheetNames, lintNames, lintSheets, lintCells, lintValidations, lintFormats, lintTables, lintCharts];

/**
 * Checks a workbook from Scorebook for what makes Excel repair a file, or programs differ, and what the Open XML SDK's
 * validator does not see. Empty when nothing is wrong.
 *
 * @throws FindingsError or Error when the bytes are no workbook at all.
 */
export function lintPackage(bytes: Uint8Array): readonly LintFault[] {
  const written = openWritten(bytes);
  return checks.flatMap((check) => check(written));
}
