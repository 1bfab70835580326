import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
  visit,
} from 'yaml';
import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { DataPath } from './dataPath.ts';
import { lostText } from './lostText.ts';
import { kindOf, type WrittenValue } from './parseAgainst.ts';
import { syntaxFault } from './syntaxFault.ts';
import { wrongIndentation } from './wrongIndentation.ts';

export interface ParsedText {
  readonly data: unknown;
  /** Where the value at a path is written; for a missing value, where the part is that lacks it. */
  readonly writtenAt: (path: DataPath) => WrittenValue | undefined;
  /** Property names that occur twice in one part, or were read as something other than text. */
  readonly findings: readonly Finding[];
}

/** Maximum nesting depth: a definition needs about ten levels, and the parser would exhaust the stack. */
const deepest = 100;

/** How often the parts that have an anchor may be repeated: ten lines of aliases to aliases can make gigabytes. */
const maxAliases = 1000;

/** How many of the parts that can be repeated are listed for an alias that is not among them. */
const maxMarksShown = 20;

/** Maximum number of aliases in a file. The parser compares each with all before it. */
const maxAliasesInAll = 5000;

/**
 * Parses a definition. YAML is version 1.2: there `no` is text, and `5E1` without quotes is a number. JSON is read as
 * YAML to find lines and duplicate names.
 *
 * @throws FindingsError with the line of a syntax error: of the first one only, which often causes the others.
 */
export function parseText(text: string, language: 'json' | 'yaml'): ParsedText {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const refuse = (offset: number, problem: string, cure?: string): FindingsError =>
    new FindingsError([
      language === 'json'
        ? finding('file.not-json', { line: lineAt(offset) }, { problem })
        : finding('file.not-yaml', { line: lineAt(offset) }, { problem, ...(cure === undefined ? {} : { cure }) }),
    ]);
  const tooDeep = tooDeepAt(new Parser(lines.addNewLine).parse(text));
  if (tooDeep !== undefined) throw refuse(tooDeep, `parts lie in each other more than ${deepest} deep`);
  if (/^\s*$/.test(text)) throw new FindingsError([finding('file.empty', {}, {})]);
  const json = language === 'json' ? parseJson(text, refuse) : undefined;
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  if (language === 'yaml') {
    // Only the first: after it the parser reports faults that are not there.
    const [fault] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    if (fault !== undefined) {
      const isIndentation = mayBeIndentation.has(fault.code) && !fault.message.startsWith('Flow');
      const indentation = isIndentation ? wrongIndentation(text, lineAt(fault.pos[0])) : undefined;
      if (indentation === undefined) {
        const faulty = text.split('\n')[lineAt(fault.pos[0]) - 1] ?? '';
        const { problem, cure } = syntaxFault(fault.code, fault.message, faulty);
        throw refuse(fault.pos[0], problem, cure);
      }
      const { line, spaces, expected } = indentation;
      throw new FindingsError([finding('file.bad-indentation', { line }, { spaces, expected })]);
    }
    // The file contains only comments.
    if (document.contents === null) throw new FindingsError([finding('file.empty', {}, {})]);
  }
  const { targets, unknown, surplus, circular } = followAliases(document);
  if (surplus !== undefined) throw refuse(surplus, `there are more than ${maxAliasesInAll} aliases in it`);
  if (circular !== undefined) throw refuse(circular, 'a part contains itself, by an alias');
  if (unknown.length > 0) {
    const findings = unknown.map(({ at, named, known }) =>
      finding('file.unknown-alias', { line: lineAt(at) }, { named, known }),
    );
    throw new FindingsError(findings);
  }
  const findings = [...lostText(document, text, lineAt), ...checkNames(document, lineAt)];
  return {
    data: json ?? dataOf(document, refuse),
    writtenAt: (path) => written(document, targets, path, lineAt),
    findings,
  };
}

/** Faults that the parser reports where a line is indented differently from the lines that it belongs with. */
const mayBeIndentation: ReadonlySet<string> = new Set([
  ...['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'],
]);

function dataOf(document: Document, refuse: (offset: number, problem: string) => FindingsError): unknown {
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (failure) {
    if (failure instanceof ReferenceError) throw refuse(0, `its aliases repeat parts more than ${maxAliases} times`);
    throw failure;
  }
}

/** @throws FindingsError with the line of the fault. */
function parseJson(text: string, refuse: (offset: number, problem: string) => FindingsError): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    throw refuse(
      jsonFaultAt(text),
      message.replace(/ (?:in|after) JSON at position \d+.*$|, "?\.{0,3}"?.*is not valid JSON$/s, ''),
    );
  }
}

