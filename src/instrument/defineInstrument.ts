import type { z } from 'zod';
import { type Finding, FindingsError, finding, hasErrors } from '../finding.ts';
import { checkInstrument } from './check.ts';
import { type Instrument, instrumentSchema } from './schema.ts';

/**
 * Takes the definition of an instrument, checks it whole and gives it back frozen.
 *
 * @throws FindingsError with every fault found, each naming the part by its key and saying what to do.
 */
export function defineInstrument(definition: Instrument): Instrument {
  return parseInstrument(definition);
}

/** The same for data of unknown shape, such as a parsed file. */
export function parseInstrument(data: unknown): Instrument {
  const parsed = instrumentSchema.safeParse(data);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const shape = issues.flatMap((issue) => shapeFindings(data, issue));
    // Where only values are at fault, the data has the structure of an instrument, and its other faults are told too.
    const others = issues.every((issue) => valueFaults.has(issue.code)) ? checkInstrument(data as Instrument) : [];
    throw new FindingsError([...shape, ...others]);
  }
  const findings = checkInstrument(parsed.data);
  if (hasErrors(findings)) throw new FindingsError(findings);
  return deepFreeze(parsed.data);
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

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
