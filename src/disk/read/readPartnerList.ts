import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type PartnerList, parsePartnerList } from '../../partners/parsePartnerList.ts';
import { readFileAt } from '../files/readFile.ts';

/** Files of the lists of partners that come with Scorebook, by name: found from any folder, also when installed. */
export function partnerLists(): ReadonlyMap<string, string> {
  const root = dirname(createRequire(import.meta.url).resolve('commissioning-scorebook/package.json'));
  const folder = join(root, 'definitions', 'partners');
  const lists = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return new Map(lists.sort().map((file) => [basename(file, '.csv'), join(folder, file)]));
}

/**
 * The list of partners in a workbook or a text file, or the list of that name that comes with Scorebook.
 *
 * @throws Refusal when it cannot be read.
 * @throws FindingsError with everything that is wrong in it.
 */
export function readPartnerList(fileOrName: string): PartnerList {
  const lists = partnerLists();
  const path = lists.get(fileOrName) ?? fileOrName;
  const isFile = /[\\/.]/.test(fileOrName);
  const hint = isFile ? '' : ` Lists that come with Scorebook: ${[...lists.keys()].join(', ')}.`;
  return parsePartnerList(readFileAt(path, 'partners', hint), basename(path));
}
