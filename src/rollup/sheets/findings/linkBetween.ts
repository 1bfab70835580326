import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Excel takes no longer addresses. */
const maxAddress = 2000;

/**
 * The address of a link from a workbook to another on the disk: relative to the first, so that both can be moved together.
 * Empty for any other file: a link must open nothing but a workbook.
 */
export function linkBetween(workbook: string, file: string): { readonly address?: string } {
  if (!/\.xlsx$/i.test(file)) return {};
  const way = relative(dirname(resolve(workbook)), resolve(file));
  // From one drive of Windows to another there is no way.
  const address = isAbsolute(way) ? pathToFileURL(way).href : way.split(sep).map(escaped).join('/');
  return address.length > maxAddress ? {} : { address };
}

const escaped = (name: string): string => encodeURIComponent(name.toWellFormed()).replaceAll('!', '%21');
