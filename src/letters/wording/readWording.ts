import { type Finding, FindingsError, finding, type Place } from '../../finding/index.ts';
import { defaultWording } from './defaultWording.ts';
import { partNames, type Wording, type WordingPart, type Wordings, wordingParts } from './wordingParts.ts';

/**
 * Reads the wording of the e-mails. For a part that the file leaves out, the default wording is used.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError with all errors of the file, each with its line.
 */
export function readWording(bytes: Uint8Array, file: string): Wordings {
  const read = readParts(decoded(bytes, file), file);
  if (read.size === 0) throw new FindingsError([finding('wording.empty', { file }, {})]);
  const defaults = readParts(defaultWording, 'the default wording');
  const wording = (part: WordingPart): Wording => {
    const found = read.get(part) ?? defaults.get(part);
    if (found === undefined) throw new Error(`No wording for ${part}`);
    return found;
  };
  return {
    sending: wording('sending'),
    'deadline moved': wording('deadline moved'),
    'not returned': wording('not returned'),
    incomplete: wording('incomplete'),
    'with errors': wording('with errors'),
    'errors about people': wording('errors about people'),
    receipt: wording('receipt'),
  };
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FindingsError([finding('file.not-utf-8', { file }, {})]);
  }
}

interface Line {
  readonly text: string;
  readonly place: Place;
}

interface Block {
  readonly name: string;
  readonly place: Place;
  readonly lines: readonly Line[];
}

function readParts(text: string, file: string): ReadonlyMap<WordingPart, Wording> {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, index) => ({ text: line.trimEnd(), place: { file, line: index + 1 } }));
  const content = lines.filter((line) => !line.text.startsWith('#'));
  const starts = content.flatMap((line, index) => (headingOf(line.text) !== undefined ? [index] : []));
  const blocks = starts.map((start, index) => blockOf(content.slice(start, starts[index + 1])));
  const parts = new Map<WordingPart, Wording>();
  const findings: Finding[] = content
    .slice(0, starts[0])
    .filter((line) => line.text !== '')
    .slice(0, 1)
    .map((line) => finding('wording.outside', line.place, { text: line.text }));
  for (const { name, place, lines: own } of blocks) {
    const part = partNames.find((known) => known === name);
    if (part === undefined) findings.push(finding('wording.unknown-part', place, { part: name, known: partNames }));
    else if (parts.has(part)) findings.push(finding('wording.part-twice', place, { part }));
    else {
      const read = readPart(part, place, own);
      parts.set(part, read.wording);
      findings.push(...read.findings);
    }
  }
  if (findings.length > 0) throw new FindingsError(findings);
  return parts;
}

/** Returns the text of a line between equals signs; undefined for any other line. */
const headingOf = (line: string): string | undefined =>
  /^=.*=$/.test(line) ? line.replace(/^=+|(?<!=)=+$/g, '').trim() : undefined;

function blockOf([first, ...lines]: readonly Line[]): Block {
  const name = headingOf(first?.text ?? '') ?? '';
  return { name: name.toLowerCase(), place: first?.place ?? {}, lines };
}

function readPart(
  part: WordingPart,
  place: Place,
  lines: readonly Line[],
): { readonly wording: Wording; readonly findings: readonly Finding[] } {
  const at = lines.findIndex(({ text }) => text !== '');
  const subject = /^subject:\s*(\S.*)$/i.exec(lines[at]?.text ?? '')?.[1];
  const text = lines
    .slice(subject === undefined ? Math.max(at, 0) : at + 1)
    .map((line) => line.text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return {
    wording: { subject: subject ?? '', text },
    findings: [
      ...(subject === undefined ? [finding('wording.no-subject', place, { part })] : []),
      ...(text === '' ? [finding('wording.no-text', place, { part })] : []),
      ...unknownPlaceholders(part, lines),
      ...strayBraces(part, lines),
    ],
  };
}

function unknownPlaceholders(part: WordingPart, lines: readonly Line[]): readonly Finding[] {
  const known: readonly string[] = wordingParts[part];
  return lines.flatMap(({ text, place }) =>
    [...text.matchAll(placeholder)].flatMap(([, name = '']) =>
      known.includes(name) ? [] : [finding('wording.unknown-placeholder', place, { placeholder: name, part, known })],
    ),
  );
}

const strayBraces = (part: WordingPart, lines: readonly Line[]): readonly Finding[] =>
  lines.flatMap(({ text, place }) =>
    /[{}]/.test(text.replace(placeholder, '')) ? [finding('wording.stray-brace', place, { part })] : [],
  );

/** A placeholder in braces. Any text between braces counts as one, so that a slip in it is reported. */
export const placeholder = /\{([^{}\n]*)\}/g;

/** The wording that comes with Scorebook. */
export const defaultWordings = (): Wordings => readWording(new TextEncoder().encode(defaultWording), '');
