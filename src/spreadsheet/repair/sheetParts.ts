import { readWorkbookPart } from '../read/readWorkbookPart.ts';
import { readRelationships, relationshipOf } from '../xml/relationships.ts';
import { defaultLimits } from '../zip/limits.ts';
import type { PackageParts } from '../zip/packageParts.ts';

/** The parts of the sheets by the names of the sheets: only relationships connect them. */
export function sheetParts(parts: PackageParts): ReadonlyMap<string, string> {
  const zip = {
    names: [...parts.keys()],
    find: (name: string) => (parts.has(name) ? name : undefined),
    read: (name: string) => parts.get(name),
  };
  const main = relationshipOf(readRelationships(zip, '', defaultLimits), 'officeDocument')?.target ?? '';
  const targets = readRelationships(zip, main, defaultLimits);
  const { sheets } = readWorkbookPart(main, parts.get(main) ?? new Uint8Array(), defaultLimits);
  return new Map(
    sheets.flatMap(({ name, relationship = '' }) => {
      const target = targets.get(relationship)?.target;
      return target === undefined ? [] : [[name, target] as const];
    }),
  );
}
