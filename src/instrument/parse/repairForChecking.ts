import type { z } from 'zod';
import type { Finding, FindingCode } from '../../finding/index.ts';
import type { DataPath } from './dataPath.ts';

export interface Repaired {
  /** The data with the structure that the schema asks for: parts without it were replaced or left out. */
  readonly structured: unknown;
  /** Whether a finding also holds for the original data, and is no consequence of a replacement or omission. */
  readonly isSure: (found: Finding) => boolean;
}

/** Faults of a part's value or of an extra property, not of the structure. */
const valueFaults: ReadonlySet<string> = new Set(['invalid_format', 'too_small', 'too_big', 'unrecognized_keys']);

/** Parts are nested about ten deep, and removing a faulty one can make the one around it invalid. */
const maxTimes = 12;

/** The part of faulty data that can be checked further; undefined if nothing is left. */
export function repairForChecking(schema: z.ZodType, data: unknown): Repaired | undefined {
  const lost: unknown[] = [];
  let hollow = false;
  let repaired = data;
  for (let time = 0; time < maxTimes; time += 1) {
    const issues = schema.safeParse(repaired).error?.issues.filter(({ code }) => !valueFaults.has(code)) ?? [];
    if (issues.length === 0) return { structured: repaired, isSure: surenessOf(lost, hollow) };
    const drops: DataPath[] = [];
    for (const [index, issue] of issues.entries()) {
      const value = valueAt(repaired, issue.path);
      const instead = substitute(issue, value, `${placeholder}${time}.${index}`);
      if (instead !== undefined) {
        if (typeof instead === 'object') {
          lost.push(value);
          hollow ||= value === undefined || issue.path.length === 1;
        }
        repaired = changedAt(repaired, issue.path, () => instead);
      } else drops.push(value === undefined || 'discriminator' in issue ? issue.path.slice(0, -1) : issue.path);
    }
    const outermost = drops.filter((path) => !drops.some((other) => other.length < path.length && within(path, other)));
    const once = new Map(outermost.map((path) => [path.map(String).join('\n'), path]));
    if (once.has('')) return undefined;
    // The last first, so that earlier indexes in a list stay valid.
    for (const path of [...once.values()].reverse()) {
      lost.push(valueAt(repaired, path));
      repaired = changedAt(repaired, path, undefined);
    }
  }
  return undefined;
}

/** Placeholder for a missing text. No text of a definition contains it. */
const placeholder = '\u0000missing';

/** A substitute for a value that preserves the structure; undefined if the part has to go. */
function substitute(issue: z.core.$ZodIssue, value: unknown, text: string): unknown {
  if (issue.code !== 'invalid_type') return undefined;
  switch (issue.expected) {
    case 'string':
      return text;
    case 'array':
      return [];
    case 'record':
      return {};
    case 'number':
    case 'int':
      return typeof value === 'string' && /\S/.test(value) && Number.isFinite(Number(value))
        ? Number(value)
        : undefined;
    default:
      return undefined;
  }
}

/** Findings that a missing part can cause. */
const causedByGaps: ReadonlySet<FindingCode> = new Set([
  'definition.criteria-levels',
  'definition.row-length',
  'definition.scorecard-empty',
  'definition.view-empty',
  'definition.unknown-level',
  'definition.example-answer',
  'definition.ungrouped',
]);

function surenessOf(lost: readonly unknown[], hollow: boolean): Repaired['isSure'] {
  const names = new Set(lost.flatMap((part) => textsIn(part)));
  return ({ code, place, facts }) => {
    const marked = (value: unknown): boolean => textsIn(value).some((text) => text.includes(placeholder));
    if (marked(facts) || marked(place.key)) return false;
    if (lost.length === 0) return true;
    if (code === 'definition.unknown-reference') return !hollow && !names.has(facts.named);
    return !causedByGaps.has(code);
  };
}

/** Every text and every name in a value, to a limited depth: a module's export may contain itself. */
function textsIn(value: unknown, deepest: number = maxTimes): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || deepest === 0) return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part, deepest - 1)]);
}

const within = (path: DataPath, outer: DataPath): boolean => outer.every((step, index) => path[index] === step);

const valueAt = (root: unknown, path: DataPath): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined,
    root,
  );

/** A copy with another value at a path, or without the value there. */
function changedAt(root: unknown, [step, ...rest]: DataPath, change: (() => unknown) | undefined): unknown {
  if (step === undefined || typeof root !== 'object' || root === null) return root;
  const last = rest.length === 0;
  const changed = (part: unknown): unknown => (last ? change?.() : changedAt(part, rest, change));
  if (Array.isArray(root)) {
    return root.flatMap((part: unknown, index) =>
      index !== step ? [part] : last && change === undefined ? [] : [changed(part)],
    );
  }
  const others = Object.entries(root).filter(([name]) => name !== step);
  if (last && change === undefined) return Object.fromEntries(others);
  return Object.fromEntries([...others, [step, changed(Object.getOwnPropertyDescriptor(root, step)?.value)]]);
}