/**
 * Node does not always give the position. The text before the fault is merely incomplete; the text up to and including
 * it is invalid.
 */
function jsonFaultAt(text: string): number {
  let [right, wrong] = [0, text.length + 1];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (isCutOff(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  return Math.max(0, Math.min(right, text.trimEnd().length - 1));
}

function isCutOff(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : '';
    const position = / at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message.startsWith('Unexpected end') : Number(position) >= text.length;
  }
}

/** Finds where parts begin to be nested too deeply, without recursion. */
function tooDeepAt(tokens: Iterable<unknown>): number | undefined {
  const open = [...tokens].map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (typeof token !== 'object' || token === null) continue;
    if (depth > deepest) return 'offset' in token ? Number(token.offset) : 0;
    const parts = 'items' in token && Array.isArray(token.items) ? token.items : [token];
    for (const part of parts) {
      if ('key' in part) open.push({ token: part.key, depth: depth + 1 });
      if ('value' in part) open.push({ token: part.value, depth: depth + 1 });
    }
  }
  return undefined;
}

interface Aliases {
  /** The parts that aliases repeat. */
  readonly targets: ReadonlyMap<Alias, Node>;
  /** Aliases without a part, and the anchors before each. */
  readonly unknown: readonly { readonly at: number; readonly named: string; readonly known: readonly string[] }[];
  /** Where the first alias over the limit is written, or the part of its target that exceeds it. */
  readonly surplus: number | undefined;
  readonly circular: number | undefined;
}

/** Resolves all aliases in one pass: an alias repeats the part that had its anchor last (YAML 1.2.2, 7.1). */
function followAliases(document: Document): Aliases {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const unknown: Aliases['unknown'][number][] = [];
  let [surplus, circular]: (number | undefined)[] = [];
  visit(document, {
    Node: (_key, node, path) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchored.set(node.anchor, node);
        return undefined;
      }
      const at = node.range?.[0] ?? 0;
      const target = anchored.get(node.source);
      if (target === undefined)
        unknown.push({ at, named: node.source, known: [...anchored.keys()].slice(0, maxMarksShown) });
      else targets.set(node, target);
      if (target !== undefined && path.includes(target)) circular = at;
      if (targets.size + unknown.length > maxAliasesInAll) surplus = at;
      return circular === undefined && surplus === undefined ? undefined : visit.BREAK;
    },
  });
  return { targets, unknown, surplus, circular };
}

/** Names are text. A name that was read as a number is corrected, so that everything else can be checked. */
function checkNames(document: Document, lineAt: (offset: number) => number): readonly Finding[] {
  const findings: Finding[] = [];
  visit(document, {
    Map: (_key, map) => {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        const line = lineOf(key, lineAt)?.line ?? 1;
        if (!isScalar(key)) {
          const problem =
            'there are braces or brackets where a name is needed: put text that begins with one into quotation marks';
          findings.push(finding('file.not-yaml', { line }, { problem }));
          continue;
        }
        const name = nameOf(key.value, key.source);
        if (name !== String(key.value)) {
          const facts = { path: 'A name', written: name, readAs: kindOf(key.value) ?? 'nothing' };
          findings.push(finding('definition.not-text', { line }, facts));
        }
        key.value = name;
        const first = seen.get(name);
        if (first === undefined) seen.set(name, line);
        else findings.push(finding('file.name-twice', { line }, { name, firstLine: first }));
      }
    },
  });
  return findings;
}

const nameOf = (value: unknown, source: string | undefined): string =>
  typeof value === 'string' ? value : (source ?? String(value));

function written(
  document: Document,
  targets: Aliases['targets'],
  path: DataPath,
  lineAt: (offset: number) => number,
): WrittenValue | undefined {
  let node: unknown = document.contents;
  for (const [index, step] of path.entries()) {
    const next = childOf(targets, node, step);
    if (next === undefined) return lineOf(node, lineAt);
    node = next;
    if (index === path.length - 1 && isScalar(node) && node.source !== undefined) {
      return { line: lineAt(node.range?.[0] ?? 0), text: node.source };
    }
  }
  return lineOf(node, lineAt);
}

function childOf(targets: Aliases['targets'], parent: unknown, step: PropertyKey): unknown {
  const node = isAlias(parent) ? targets.get(parent) : parent;
  if (isSeq(node)) return node.items[Number(step)];
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
  return isPair(pair) && pair.value !== null ? pair.value : undefined;
}

function lineOf(node: unknown, lineAt: (offset: number) => number): WrittenValue | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range === undefined || range === null ? undefined : { line: lineAt(range[0]) };
}
