import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Excel takes no longer addresses. */
const maxAddress = 2000;

/**
 * How a link in a workbook leads to another on the disk: relative to the first, so that both can be moved together. Empty
 * where there can be none: no link may start what is no workbook.
 */
export function linkBetween(workbook: string, file: string): { readonly address?: string } {
  if (!/\.xlsx$/i.test(file)) return {};
  const way = relative(dirname(resolve(workbook)), resolve(file));
  // From one drive of Windows to another there is no way.
  const address = isAbsolute(way) ? pathToFileURL(way).href : way.split(sep).map(escaped).join('/');
  return address.length > maxAddress ? {} : { address };
}

const escaped = (name: string): string => encodeURIComponent(name.toWellFormed()).replaceAll('!', '%21');
