import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { isExample, stampFromProperties } from '../../workbook/layout/stamp.ts';
import { checkPlace } from '../files/checkPlace.ts';
import { propertiesAt } from '../files/propertiesAt.ts';
import { writeFileWhole } from '../files/writeFile.ts';

/**
 * Saves the workbook of a worked example, and overwrites nothing but an earlier one.
 *
 * @throws Refusal for a name without the ending of a workbook.
 * @throws FindingsError when another file has that name, or it cannot be written.
 */
export function saveExample(path: string, bytes: Uint8Array): void {
  const cure = '. The example is an Excel workbook: give it that ending.';
  checkPlace(path, { input: 'out', noun: 'example', example: 'example.xlsx', cure });
  if (existsSync(path) && !statSync(path).isDirectory() && !isExampleAt(path)) {
    throw new FindingsError([finding('output.not-an-example', { file: basename(path) }, {})]);
  }
  writeFileWhole(path, bytes);
}

function isExampleAt(path: string): boolean {
  const stamp = stampFromProperties(propertiesAt(path) ?? new Map());
  return stamp !== undefined && isExample(stamp);
}
