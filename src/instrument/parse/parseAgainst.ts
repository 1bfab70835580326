import type { z } from 'zod';
import { type Finding, finding, type Place } from '../../finding/index.ts';
import { nearestName } from '../model/nearestName.ts';
import { allowedKeysAt } from './allowedKeysAt.ts';
import type { DataPath } from './dataPath.ts';
import { describeType } from './describeType.ts';
import { type Repaired, repairForChecking } from './repairForChecking.ts';

export type Parsed<T> =
  | { readonly value: T }
  | {
      readonly findings: readonly Finding[];
      /** The part of the data that can be checked further; absent if nothing is left. */
      readonly salvaged?: Repaired;
    };

/** Where a value is written in a file, and how: `5E1` may have become the number 50. */
export interface WrittenValue {
  readonly line: number;
  /** Absent for a missing value, and for one that consists of several. */
  readonly text?: string;
}

/**
 * Checks data of unknown shape against a schema. Every fault names the innermost part that has a key.
 *
 * @param writtenAt Gives the place of a value, for data from a file.
 */
export function parseAgainst<T>(
  schema: z.ZodType<T>,
  data: unknown,
  writtenAt: (path: DataPath) => WrittenValue | undefined = () => undefined,
): Parsed<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data };
  const { issues } = parsed.error;
  const misread = issues.flatMap((issue) => misreadText(data, issue, writtenAt));
  if (misread.length > 0) return withText(schema, data, misread, writtenAt);
  const findings = once(issues.flatMap((issue) => faultsOf(schema, data, issue))).map((same) =>
    shapeFinding(data, same, writtenAt),
  );
  const salvaged = repairForChecking(schema, data);
  return salvaged === undefined ? { findings } : { findings, salvaged };
}

interface Misread {
  readonly path: DataPath;
  readonly text: string;
  readonly finding: Finding;
}

/** Other faults show when the text that was meant replaces the misread value. */
function withText<T>(
  schema: z.ZodType<T>,
  data: unknown,
  misread: readonly Misread[],
  writtenAt: (path: DataPath) => WrittenValue | undefined,
): Parsed<T> {
  const repaired = misread.reduce((result, { path, text }) => withValueAt(result, path, text), data);
  const parsed = parseAgainst(schema, repaired, writtenAt);
  const findings = misread.map((one) => one.finding);
  return 'value' in parsed
    ? { findings, salvaged: { structured: repaired, isSure: () => true } }
    : { ...parsed, findings: [...findings, ...parsed.findings] };
}

/** A number, a boolean or a date where only text is allowed. */
function misreadText(
  data: unknown,
  issue: z.core.$ZodIssue,
  writtenAt: (path: DataPath) => WrittenValue | undefined,
): readonly Misread[] {
  if (!isTextMeant(issue)) return [];
  const { key, value } = follow(data, issue.path);
  const readAs = kindOf(value);
  if (readAs === undefined) return [];
  const written = writtenAt(issue.path);
  const text = written?.text ?? (value instanceof Date ? value.toISOString() : String(value));
  const facts = { path: pathText(issue.path), written: text, readAs };
  return [{ path: issue.path, text, finding: finding('definition.not-text', placeOf(key, written), facts) }];
}

function isTextMeant(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_type') return issue.expected === 'string';
  return (
    issue.code === 'invalid_union' &&
    issue.errors.some(
      (branch) => branch.length === 1 && branch.every((one) => one.path.length === 0 && isTextMeant(one)),
    )
  );
}

