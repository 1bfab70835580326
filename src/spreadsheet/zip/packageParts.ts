import { strFromU8, strToU8 } from 'fflate';

/** The parts of a package that is being finished, by name. */
export type PackageParts = Map<string, Uint8Array>;

/** Changes the text of an existing part. */
export function editPart(parts: PackageParts, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`The package has no part ${name}`);
  parts.set(name, strToU8(change(strFromU8(part))));
}

/** Inserts an addition before the last occurrence of a mark. */
export function insertBefore(xml: string, mark: string, addition: string): string {
  const at = xml.lastIndexOf(mark);
  if (at < 0) throw new Error(`The part has no ${mark}`);
  return xml.slice(0, at) + addition + xml.slice(at);
}
