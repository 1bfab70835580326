import { readXml } from '../xml/readXml.ts';
import type { ReadLimits } from '../zip/limits.ts';

/** Custom document properties by name. A value of any type is given as the text in the file. */
export function readProperties(partName: string, bytes: Uint8Array, limits: ReadLimits): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let property: string | undefined;
  let value = '';
  readXml(partName, bytes, limits, {
    open(_name, attributes, depth) {
      if (depth === 2) {
        property = attributes.get('name');
        value = '';
      }
    },
    text(piece) {
      if (property !== undefined) value += piece;
    },
    close(_name, depth) {
      if (depth !== 2 || property === undefined) return;
      if (!properties.has(property)) properties.set(property, value.trim());
      property = undefined;
    },
  });
  return properties;
}
