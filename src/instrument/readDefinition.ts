import { type Finding, FindingsError, finding } from '../finding/index.ts';
import { parseInstrument } from './defineInstrument.ts';
import type { Instrument } from './model/schema.ts';
import { type ParsedText, parseText } from './parse/parseText.ts';

/** Extensions of files that hold a definition as text. */
export const definitionFile = /\.(?:json|ya?ml)$/i;

/** Three times the size of 5,000 questions. */
const maxCharacters = 5_000_000;

/**
 * Reads the instrument that a file defines: JSON if the file's name ends in .json, otherwise YAML.
 *
 * @throws FindingsError with every fault, each with the file and, if a value is at fault, its line.
 */
export function readDefinition(text: string, file: string): Instrument {
  try {
    if (text.length > maxCharacters) {
      throw new FindingsError([finding('file.too-long', {}, { characters: text.length, limit: maxCharacters })]);
    }
    const parsed = parseText(text.replace(/^\ufeff/, ''), /\.json$/i.test(file) ? 'json' : 'yaml');
    return instrumentOf(parsed);
  } catch (failure) {
    if (failure instanceof FindingsError) throw new FindingsError(failure.findings.map((found) => inFile(found, file)));
    throw failure;
  }
}

function instrumentOf({ data, writtenAt, findings }: ParsedText): Instrument {
  try {
    const instrument = parseInstrument(withoutSchema(data), writtenAt);
    if (findings.length === 0) return instrument;
  } catch (failure) {
    if (failure instanceof FindingsError) throw new FindingsError([...findings, ...failure.findings]);
    throw failure;
  }
  throw new FindingsError(findings);
}

/** Removes the property in which a JSON file names the schema for editors. */
function withoutSchema(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== '$schema'));
}

const inFile = (found: Finding, file: string): Finding => ({ ...found, place: { file, ...found.place } });
