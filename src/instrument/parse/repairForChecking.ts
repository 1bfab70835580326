import type { z } from 'zod';
import type { Finding, FindingCode } from '../../finding/index.ts';
import type { Path } from './path.ts';

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
  let whole = data;
  for (let time = 0; time < maxTimes; time += 1) {
    const issues = schema.safeParse(whole).error?.issues.filter(({ code }) => !valueFaults.has(code)) ?? [];
    if (issues.length === 0) return { structured: whole, isSure: surenessOf(lost, hollow) };
    const drops: Path[] = [];
    for (const [index, issue] of issues.entries()) {
      const value = valueAt(whole, issue.path);
      const instead = substitute(issue, value, `${standIn}${time}.${index}`);
      if (instead !== undefined) {
        if (typeof instead === 'object') {
          lost.push(value);
          hollow ||= value === undefined || issue.path.length === 1;
        }
        whole = changedAt(whole, issue.path, () => instead);
      } else drops.push(value === undefined || 'discriminator' in issue ? issue.path.slice(0, -1) : issue.path);
    }
    const outermost = drops.filter((path) => !drops.some((other) => other.length < path.length && within(path, other)));
    const once = new Map(outermost.map((path) => [path.map(String).join('\n'), path]));
    if (once.has('')) return undefined;
    // The last first, so that earlier indexes in a list stay valid.
    for (const path of [...once.values()].reverse()) {
      lost.push(valueAt(whole, path));
      whole = changedAt(whole, path, undefined);
    }
  }
  return undefined;
}

/** Placeholder for a missing text. No text of a definition contains it. */
const standIn = '\u0000missing';

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
    const marked = (value: unknown): boolean => textsIn(value).some((text) => text.includes(standIn));
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

const within = (path: Path, outer: Path): boolean => outer.every((step, index) => path[index] === step);

const valueAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, step)?.value : undefined,
    whole,
  );

/** A copy with another value at a path, or without the value there. */
function changedAt(whole: unknown, [step, ...rest]: Path, change: (() => unknown) | undefined): unknown {
  if (step === undefined || typeof whole !== 'object' || whole === null) return whole;
  const last = rest.length === 0;
  const changed = (part: unknown): unknown => (last ? change?.() : changedAt(part, rest, change));
  if (Array.isArray(whole)) {
    return whole.flatMap((part: unknown, index) =>
      index !== step ? [part] : last && change === undefined ? [] : [changed(part)],
    );
  }
  const others = Object.entries(whole).filter(([name]) => name !== step);
  if (last && change === undefined) return Object.fromEntries(others);
  return Object.fromEntries([...others, [step, changed(Object.getOwnPropertyDescriptor(whole, step)?.value)]]);
}
