import { basename, resolve } from 'node:path';
import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import { parseInstrument } from '../../instrument/defineInstrument.ts';
import { instrumentNamed } from '../../instrument/instrumentNamed.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { definitionFile, readDefinition } from '../../instrument/readDefinition.ts';
import { Refusal } from '../../refusal.ts';
import { readFileAt } from '../files/readFile.ts';
import { loadModule } from './loadModule.ts';

const moduleFile = /\.m?js$/i;

/**
 * The instrument of a key, or the one that a file defines: JSON, YAML, or a built JavaScript module.
 *
 * @param known The instruments that can be named by their keys.
 * @throws Refusal when there is no such instrument or file.
 * @throws FindingsError with all faults of a definition.
 */
export async function readInstrument(keyOrFile: string, known: readonly Instrument[]): Promise<Instrument> {
  if (moduleFile.test(keyOrFile) || definitionFile.test(keyOrFile)) return readInstrumentFile(keyOrFile);
  if (/\.[mc]?tsx?$/i.test(keyOrFile)) {
    throw noDefinition(`${keyOrFile} is TypeScript. Build it, and give the .js file that comes of it.`);
  }
  if (/[\\/]/.test(keyOrFile)) throw noDefinition(`${keyOrFile}: ${endings}`);
  return instrumentNamed(keyOrFile, known);
}

/** The same where only a file is meant. */
export async function readInstrumentFile(path: string): Promise<Instrument> {
  if (moduleFile.test(path)) return fromModule(path);
  if (!definitionFile.test(path)) throw noDefinition(`${path}: ${endings}`);
  return readDefinition(textOf(path), basename(path));
}

const endings = 'the name of a file with a definition ends in .json, .yaml, .yml, .js or .mjs. Give such a file.';

const noDefinition = (message: string): Refusal => new Refusal('file.not-a-definition', () => message);

function textOf(path: string): string {
  const bytes = readFileAt(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FindingsError([finding('file.not-utf-8', { file: basename(path) }, {})]);
  }
}

/** The module is carried out, as any program that one starts oneself. */
async function fromModule(path: string): Promise<Instrument> {
  const file = basename(path);
  const inFile = (found: Finding): Finding => ({ ...found, place: { file, ...found.place } });
  readFileAt(path);
  try {
    const { names, definition } = await loadModule(resolve(path));
    if (definition === undefined) throw new FindingsError([finding('file.no-instrument', {}, { exports: names })]);
    return parseInstrument(definition);
  } catch (failure) {
    if (failure instanceof FindingsError) throw new FindingsError(failure.findings.map(inFile));
    throw failure;
  }
}