/** Names the type that a value was read as, if it may have been written as text without quotes. */
export function kindOf(value: unknown): string | undefined {
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the yes-or-no value ${value}`;
  return value instanceof Date ? 'a date' : undefined;
}

function withValueAt(root: unknown, [step, ...rest]: DataPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    return root.map((part: unknown, index) => (index === step ? withValueAt(part, rest, value) : part));
  }
  if (typeof root !== 'object' || root === null) return root;
  return Object.fromEntries(
    Object.entries(root).map(([name, part]) => [name, name === step ? withValueAt(part, rest, value) : part]),
  );
}

/** A fault in the value at a path. */
interface Fault {
  readonly path: DataPath;
  readonly rule: string;
}

function faultsOf(schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): readonly Fault[] {
  const inside = issue.code === 'invalid_union' ? meantMember(issue, follow(data, issue.path).value) : undefined;
  if (inside !== undefined)
    return inside.flatMap((one) => faultsOf(schema, data, { ...one, path: [...issue.path, ...one.path] }));
  if (issue.code !== 'unrecognized_keys') {
    const rule = describeType(issue, follow(data, issue.path).value);
    return [{ path: issue.path, rule }];
  }
  const allowed = allowedKeysAt(schema, issue.path);
  return issue.keys.map((name) => {
    const nearest = nearestName(name, allowed);
    const cure = nearest === undefined ? 'take it out, or correct the name' : `write ${nearest}, if that is meant`;
    const rule = `no property of that name belongs there: ${cure}`;
    return { path: [...issue.path, name], rule };
  });
}

/** The faults inside the member of a union that was meant by a part with properties: that with the fewest. */
function meantMember(
  { errors }: z.core.$ZodIssueInvalidUnion,
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const possible = errors.filter((branch) =>
    branch.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  return possible.toSorted((one, other) => one.length - other.length)[0];
}

type SameFault = readonly [Fault, ...Fault[]];

/** Merges faults that occur many times, in every question or field, into one. */
function once(faults: readonly Fault[]): readonly SameFault[] {
  const groups = new Map<string, [Fault, ...Fault[]]>();
  for (const fault of faults) {
    const kind = fault.path.map((step) => (typeof step === 'number' ? '#' : String(step)));
    const id = JSON.stringify([kind, fault.rule]);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [fault]);
    else group.push(fault);
  }
  return [...groups.values()];
}

function shapeFinding(
  data: unknown,
  [{ path, rule }, ...others]: SameFault,
  writtenAt: (path: DataPath) => WrittenValue | undefined,
): Finding {
  const { key, value } = follow(data, path);
  const also = others.map((fault) => nameOfPlace(follow(data, fault.path).key, writtenAt(fault.path), fault.path));
  const facts = { path: pathText(path), value: show(value), rule, ...(also.length === 0 ? {} : { also }) };
  return finding('definition.invalid', placeOf(key, writtenAt(path)), facts);
}

const nameOfPlace = (key: string | undefined, written: WrittenValue | undefined, path: DataPath): string =>
  [
    key === undefined ? pathText(path) : cutName(key),
    ...(written === undefined ? [] : [`(line ${written.line})`]),
  ].join(' ');

/** Characters that are shown of a name or a value: a wrong one may be as long as its file. */
const longestShown = 80;

const cutName = (name: string): string => (name.length > longestShown ? `${name.slice(0, longestShown - 1)}…` : name);

const pathText = (path: DataPath): string => path.map((step) => cutName(String(step))).join('.') || 'the whole of it';

const placeOf = (key: string | undefined, written: WrittenValue | undefined): Place => ({
  ...(key === undefined ? {} : { key }),
  ...(written === undefined ? {} : { line: written.line }),
});

/** The value at a path, and the key of the innermost part on the way that has one: people know parts by their keys. */
function follow(data: unknown, path: DataPath): { key: string | undefined; value: unknown } {
  let value = data;
  let key: string | undefined;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return { key, value: undefined };
    const ownKey = Object.getOwnPropertyDescriptor(value, 'key')?.value;
    if (typeof ownKey === 'string') key = ownKey;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return { key, value };
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const json = JSON.stringify(value) ?? String(value);
  if (json.length <= longestShown) return json;
  return typeof value === 'string' ? `${json.slice(0, longestShown - 2)}…"` : `${json.slice(0, longestShown - 1)}…`;
}
