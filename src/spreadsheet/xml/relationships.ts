import type { ReadLimits } from '../zip/limits.ts';
import type { Zip } from '../zip/zip.ts';
import { readXml } from './readXml.ts';

/** The methods of an archive that are needed to follow relationships. */
type Parts = Pick<Zip, 'find' | 'read'>;

export interface Relationship {
  /** The last word of the type: `worksheet`. The rest differs between transitional and strict workbooks. */
  readonly type: string;
  /** The name of the target, from the root of the package and without a leading slash. */
  readonly target: string;
}

/**
 * The parts that a part refers to, by relationship id; none if it has no relationships. The package itself is ''. Parts
 * have no fixed names: only relationships identify them. Targets outside the file are left out.
 */
export function readRelationships(zip: Parts, source: string, limits: ReadLimits): ReadonlyMap<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  eachRelationship(zip, source, limits, ({ id, type, target, isExternal }) => {
    if (!isExternal && !relationships.has(id)) relationships.set(id, { type, target: resolveTarget(folder, target) });
  });
  return relationships;
}

/** The targets of the links of a sheet, as written, by relationship id. */
export function readLinkTargets(zip: Parts, source: string, limits: ReadLimits): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  eachRelationship(zip, source, limits, ({ id, type, target }) => {
    if (type === 'hyperlink' && !targets.has(id)) targets.set(id, target);
  });
  return targets;
}

interface WrittenRelationship extends Relationship {
  readonly id: string;
  readonly isExternal: boolean;
}

function eachRelationship(
  zip: Parts,
  source: string,
  limits: ReadLimits,
  visit: (relationship: WrittenRelationship) => void,
): void {
  const cut = source.lastIndexOf('/') + 1;
  const part = readPart(zip, `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`);
  if (part === undefined) return;
  readXml(part.name, part.bytes, limits, {
    open(name, attributes) {
      const id = attributes.get('Id');
      const target = attributes.get('Target');
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      const type = attributes.get('Type') ?? '';
      const isExternal = attributes.get('TargetMode') === 'External';
      visit({ id, type: type.slice(type.lastIndexOf('/') + 1), target, isExternal });
    },
  });
}

/** The first relationship of a type. */
export function relationshipOf(
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): Relationship | undefined {
  for (const relationship of relationships.values()) if (relationship.type === type) return relationship;
  return undefined;
}

/** The name of a part, spelt as `readPart` says. */
export const findPart = (zip: Pick<Parts, 'find'>, target: string): string | undefined =>
  zip.find(target) ?? zip.find(decodePercent(target));

/** A part by the name that a relationship gives: as spelt, with its %-escapes decoded, or in other capitals. */
export function readPart(
  zip: Parts,
  target: string,
): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  const name = findPart(zip, target);
  const bytes = name === undefined ? undefined : zip.read(name);
  return name === undefined || bytes === undefined ? undefined : { name, bytes };
}

/** Absolute targets start at the root of the package, relative ones at the folder of their source. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const resolved: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
