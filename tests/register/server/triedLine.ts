import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import PostalMime from 'postal-mime';
import type { Ran } from '../../cli/workplace.ts';
import { southern, type TwoRegions } from './twoRegions.ts';

let runs = 0;

/** Runs a line of `commandLines` on a register, and gives what it printed and the folder into which it wrote. */
export async function triedOn(
  { place, command }: TwoRegions,
  line: string,
  register: string,
): Promise<Ran & { readonly folder: string }> {
  runs += 1;
  const folder = place.at(`run-${runs}`);
  place.put(`run-${runs}/here.txt`, '');
  const words = line.split(' ').map((word) =>
    word
      .replace('REGISTER', () => register)
      .replace('OUT', folder)
      .replace('RETURN', place.at('all.db-returns-2026', 'Y01.xlsx'))
      .replace('REVIEW', place.at('all.db-reviews', 'pct-self-assessment-review_2026_X01.xlsx'))
      .replace('BOOKS', place.at('all.db-2026'))
      .replace('PARTNERS', place.at('partners.csv')),
  );
  const where = line.includes('REGISTER') ? [] : ['--register', register];
  return { ...(await command(...words, ...where)), folder };
}

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

/** The texts of a file; of a workbook, those of all its parts, and of an e-mail, those of its attachments as well. */
export async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.eml')) {
    const { attachments, ...message } = await PostalMime.parse(bytes, { attachmentEncoding: 'base64' });
    const attached = attachments.map(({ filename, content }) => [
      filename,
      textOfBytes(Buffer.from(String(content), 'base64')),
    ]);
    return JSON.stringify([message, attached]);
  }
  return path.endsWith('.parquet')
    ? JSON.stringify(await parquetReadObjects({ file: new Uint8Array(bytes).buffer }))
    : textOfBytes(bytes);
}

/** What begins as a zip is a workbook. */
const textOfBytes = (bytes: Buffer): string =>
  bytes.toString('latin1', 0, 2) === 'PK'
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : bytes.toString();

/** What of the south is in a text. */
export const found = (text: string): readonly string[] => southern.filter((secret) => text.includes(secret));
