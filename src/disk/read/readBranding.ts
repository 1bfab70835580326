import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { type Branding, brandingFileSchema } from '../../instrument/model/branding.ts';
import { parseAgainst } from '../../instrument/parse/parseAgainst.ts';
import { checkBranding } from '../../workbook/layout/checkBranding.ts';
import { readingProblemOf } from '../files/fileProblem.ts';
import { readFileAt } from '../files/readFile.ts';

/**
 * Reads a branding file and the picture that it names, which lies beside it.
 *
 * @throws Refusal when the file cannot be read, FindingsError with all its faults.
 */
export function readBranding(path: string): Branding {
  const file = basename(path);
  const parsed = parseAgainst(brandingFileSchema, parseJson(readFileAt(path, 'branding'), file));
  if ('findings' in parsed)
    throw new FindingsError(parsed.findings.map((fault) => ({ ...fault, place: { ...fault.place, file } })));
  const { logo, ...words } = parsed.value;
  const branding: Branding =
    logo === undefined
      ? words
      : { ...words, logo: { alternative: logo.alternative, picture: pictureBeside(path, logo.file) } };
  const faults = checkBranding(branding);
  if (faults.length > 0)
    throw new FindingsError(faults.map((fault) => ({ ...fault, place: { ...fault.place, file } })));
  return branding;
}

function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (failure) {
    const problem = failure instanceof Error ? failure.message : String(failure);
    throw new FindingsError([finding('file.not-json', { file }, { problem })]);
  }
}

function pictureBeside(path: string, name: string): string {
  try {
    return readFileSync(resolve(dirname(path), name)).toString('base64');
  } catch (failure) {
    const facts = { picture: name, problem: readingProblemOf(failure) };
    throw new FindingsError([finding('branding.picture-not-read', { file: basename(path), key: 'logo' }, facts)]);
  }
}
