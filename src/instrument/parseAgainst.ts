import type { z } from 'zod';
import { type Finding, finding } from '../finding.ts';

export type Parsed<T> =
  | { readonly value: T }
  | {
      readonly findings: readonly Finding[];
      /** Whether only values are at fault, so that the data has the structure that the schema asks for. */
      readonly structured: boolean;
    };

/** Checks data of unknown shape against a schema. Every fault names the innermost part that has a key. */
export function parseAgainst<T>(schema: z.ZodType<T>, data: unknown): Parsed<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data };
  const { issues } = parsed.error;
  return {
    findings: issues.flatMap((issue) => shapeFindings(data, issue)),
    structured: issues.every((issue) => valueFaults.has(issue.code)),
  };
}

/** Faults of a part's value or of a property too many, not of the structure. */
const valueFaults: ReadonlySet<string> = new Set(['invalid_format', 'too_small', 'too_big', 'unrecognized_keys']);

function shapeFindings(data: unknown, issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => invalid(data, [...issue.path, name], 'no property of that name belongs there'));
  }
  return [invalid(data, issue.path, rule(issue))];
}

function invalid(data: unknown, steps: readonly PropertyKey[], broken: string): Finding {
  const { key, value } = follow(data, steps);
  const path = steps.map(String).join('.') || 'the definition';
  return finding('definition.invalid', key === undefined ? {} : { key }, { path, value: show(value), rule: broken });
}

/** The value at a path, and the key of the innermost part on the way that has one: people know parts by their keys. */
function follow(data: unknown, path: readonly PropertyKey[]): { key: string | undefined; value: unknown } {
  let value = data;
  let key: string | undefined;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return { key, value: undefined };
    const own = Object.getOwnPropertyDescriptor(value, 'key')?.value;
    if (typeof own === 'string') key = own;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return { key, value };
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

function rule(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/^Invalid (?:input|string|option): /, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}
