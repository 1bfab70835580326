import { readFileSync, statSync } from 'node:fs';
import { defaultLimits } from '../spreadsheet/limits.ts';
import { readProperties } from '../spreadsheet/readProperties.ts';
import { readZip } from '../spreadsheet/readZip.ts';

/** Custom document properties of the workbook at a path; undefined when it has none, or is no workbook that can be read. */
export function propertiesAt(path: string): ReadonlyMap<string, string> | undefined {
  const part = 'docProps/custom.xml';
  try {
    if (!statSync(path).isFile()) return undefined;
    const properties = readZip(readFileSync(path), defaultLimits).read(part);
    return properties === undefined ? undefined : readProperties(part, properties, defaultLimits);
  } catch {
    return undefined;
  }
}
