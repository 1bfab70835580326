import { readFileSync, statSync } from 'node:fs';
import { readProperties } from '../../spreadsheet/read/readProperties.ts';
import { defaultLimits } from '../../spreadsheet/zip/limits.ts';
import { readZip } from '../../spreadsheet/zip/readZip.ts';

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
