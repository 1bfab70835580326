import type { z } from 'zod';
import { type Finding, finding, type Place } from '../finding.ts';
import { namesAt } from './namesAt.ts';
import { nearestName } from './nearestName.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { shapeWords } from './shapeWords.ts';

export type Parsed<T> =
  | { readonly value: T }
  | {
      readonly findings: readonly Finding[];
      /** What can be checked further; absent where nothing is left of the data. */
      readonly salvaged?: Salvaged;
    };

/** Where a value is written in a file, and how: `5E1` may have become the number 50. */
export interface Written {
  readonly line: number;
  /** Absent for what is more than one value, or is not there. */
  readonly text?: string;
}

export type Path = readonly PropertyKey[];

/**
 * Checks data of unknown shape against a schema. Every fault names the innermost part that has a key.
 *
 * @param writtenAt Tells of data from a file where it is written.
 */
export function parseAgainst<T>(
  schema: z.ZodType<T>,
  data: unknown,
  writtenAt: (path: Path) => Written | undefined = () => undefined,
): Parsed<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data };
  const { issues } = parsed.error;
  const misread = issues.flatMap((issue) => misreadText(data, issue, writtenAt));
  if (misread.length > 0) return withText(schema, data, misread, writtenAt);
  const findings = issues.flatMap((issue) => shapeFindings(schema, data, issue, writtenAt));
  const salvaged = salvage(schema, data);
  return salvaged === undefined ? { findings } : { findings, salvaged };
}

interface Misread {
  readonly path: Path;
  readonly text: string;
  readonly finding: Finding;
}

/** What else is wrong shows when the text that was meant stands in its place. */
function withText<T>(
  schema: z.ZodType<T>,
  data: unknown,
  misread: readonly Misread[],
  writtenAt: (path: Path) => Written | undefined,
): Parsed<T> {
  const mended = misread.reduce((whole, { path, text }) => withValueAt(whole, path, text), data);
  const parsed = parseAgainst(schema, mended, writtenAt);
  const findings = misread.map((one) => one.finding);
  return 'value' in parsed
    ? { findings, salvaged: { structured: mended, isSure: () => true } }
    : { ...parsed, findings: [...findings, ...parsed.findings] };
}

/** A number, a boolean or a date where only text is meant. */
function misreadText(
  data: unknown,
  issue: z.core.$ZodIssue,
  writtenAt: (path: Path) => Written | undefined,
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

/** What a value was read as, where it can have been written as text without quotes. */
export function kindOf(value: unknown): string | undefined {
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `the yes-or-no value ${value}`;
  return value instanceof Date ? 'a date' : undefined;
}

function withValueAt(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((part: unknown, index) => (index === step ? withValueAt(part, rest, value) : part));
  }
  if (typeof whole !== 'object' || whole === null) return whole;
  return Object.fromEntries(
    Object.entries(whole).map(([name, part]) => [name, name === step ? withValueAt(part, rest, value) : part]),
  );
}

function shapeFindings(
  schema: z.ZodType,
  data: unknown,
  issue: z.core.$ZodIssue,
  writtenAt: (path: Path) => Written | undefined,
): Finding[] {
  const invalid = (path: Path, broken: string): Finding => {
    const { key, value } = follow(data, path);
    const facts = { path: pathText(path), value: show(value), rule: broken };
    return finding('definition.invalid', placeOf(key, writtenAt(path)), facts);
  };
  if (issue.code === 'unrecognized_keys') {
    const allowed = namesAt(schema, issue.path);
    return issue.keys.map((name) => {
      const nearest = nearestName(name, allowed);
      const cure = nearest === undefined ? 'take it out, or correct the name' : `write ${nearest}, if that is meant`;
      return invalid([...issue.path, name], `no property of that name belongs there: ${cure}`);
    });
  }
  return [invalid(issue.path, shapeWords(issue, follow(data, issue.path).value))];
}

const pathText = (path: Path): string => path.map(String).join('.') || 'the whole of it';

const placeOf = (key: string | undefined, written: Written | undefined): Place => ({
  ...(key === undefined ? {} : { key }),
  ...(written === undefined ? {} : { line: written.line }),
});

/** The value at a path, and the key of the innermost part on the way that has one: people know parts by their keys. */
function follow(data: unknown, path: Path): { key: string | undefined; value: unknown } {
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
