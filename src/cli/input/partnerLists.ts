import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Files of the lists of partners that come with Scorebook, by name: found from any folder, also when installed. */
export function partnerLists(): ReadonlyMap<string, string> {
  const root = dirname(createRequire(import.meta.url).resolve('commissioning-scorebook/package.json'));
  const folder = join(root, 'definitions', 'partners');
  const lists = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return new Map(lists.sort().map((file) => [basename(file, '.csv'), join(folder, file)]));
}
